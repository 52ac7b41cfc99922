// SPDX-License-Identifier: Apache-2.0
#pragma once

// Full-text search over all records.

#include <cstddef>
#include <string>
#include <vector>

#include "store/search_excerpt.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::store {

struct SearchQuery {
    std::string text;            // all its words are to be found, in any order
    std::string_view kind = {};  // a plural; empty: all kinds
    std::size_t skip = 0;        // of those that fit better
    std::size_t limit = 20;
};

struct SearchHit {
    const record::KindInfo* kind = nullptr;
    Found record;  // its protected members are sealed
    std::vector<ExcerptPiece> excerpt;
};

// The records that the snapshot's principal may read and that fit best. There is no count of all:
// to tell it would be to look at each. Of a word that stands in very many the newest thousand are
// weighed, and those with the word in their title.
//
// A record that was changed a moment ago, and is not in the index yet as it is now, is not found.
struct SearchPage {
    std::vector<SearchHit> hits;
    bool goes_on = false;
};
SearchPage search(const Snapshot& snapshot, const SearchQuery& query);

}  // namespace tenpoint::store
