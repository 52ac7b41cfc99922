// SPDX-License-Identifier: Apache-2.0
#include "base/period.hpp"

#include <charconv>

#include <fmt/format.h>

namespace tenpoint {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::years;

Day first_of(year_month_day date) {
    return Day{date.year() / date.month() / std::chrono::day{1}};
}

// Weeks belong to the year in which most of their days lie, that of their fourth day: the Thursday
// of an ISO week, the Wednesday of an epidemiological one (CDC, MMWR Weeks Fact Sheet).
struct NumberedWeek {
    int year;
    int week;
};
NumberedWeek numbered_week(Day first) {
    const auto middle = first + days{3};
    const year_month_day date{middle};
    const Day new_year{date.year() / 1 / 1};
    return {int{date.year()}, static_cast<int>((middle - new_year).count() / 7 + 1)};
}

Day last_weekday(Day day, std::chrono::weekday weekday) {
    return day - (std::chrono::weekday{day} - weekday);
}

bool is_epidemiological(Day first_of_week) {
    return std::chrono::weekday{first_of_week} == std::chrono::Sunday;
}

std::optional<Day> first_day_of_week(int year_number, int week, std::chrono::weekday begins) {
    if (week < 1 || week > 53) return std::nullopt;
    const Day fourth{year{year_number} / 1 / 4};  // always in week 1
    const auto first = last_weekday(fourth, begins) + days{7 * (week - 1)};
    if (numbered_week(first).year != year_number) return std::nullopt;
    return first;
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-')
        return std::nullopt;
    return value;
}

}  // namespace

Period Period::containing(Day day, PeriodUnit unit) {
    const year_month_day date{day};
    switch (unit) {
        case PeriodUnit::day:
            return {day, unit};
        case PeriodUnit::week:
            return {last_weekday(day, std::chrono::Monday), unit};
        case PeriodUnit::month:
            return {first_of(date), unit};
        case PeriodUnit::quarter: {
            const auto month = (unsigned{date.month()} - 1) / 3 * 3 + 1;
            return {Day{date.year() / std::chrono::month{month} / 1}, unit};
        }
        case PeriodUnit::year:
            return {Day{date.year() / 1 / 1}, unit};
    }
    return {day, unit};
}

Period Period::next() const {
    if (unit_ == PeriodUnit::week) return {first_ + days{7}, unit_};
    return containing(last_day() + days{1}, unit_);
}

Period Period::previous() const {
    if (unit_ == PeriodUnit::week) return {first_ - days{7}, unit_};
    return containing(first_ - days{1}, unit_);
}

Day Period::last_day() const {
    const year_month_day date{first_};
    switch (unit_) {
        case PeriodUnit::day:
            return first_;
        case PeriodUnit::week:
            return first_ + days{6};
        case PeriodUnit::month:
            return Day{date + months{1}} - days{1};
        case PeriodUnit::quarter:
            return Day{date + months{3}} - days{1};
        case PeriodUnit::year:
            return Day{date + years{1}} - days{1};
    }
    return first_;
}

std::optional<Period> Period::year_before() const {
    if (unit_ == PeriodUnit::week) {
        const auto [year_number, week] = numbered_week(first_);
        const auto begins = is_epidemiological(first_) ? std::chrono::Sunday : std::chrono::Monday;
        const auto first = first_day_of_week(year_number - 1, week, begins);
        if (!first) return std::nullopt;
        return Period{*first, unit_};
    }
    const auto date = year_month_day{first_} - years{1};
    return Period{date.ok() ? Day{date} : Day{date.year() / date.month() / std::chrono::last},
                  unit_};
}

std::int32_t Period::code() const {
    const auto longest_first =
        static_cast<std::int32_t>(PeriodUnit::year) - static_cast<std::int32_t>(unit_);
    return static_cast<std::int32_t>(first_.time_since_epoch().count()) * 8 + longest_first;
}

Period Period::from_code(std::int32_t code) {
    const auto unit =
        static_cast<PeriodUnit>(static_cast<std::int32_t>(PeriodUnit::year) - (code & 7));
    return {Day{days{code >> 3}}, unit};
}

std::string to_text(const Period& period) {
    const year_month_day date{period.first_day()};
    switch (period.unit()) {
        case PeriodUnit::day:
            return to_text(period.first_day());
        case PeriodUnit::week: {
            const auto [year_number, week] = numbered_week(period.first_day());
            return fmt::format("{:04}-{}{:02}", year_number,
                               is_epidemiological(period.first_day()) ? 'E' : 'W', week);
        }
        case PeriodUnit::month:
            return fmt::format("{:04}-{:02}", int{date.year()}, unsigned{date.month()});
        case PeriodUnit::quarter:
            return fmt::format("{:04}-Q{}", int{date.year()}, (unsigned{date.month()} - 1) / 3 + 1);
        case PeriodUnit::year:
            return fmt::format("{:04}", int{date.year()});
    }
    return {};
}

namespace {

// A week from its own first day, whichever weekday that is.
Period period_from_week(Day first) {
    const auto any_week = Period::containing(first, PeriodUnit::week);
    const auto shift = static_cast<std::int32_t>((first - any_week.first_day()).count());
    return Period::from_code(any_week.code() + shift * 8);
}

}  // namespace

std::optional<Period> period_from_text(std::string_view text) {
    if (text.size() == 10) {
        const auto day = day_from_text(text);
        if (!day) return std::nullopt;
        return Period::containing(*day, PeriodUnit::day);
    }
    if (text.size() < 4 || text.size() > 8) return std::nullopt;
    const auto year_number = number(text.substr(0, 4));
    if (!year_number || *year_number < 1) return std::nullopt;
    if (text.size() == 4)
        return Period::containing(Day{year{*year_number} / 1 / 1}, PeriodUnit::year);
    if (text[4] != '-') return std::nullopt;
    if (text.size() == 8 && (text[5] == 'W' || text[5] == 'E')) {
        const auto begins = text[5] == 'E' ? std::chrono::Sunday : std::chrono::Monday;
        const auto week = number(text.substr(6));
        const auto first = week ? first_day_of_week(*year_number, *week, begins) : std::nullopt;
        if (!first || *first + days{6} > Day{year{9999} / 12 / 31}) return std::nullopt;
        return period_from_week(*first);
    }
    if (text.size() != 7) return std::nullopt;
    const bool is_quarter = text[5] == 'Q';
    const auto rest = number(text.substr(is_quarter ? 6 : 5));
    if (!rest || *rest < 1 || *rest > (is_quarter ? 4 : 12)) return std::nullopt;
    const auto month = static_cast<unsigned>(is_quarter ? *rest * 3 - 2 : *rest);
    return Period::containing(Day{year{*year_number} / std::chrono::month{month} / 1},
                              is_quarter ? PeriodUnit::quarter : PeriodUnit::month);
}

}  // namespace tenpoint
