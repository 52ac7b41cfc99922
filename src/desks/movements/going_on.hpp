// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "desks/movements/reading_plan.hpp"

namespace tenpoint::movements {

// The text of a row's cell; a blank one stands for `above`, the last text of a column that goes on.
inline std::string_view text_going_on(std::span<const formats::Cell> cells,
                                      const PlannedColumn& column, std::string& above) {
    const auto text = column.index < cells.size() ? cells[column.index].text : std::string_view{};
    if (!column.goes_on) return text;
    if (!trimmed(text).empty() && text != above) above = text;
    return above;
}

}  // namespace tenpoint::movements
