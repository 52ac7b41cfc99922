// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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
// What is known of files, by their ids: [id, name, media type, owner, bytes, hash, chunks] of each
// that meets the condition, and the hash of its chunks as they are stored, if they are sealed.
using KnownFiles = std::map<std::string, boost::json::array, std::less<>>;
KnownFiles files_where(Session& session, std::string_view condition,
                       std::initializer_list<Cell> parameters);
// Of these, or of all, those that a row names, in the order of the description.
boost::json::array named_files(const record::KindInfo& kind, const record::StoredRow& row,
                               const KnownFiles& known);
boost::json::array named_files(Session& session, const record::KindInfo& kind,
                               const record::StoredRow& row);

// Appends; called only by the one write path, within its transaction.
void append(Session& session, const JournalEntry& entry);

// What a removal says in place of the record, which is gone: whose it was and who might read it.
boost::json::array last_standing(const record::Envelope& envelope);
// Who might read the record that a removal is about; nothing where it does not say.
struct Standing {
    Id owner;
    record::Visibility visibility{};
    std::vector<Id> shared_with{};
};
std::optional<Standing> standing_at_removal(const JournalEntry& entry);

// A point of the sealed journal, behind an entry; none: before the first. Whatever follows the
// journal goes by the order in which entries were sealed, by block and then by id: a slower
// writer's entry comes later than those that it let pass, whatever its id says, so that none is
// ever skipped. An entry that is not sealed yet is not told yet.
struct JournalPoint {
    std::int64_t block = 0;
    Id entry;
    bool operator==(const JournalPoint&) const = default;
};
JournalPoint last_point(Session& session);
// The point behind an entry; nothing where no such entry is sealed.
std::optional<JournalPoint> point_behind(Session& session, const Id& entry);
// At most `limit` entries from a point on, and the point behind them.
struct JournalStretch {
    std::vector<JournalEntry> entries;
    JournalPoint end;
};
JournalStretch entries_from(Session& session, const JournalPoint& start, int limit);

// The entries about one record, oldest first: sealed or not, since its versions give their order.
std::vector<JournalEntry> entries_about(Session& session, const Id& record);

}  // namespace tenpoint::store
