// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tenpoint::formats {

// Whether a spreadsheet shows numbers of this format as dates (ECMA-376, 18.8.30 and 18.8.31):
// with a day, month or year. Times of day alone and durations are numbers.
bool is_date_format(std::string_view code);
bool is_built_in_date_format(int id);

}  // namespace tenpoint::formats
