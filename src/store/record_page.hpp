// SPDX-License-Identifier: Apache-2.0
#pragma once

// The records of a kind as they stand in the tables, a page at a time, with all that belongs to
// them: few statements for many records. Who may read them is not asked.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/journal.hpp"
#include "store/record_columns.hpp"

namespace tenpoint::store {

// One row of the link table.
struct StoredLink {
    std::string owner_kind, field;
    std::int64_t position = 0;
    std::string target_kind, target;
};

// What the journal says last of a record.
struct LastEntry {
    std::int64_t version = 0;
    std::string kind, verb, hash;
    int kind_version = 0;
};

struct StoredRecord {
    std::string id;
    std::optional<Found> found;     // without its lists; nothing: no such row can have been written
    std::string search_text;        // as it is kept
    std::vector<StoredLink> links;  // by field and position
    std::optional<LastEntry> entry;
};

struct RecordPage {
    std::vector<StoredRecord> records;
    KnownFiles files;  // that they name
};

// The records behind that id, by their ids; none at the end. Throws DatabaseError.
RecordPage records_after(Session& session, const record::KindInfo& kind, const std::string& id);

}  // namespace tenpoint::store
