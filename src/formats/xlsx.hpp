// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "formats/table.hpp"

namespace tenpoint::formats {

// Opens a workbook on the sheet asked for, or on the one that most likely holds the data: not
// hidden and not named as notes, with a hashtag row where one has it, else with the most rows
// under a heading. Fails like open_table.
Result<std::unique_ptr<TableReader>> open_xlsx(const std::filesystem::path& path,
                                               const TableOptions& options, TableInfo& info);

}  // namespace tenpoint::formats
