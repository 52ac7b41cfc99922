// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "desks/movements/column_layout.hpp"
#include "desks/movements/mapping_memory.hpp"
#include "desks/movements/table_fit.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::web {

// A source whose files look like the one at hand.
struct LikelySource {
    Id source;
    std::vector<movements::KnownTable> tables;  // of the source
    movements::TableFit fit{};                  // of the one that the file is likeliest of
    bool same_name = false;                     // a batch of it had the same file name
};

// The sources that this file may be of, the likeliest first, at most three: that of the last batch
// under the same file name; then those of whose remembered columns the file has more than half.
std::vector<LikelySource> likely_sources(const store::Snapshot& snapshot,
                                         const std::string& file_name,
                                         const movements::ColumnLayout& layout);

// Of these the one that the file is taken to be of without asking: it has the same name, or it
// alone fits as well. Null where there is none.
const LikelySource* suggested_source(std::span<const LikelySource> likely);

}  // namespace tenpoint::web
