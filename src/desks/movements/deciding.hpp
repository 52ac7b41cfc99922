// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "desks/movements/batch.hpp"
#include "record/record.hpp"
#include "store/transaction.hpp"

namespace tenpoint::movements {

// The source of a batch, for a principal who may speak for it: may change it. Else `forbidden`.
Result<record::Record<Source>> own_source(const store::Snapshot& snapshot, const Batch& batch);

// The accepted batch of the same source whose place `batch` is to take, for a principal who may
// speak for that. Fails with `not_proposed`, `not_found` or `forbidden`.
Result<record::Record<Batch>> to_be_superseded(const store::Snapshot& snapshot,
                                               const record::Record<Batch>& batch, const Id& id);

// Lets a proposed or withdrawn batch count, if its owner does not keep it, in place of `superseded`
// where one is named, and remembers its mapping with its source. A superseded one counts again once
// nothing that took its place does, or where that is what is named. Only who may change the source
// speaks for it, so that nobody's figures count in another partner's name; anybody who enters
// figures may propose them. Fails with `not_proposed`, `not_found` or `forbidden`, and with
// `invalid_fields` where nothing could be read.
Result<record::Record<Batch>> accept_batch(store::Transaction& transaction, const Id& batch,
                                           const std::optional<Id>& superseded);

// A proposed or accepted batch counts no more, for this reason where one is given. It is kept, and
// can be accepted again.
Result<record::Record<Batch>> withdraw_batch(store::Transaction& transaction, const Id& batch,
                                             const std::string& reason = {});

// Destroys, for ever, the file that a withdrawn or superseded batch came with, what was read from
// it and what was found in it, with their keys; and so all else that its owner keeps of the same
// bytes: other imports of them, and uploads. The batches' records stay and never count again; the
// file can be imported anew. Only who may say who reads a batch erases it, else `forbidden`. Fails
// with `still_counts` where one of the imports counts, or waits for a decision, and with
// `precondition_failed` where the batch has another version than `seen`.
Result<record::Record<Batch>> erase_batch(store::Transaction& transaction, const Id& batch,
                                          std::optional<std::int64_t> seen = {});

// Shares a batch, releases it for joint figures alone, or keeps it: counts_jointly() says which is
// which. Only its owner's people decide that; others, also coordinators, get `forbidden`, and so
// does who would not see it any more. How its columns are read is shown with the source as far as
// the batch is. `seen` is the version that was looked at; `precondition_failed` where it is
// another.
Result<record::Record<Batch>> share_batch(store::Transaction& transaction, const Id& batch,
                                          const store::Sharing& sharing,
                                          std::optional<std::int64_t> seen = {});

}  // namespace tenpoint::movements
