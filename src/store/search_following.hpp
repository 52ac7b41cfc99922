// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "store/node_key.hpp"
#include "store/session_pool.hpp"
#include "store/transaction.hpp"
#include "store/writer.hpp"

namespace tenpoint::store {

// Takes into the full-text index what the sealed journal tells of since the index was last looked
// after, in sealed order, for about as long as `time`. Records are read and their words folded
// outside of the writer's turn, and written a few at a time. Where several nodes share a database
// each does a part. Throws DatabaseError.
void follow_journal(Writer& writer, SessionPool& readers, NodeKey& node_key, record::Kinds kinds,
                    std::chrono::milliseconds time);

// Whether the index has all that the snapshot's sealed journal tells of.
bool is_search_complete(const Snapshot& snapshot);

// Drops the index with every trace of what was in it. It is made again from the journal's start.
void begin_search_anew(Transaction& transaction);

}  // namespace tenpoint::store
