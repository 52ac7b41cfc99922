// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/arrangements/arrangement.hpp"
#include "record/record.hpp"
#include "store/transaction.hpp"

// What belongs to an arrangement is open to no more people than the arrangement is, unless somebody
// says so of it: a group, a membership, an action, a review, an agreement, a submission (also to
// it) or a document.
namespace tenpoint::arrangements {

// The draft, with those readers alone who may read `whole` as well. All partners may read what
// belongs to something that everybody may.
store::Draft no_more_open(store::Draft draft, const record::Envelope& whole);

// Who may read a new record of which nobody has said that: all partners, or no more than may read
// each of what it belongs to, as far as the principal knows them.
store::Draft first_draft(const store::Snapshot& snapshot, const record::KindInfo& kind,
                         const record::StoredRow& row, const Id& owner);

// Follows an arrangement that is restricted or confidential from now on: what belongs to it and its
// groups becomes as narrow. What is others' to share, or cannot be written as it stands, stays as
// open as it was.
void close_parts(store::Transaction& transaction, const record::Envelope& arrangement);

}  // namespace tenpoint::arrangements
