// SPDX-License-Identifier: Apache-2.0
#include "store/journal.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/hash.hpp"

namespace tenpoint::store {

namespace json = boost::json;

std::string row_hash(const record::KindInfo& kind, const record::Envelope& envelope,
                     const record::StoredRow& row) {
    json::array cells{kind.name,
                      envelope.id.text,
                      envelope.version,
                      envelope.owner.text,
                      record::to_word(envelope.visibility),
                      to_text(envelope.created_at),
                      to_text(envelope.updated_at)};
    for (const auto& value : row.values) {
        if (const auto* whole = std::get_if<std::int64_t>(&value))
            cells.emplace_back(*whole);
        else if (const auto* words = std::get_if<std::string>(&value))
            cells.emplace_back(*words);
        else
            cells.emplace_back(nullptr);
    }
    if (!envelope.shared_with.empty()) {
        auto& partners = cells.emplace_back(json::array{}).as_array();
        for (const auto& partner : envelope.shared_with)
            partners.emplace_back(partner.text);
    }
    for (const auto& ids : row.links)
        cells.emplace_back(json::array(ids.begin(), ids.end()));
    return hash_of(json::serialize(cells));
}

void append(Session& session, const JournalEntry& entry) {
    session.execute(
        "insert into journal (id, at, principal, kind, kind_version, record, record_version, verb, "
        "change, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {entry.id.text, to_text(entry.at), entry.principal, entry.kind,
         std::int64_t{entry.kind_version}, entry.record.text, entry.record_version, entry.verb,
         json::serialize(entry.change), entry.hash});
}

std::vector<JournalEntry> entries_about(Session& session, const Id& record) {
    using enum ColumnType;
    std::vector<JournalEntry> entries;
    for (auto& row : session.query(
             "select id, at, principal, kind, kind_version, record_version, verb, change, hash "
             "from journal where record = ? order by id",
             {record.text}, {text, text, text, text, integer, integer, text, text, text}))
        entries.push_back({Id{store::text(row[0])}, instant_from_text(store::text(row[1])).value(),
                           store::text(row[2]), store::text(row[3]),
                           static_cast<int>(number(row[4])), record, number(row[5]),
                           store::text(row[6]), json::parse(store::text(row[7])).as_array(),
                           store::text(row[8])});
    return entries;
}

}  // namespace tenpoint::store
