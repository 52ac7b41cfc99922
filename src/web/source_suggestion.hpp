// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "desks/movements/column_layout.hpp"
#include "desks/movements/mapping.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::web {

struct SuggestedSource {
    Id source;
    movements::Mapping mapping;  // as remembered with it
};

// Whose file this is likely to be: the source of the last batch under the same file name; else the
// one whose remembered mapping names the most columns, if the file has every one of them.
std::optional<SuggestedSource> suggest_source(const store::Snapshot& snapshot,
                                              const std::string& file_name,
                                              const movements::ColumnLayout& layout);

}  // namespace tenpoint::web
