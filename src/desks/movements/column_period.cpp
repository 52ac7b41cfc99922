// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/column_period.hpp"

#include <fmt/format.h>

namespace tenpoint::movements {

std::int32_t ColumnPeriod::code_in(std::int32_t row) const {
    if (whole) return whole->code();
    const std::chrono::year_month_day date{Period::from_code(row).first_day()};
    return formats::part_in(int{date.year()}, part).value().code();
}

std::optional<ColumnPeriod> column_period_from_text(std::string_view text) {
    if (const auto whole = period_from_text(text)) return ColumnPeriod{whole, {}};
    // A year in which every part exists reads the part.
    const auto part =
        text.size() == 2 ? period_from_text("2000-" + std::string{text}) : std::nullopt;
    if (!part) return std::nullopt;
    const std::chrono::year_month_day date{part->first_day()};
    const auto month = unsigned{date.month()};
    const bool quarter = part->unit() == PeriodUnit::quarter;
    return ColumnPeriod{std::nullopt, {part->unit(), quarter ? (month + 2) / 3 : month}};
}

std::string word_of(const formats::YearPart& part) {
    return part.unit == PeriodUnit::quarter ? fmt::format("Q{}", part.number)
                                            : fmt::format("{:02}", part.number);
}

}  // namespace tenpoint::movements
