// SPDX-License-Identifier: Apache-2.0
#include "formats/sheet_number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/format.h>

namespace tenpoint::formats {
namespace {

constexpr std::size_t longest_exact = 15;  // digits that a spreadsheet keeps

bool is_short_whole(std::string_view text) {
    return text.size() <= longest_exact && (text.size() == 1 || text.front() != '0') &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string shortest(double value) {
    if (value == 0) return "0";
    const bool plain = std::abs(value) >= 1e-7 && std::abs(value) < 1e21;
    std::array<char, 64> buffer;
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                      plain ? std::chars_format::fixed : std::chars_format::scientific);
    return {buffer.data(), end};
}

std::optional<std::string> date_text(double serial, SerialSystem system) {
    constexpr std::int64_t day_seconds = 86'400;
    if (!(serial >= 0 && serial < 3'000'000)) return std::nullopt;
    const auto seconds = std::llround(serial * static_cast<double>(day_seconds));
    const auto day = day_of_serial(seconds / day_seconds, system);
    if (!day) return std::nullopt;
    const auto time = seconds % day_seconds;
    if (time == 0) return tenpoint::to_text(*day);
    return fmt::format("{}T{:02}:{:02}:{:02}", tenpoint::to_text(*day), time / 3'600,
                       time / 60 % 60, time % 60);
}

}  // namespace

SheetNumber read_sheet_number(std::string_view written, bool is_date, SerialSystem system) {
    if (!is_date && is_short_whole(written)) return {std::string{written}};
    double value = 0;
    const auto* end = written.data() + written.size();
    const auto [stop, error] = std::from_chars(written.data(), end, value);
    if (error != std::errc{} || stop != end || !std::isfinite(value))
        return {std::string{written}, CellKind::text};
    if (is_date)
        if (auto date = date_text(value, system)) return {std::move(*date), CellKind::date};
    return {shortest(value)};
}

}  // namespace tenpoint::formats
