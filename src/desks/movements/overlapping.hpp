// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "base/result.hpp"
#include "desks/activities/batch_subjects.hpp"
#include "desks/movements/batch.hpp"
#include "record/record.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::movements {

// An accepted batch that another may be a new edition of.
struct Overlap {
    record::Record<Batch> batch;
    bool is_held = false;  // the other holds it whole, and may take its place unasked
    // Of activities: what the other does not have, and would go if it took its place; and whether
    // something is in both, and counts twice if it does not.
    std::vector<activities::ReportSubject> missing;
    bool counts_twice = false;
};

// Those of the same source, read with the same mapping, about some of the same days, and of the
// same places; of activities, of an organisation that both have, or of the same works of whomever.
// Newest first.
Result<std::vector<Overlap>> overlapping_batches(const store::Snapshot& snapshot, const Id& batch);

// The one of them that is held whole (all its places, all its days; of activities, each
// organisation with its sectors, areas and months): the forerunner, which a corrected or continued
// file replaces. Nothing where there is none, or several.
std::optional<record::Record<Batch>> forerunner_among(std::vector<Overlap> overlapping);

}  // namespace tenpoint::movements
