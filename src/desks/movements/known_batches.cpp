// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/known_batches.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include "desks/movements/batch.hpp"

namespace tenpoint::movements {

KnowsBatch known_batches(const store::Snapshot& snapshot) {
    return [&snapshot, known = std::map<Id, bool>{}](const Id& id) mutable {
        const auto [found, is_new] = known.try_emplace(id, false);
        if (is_new)
            if (const auto batch = snapshot.get<Batch>(id))
                found->second = snapshot.get<Source>(batch->value.source.id).has_value();
        return found->second;
    };
}

Disagreement as_told(Disagreement disagreement, const KnowsBatch& knows) {
    auto& candidates = disagreement.candidates;
    for (auto& candidate : candidates) {
        if (std::ranges::all_of(candidate.batches, std::cref(knows))) continue;
        const bool chosen = candidate.chosen;
        candidate = {{}, {}, chosen ? candidate.count : std::nullopt, chosen};
    }
    const auto untold = std::ranges::stable_partition(
        candidates, [](const auto& candidate) { return candidate.count.has_value(); });
    if (untold.empty()) return disagreement;
    candidates.erase(untold.begin() + 1, candidates.end());
    disagreement.share.reset();
    return disagreement;
}

}  // namespace tenpoint::movements
