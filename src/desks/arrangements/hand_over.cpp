// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/hand_over.hpp"

#include <array>

#include "desks/arrangements/hand_over_parts.hpp"

namespace tenpoint::arrangements {
namespace {

constexpr std::array parts{&add_open_actions, &add_recommendations, &add_coming_dates, &add_members,
                           &add_agreements,   &add_documents,       &add_contacts};

std::string turns(const HandOverGround& ground, const std::vector<ChairTurn>& turns) {
    std::string names;
    for (const auto& turn : turns)
        if (const auto name = ground.words.partner(turn.partner); !name.empty())
            names += (names.empty() ? "" : " · ") + name;
    return names;
}

// "Authority has it from 1 January 2027." Empty where nobody is known to.
std::string next_text(const HandOverGround& ground) {
    auto& words = ground.words;
    for (const auto& turn : ground.chair.next) {
        const auto name = words.partner(turn.partner);
        if (name.empty() || !turn.begins) continue;
        const auto from = words.day(*turn.begins);
        return words.text("next",
                          {{"partner", std::string_view{name}}, {"day", std::string_view{from}}});
    }
    return {};
}

// "Agency has the chair until 31 December 2026." Empty where whoever has it is not the reader's to
// know: only of a chair that is vacant can it be said that nobody has it.
std::string holders_text(const HandOverGround& ground) {
    const auto& now = ground.chair.now;
    auto& words = ground.words;
    if (ground.is_vacant) return words.text("vacant");
    const auto holders = turns(ground, now);
    if (holders.empty()) return {};
    if (now.size() != 1 || !now.front().ends || *now.front().ends == Day::max())
        return words.text("chaired", {{"partner", std::string_view{holders}}});
    const auto until = words.day(*now.front().ends);
    return words.text("chaired_until",
                      {{"partner", std::string_view{holders}}, {"day", std::string_view{until}}});
}

void add_chair(const HandOverGround& ground, Blocks& blocks) {
    auto text = holders_text(ground);
    if (const auto next = next_text(ground); !next.empty())
        text += (text.empty() ? "" : " ") + next;
    if (!text.empty()) blocks.emplace_back(formats::Paragraph{text, formats::Tone::lead});
}

}  // namespace

Result<formats::Document> hand_over_pack(const store::Snapshot& snapshot, const HandOver& asked) {
    TENPOINT_TRY(family, family_of(snapshot, asked.arrangement));
    const auto today = day_of(asked.now);
    TENPOINT_TRY(chair, chair_on(snapshot, asked.arrangement, today, today));
    TENPOINT_TRY(whole, chair_on(snapshot.as_the_node(), asked.arrangement, today, today));
    HandOverWords words(snapshot, asked.language);
    const auto& arrangement = family.front().value;
    formats::Document document;
    document.language = asked.language;
    document.title = words.in_language(arrangement.title);
    document.subtitle = words.text("subtitle");
    const auto day = words.day(today);
    document.edition_line = words.text("as_of", {{"day", std::string_view{day}}});
    document.made_at = asked.now;
    const HandOverGround ground{snapshot, family, chair, whole.now.empty(), today, words};
    add_chair(ground, document.blocks);
    if (const auto objectives = words.in_language(arrangement.objectives); !objectives.empty()) {
        document.blocks.emplace_back(formats::Heading{words.text("objectives"), 2});
        document.blocks.emplace_back(formats::Paragraph{objectives});
    }
    for (const auto add : parts)
        add(ground, document.blocks);
    document.blocks.emplace_back(
        formats::Paragraph{words.text("readers_alone"), formats::Tone::quiet});
    return document;
}

}  // namespace tenpoint::arrangements
