// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read_table.hpp"
#include "workbook_parts.hpp"

namespace tenpoint::formats {

inline ReadTable read_workbook(const Parts& parts, const TableOptions& options = {}) {
    return read_text(packed(parts), options);
}

inline ReadTable read_rows(const std::string& rows) {
    return read_workbook(parts_of_workbook(rows));
}

}  // namespace tenpoint::formats
