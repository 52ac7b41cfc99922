// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "desks/movements/batch.hpp"

// Which sheets of a workbook, or files of an archive, a batch was read from.
namespace tenpoint::movements {

// "*" and "book.xlsx#*": what a batch has for its sheet where several were read as one table.
bool stands_for_alike_sheets(std::string_view sheet);

// How a file was read, without the names of the sheets that were read as one: these are a matter of
// that file alone, and batches of before do not have them.
record::JsonObject without_joined_sheets(record::JsonObject mapping);

// The sheet on which the table of a batch comes back where it was corrected in a spreadsheet.
std::string sheet_of_corrections(const Batch& batch);

// Whether the sheet of `one` is among those that `joined` was read from; also where it is their
// table as it came back corrected. Of a batch that does not name them any sheet of the workbook may
// be.
bool holds_sheet(const Batch& joined, const Batch& one);

// Whether both may have figures of one sheet: of the same, or of none that is known by a name. Two
// sheets of a workbook are two tables, unless one import read both.
bool may_share_a_sheet(const Batch& a, const Batch& b);

}  // namespace tenpoint::movements
