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

// "Agency has the chair until 31 December 2026. Authority has it from 1 January 2027."
std::string chair_text(const HandOverGround& ground) {
    const auto& [now, next] = ground.chair;
    auto& words = ground.words;
    const auto holders = turns(ground, now);
    if (holders.empty()) return words.text("vacant");
    std::string text = words.text("chaired", {{"partner", std::string_view{holders}}});
    if (now.size() == 1 && now.front().ends && *now.front().ends < Day::max()) {
        const auto until = words.day(*now.front().ends);
        text = words.text("chaired_until", {{"partner", std::string_view{holders}},
                                            {"day", std::string_view{until}}});
    }
    if (next.empty()) return text;
    const auto follower = words.partner(next.front().partner);
    if (follower.empty() || !next.front().begins) return text;
    const auto from = words.day(*next.front().begins);
    return text + ' ' +
           words.text("next",
                      {{"partner", std::string_view{follower}}, {"day", std::string_view{from}}});
}

}  // namespace

Result<formats::Document> hand_over_pack(const store::Snapshot& snapshot, const HandOver& asked) {
    TENPOINT_TRY(family, family_of(snapshot, asked.arrangement));
    const auto today = day_of(asked.now);
    TENPOINT_TRY(chair, chair_on(snapshot, asked.arrangement, today, today));
    HandOverWords words(snapshot, asked.language);
    const auto& arrangement = family.front().value;
    formats::Document document;
    document.language = asked.language;
    document.title = words.in_language(arrangement.title);
    document.subtitle = words.text("subtitle");
    const auto day = words.day(today);
    document.edition_line = words.text("as_of", {{"day", std::string_view{day}}});
    document.made_at = asked.now;
    const HandOverGround ground{snapshot, family, chair, today, words};
    document.blocks.emplace_back(formats::Paragraph{chair_text(ground), formats::Tone::lead});
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
