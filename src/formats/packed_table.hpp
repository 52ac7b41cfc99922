// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "formats/file_findings.hpp"
#include "formats/table.hpp"
#include "formats/zip_archive.hpp"

namespace tenpoint::formats {

// By the first bytes of a file.
bool is_packed(std::string_view head);    // a zip archive, as workbooks are
bool is_compound(std::string_view head);  // the container of old workbooks

// Why a compound file is refused: it is an old workbook, or a new one under a password.
Problem old_or_locked(std::string_view contents);

// Opens a workbook, or a table out of an archive of files. Fails like open_table.
Result<std::unique_ptr<TableReader>> open_packed(const std::filesystem::path& path,
                                                 const TableOptions& options, TableInfo& info);

// The same of a workbook only; fails with `nested_archive` where it is an archive of files. What is
// too long for memory goes into `folder`.
Result<std::unique_ptr<TableReader>> open_workbook(std::unique_ptr<ZipArchive> archive,
                                                   const std::filesystem::path& folder,
                                                   const TableOptions& options, TableInfo& info,
                                                   FileFindings findings);

}  // namespace tenpoint::formats
