// SPDX-License-Identifier: Apache-2.0
#include "base/date.hpp"

#include <charconv>

#include <fmt/compile.h>

namespace tenpoint {
namespace {

// Reads a run of exactly `digits` digits at `at`.
std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t digits) {
    if (at + digits > text.size()) return std::nullopt;
    int value = 0;
    const auto* first = text.data() + at;
    const auto [end, error] = std::from_chars(first, first + digits, value);
    if (error != std::errc{} || end != first + digits || *first == '-') return std::nullopt;
    return value;
}

}  // namespace

std::string to_text(Day day) {
    const std::chrono::year_month_day date{day};
    return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), int{date.year()}, unsigned{date.month()},
                       unsigned{date.day()});
}

std::optional<Day> day_from_text(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = number_at(text, 0, 4);
    const auto month = number_at(text, 5, 2);
    const auto day = number_at(text, 8, 2);
    if (!year || *year < 1 || !month || !day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return Day{date};
}

std::string to_text(Instant instant) {
    const std::chrono::sys_time<std::chrono::milliseconds> moment{
        std::chrono::milliseconds{instant.milliseconds}};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::hh_mm_ss time{moment - day};
    // Five times in each record that is written, hence without a format to interpret.
    auto text = to_text(day);
    const auto add = [&text](char before, std::int64_t value, int digits) {
        text += before;
        text.append(static_cast<std::size_t>(digits), '0');
        for (auto at = text.rbegin(); value > 0; value /= 10)
            *at++ = static_cast<char>('0' + value % 10);
    };
    text.reserve(24);
    add('T', time.hours().count(), 2);
    add(':', time.minutes().count(), 2);
    add(':', time.seconds().count(), 2);
    add('.', time.subseconds().count(), 3);
    return text += 'Z';
}

std::optional<Instant> instant_from_text(std::string_view text) {
    const auto day = day_from_text(text.substr(0, 10));
    if (!day || (text.size() != 20 && text.size() != 24)) return std::nullopt;
    if (text[10] != 'T' || text[13] != ':' || text[16] != ':' || text.back() != 'Z')
        return std::nullopt;
    const auto hour = number_at(text, 11, 2);
    const auto minute = number_at(text, 14, 2);
    const auto second = number_at(text, 17, 2);
    const auto fraction =
        text.size() == 24 && text[19] == '.' ? number_at(text, 20, 3) : std::optional<int>{0};
    if (!hour || !minute || !second || !fraction) return std::nullopt;
    if (*hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    const auto moment = std::chrono::sys_time<std::chrono::milliseconds>{*day} +
                        std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
                        std::chrono::seconds{*second} + std::chrono::milliseconds{*fraction};
    return Instant{moment.time_since_epoch().count()};
}

Day day_of(Instant instant) {
    return std::chrono::floor<std::chrono::days>(std::chrono::sys_time<std::chrono::milliseconds>{
        std::chrono::milliseconds{instant.milliseconds}});
}

}  // namespace tenpoint
