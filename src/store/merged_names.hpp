// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "store/snapshot.hpp"

namespace tenpoint::store {

// What those were called that were merged into the record, as its history tells. Nothing for one
// that may not be read.
std::vector<std::string> merged_names(const Snapshot& snapshot, const record::KindInfo& kind,
                                      const Id& id);

}  // namespace tenpoint::store
