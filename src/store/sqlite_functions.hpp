// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tenpoint::store {

// A session is for one thread at a time, so that SQLite need not lock for each value that is read.
// Does nothing once SQLite is in use.
void forbid_sharing_connections();

// Gives a connection (a sqlite3*; SOCI declares that type in a namespace of its own, so that the
// two headers do not go together) the SQL function `lower` for all of Unicode: SQLite's own knows
// only the letters of English.
void add_unicode_functions(void* connection);

}  // namespace tenpoint::store
