// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "access/may.hpp"
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

// What kind the field of a list refers to; empty: there is no such list.
std::string_view target_of_list(const KindInfo& kind, std::string_view name) {
    if (name == access::shared_with_field) return "partners";
    const auto* field = kind.field(name);
    return field && field->is_link_list ? field->target : std::string_view{};
}

bool has_row(Session& session, const KindInfo& kind, const std::string& id) {
    return !session
                .query(fmt::format("select \"id\" from {} where \"id\" = ?", kind.plural), {id},
                       {ColumnType::text})
                .empty();
}

// One row of the link table: the list is one of its owner's kind, its items are numbered from 0,
// and both ends are there.
bool is_right(Session& session, record::Kinds kinds, const Row& row, std::int64_t position) {
    const auto* owner = record::find_kind(kinds, text(row[0]));
    const auto* target = record::find_kind(kinds, text(row[4]));
    return owner && target && target_of_list(*owner, text(row[2])) == target->plural &&
           number(row[3]) == position && has_row(session, *owner, text(row[1])) &&
           has_row(session, *target, text(row[5]));
}

std::optional<Flaw> check_links(Session& session, record::Kinds kinds) {
    std::string owner;
    std::string field;
    std::int64_t position = -1;
    while (true) {
        const auto rows = session.query(
            "select owner_kind, owner, field, position, target_kind, target from link "
            "where owner > ? or (owner = ? and (field > ? or (field = ? and position > ?))) "
            "order by owner, field, position limit 500",
            {owner, owner, field, field, position},
            {ColumnType::text, ColumnType::text, ColumnType::text, ColumnType::integer,
             ColumnType::text, ColumnType::text});
        if (rows.empty()) return std::nullopt;
        for (const auto& row : rows) {
            const bool is_same_list = text(row[1]) == owner && text(row[2]) == field;
            owner = text(row[1]);
            field = text(row[2]);
            position = is_same_list ? position + 1 : 0;
            if (!is_right(session, kinds, row, position))
                return Flaw{FlawCode::link_altered, {text(row[0]), owner, field}};
        }
    }
}

}  // namespace

std::optional<Flaw> verify_references(Session& session, record::Kinds kinds) {
    for (const auto* kind : kinds)
        if (auto flaw = check_columns(session, *kind)) return flaw;
    return check_links(session, kinds);
}

}  // namespace tenpoint::store
