// SPDX-License-Identifier: Apache-2.0
#pragma once

// How list_rows (record_table.hpp) finds a page. It begins where the one before ended and, in the
// order in which records were made or of a unique member, no more is read than it gives, however
// far back it is; other orders have no index. How many records there are on all pages is counted
// once, when a list is begun: to count is to read every row.

#include <cstdint>
#include <string>
#include <vector>

#include "store/record_table.hpp"

namespace tenpoint::store {

// A statement with its parameters.
struct Statement {
    std::string sql;
    std::vector<Cell> parameters;
};

// What gives a page, and one row more where another follows. Fails as list_rows does.
Result<Statement> page_statement(const record::KindInfo& kind, const ListQuery& query,
                                 const std::string& readable);

// ListQuery::after for the first page, of a list whose Page::total is known already.
std::string start_of_list(std::int64_t total);

}  // namespace tenpoint::store
