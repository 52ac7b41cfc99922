// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <boost/json/object.hpp>

#include "record/kind_info.hpp"
#include "store/journal.hpp"
#include "store/record_table.hpp"

namespace tenpoint::web {

// A record as the API answers it: its envelope, then the members of its kind.
boost::json::object to_json(const record::KindInfo& kind, const store::Found& found);
// The same for a record of a known kind.
template <class K>
boost::json::object to_json(const record::Record<K>& record) {
    return to_json(record::kind_info<K>(), {record.envelope, record::to_row(record.value)});
}

// Appends the text of that object, made from the stored values without it: lists are long.
void append_json(std::string& to, const record::KindInfo& kind, const store::Found& found);

boost::json::object to_json(const store::JournalEntry& entry);
boost::json::object journal_entry_schema();
// What changed, as the journal writes it: [{"field", "from", "to"}].
boost::json::object changes_schema();

// `"3"`: the version of a record, as it stands in ETag and If-Match.
std::string etag_of(const record::Envelope& envelope);

}  // namespace tenpoint::web
