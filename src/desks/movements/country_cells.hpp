// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "desks/movements/column_layout.hpp"

namespace tenpoint::movements {

// What the header and the first cells of a column say of countries in it.
struct CountryCells {
    bool are_countries = false;  // by the header, the hashtag, or most cells; never of admin areas
    bool has_alpha2 = false;     // other codes of two letters than "NA", which is often "not known"
};

CountryCells country_cells(std::span<const SampleRow> rows, const ColumnLayout& layout,
                           std::size_t column);

// "NA", in any case.
bool is_na(std::string_view text);

}  // namespace tenpoint::movements
