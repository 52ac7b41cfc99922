// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "desks/movements/column_layout.hpp"
#include "desks/movements/mapping.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::web {

// A source whose files look like the one at hand.
struct LikelySource {
    Id source;
    movements::Mapping mapping;  // as remembered with it
    bool same_name = false;      // its last batch had the same file name
    std::size_t columns = 0;     // that the mapping names by their header
    std::size_t matching = 0;    // of these, those that the file has
};

// The sources that this file may be of, the likeliest first, at most three: that of the last batch
// under the same file name; then those of whose remembered columns the file has more than half.
std::vector<LikelySource> likely_sources(const store::Snapshot& snapshot,
                                         const std::string& file_name,
                                         const movements::ColumnLayout& layout);

// Of these the one by whose mapping the file is read without asking: it has the same name, or all
// of the columns. Null where there is none.
const LikelySource* suggested_source(std::span<const LikelySource> likely);

}  // namespace tenpoint::web
