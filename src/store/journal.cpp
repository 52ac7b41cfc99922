// SPDX-License-Identifier: Apache-2.0
#include "store/journal.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "base/hash.hpp"

namespace tenpoint::store {

namespace json = boost::json;

namespace {

std::vector<JournalEntry> select(Session& session, std::string_view which,
                                 std::initializer_list<Cell> parameters) {
    using enum ColumnType;
    std::vector<JournalEntry> entries;
    for (auto& row : session.query(
             fmt::format("select id, at, principal, kind, kind_version, record, record_version, "
                         "verb, change, hash from journal where {}",
                         which),
             parameters, {text, text, text, text, integer, text, integer, text, text, text}))
        entries.push_back({Id{store::text(row[0])}, instant_from_text(store::text(row[1])).value(),
                           store::text(row[2]), store::text(row[3]),
                           static_cast<int>(number(row[4])), Id{store::text(row[5])},
                           number(row[6]), store::text(row[7]),
                           json::parse(store::text(row[8])).as_array(), store::text(row[9])});
    return entries;
}

}  // namespace

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

json::array last_standing(const record::Envelope& envelope) {
    const auto owner =
        envelope.owner.empty() ? json::value(nullptr) : json::value(envelope.owner.text);
    json::array gone;
    gone.push_back({{"field", "owner"}, {"from", owner}, {"to", nullptr}});
    gone.push_back(
        {{"field", "visibility"}, {"from", to_word(envelope.visibility)}, {"to", nullptr}});
    return gone;
}

std::optional<Standing> standing_at_removal(const JournalEntry& entry) {
    Standing standing;
    std::optional<record::Visibility> visibility;
    for (const auto& change : entry.change) {
        const auto& field = change.at("field").as_string();
        const auto* from = change.at("from").if_string();
        if (field == "owner" && from) standing.owner = {std::string(std::string_view(*from))};
        if (field == "visibility" && from)
            visibility = record::visibility_from_word(std::string_view(*from));
    }
    if (!visibility) return std::nullopt;
    standing.visibility = *visibility;
    return standing;
}

std::vector<JournalEntry> entries_after(Session& session, const Id& last, int limit) {
    return select(session, "id > ? order by id limit ?",
                  {last.text, static_cast<std::int64_t>(limit)});
}

Id last_entry(Session& session) {
    const auto rows =
        session.query("select id from journal order by id desc limit 1", {}, {ColumnType::text});
    return rows.empty() ? Id{} : Id{text(rows.front()[0])};
}

std::vector<JournalEntry> entries_about(Session& session, const Id& record) {
    return select(session, "record = ? order by id", {record.text});
}

}  // namespace tenpoint::store
