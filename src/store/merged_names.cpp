// SPDX-License-Identifier: Apache-2.0
#include "store/merged_names.hpp"

namespace tenpoint::store {

std::vector<std::string> merged_names(const Snapshot& snapshot, const record::KindInfo& kind,
                                      const Id& id) {
    std::vector<std::string> names;
    const auto history = snapshot.history(kind, id);
    if (!history) return names;
    for (const auto& entry : *history)
        for (const auto& change : entry.change)
            if (change.at("field").as_string() == "merged")
                names.emplace_back(change.at("to").as_string());
    return names;
}

}  // namespace tenpoint::store
