// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "store/verification.hpp"

namespace tenpoint::store {
namespace {

using record::KindInfo;

std::optional<Flaw> broken(Session& session, const KindInfo& kind, std::string_view column,
                           std::string_view target) {
    const auto rows =
        session.query(fmt::format("select t.\"id\" from {0} t where t.\"{1}\" <> '' and not exists "
                                  "(select 1 from {2} x where x.id = t.\"{1}\") limit 1",
                                  kind.plural, column, target),
                      {}, {ColumnType::text});
    if (rows.empty()) return std::nullopt;
    return Flaw{FlawCode::reference_broken,
                {std::string{kind.plural}, text(rows[0][0]), std::string{column}}};
}

std::optional<Flaw> check_columns(Session& session, const KindInfo& kind) {
    if (auto flaw = broken(session, kind, "owner", "partners")) return flaw;
    for (const auto& field : kind.fields) {
        if (field.is_link_list) continue;
        const auto target = field.note.names_file ? std::string_view{"files"} : field.target;
        if (target.empty()) continue;
        if (auto flaw = broken(session, kind, field.name, target)) return flaw;
    }
    return std::nullopt;
}

std::optional<Flaw> find_link(Session& session, const std::string& condition) {
    const auto rows =
        session.query("select owner_kind, owner, field from link l where " + condition + " limit 1",
                      {}, {ColumnType::text, ColumnType::text, ColumnType::text});
    if (rows.empty()) return std::nullopt;
    return Flaw{FlawCode::link_altered, {text(rows[0][0]), text(rows[0][1]), text(rows[0][2])}};
}

// Both ends of each link are there. That the lists of records which are there are in order was
// seen with the records.
std::optional<Flaw> check_links(Session& session, record::Kinds kinds) {
    constexpr auto is_nowhere = "not exists (select 1 from {} t where t.\"id\" = l.{})";
    std::string has_no_owner = "1 = 1";
    for (const auto* kind : kinds)
        has_no_owner += " and " + fmt::format(is_nowhere, kind->plural, "owner");
    if (auto flaw = find_link(session, has_no_owner)) return flaw;
    for (const auto* kind : kinds)
        if (auto flaw = find_link(session, fmt::format("l.target_kind = '{}' and ", kind->plural) +
                                               fmt::format(is_nowhere, kind->plural, "target")))
            return flaw;
    return std::nullopt;
}

}  // namespace

std::optional<Flaw> verify_references(Session& session, record::Kinds kinds) {
    for (const auto* kind : kinds)
        if (auto flaw = check_columns(session, *kind)) return flaw;
    return check_links(session, kinds);
}

}  // namespace tenpoint::store
