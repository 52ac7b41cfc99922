// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <boost/json/array.hpp>

#include "base/date.hpp"
#include "base/id.hpp"
#include "record/kind_info.hpp"
#include "record/record.hpp"
#include "store/record_table.hpp"
#include "store/session.hpp"

namespace tenpoint::store {

// One change, as the journal keeps it for ever.
struct JournalEntry {
    Id id;  // ascends with time
    Instant at;
    std::string principal;
    std::string kind;  // the plural
    int kind_version = 1;
    Id record;
    std::int64_t record_version = 0;
    std::string verb;           // "create", "change", "remove", "accept" …
    boost::json::array change;  // [{"field", "from", "to"}]
    std::string hash;           // of the row after the change; empty after a removal
};

// The hash of a row: BLAKE2b over envelope and values in the order of the description, and over
// what is known of the files that it names, their hashes among it. The same row gives the same hash
// on either database. `kind_version` leaves out the members that came with a later one.
std::string row_hash(const record::KindInfo& kind, const Found& found,
                     const boost::json::array& files, int kind_version);
// The files that a row names, in the order of the description: [id, name, media type, owner, bytes,
// hash, chunks] of each.
boost::json::array named_files(Session& session, const record::KindInfo& kind,
                               const record::StoredRow& row);

// Appends; called only by the one write path, within its transaction.
void append(Session& session, const JournalEntry& entry);

// The entries about one record, oldest first: sealed or not, since its versions give their order.
std::vector<JournalEntry> entries_about(Session& session, const Id& record);

}  // namespace tenpoint::store
