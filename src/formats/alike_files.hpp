// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "formats/file_findings.hpp"
#include "formats/sheet_likeness.hpp"
#include "formats/table.hpp"
#include "formats/zip_archive.hpp"

namespace tenpoint::formats {

// Opens a text of an archive by its place, from its beginning; fails for a file that is none.
using OpenText =
    std::function<Result<std::unique_ptr<TableReader>>(std::size_t file, TableInfo& info)>;

// The texts of an archive that are like one of them, as a partner packs one for each month.
struct AlikeFiles {
    std::vector<std::size_t> files;     // by their places, the one among them; none where no other
    std::optional<AlikeSheets> joined;  // where they are read as one table
    TableInfo first;                    // of the first that is joined
};

// Finds the files like `one`, by the rule for the sheets of a workbook (sheet_choice.hpp): what is
// `wanted` is one of them by name, all alike, or left open. What a file is called by is its name
// without folders and ending, where these names differ. Joined only if they are asked for are texts
// whose rows are dated, since each may hold all that the one before held, and what is not added up
// beforehand: more than 32 MiB together, or figures that are written with signs. Workbooks are not
// joined.
AlikeFiles files_like(std::span<const ZipEntry> entries, std::size_t one, const std::string& wanted,
                      const OpenText& open, FileFindings& findings);

}  // namespace tenpoint::formats
