// SPDX-License-Identifier: Apache-2.0
#include "store/journal.hpp"

#include <array>

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "base/hash.hpp"
#include "store/backend.hpp"

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

std::vector<std::string> ids_of_files(const record::KindInfo& kind, const record::StoredRow& row) {
    std::vector<std::string> ids;
    std::size_t next_value = 0;
    for (const auto& field : kind.fields) {
        if (field.is_link_list) continue;
        const auto* id = std::get_if<std::string>(&row.values.at(next_value++));
        if (field.note.names_file && id) ids.push_back(*id);
    }
    return ids;
}

}  // namespace

std::string row_hash(const record::KindInfo& kind, const Found& found, const json::array& files,
                     int kind_version) {
    const auto& envelope = found.envelope;
    std::array<unsigned char, 4096> first{};  // enough for most rows
    json::monotonic_resource memory(first.data(), first.size());
    json::array cells(&memory);
    json::array lists(&memory);
    cells.reserve(kind.fields.size() + 9);
    cells.emplace_back(kind.name);
    cells.emplace_back(envelope.id.text);
    cells.emplace_back(envelope.version);
    cells.emplace_back(envelope.owner.text);
    cells.emplace_back(record::to_word(envelope.visibility));
    cells.emplace_back(to_text(envelope.created_at));
    cells.emplace_back(to_text(envelope.updated_at));
    std::size_t next_value = 0;
    std::size_t next_list = 0;
    for (const auto& field : kind.fields) {
        const bool is_covered = field.note.since <= kind_version;
        if (field.is_link_list) {
            const auto& ids = found.row.links.at(next_list++);
            if (is_covered) lists.emplace_back(json::array(ids.begin(), ids.end()));
            continue;
        }
        const auto& value = found.row.values.at(next_value++);
        if (!is_covered) continue;
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
    cells.insert(cells.end(), lists.begin(), lists.end());
    if (!files.empty()) cells.emplace_back(files);
    return hash_of(json::serialize(cells));
}

KnownFiles files_where(Session& session, std::string_view condition,
                       std::initializer_list<Cell> parameters) {
    using enum ColumnType;
    KnownFiles known;
    for (const auto& row : session.query(
             fmt::format("select id, name, media_type, coalesce(owner, ''), bytes, hash, chunks, "
                         "sealed_hash from files where {}",
                         condition),
             parameters, {text, text, text, text, integer, text, integer, text})) {
        json::array file{store::text(row[0]), store::text(row[1]), store::text(row[2]),
                         store::text(row[3]), number(row[4]),      store::text(row[5]),
                         number(row[6])};
        if (!store::text(row[7]).empty()) file.emplace_back(store::text(row[7]));
        known.emplace(store::text(row[0]), std::move(file));
    }
    return known;
}

json::array named_files(const record::KindInfo& kind, const record::StoredRow& row,
                        const KnownFiles& known) {
    json::array files;
    for (const auto& id : ids_of_files(kind, row))
        if (const auto file = known.find(id); file != known.end()) files.emplace_back(file->second);
    return files;
}

json::array named_files(Session& session, const record::KindInfo& kind,
                        const record::StoredRow& row) {
    KnownFiles known;
    for (auto& id : ids_of_files(kind, row))
        known.merge(files_where(session, "id = ?", {std::move(id)}));
    return named_files(kind, row, known);
}

void append(Session& session, const JournalEntry& entry) {
    session.execute(
        "insert into journal (id, at, principal, kind, kind_version, record, record_version, "
        "verb, change, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
    json::array partners;
    for (const auto& partner : envelope.shared_with)
        partners.emplace_back(partner.text);
    if (!partners.empty())
        gone.push_back(
            {{"field", "shared_with"}, {"from", std::move(partners)}, {"to", json::array{}}});
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
        if (field == "shared_with")
            for (const auto& partner : change.at("from").as_array())
                standing.shared_with.push_back({std::string(partner.as_string())});
    }
    if (!visibility) return std::nullopt;
    standing.visibility = *visibility;
    return standing;
}

JournalPoint last_point(Session& session) {
    const auto rows = session.query(
        "select block, id from journal where block is not null order by block desc, id desc "
        "limit 1",
        {}, {ColumnType::integer, ColumnType::text});
    if (rows.empty()) return {};
    return {number(rows[0][0]), Id{text(rows[0][1])}};
}

std::optional<JournalPoint> point_behind(Session& session, const Id& entry) {
    const auto rows = session.query("select block from journal where id = ? and block is not null",
                                    {entry.text}, {ColumnType::integer});
    if (rows.empty()) return std::nullopt;
    return JournalPoint{number(rows[0][0]), entry};
}

JournalStretch entries_from(Session& session, const JournalPoint& start, int limit) {
    JournalStretch stretch{select(session, "(block, id) > (?, ?) order by block, id limit ?",
                                  {start.block, start.entry.text, std::int64_t{limit}}),
                           start};
    if (!stretch.entries.empty())
        stretch.end = point_behind(session, stretch.entries.back().id).value();
    return stretch;
}

std::vector<JournalEntry> entries_about(Session& session, const Id& record) {
    return select(session, "record = ? order by record_version", {record.text});
}

}  // namespace tenpoint::store
