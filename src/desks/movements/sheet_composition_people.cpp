// SPDX-License-Identifier: Apache-2.0
// Who moves: by origin, by sex and age.

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "desks/movements/sheet_composition_parts.hpp"
#include "formats/countries.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t most_origins = 10;

// In the order in which they are shown.
constexpr std::array<std::string_view, 11> groups{"women",  "men",     "girls",          "boys",
                                                  "female", "male",    "adults",         "children",
                                                  "other",  "unknown", "not_broken_down"};

std::string_view group_of(Sex sex, AgeGroup age) {
    const bool adult = age == AgeGroup::adult;
    const bool child = age == AgeGroup::child;
    switch (sex) {
        case Sex::female:
            return adult ? "women" : child ? "girls" : "female";
        case Sex::male:
            return adult ? "men" : child ? "boys" : "male";
        case Sex::other:
            return "other";
        case Sex::unknown:
        case Sex::all:
            break;
    }
    if (adult || child) return adult ? "adults" : "children";
    return sex == Sex::all && age == AgeGroup::all ? "not_broken_down" : "unknown";
}

// Other nationalities as the source itself lumps them together belong to the rest.
bool is_ranked(const SheetShare& share) {
    const auto* country = formats::country(share.origin);
    return country && (!country->is_group() || share.origin == "STA");
}

std::optional<double> share_of(std::int64_t count, std::int64_t all) {
    if (all == 0) return std::nullopt;
    return static_cast<double>(count) / static_cast<double>(all);
}

formats::BarChart chart(const SheetWords& words, const SheetMeasure& measure,
                        std::string_view title, std::string_view label) {
    formats::BarChart chart;
    chart.caption.title = words.text(title, {{"measure", words.measure(measure)}});
    chart.caption.unit = words.stretch(words.content().days);
    chart.label_header = words.text(label);
    chart.value_header = words.indicator(measure.indicator);
    chart.share_header = words.text("columns.share");
    return chart;
}

formats::BarChart origin_chart(const SheetWords& words, const SheetMeasure& measure) {
    auto bars = chart(words, measure, "origins.title", "columns.nationality");
    std::int64_t all = 0;
    std::int64_t others = 0;
    std::int64_t unknown = 0;
    std::int64_t not_broken_down = 0;
    const auto shares = origins_of(measure);
    for (const auto& each : shares)
        all += each.count;
    const auto bar = [&](std::string label, std::int64_t count, bool rest) {
        bars.bars.push_back(
            {std::move(label), static_cast<double>(count), share_of(count, all), rest});
    };
    for (const auto& each : shares) {
        if (is_ranked(each) && bars.bars.size() < most_origins)
            bar(words.origin(each.origin), each.count, false);
        else if (each.origin == "unknown" || each.origin == "UNK")
            unknown += each.count;
        else if (each.origin.empty())
            not_broken_down += each.count;
        else
            others += each.count;
    }
    if (others > 0) bar(words.text("origins.others"), others, true);
    if (unknown > 0) bar(words.text("origins.unknown"), unknown, true);
    if (not_broken_down > 0) bar(words.text("origins.not_broken_down"), not_broken_down, true);
    return bars;
}

std::map<std::string_view, std::int64_t> grouped(const SheetMeasure& measure) {
    std::map<std::string_view, std::int64_t> counts;
    const auto last = measure.by_sex_age.back().period;  // ordered by period
    for (const auto& each : measure.by_sex_age)
        if (!is_stock(measure.indicator) || each.period == last)
            counts[group_of(each.sex, each.age)] += each.count;
    return counts;
}

formats::BarChart sex_age_chart(const SheetWords& words, const SheetMeasure& measure) {
    auto bars = chart(words, measure, "sex_age.title", "columns.group");
    const auto counts = grouped(measure);
    std::int64_t all = 0;
    for (const auto& [group, count] : counts)
        all += count;
    for (const auto group : groups) {
        const auto found = counts.find(group);
        if (found == counts.end() || found->second == 0) continue;
        bars.bars.push_back({words.text(std::string("sex_age.").append(group)),
                             static_cast<double>(found->second), share_of(found->second, all),
                             group == "unknown" || group == "not_broken_down"});
    }
    return bars;
}

// A heading, then a chart for each measure that has figures.
template <class Has, class Make>
void add_charts(const SheetWords& words, std::string_view heading, Has has, Make make,
                Blocks& blocks) {
    bool headed = false;
    for (const auto& measure : words.content().measures) {
        if (!has(measure)) continue;
        if (!headed) blocks.emplace_back(formats::Heading{words.text(heading)});
        headed = true;
        blocks.emplace_back(make(words, measure));
    }
}

}  // namespace

void add_origins(const SheetWords& words, Blocks& blocks) {
    add_charts(
        words, "origins.heading",
        [](const SheetMeasure& measure) { return !measure.by_origin.empty(); }, origin_chart,
        blocks);
}

void add_sex_and_age(const SheetWords& words, Blocks& blocks) {
    add_charts(
        words, "sex_age.heading",
        [](const SheetMeasure& measure) { return !measure.by_sex_age.empty(); }, sex_age_chart,
        blocks);
}

}  // namespace tenpoint::movements
