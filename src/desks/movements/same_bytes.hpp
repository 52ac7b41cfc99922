// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/finding.hpp"
#include "desks/movements/batch.hpp"
#include "record/record.hpp"
#include "store/snapshot.hpp"

// Files that came before: the same report under two names would pass for two that agree.
namespace tenpoint::movements {

// The batches of a file with this hash that were neither withdrawn nor erased, the latest first.
std::vector<record::Record<Batch>> batches_of_bytes(const store::Snapshot& snapshot,
                                                    const std::string& hash);

// A batch of the same bytes, and of the same sheet of a workbook, that another source reports.
struct SameBytes {
    Id batch;
    std::string source;
    std::string file;
    bool is_for_all = false;  // every partner may know of it
};

// Those that count or wait for a decision, as far as whoever reads the snapshot may know of them.
std::vector<SameBytes> same_bytes_elsewhere(const store::Snapshot& snapshot, const Batch& batch,
                                            const std::string& hash);

// What is said of it in the findings of the batch that comes later, which others may read.
Finding finding_on(const SameBytes& same);

}  // namespace tenpoint::movements
