// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where records name others: in members, in lists, and a partner also as whose a record or file is
// and as one of those who may read it.

#include <string>
#include <vector>

#include "base/id.hpp"
#include "record/kind_info.hpp"
#include "store/session.hpp"

namespace tenpoint::store {

// Kinds and members that name the record, as "batches.source"; empty: none does. That a partner is
// its own owner does not count.
std::vector<std::string> references_to(Session& session, record::Kinds kinds,
                                       const record::KindInfo& kind, const Id& id);

// The records of `kind`, by their ids, that name one of the kind `target`; of a partner also those
// that name a file of its. `readable` is the SQL predicate of access.
std::vector<Id> records_naming(Session& session, const record::KindInfo& kind,
                               const record::KindInfo& target, const Id& id,
                               const std::string& readable);

}  // namespace tenpoint::store
