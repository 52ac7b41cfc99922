// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the row of a record's table holds, by the description of its kind.

#include <string>
#include <string_view>
#include <vector>

#include "record/kind_info.hpp"
#include "record/record.hpp"
#include "store/session.hpp"

namespace tenpoint::store {

// A record without its type.
struct Found {
    record::Envelope envelope;
    record::StoredRow row;
};

// The columns of the envelope, which come first.
bool is_envelope_column(std::string_view name);
std::vector<std::string> column_names(const record::KindInfo& kind);
// "id", "version", … each between `prefix`, such as a table's short name with its dot, and `after`.
std::string column_list(const record::KindInfo& kind, std::string_view prefix = {},
                        std::string_view after = {});
std::vector<ColumnType> column_types(const record::KindInfo& kind);

std::vector<Cell> cells_of(const Found& found);
// Takes the record, without its lists, out of a row that begins with the kind's columns. Throws
// where a cell cannot have been written by the program.
Found found_in(const record::KindInfo& kind, Row& row);

// The words of a record's open texts, folded, one member or language a line: the column
// `search_text`, which is made from the others.
std::string search_text_of(const record::KindInfo& kind, const record::StoredRow& row);

}  // namespace tenpoint::store
