// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>

#include "base/finding.hpp"
#include "base/result.hpp"
#include "formats/table.hpp"

namespace tenpoint::movements {

// What tells of persons in those tables of a file that are not read, as `info` says of it: a
// finding `personal_column_elsewhere` for each such column, its text the table's name. A contact
// in a sheet of notes is none: it takes a table of some rows. Tables that cannot be opened, or that
// the time did not suffice for, are named by one finding `personal_columns_unknown`: they may tell
// of persons. `alive` is called before each table and may throw to break off. Fails with
// `storage_failed`.
Result<Findings> persons_elsewhere(const std::filesystem::path& file,
                                   const formats::TableInfo& info,
                                   const std::function<void()>& alive = {});

}  // namespace tenpoint::movements
