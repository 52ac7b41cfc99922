// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "formats/table.hpp"
#include "formats/zip_archive.hpp"

namespace tenpoint::formats {

// Opens one file of an archive: the one asked for, or the one that most likely holds the data: not
// named as notes, and the largest; or texts with the same header as one table (alike_files.hpp).
// Text is read out of the archive as a stream; a workbook, which
// is itself an archive, is unpacked beside it into a file without a name, in `folder` or where
// temporary files are. Fails like open_table.
Result<std::unique_ptr<TableReader>> open_zipped_file(std::shared_ptr<const ZipArchive> archive,
                                                      const std::filesystem::path& folder,
                                                      const TableOptions& options, TableInfo& info);

}  // namespace tenpoint::formats
