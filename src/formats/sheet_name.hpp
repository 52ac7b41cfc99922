// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace tenpoint::formats {

// The name nearest to `wanted` that Excel allows for one more worksheet. `taken` are the names that
// the workbook has, as folded() sees them; the new one is added.
std::string free_sheet_name(const std::string& wanted, std::vector<std::string>& taken);

}  // namespace tenpoint::formats
