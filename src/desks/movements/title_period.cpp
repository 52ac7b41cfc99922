// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/title_period.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <vector>

#include "base/text.hpp"
#include "desks/movements/column_period.hpp"
#include "desks/movements/wide_header.hpp"
#include "formats/date_words.hpp"
#include "formats/dates.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t title_bytes = 500, most_words_of_a_date = 8, title_cells = 64;

// The words of a title, each a part of it.
std::vector<std::string_view> words_of_title(std::string_view title) {
    constexpr std::string_view separators = " \t\n\r,;:()[]\"_";
    std::vector<std::string_view> words;
    for (std::size_t begin = 0; begin < title.size();) {
        const auto end = std::min(title.find_first_of(separators, begin), title.size());
        if (end > begin) words.push_back(title.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

std::string stem_of(std::string_view file) {
    return std::filesystem::path(file).stem().string();
}

// Dates of a title, and what is left of it beside them. A lone year is no date here.
struct TitleDates {
    std::vector<Period> dates;
    std::string rest;
};

std::optional<Period> date_in(std::string_view text) {
    if (year_in_header(text) || text.find_first_of("0123456789") == text.npos) return std::nullopt;
    const auto date =
        formats::parse_date(text, formats::DateOrder(formats::DayMonthOrder::day_first));
    return date ? std::optional{date->period} : std::nullopt;
}

TitleDates dates_in(std::string_view title) {
    TitleDates found;
    const auto words = words_of_title(title.substr(0, title_bytes));
    for (std::size_t begin = 0; begin < words.size();) {
        auto end = std::min(words.size(), begin + most_words_of_a_date);
        std::optional<Period> date;
        for (; end > begin && !date; --end) {
            const auto* last = words[end - 1].data() + words[end - 1].size();
            date = date_in(
                {words[begin].data(), static_cast<std::size_t>(last - words[begin].data())});
        }
        if (date) {
            found.dates.push_back(*date);
            begin = end + 1;
        } else {
            found.rest.append(words[begin]).append(1, ' ');
            ++begin;
        }
    }
    return found;
}

// The four digits that are a year, wherever they stand: "FY2024".
std::vector<Period> years_written_in(std::string_view text) {
    std::vector<Period> years;
    const auto is_digit = [&](std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
        if ((i > 0 && is_digit(i - 1)) || is_digit(i + 4)) continue;
        if (year_in_header(text.substr(i, 4)))
            years.push_back(*period_from_text(text.substr(i, 4)));
    }
    return years;
}

// What a title says beside its dates and years, folded.
std::string title_without_time(std::string_view title) {
    const auto found = dates_in(with_ascii_digits(title));
    std::string rest;
    for (const auto word : words_of_title(found.rest))
        if (!year_in_header(word)) rest.append(word).append(1, ' ');
    return folded(rest);
}

Period calendar_year_of(const Period& period) {
    return Period::containing(period.first_day(), PeriodUnit::year);
}

// What a title says, as long as it says one thing.
struct Said {
    std::optional<TitlePeriod> period;
    bool contradictory = false;

    void add(const Period& said, std::string_view title) {
        if (!period) period = TitlePeriod{said, std::string{trimmed(title)}, false, false};
        contradictory = contradictory || period->period != said;
    }
    std::optional<TitlePeriod> settled() const { return contradictory ? std::nullopt : period; }
};

void add_years(std::string_view title, Said& said) {
    const auto [dates, rest] = dates_in(with_ascii_digits(title));
    for (const auto& date : dates)
        if (date.unit() != PeriodUnit::day) said.add(calendar_year_of(date), title);
    for (const auto& year : years_written_in(rest))
        said.add(year, title);
}

// "1 January to 31 March 2024": two dates are the ends of one period, or none.
void add_periods(std::string_view title, Said& said) {
    const auto [dates, rest] = dates_in(with_ascii_digits(title));
    if (dates.size() == 2)
        if (const auto whole = formats::period_of_days(dates[0].first_day(), dates[1].last_day())) {
            said.add(*whole, title);
            return;
        }
    for (const auto& date : dates)
        if (date.unit() != PeriodUnit::day) said.add(date, title);
}

using Add = std::function<void(std::string_view, Said&)>;

std::optional<TitlePeriod> sought(std::span<const SampleRow> rows, const ColumnLayout& layout,
                                  const TableNames& names, const Add& add) {
    Said of_sheet, of_rows, of_file;
    add(names.sheet, of_sheet);
    if (of_sheet.period) return of_sheet.settled();
    for (const auto& row : rows) {
        if (row.number >= layout.header_row) break;
        const auto cells = std::span(row.texts).first(std::min(row.texts.size(), title_cells));
        for (const auto& text : cells)
            add(text, of_rows);
    }
    if (of_rows.period) {
        auto found = of_rows.settled();
        if (found) found->of_row = true;
        return found;
    }
    add(stem_of(names.file), of_file);
    auto found = of_file.settled();
    if (found) *found = {found->period, std::string{names.file}, true, false};
    return found;
}

// "Arrivals, first half of 2024"
bool names_half_of_year(std::string_view title) {
    const auto words = words_of_title(title.substr(0, title_bytes));
    for (std::size_t begin = 0; begin < words.size(); ++begin)
        for (auto end = begin + 1; end <= std::min(words.size(), begin + most_words_of_a_date);
             ++end) {
            const auto* last = words[end - 1].data() + words[end - 1].size();
            if (formats::names_half_year(
                    {words[begin].data(), static_cast<std::size_t>(last - words[begin].data())}))
                return true;
        }
    return false;
}

bool has_column(const Mapping& mapping, Field field) {
    return std::ranges::any_of(
        mapping.columns, [field](const ColumnMeaning& column) { return column.field == field; });
}

}  // namespace

bool needs_year(const Mapping& mapping) {
    if (has_column(mapping, Field::month) && !has_column(mapping, Field::year)) return true;
    return std::ranges::any_of(mapping.columns, [](const ColumnMeaning& column) {
        const auto period = column_period_from_text(column.set.period.value_or(""));
        return column.field == Field::count && period && !period->whole;
    });
}

bool has_dates(const Mapping& mapping) {
    const bool by_rows = std::ranges::any_of(
        std::array{Field::period, Field::period_from, Field::period_to, Field::year, Field::month},
        [&](Field field) { return has_column(mapping, field); });
    return by_rows || std::ranges::any_of(mapping.columns, [](const ColumnMeaning& column) {
               return column.field == Field::count && column.set.period;
           });
}

std::optional<TitlePeriod> year_of_title(std::span<const SampleRow> rows,
                                         const ColumnLayout& layout, const TableNames& names) {
    return sought(rows, layout, names, add_years);
}

std::optional<TitlePeriod> period_of_title(std::span<const SampleRow> rows,
                                           const ColumnLayout& layout, const TableNames& names) {
    auto part = sought(rows, layout, names, add_periods);
    auto year = year_of_title(rows, layout, names);
    // "Arrivals 2023", in "report of March 2024.xlsx": neither is certain.
    if (part && year && !year->period.contains(part->period)) return std::nullopt;
    // No more does the half of a year count as the whole.
    if (!part && year && names_half_of_year(year->of_file ? stem_of(year->text) : year->text))
        return std::nullopt;
    return part ? part : year;
}

std::optional<Period> period_of_next_block(const TitlePeriod& first, std::string_view title) {
    if (title.empty() || title.size() > title_bytes) return std::nullopt;
    Said said;
    const bool by_years = first.period.unit() == PeriodUnit::year;
    if (by_years)
        add_years(title, said);
    else
        add_periods(title, said);
    const auto next = said.settled();
    if (!next || next->period.unit() != first.period.unit()) return std::nullopt;
    if (by_years && (title_without_time(title).empty() || names_half_of_year(title)))
        return std::nullopt;  // a lone number may be a figure
    if (title_without_time(title) != title_without_time(first.text)) return std::nullopt;
    return next->period;
}

}  // namespace tenpoint::movements
