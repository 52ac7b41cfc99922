// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/language.hpp"
#include "base/result.hpp"
#include "formats/document.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::arrangements {

struct HandOver {
    Id arrangement;
    Language language = Language::en;
    Instant now;
};

// What the next chair of an arrangement needs, on paper: who has the chair and who is next, the
// actions that are open, what was recommended, the dates that come within a year, members,
// agreements, documents, and whom to turn to. It covers the groups too, and holds what the reader
// may read and nothing else. Fails with `not_found`.
Result<formats::Document> hand_over_pack(const store::Snapshot& snapshot, const HandOver& asked);

}  // namespace tenpoint::arrangements
