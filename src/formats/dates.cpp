// SPDX-License-Identifier: Apache-2.0
#include "formats/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "base/text.hpp"
#include "formats/calendar.hpp"
#include "formats/date_words.hpp"
#include "formats/month_names.hpp"

// ICU's macros cast as C does.
#pragma GCC diagnostic ignored "-Wold-style-cast"

namespace tenpoint::formats {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

int two_digits(const char* at) {
    return (at[0] - '0') * 10 + (at[1] - '0');
}

// "2016-01-10", alone or before a time of day: what programs write, without detours.
std::optional<Period> iso_day(std::string_view text) {
    if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    for (const std::size_t at : {0, 1, 2, 3, 5, 6, 8, 9})
        if (!is_digit(text[at])) return std::nullopt;
    const bool ends = text.size() == 10;
    const bool has_time =
        text.size() > 11 && (text[10] == 'T' || text[10] == ' ') && is_digit(text[11]);
    if (!ends && !has_time) return std::nullopt;
    return day_in(two_digits(text.data()) * 100 + two_digits(text.data() + 2),
                  static_cast<unsigned>(two_digits(text.data() + 5)), two_digits(text.data() + 8));
}

// Without "00:00:00", "12:00 AM" or "T00:00:00Z" at the end.
std::string_view without_time(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == text.npos) return text;
    const auto before = text.find_last_of(" T", colon);
    return before == text.npos ? std::string_view{} : trimmed(text.substr(0, before));
}

// Without the name of a day in front of a date of numbers: "Tue, 01/16/2024".
std::string_view without_weekday(std::string_view text) {
    const auto comma = text.find(',');
    if (comma == text.npos || comma + 1 >= text.size()) return text;
    const auto rest = trimmed(text.substr(comma + 1));
    const bool is_numeric = !rest.empty() && is_digit(rest.front()) &&
                            rest.find_first_not_of("0123456789/.-") == rest.npos;
    return is_numeric && is_filler_in_dates(folded(text.substr(0, comma))) ? rest : text;
}

// Two or three numbers parted by one sign, or a single one.
struct Numbers {
    struct Part {
        int value = 0;
        std::size_t digits = 0;
    };
    std::array<Part, 3> parts{};
    std::size_t count = 0;
    char separator = '\0';
};

std::optional<Numbers> numbers_of(std::string_view text) {
    Numbers numbers;
    bool in_number = false;
    for (const char c : text) {
        if (is_digit(c)) {
            if (!in_number && numbers.count == numbers.parts.size()) return std::nullopt;
            if (!in_number) ++numbers.count;
            auto& part = numbers.parts[numbers.count - 1];
            if (++part.digits > 8) return std::nullopt;
            part.value = part.value * 10 + (c - '0');
            in_number = true;
            continue;
        }
        const bool fits = numbers.separator == '\0' || numbers.separator == c;
        if (!in_number || !fits || std::string_view{"/.- "}.find(c) == std::string_view::npos)
            return std::nullopt;
        numbers.separator = c;
        in_number = false;
    }
    if (!in_number) return std::nullopt;
    return numbers;
}

// "31/08/2021" and "8/31/21", whichever order.
bool is_day_month_year(const Numbers& numbers) {
    const auto& [a, b, c] = numbers.parts;
    return numbers.count == 3 && a.digits <= 2 && b.digits <= 2 && (c.digits == 4 || c.digits == 2);
}

std::optional<Period> numeric_period(const Numbers& numbers, DayMonthOrder order) {
    const auto& [a, b, c] = numbers.parts;
    if (numbers.count == 1) {
        const bool recent = a.value / (a.digits == 8 ? 10'000 : 100) / 100 >= 19;
        if (a.digits == 8 && recent)
            return day_in(a.value / 10'000, static_cast<unsigned>(a.value / 100 % 100),
                          a.value % 100);
        if (a.digits == 6 && recent && a.value < 210'000)
            return month_in(a.value / 100, static_cast<unsigned>(a.value % 100));
        return std::nullopt;
    }
    if (numbers.count == 2) {
        if (a.digits == 4 && b.digits <= 2)
            return month_in(a.value, static_cast<unsigned>(b.value));
        if (a.digits <= 2 && b.digits == 4)
            return month_in(b.value, static_cast<unsigned>(a.value));
        return std::nullopt;
    }
    if (a.digits == 4 && b.digits <= 2 && c.digits <= 2)
        return day_in(a.value, static_cast<unsigned>(b.value), c.value);
    if (!is_day_month_year(numbers)) return std::nullopt;
    if (a.value > 12 || a.value == b.value) order = DayMonthOrder::day_first;
    if (b.value > 12) order = DayMonthOrder::month_first;
    if (order == DayMonthOrder::unknown) return std::nullopt;
    const auto year = c.digits == 4 ? c.value : full_year(c.value);
    return order == DayMonthOrder::day_first
               ? day_in(year, static_cast<unsigned>(b.value), a.value)
               : day_in(year, static_cast<unsigned>(a.value), b.value);
}

// "2024M01", as statistical offices write months.
std::optional<Period> statistical_month(std::string_view text) {
    if (text.size() != 7 || (text[4] != 'M' && text[4] != 'm')) return std::nullopt;
    for (const std::size_t at : {0, 1, 2, 3, 5, 6})
        if (!is_digit(text[at])) return std::nullopt;
    return month_in(two_digits(text.data()) * 100 + two_digits(text.data() + 2),
                    static_cast<unsigned>(two_digits(text.data() + 5)));
}

// "01/03/2024 - 31/03/2024", "2024-01-01 to 2024-01-31": the one period between two dates.
std::optional<Period> stretch_of_dates(std::string_view text, DayMonthOrder order) {
    // Where nothing else tells, one end of it may: "01/02/2024 - 29/02/2024".
    if (order == DayMonthOrder::unknown) {
        const auto by_day = stretch_of_dates(text, DayMonthOrder::day_first);
        const auto by_month = stretch_of_dates(text, DayMonthOrder::month_first);
        if (!by_day || !by_month) return by_day ? by_day : by_month;
        return by_day == by_month ? by_day : std::nullopt;
    }
    static constexpr std::array<std::string_view, 9> between{" - ",  " – ", " — ", " to ", " au ",
                                                             " al ", " a ", " à ", " إلى "};
    for (const auto word : between) {
        const auto at = text.find(word);
        if (at == text.npos) continue;
        const auto date = [order](std::string_view part) -> std::optional<Period> {
            if (const auto day = iso_day(part)) return day;
            const auto numbers = numbers_of(part);
            return numbers ? numeric_period(*numbers, order) : period_of_words(part);
        };
        const auto first = date(trimmed(text.substr(0, at)));
        const auto last = date(trimmed(text.substr(at + word.size())));
        if (first && last) return period_of_days(first->first_day(), last->last_day());
    }
    return std::nullopt;
}

std::optional<ReadDate> with_form(const std::optional<Period>& period, DateForm form) {
    if (!period) return std::nullopt;
    return ReadDate{*period, form};
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

void DateOrder::learn(std::string_view text) {
    text = trimmed(text);
    const auto ascii = is_ascii(text) ? std::string{} : with_ascii_digits(text);
    const auto numbers = numbers_of(without_weekday(without_time(ascii.empty() ? text : ascii)));
    if (!numbers || !is_day_month_year(*numbers)) return;
    const auto [first, second] = std::pair{numbers->parts[0].value, numbers->parts[1].value};
    if (first == second) return;
    if (first <= 12 && second <= 12) {
        ambiguous_ = true;
        return;
    }
    if (first > 12 && second > 12) return;
    const auto shown = first > 12 ? DayMonthOrder::day_first : DayMonthOrder::month_first;
    contradictory_ = contradictory_ || (order_ != DayMonthOrder::unknown && order_ != shown);
    if (order_ == DayMonthOrder::unknown) order_ = shown;
}

// "Week 12 (18-24 March 2024)", "SE 12 2024 (hasta el sábado)": what stands before the brackets
// says it, or what stands within.
static std::optional<ReadDate> date_with_brackets(std::string_view text, DateOrder order) {
    const auto bracket = text.find('(');
    if (bracket == text.npos || bracket == 0) return std::nullopt;
    const auto within = text.substr(bracket + 1, text.size() - bracket - 2);
    if (within.find_first_of("()") != within.npos) return std::nullopt;
    const auto before = parse_date(text.substr(0, bracket), order);
    return before ? before : parse_date(within, order);
}

std::optional<ReadDate> parse_date(std::string_view text, DateOrder order) {
    if (const auto day = iso_day(text)) return ReadDate{*day, DateForm::iso};
    text = trimmed(text);
    const auto ascii = is_ascii(text) ? std::string{} : with_ascii_digits(text);
    text = without_weekday(without_time(ascii.empty() ? text : ascii));
    if (const auto period = period_from_text(text)) return ReadDate{*period, DateForm::iso};
    if (const auto numbers = numbers_of(text))
        return with_form(numeric_period(*numbers, order.order()), DateForm::numeric);
    if (const auto month = statistical_month(text)) return ReadDate{*month, DateForm::iso};
    if (const auto period = period_of_words(text)) return ReadDate{*period, DateForm::month_name};
    if (const auto stretch = stretch_of_dates(text, order.order()))
        return ReadDate{*stretch, DateForm::numeric};
    return text.ends_with(')') ? date_with_brackets(text, order) : std::nullopt;
}

std::optional<ReadDate> parse_serial_date(std::string_view text, SerialSystem system) {
    text = trimmed(text);
    std::int64_t serial = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, serial);
    if (error != std::errc{}) return std::nullopt;
    const std::string_view rest{stop, static_cast<std::size_t>(end - stop)};
    if (!rest.empty() && (rest.front() != '.' || !std::ranges::all_of(rest.substr(1), is_digit)))
        return std::nullopt;
    const auto day = day_of_serial(serial, system);
    if (!day) return std::nullopt;
    return ReadDate{Period::containing(*day, PeriodUnit::day), DateForm::serial};
}

}  // namespace tenpoint::formats
