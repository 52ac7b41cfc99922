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

namespace {

// By how much the told counts differ, where that is more than the set share; the highest stands
// first.
std::optional<double> told_share(const std::vector<Disagreement::Candidate>& told,
                                 double set_share) {
    std::vector<std::int64_t> counts;
    for (const auto& candidate : told)
        if (candidate.count) counts.push_back(*candidate.count);
    if (counts.size() < 2 || counts.front() <= 0) return std::nullopt;
    const auto highest = static_cast<double>(counts.front());
    const double share = (highest - static_cast<double>(counts.back())) / highest;
    return share > set_share ? std::optional(share) : std::nullopt;
}

}  // namespace

Disagreement as_told(Disagreement disagreement, const KnowsBatch& knows, double set_share) {
    auto& candidates = disagreement.candidates;
    for (auto& candidate : candidates) {
        if (std::ranges::all_of(candidate.batches, std::cref(knows))) continue;
        const bool chosen = candidate.chosen;
        if (chosen) disagreement.ruling = {};
        candidate = {{}, {}, chosen ? candidate.count : std::nullopt, chosen};
    }
    const auto untold = std::ranges::stable_partition(
        candidates, [](const auto& candidate) { return candidate.count.has_value(); });
    if (untold.empty()) return disagreement;
    candidates.erase(untold.begin() + 1, candidates.end());
    disagreement.share = told_share(candidates, set_share);
    return disagreement;
}

}  // namespace tenpoint::movements
