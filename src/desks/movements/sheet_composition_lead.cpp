// SPDX-License-Identifier: Apache-2.0
// The lead in plain words, and the headline figures.

#include <algorithm>
#include <array>

#include <boost/describe/enum_to_string.hpp>
#include <fmt/format.h>

#include "desks/movements/sheet_composition_parts.hpp"
#include "formats/countries.hpp"
#include "formats/document_locale.hpp"

namespace tenpoint::movements {
namespace {

std::string sentence(const SheetWords& words, const SheetMeasure& measure) {
    const auto key =
        fmt::format("facts.{}", boost::describe::enum_to_string(measure.indicator, ""));
    const auto fact = words.text(key, {{"count", *measure.now.count}});
    const auto place = words.place(measure.place);
    const auto when = words.when(words.content().days);
    if (const auto change = change_of(measure))
        return words.text(
            "lead.changed",
            {{"place", place}, {"when", when}, {"fact", fact}, {"change", words.change(*change)}});
    return words.text(measure.now.gaps.empty() ? "lead.fact" : "lead.partial",
                      {{"place", place}, {"when", when}, {"fact", fact}});
}

// The three most numerous nationalities, with their shares of all.
std::string origins_sentence(const SheetWords& words, const SheetMeasure& measure) {
    std::int64_t all = 0;
    std::vector<SheetShare> first;
    for (const auto& each : origins_of(measure)) {
        all += each.count;
        const auto* country = formats::country(each.origin);
        if (country && !country->is_group() && each.count > 0 && first.size() < 3)
            first.push_back(each);
    }
    std::vector<std::string> texts;
    for (const auto& each : first) {
        const auto share = static_cast<double>(each.count) / static_cast<double>(all);
        texts.push_back(words.text("lead.origin", {{"origin", words.origin(each.origin)},
                                                   {"share", words.percent(share)}}));
    }
    if (texts.empty()) return {};
    return words.text("lead.origins", {{"origins", words.list(texts)}});
}

// How the figure of every later place moved, so far as it may be compared: neighbours at one border
// may move apart, and one of them alone would mislead. Changes compare where figures do not.
std::string along_sentence(const SheetWords& words, const SheetMeasure& lead) {
    std::vector<std::string> changes;
    for (const auto& measure : words.content().measures) {
        const auto change = change_of(measure);
        if (&measure == &lead || !change) continue;
        changes.push_back(words.text(
            "lead.place", {{"place", words.place(measure.place)},
                           {"change", formats::format_change(words.language(), *change)}}));
    }
    if (changes.empty()) return {};
    return words.text(
        "lead.along",
        {{"before", words.stretch(words.content().days_before)},
         {"changes", fmt::format("{}", fmt::join(changes, words.text("separator")))}});
}

formats::Headline card(const SheetWords& words, const SheetMeasure& measure, std::string label) {
    formats::Headline card{std::move(label), as_value(measure.now.count)};
    card.change = change_of(measure);
    if (measure.before.count)
        card.comparison =
            words.text("card.comparison", {{"before", words.number(*measure.before.count)},
                                           {"when", words.when(words.content().days_before)}});
    std::vector<std::string> notes;
    if (words.content().is_corridor) notes.push_back(words.indicator(measure.indicator));
    if (measure.now.count && !measure.now.gaps.empty())
        notes.push_back(
            words.text("card.gaps", {{"stretches", words.stretches(measure.now.gaps)}}));
    if (measure.before.count && !measure.before.gaps.empty())
        notes.push_back(words.text("card.partial_before"));
    if (!measure.other_sources_before.empty()) notes.push_back(words.other_sources());
    card.note = fmt::format("{}", fmt::join(notes, " · "));
    return card;
}

}  // namespace

const SheetMeasure* lead_measure(const SheetContent& content) {
    const auto found = std::ranges::find_if(
        content.measures, [](const auto& measure) { return measure.now.count.has_value(); });
    return found == content.measures.end() ? nullptr : &*found;
}

std::vector<const SheetMeasure*> main_deaths(const SheetContent& content) {
    std::vector<const SheetMeasure*> chosen;
    for (const auto indicator :
         {Indicator::death_and_missing, Indicator::death, Indicator::missing})
        for (const auto& measure : content.deaths)
            if (measure.indicator == indicator &&
                std::ranges::none_of(
                    chosen, [&](const auto* other) { return other->place == measure.place; }))
                chosen.push_back(&measure);
    return chosen;
}

std::optional<double> as_value(const std::optional<std::int64_t>& count) {
    if (!count) return std::nullopt;
    return static_cast<double>(*count);
}

void add_lead(const SheetWords& words, Blocks& blocks) {
    const auto& content = words.content();
    std::vector<std::string> sentences;
    if (const auto* lead = lead_measure(content)) {
        sentences.push_back(sentence(words, *lead));
        if (auto origins = origins_sentence(words, *lead); !origins.empty())
            sentences.push_back(std::move(origins));
        if (content.is_corridor)
            if (auto along = along_sentence(words, *lead); !along.empty())
                sentences.push_back(std::move(along));
    }
    for (const auto* deaths : main_deaths(content))
        if (deaths->now.count) sentences.push_back(sentence(words, *deaths));
    blocks.emplace_back(
        formats::Paragraph{fmt::format("{}", fmt::join(sentences, " ")), formats::Tone::lead});
    if (const auto& description = content.description.in(words.language()); !description.empty())
        blocks.emplace_back(formats::Paragraph{description});
}

void add_headlines(const SheetWords& words, Blocks& blocks) {
    formats::Headlines headlines;
    for (const auto& measure : words.content().measures)
        headlines.cards.push_back(card(words, measure,
                                       words.content().is_corridor
                                           ? words.place(measure.place)
                                           : words.indicator(measure.indicator)));
    for (const auto* deaths : main_deaths(words.content()))
        headlines.cards.push_back(card(words, *deaths,
                                       words.content().is_corridor
                                           ? words.place(deaths->place)
                                           : words.indicator(deaths->indicator)));
    blocks.emplace_back(std::move(headlines));
}

}  // namespace tenpoint::movements
