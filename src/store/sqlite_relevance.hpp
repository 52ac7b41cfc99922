// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tenpoint::store {

// Gives a connection (a sqlite3*, as in sqlite_functions.hpp) the function `relevance(index)` of
// FTS5: how well the present entry fits, in thousandths. It weighs how often the words stand in it
// for its length, as BM25 does, but not how rare a word is: all of them are demanded, and to find
// out is to read all entries that have it.
void add_relevance(void* connection);

}  // namespace tenpoint::store
