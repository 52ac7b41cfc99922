// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "record/kind_info.hpp"
#include "store/session.hpp"

namespace tenpoint::store {

// Copies all that a store keeps, its journal and its files too, from one database to another, which
// may be of the other sort. Both were migrated by this program, `to` holds nothing, and each is
// within a transaction; memory does not grow with the store. Throws DatabaseError.
void transfer(Session& from, Session& to, record::Kinds kinds);

// What is copied, as "table.column": all there is, but for what migrations fill and sealing counts.
std::set<std::string> transferred_columns(record::Kinds kinds);

}  // namespace tenpoint::store
