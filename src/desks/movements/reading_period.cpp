// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/reading_period.hpp"

#include <algorithm>
#include <array>

#include <boost/describe/enumerators.hpp>
#include <fmt/format.h>

#include "base/text.hpp"
#include "desks/movements/going_on.hpp"
#include "desks/movements/reading_categories.hpp"
#include "formats/date_words.hpp"
#include "formats/dates.hpp"
#include "formats/number.hpp"

namespace tenpoint::movements {
namespace {

constexpr char range_sign = '\x1f';  // between the texts of two cells

std::string_view text_of(std::span<const formats::Cell> cells,
                         const std::optional<PlannedColumn>& column) {
    return column && column->index < cells.size() ? cells[column->index].text : std::string_view{};
}

formats::CellKind kind_of(std::span<const formats::Cell> cells,
                          const std::optional<PlannedColumn>& column) {
    return column && column->index < cells.size() ? cells[column->index].kind
                                                  : formats::CellKind::text;
}

// Years before it are those of another calendar, or slips.
constexpr int earliest_year = 1950;

// Days of a spreadsheet that has lost its date format: five digits, perhaps with a time of day
// behind them; as text only between 1955 and 2146. More digits are a date written as
// a number: 202101.
bool looks_like_serial(std::string_view text, formats::CellKind kind) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool is_number = kind == formats::CellKind::number;
    const auto whole = text.substr(0, text.find('.'));
    return whole.size() == 5 && std::ranges::all_of(whole, is_digit) &&
           (is_number || whole.front() >= '2');
}

// Fiscal years stand with a word: "2024 (FYTD)", "FY2024".
std::string_view year_in(std::string_view text, bool fiscal) {
    text = trimmed(text);
    if (!fiscal) return text;
    const auto begin = text.find_first_of("0123456789");
    return begin == text.npos ? text : text.substr(begin, 4);
}

// Fiscal years begin in October, as the United States count them.
std::optional<Period> in_calendar_year(const Period& fiscal) {
    const std::chrono::year_month_day first{fiscal.first_day()};
    if (fiscal.unit() == PeriodUnit::month)
        return unsigned{first.month()} >= 10 ? fiscal.year_before() : fiscal;
    if (fiscal.unit() == PeriodUnit::quarter) return fiscal.previous();
    return std::nullopt;
}

std::optional<Period> week_in(std::int64_t year, std::int64_t number, bool epidemiological) {
    return period_from_text(
        fmt::format("{:04}-{}{:02}", year, epidemiological ? 'E' : 'W', number));
}

// "2024-01", which is no "2024-1".
bool is_iso_month(std::string_view text) {
    const auto date = formats::parse_date(text);
    return date && date->form == formats::DateForm::iso && date->period.unit() == PeriodUnit::month;
}

CellFinding finding_about(std::string_view key) {
    using formats::DateOrder, formats::DayMonthOrder;
    if (trimmed(key).empty()) return {Severity::error, "missing_date", "2024-03-31", ""};
    const auto day_first = formats::parse_date(key, DateOrder(DayMonthOrder::day_first));
    const auto month_first = formats::parse_date(key, DateOrder(DayMonthOrder::month_first));
    if (day_first && month_first)
        return {Severity::error, "ambiguous_date", to_text(day_first->period),
                to_text(month_first->period)};
    return {Severity::error, "bad_date", "2024-03, 2024-03-31, 31/03/2024", ""};
}

}  // namespace

PeriodReader::PeriodReader(const ReadingPlan& plan, const Mapping& mapping)
    : period_(plan.period),
      from_(plan.period_from),
      to_(plan.period_to),
      year_(plan.year),
      month_(plan.month),
      lengths_(mapping.period_lengths),
      fiscal_(year_ && names_fiscal_year(year_->header)),
      last_year_(plan.last_year) {
    if (const auto& named = month_ ? month_ : period_) {
        part_ = numbered_part(named->header);
        has_weeks_of_s_ = named->holds_weeks_of_s || part_.unit == PeriodUnit::week;
    }
    if (period_)
        header_ = period_->header;
    else if (from_ && to_)
        header_ = from_->header;
    else if (year_)
        header_ = year_->header;
    const auto of_all_rows = mapping.period ? mapping.period : plan.period_of_title;
    if (!of_all_rows) return;
    constant_.code = of_all_rows->code();
    if (!month_ || year_ || of_all_rows->unit() != PeriodUnit::year) return;
    year_of_months_ = to_text(*of_all_rows);
    if (header_.empty()) header_ = month_->header;
}

PeriodMeaning PeriodReader::read(std::span<const formats::Cell> cells) {
    auto kind = formats::CellKind::text;
    if (period_) {
        key_ = text_going_on(cells, *period_, above_);
        kind = kind_of(cells, period_);
    } else if (from_ && to_) {
        joined_.assign(text_of(cells, from_)).append(1, range_sign).append(text_of(cells, to_));
        key_ = joined_;
        kind = kind_of(cells, from_);
    } else if (year_) {
        joined_.clear();
        if (month_) joined_ = trimmed(text_going_on(cells, *month_, above_month_));
        joined_.append(joined_.empty() ? "" : " ");
        joined_.append(year_in(text_going_on(cells, *year_, above_), fiscal_));
        key_ = joined_;
    } else if (!year_of_months_.empty()) {
        key_ = text_going_on(cells, *month_, above_month_);
    } else {
        return constant_;
    }
    const auto index =
        cache_.find(key_, [this, kind](std::string_view key) { return add(key, kind); });
    return meanings_[index];
}

std::uint32_t PeriodReader::add(std::string_view key, formats::CellKind kind) {
    if (meanings_.size() > column_cache_texts) {
        // The place of the texts that are not remembered, and of what was found about the last.
        if (meanings_.back().finding >= 0) findings_.pop_back();
        meanings_.pop_back();
    }
    meanings_.push_back(interpret(key, kind));
    return static_cast<std::uint32_t>(meanings_.size() - 1);
}

PeriodMeaning PeriodReader::interpret(std::string_view key, formats::CellKind kind) {
    std::optional<Period> period;
    const bool is_range = !period_ && from_ && to_;
    const auto dated = std::string{key} + (year_of_months_.empty() ? "" : " " + year_of_months_);
    if (period_) order_.learn(key);
    if (!is_range) learn_numerals(dated);
    if (!is_range && is_half_year(dated)) {
        findings_.push_back({Severity::error, "half_year", "2024-Q1, 2024-03", ""});
        return {0, false, static_cast<std::int32_t>(findings_.size() - 1)};
    }
    if (period_)
        period = parse(key, kind, *period_);
    else if (is_range)
        period = parse_range(key, kind);
    else if (year_)
        period = parse(key, kind, *year_);
    else
        period = parse_month(key);
    if (period && fiscal_) period = in_calendar_year(*period);
    if (period) period = with_length(*period);
    // What cannot be written and read back, such as a week that ends in the year 10000, is no date.
    if (period && period_from_text(to_text(*period))) {
        const int year{std::chrono::year_month_day{period->first_day()}.year()};
        if (year >= earliest_year && year <= last_year_) return {period->code()};
        findings_.push_back({Severity::error, "year_out_of_range", fmt::format("{:04}", year), ""});
        return {0, false, static_cast<std::int32_t>(findings_.size() - 1)};
    }
    if (is_total_label(key)) return {0, true};
    findings_.push_back(finding_about(key));
    return {0, false, static_cast<std::int32_t>(findings_.size() - 1)};
}

std::optional<Period> PeriodReader::parse(std::string_view text, formats::CellKind kind,
                                          const PlannedColumn& column) const {
    text = trimmed(text);
    const formats::DateOrder order(column.meaning.date_order);
    if (has_weeks_of_s_)
        if (const auto week = formats::number_behind_s(text))
            return week_in(week->year, week->number, part_.epidemiological);
    if (month_)
        if (const auto part = parse_part(text)) return part;
    if (column.holds_short_years)
        if (const auto month = formats::month_of_short_year(text)) return month;
    if (looks_like_serial(text, kind))
        if (const auto serial = formats::parse_serial_date(text)) return serial->period;
    const auto read = formats::parse_date(text, order);
    return read ? std::optional{read->period} : std::nullopt;
}

void PeriodReader::learn_numerals(std::string_view text) {
    const auto beside = formats::number_in_year(text);
    if (beside && beside->roman) largest_numeral_ = std::max(largest_numeral_, beside->number);
}

// Figures of half a year would count as a quarter's or a month's.
bool PeriodReader::is_half_year(std::string_view text) const {
    if (has_weeks_of_s_ && formats::number_behind_s(text)) return false;
    if (formats::names_half_year(text)) return true;
    if (!part_.half_years || is_iso_month(text)) return false;
    const auto beside = formats::number_in_year(text);
    return beside && beside->number <= 2;
}

// "3 2024" of a month and a year column, "12 2024" of weeks, "II 2024" of quarters.
std::optional<Period> PeriodReader::parse_part(std::string_view text) const {
    const auto space = text.rfind(' ');
    if (space == text.npos) return std::nullopt;
    const auto written = trimmed(text.substr(0, space));
    const auto year = formats::parse_count(text.substr(space + 1));
    if (!year || *year < 1000 || *year > 9999) return std::nullopt;
    auto number = formats::parse_count(written);
    if (!number && part_.unit == PeriodUnit::quarter)
        return formats::period_of_words(fmt::format("trimestre {} {}", written, *year));
    if (!number || *number < 1) return std::nullopt;
    switch (part_.unit) {
        case PeriodUnit::week:
            return week_in(*year, *number, part_.epidemiological);
        case PeriodUnit::quarter:
            return period_from_text(fmt::format("{:04}-Q{}", *year, *number));
        default:
            return period_from_text(fmt::format("{:04}-{:02}", *year, *number));
    }
}

// A month that names its own year has it.
std::optional<Period> PeriodReader::parse_month(std::string_view text) const {
    text = trimmed(text);
    if (text.empty()) return std::nullopt;
    if (const auto read = formats::parse_date(text)) return read->period;
    return parse(std::string{text} + ' ' + year_of_months_, formats::CellKind::text, *month_);
}

std::optional<Period> PeriodReader::parse_range(std::string_view key,
                                                formats::CellKind kind) const {
    const auto sign = key.find(range_sign);
    const auto first = parse(key.substr(0, sign), kind, *from_);
    const auto last = parse(key.substr(sign + 1), kind, *to_);
    if (!first || !last) return std::nullopt;
    return formats::period_of_days(first->first_day(), last->last_day());
}

Period PeriodReader::with_length(const Period& period) const {
    for (const auto& length : lengths_)
        if ((!length.from || *length.from <= period.first_day()) &&
            (!length.until || period.first_day() <= *length.until))
            return Period::containing(period.first_day(), length.unit);
    return period;
}

}  // namespace tenpoint::movements
