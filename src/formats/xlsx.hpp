// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "formats/file_findings.hpp"
#include "formats/table.hpp"
#include "formats/zip_archive.hpp"

namespace tenpoint::formats {

// Opens a workbook on the sheet asked for, or on the one that most likely holds the data: not
// hidden and not named as notes, with a hashtag row where one has it, else with the most rows
// under a heading. What is too long for memory goes into `folder`. Fails like open_table.
Result<std::unique_ptr<TableReader>> open_xlsx(std::unique_ptr<ZipArchive> archive,
                                               const std::filesystem::path& folder,
                                               const TableOptions& options, TableInfo& info,
                                               FileFindings findings);

}  // namespace tenpoint::formats
