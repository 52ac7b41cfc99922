// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "store/blind_index.hpp"
#include "store/verification.hpp"

namespace tenpoint::store {
namespace {

// A protected value that is not sealed, or that nobody can open any more though the record was not
// erased: of an erased one nothing is left in the row.
std::optional<Flaw> find_value_without_key(Session& session, const record::KindInfo& kind) {
    std::string is_open = "1 = 0";
    std::string has_value = "1 = 0";
    for (const auto& field : kind.fields) {
        if (!field.is_protected()) continue;
        is_open +=
            fmt::format(" or (\"{0}\" <> '' and \"{0}\" not like '{1}%')", field.name, seal_mark);
        has_value += fmt::format(" or \"{}\" <> ''", field.name);
    }
    const auto rows = session.query(
        fmt::format("select \"id\" from {0} where {1} or (({2}) and not exists "
                    "(select 1 from data_keys where data_keys.record = {0}.\"id\")) limit 1",
                    kind.plural, is_open, has_value),
        {}, {ColumnType::text});
    if (rows.empty()) return std::nullopt;
    return Flaw{FlawCode::value_without_key, {std::string{kind.plural}, text(rows[0][0])}};
}

std::optional<Flaw> find_file_without_key(Session& session) {
    const auto rows = session.query(
        "select id, name from files where sealed_hash <> '' and not exists "
        "(select 1 from data_keys where data_keys.record = files.id) limit 1",
        {}, {ColumnType::text, ColumnType::text});
    if (rows.empty()) return std::nullopt;
    return Flaw{FlawCode::file_without_key, {text(rows[0][0]), text(rows[0][1])}};
}

// Whose key was destroyed is found by nothing.
std::optional<Flaw> find_index_left_behind(Session& session) {
    const auto rows = session.query(
        "select record from blind_index where not exists "
        "(select 1 from data_keys where data_keys.record = blind_index.record) limit 1",
        {}, {ColumnType::text});
    if (rows.empty()) return std::nullopt;
    return Flaw{FlawCode::index_altered, {text(rows[0][0])}};
}

// A key that was destroyed, and came back.
std::optional<Flaw> find_key_left_behind(Session& session) {
    const auto rows = session.query(
        "select d.record from data_keys d where exists (select 1 from journal e "
        "where e.record = d.record and e.verb in ('erase', 'remove') "
        "and e.record_version >= d.since) limit 1",
        {}, {ColumnType::text});
    if (rows.empty()) return std::nullopt;
    return Flaw{FlawCode::key_left_behind, {text(rows[0][0])}};
}

}  // namespace

std::optional<Flaw> verify_keys(Session& session, record::Kinds kinds) {
    for (const auto* kind : kinds)
        if (kind->has_protected())
            if (auto flaw = find_value_without_key(session, *kind)) return flaw;
    if (auto flaw = find_file_without_key(session)) return flaw;
    if (auto flaw = find_index_left_behind(session)) return flaw;
    return find_key_left_behind(session);
}

std::optional<Flaw> verify_wrapping(Session& session, record::Kinds kinds, NodeKey& node_key) {
    if (const auto record = DataKeys(session, node_key).find_unusable())
        return Flaw{FlawCode::key_unusable, {*record}};
    for (const auto* kind : kinds)
        if (const auto record = BlindIndex(session, node_key).find_altered(*kind))
            return Flaw{FlawCode::index_altered, {*record}};
    return std::nullopt;
}

}  // namespace tenpoint::store
