// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_run.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

namespace tenpoint::movements {
namespace {

constexpr int wide_confidence = 85;

bool is_dated(Field field) {
    return field == Field::period || field == Field::period_from || field == Field::period_to ||
           field == Field::year || field == Field::month;
}

// What a hashtag says goes before what the header above it does.
Settings merged(Settings tag, const Settings& header) {
    boost::mp11::mp_for_each<
        boost::describe::describe_members<Settings, boost::describe::mod_public>>([&](auto member) {
        auto& of_tag = tag.*member.pointer;
        if (!of_tag) of_tag = header.*member.pointer;
    });
    return tag;
}

// The year that a run of columns fills: what a column of totals beside them counts.
std::optional<std::string> year_filled(const WideCounts& wide) {
    std::set<Period> periods;
    for (const auto& set : wide)
        if (set && set->period)
            if (const auto period = period_from_text(*set->period)) periods.insert(*period);
    if (periods.empty()) return std::nullopt;
    const auto year = Period::containing(periods.begin()->first_day(), PeriodUnit::year);
    int days = 0;
    for (const auto& period : periods)
        days += year.contains(period) ? period.length_in_days() : 0;
    const bool filled = days == year.length_in_days() && year.contains(*periods.rbegin());
    return filled ? std::optional{to_text(year)} : std::nullopt;
}

}  // namespace

void take_wide_counts(Recognition& found, const WideCounts& wide) {
    const bool has_origins = std::ranges::any_of(found.columns, [&](const auto& column) {
        return column.field == Field::origin && !wide[column.number - 1];
    });
    for (auto& column : found.columns) {
        const bool untagged = found.layout.hxl_row > 0 && column.hashtag.empty();
        if (column.by == RecognisedBy::mapping || untagged || !wide[column.number - 1]) continue;
        auto set = *wide[column.number - 1];
        // Where the rows are nationalities, the columns are where their people are.
        if (set.origin && (has_origins || found.mapping.set.origin))
            set.place = std::exchange(set.origin, std::nullopt);
        if (column.by == RecognisedBy::hashtag) {
            if (column.field != Field::count) continue;
            column.set = merged(column.set, set);
            continue;
        }
        column.by = RecognisedBy::header;
        column.field = Field::count;
        column.set = set;
        column.confidence = wide_confidence;
    }
}

// Where each of the counts has its own date, the row has none: another column of dates says
// something else, and a total without a date of its own cannot be counted.
void settle_wide_dates(Recognition& found, const WideCounts& wide) {
    const auto is_whole = [](const std::optional<Settings>& set) {
        return set && set->period && period_from_text(*set->period);
    };
    if (std::ranges::none_of(wide, is_whole)) return;
    const auto year = year_filled(wide);
    for (auto& column : found.columns) {
        if (column.by == RecognisedBy::mapping) continue;
        if (is_dated(column.field)) column.field = Field::dimension;
        if (column.field != Field::count || column.set.period) continue;
        if (column.by == RecognisedBy::samples)
            column.field = Field::dimension;
        else if (year)
            column.set.period = year;
        else
            column.field = Field::skip;
        if (column.field != Field::count) column.set = {};
    }
}

}  // namespace tenpoint::movements
