// SPDX-License-Identifier: Apache-2.0
#include <exception>

#include <fmt/format.h>

#include "store/journal.hpp"
#include "store/record_table.hpp"
#include "store/verification.hpp"

namespace tenpoint::store {
namespace {

using record::KindInfo;

struct LastEntry {
    std::int64_t version;
    std::string verb, hash;
    int kind_version;
};

std::optional<LastEntry> last_entry(Session& session, const KindInfo& kind, const std::string& id) {
    const auto rows = session.query(
        "select record_version, verb, hash, kind_version from journal "
        "where record = ? and kind = ? order by record_version desc limit 1",
        {id, std::string{kind.plural}},
        {ColumnType::integer, ColumnType::text, ColumnType::text, ColumnType::integer});
    if (rows.empty()) return std::nullopt;
    const auto& row = rows.front();
    return LastEntry{number(row[0]), text(row[1]), text(row[2]), static_cast<int>(number(row[3]))};
}

// Entries of before the files were covered have a hash of the row alone.
bool is_as_written(Session& session, const KindInfo& kind, const Found& found,
                   const LastEntry& entry) {
    const auto files = named_files(session, kind, found.row);
    return found.envelope.version == entry.version &&
           (row_hash(kind, found, files, entry.kind_version) == entry.hash ||
            row_hash(kind, found, {}, entry.kind_version) == entry.hash);
}

std::optional<Flaw> check_record(Session& session, const KindInfo& kind, const std::string& id) {
    const std::string plural{kind.plural};
    const auto entry = last_entry(session, kind, id);
    if (!entry) return Flaw{FlawCode::record_without_entry, {plural, id}};
    if (entry->verb == "remove") return Flaw{FlawCode::record_returned, {plural, id}};
    bool is_right = false;
    try {
        const auto found = find_row(session, kind, Id{id}, "1 = 1");
        is_right = found && is_as_written(session, kind, *found, *entry);
    } catch (const DatabaseError&) {
        throw;
    } catch (const std::exception&) {  // a cell that the program cannot have written
    }
    if (is_right) return std::nullopt;
    return Flaw{FlawCode::record_altered, {plural, id, std::to_string(entry->version)}};
}

std::optional<Flaw> check_rows(Session& session, const KindInfo& kind, Verification& counts) {
    const auto sql = fmt::format(
        "select \"id\" from {} where \"id\" > ? order by \"id\" limit 1000", kind.plural);
    std::string after;
    while (true) {
        const auto rows = session.query(sql, {after}, {ColumnType::text});
        if (rows.empty()) return std::nullopt;
        for (const auto& row : rows) {
            if (auto flaw = check_record(session, kind, text(row[0]))) return flaw;
            ++counts.records;
        }
        after = text(rows.back()[0]);
    }
}

// A record was made and not removed, and has no row.
std::optional<Flaw> find_missing(Session& session, const KindInfo& kind) {
    const auto rows = session.query(
        fmt::format("select e.record from journal e where e.kind = ? and e.record_version = 1 "
                    "and not exists (select 1 from {} t where t.\"id\" = e.record) "
                    "and not exists (select 1 from journal r where r.record = e.record "
                    "and r.verb = 'remove') limit 1",
                    kind.plural),
        {std::string{kind.plural}}, {ColumnType::text});
    if (rows.empty()) return std::nullopt;
    return Flaw{FlawCode::record_missing, {std::string{kind.plural}, text(rows[0][0])}};
}

}  // namespace

std::optional<Flaw> verify_records(Session& session, record::Kinds kinds, Verification& counts) {
    for (const auto* kind : kinds) {
        if (auto flaw = check_rows(session, *kind, counts)) return flaw;
        if (auto flaw = find_missing(session, *kind)) return flaw;
    }
    return std::nullopt;
}

}  // namespace tenpoint::store
