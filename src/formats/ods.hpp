// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "formats/file_findings.hpp"
#include "formats/table.hpp"
#include "formats/zip_archive.hpp"

namespace tenpoint::formats {

// Opens an OpenDocument spreadsheet (ODF 1.3, ISO/IEC 26300) on the sheet asked for, or on the one
// that most likely holds the data, as open_xlsx chooses it. Fails like open_table.
Result<std::unique_ptr<TableReader>> open_ods(const std::shared_ptr<const ZipArchive>& archive,
                                              const TableOptions& options, TableInfo& info,
                                              FileFindings findings);

}  // namespace tenpoint::formats
