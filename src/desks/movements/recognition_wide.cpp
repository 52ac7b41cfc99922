// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_wide.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "base/text.hpp"
#include "desks/movements/wide_header.hpp"
#include "formats/number.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t wide_rows_searched = 25;
constexpr std::size_t rows_looked_at = 50, columns_looked_at = 400;
constexpr std::size_t fewest_periods = 2, fewest_groups = 2, fewest_origins = 3;

// Whether the cells below hold figures or say that there is none, as far as they are filled.
bool holds_figures(std::span<const SampleRow> below, std::size_t column, std::int64_t hxl_row) {
    std::size_t filled = 0, figures = 0;
    for (const auto& row : below.first(std::min(below.size(), rows_looked_at))) {
        if (row.number == hxl_row || column >= row.texts.size()) continue;
        const auto text = trimmed(row.texts[column]);
        if (text.empty()) continue;
        ++filled;
        const bool date = row.kinds[column] == formats::CellKind::date;
        figures += !date && formats::parse_count(text).kind != formats::NumberKind::not_a_number;
    }
    return figures * 5 >= filled * 4;
}

bool has_group(const Settings& set) {
    return set.sex || set.age || set.profile;
}

// Whose figures a column has; of years that are no group of ours by their words.
using GroupOfPeople = std::tuple<std::optional<Sex>, std::optional<AgeGroup>,
                                 std::optional<Profile>, std::string_view>;

// What the headers of a table say, and how often it differs: "dec_total" and "dec_other" are
// decisions, "Dec" beside "Jan" is a month.
struct Run {
    std::size_t dated = 0;  // columns with a whole period
    std::size_t with_period = 0, with_origin = 0;
    std::set<std::string> periods, origins;
    std::set<GroupOfPeople> groups;

    void add(const Settings& set, std::string_view header) {
        if (set.period) {
            ++with_period;
            dated += period_from_text(*set.period) ? 1 : 0;
            periods.insert(*set.period);
        }
        if (set.origin) {
            ++with_origin;
            origins.insert(*set.origin);
        }
        if (has_group(set))
            groups.emplace(set.sex, set.age, set.profile,
                           set.age == AgeGroup::unknown ? header : std::string_view{});
    }
    bool holds(const Settings& set) const {
        const bool of_periods = periods.size() >= fewest_periods || dated >= fewest_periods;
        const bool of_origins = origins.size() >= fewest_origins;
        if ((set.period && !of_periods) || (set.origin && !of_origins)) return false;
        return set.period || set.origin || (has_group(set) && groups.size() >= fewest_groups);
    }
};

using Keys = std::vector<std::optional<Settings>>;

Keys keys_of(std::span<const std::string> headers, const std::vector<bool>& figures,
             HeaderReading reading, Run& run) {
    Keys keys(headers.size());
    for (std::size_t i = 0; i < headers.size(); ++i) {
        if (!figures[i]) continue;
        keys[i] = read_wide_header(headers[i], reading);
        if (keys[i]) run.add(*keys[i], headers[i]);
    }
    return keys;
}

// Spreadsheets make dates of "5-11" and "12-17": what stands among age groups is no period.
void drop_periods_among_ages(Keys& keys) {
    const auto is_age = [](const auto& key) { return key && key->age && !key->period; };
    if (std::ranges::none_of(keys, is_age)) return;
    for (auto& key : keys)
        if (key && key->period && !key->age) key.reset();
}

// Days that go back in time within one group were no days: "5-11" and "12-17" again. The first days
// of months stand for months, which may go from the last to the first.
void drop_days_out_of_order(Keys& keys) {
    const auto is_day = [](const auto& key) {
        return key && key->period && key->period->size() == 10;
    };
    std::map<std::tuple<std::optional<Sex>, std::optional<Profile>, std::optional<std::string>>,
             std::string>
        last;
    bool falls = false, all_first = true;
    for (const auto& key : keys) {
        if (!is_day(key)) continue;
        auto& before = last[{key->sex, key->profile, key->origin}];
        falls = falls || *key->period < before;
        all_first = all_first && key->period->ends_with("-01");
        before = *key->period;
    }
    if (!falls || all_first) return;
    for (auto& key : keys)
        if (is_day(key)) key.reset();
}

// "MAR" is March among months and Morocco among countries: what explains more columns holds.
Keys keys_of_run(std::span<const std::string> headers, const std::vector<bool>& figures) {
    HeaderReading reading;
    for (const auto& header : headers) {
        reading.order.learn(header);
        for (const auto word : words_of_header(header))
            reading.letters.learn(word);
    }
    Run run, run_of_countries;
    auto keys = keys_of(headers, figures, reading, run);
    reading.countries_first = true;
    auto keys_of_countries = keys_of(headers, figures, reading, run_of_countries);
    if (run_of_countries.with_origin > run.with_period) {
        keys = std::move(keys_of_countries);
        run = run_of_countries;
    }
    for (auto& key : keys)
        if (key && !run.holds(*key)) key.reset();
    drop_periods_among_ages(keys);
    drop_days_out_of_order(keys);
    return keys;
}

// A workbook writes "Jan-24" as the first day of the month.
void take_first_days_for_months(Keys& keys) {
    std::set<std::string> months;
    for (const auto& key : keys) {
        if (!key || !key->period) continue;
        if (!key->period->ends_with("-01") || key->period->size() != 10) return;
        months.insert(key->period->substr(0, 7));
    }
    if (months.size() < fewest_periods) return;
    for (auto& key : keys)
        if (key && key->period) key->period = key->period->substr(0, 7);
}

// Years stand alone in a header only one after the other: other numbers are figures.
bool are_header_periods(const std::vector<std::string>& periods) {
    int last_year = 0;
    for (const auto& period : periods) {
        if (period.size() != 4) continue;
        const int year = std::stoi(period);
        if (last_year != 0 && year != last_year + 1) return false;
        last_year = year;
    }
    return periods.size() >= fewest_periods;
}

bool is_wide_header(std::span<const SampleRow> rows, std::size_t at) {
    const auto& row = rows[at];
    std::vector<std::string> periods;
    std::size_t filled = 0, words = 0;
    for (std::size_t i = 0; i < std::min(row.texts.size(), columns_looked_at); ++i) {
        const auto text = trimmed(row.texts[i]);
        if (text.empty()) continue;
        ++filled;
        const auto key = read_wide_header(text, {});
        if (!key || !key->period) {
            words += formats::parse_decimal(text) ? 0 : 1;
            continue;
        }
        if (!holds_figures(rows.subspan(at + 1), i, 0)) return false;
        periods.push_back(*key->period);
    }
    return at + 1 < rows.size() && are_header_periods(periods) &&
           (periods.size() + words) * 4 >= filled * 3;
}

}  // namespace

ColumnLayout find_wide_layout(std::span<const SampleRow> rows, std::int64_t header_row) {
    auto layout = find_layout(rows, header_row);
    if (header_row > 0 || layout.hxl_row > 0 || layout.header_row > 0) return layout;
    for (std::size_t i = 0; i < rows.size() && i < wide_rows_searched; ++i)
        if (is_wide_header(rows, i)) return find_layout(rows, rows[i].number);
    return layout;
}

std::vector<std::optional<Settings>> wide_counts(std::span<const SampleRow> rows,
                                                 const ColumnLayout& layout) {
    const auto first = std::ranges::find_if(
        rows, [&](const auto& row) { return row.number >= layout.first_data_row; });
    const auto below = rows.subspan(static_cast<std::size_t>(first - rows.begin()));
    std::vector<bool> figures;
    for (std::size_t i = 0; i < layout.headers.size(); ++i)
        figures.push_back(holds_figures(below, i, layout.hxl_row));
    auto keys = keys_of_run(layout.headers, figures);
    take_first_days_for_months(keys);
    return keys;
}

bool is_of_one_run(const Settings& a, const Settings& b) {
    return a.period.has_value() == b.period.has_value() &&
           a.origin.has_value() == b.origin.has_value() &&
           a.place.has_value() == b.place.has_value() && a.sex.has_value() == b.sex.has_value() &&
           a.age.has_value() == b.age.has_value() && a.profile.has_value() == b.profile.has_value();
}

}  // namespace tenpoint::movements
