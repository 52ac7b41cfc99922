// SPDX-License-Identifier: Apache-2.0
#include "store/record_references.hpp"

#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "access/may.hpp"

namespace tenpoint::store {
namespace {

using record::KindInfo;

// A member by which records of a kind name another, and the condition over their table, whose one
// parameter is the other's id.
struct Naming {
    std::string_view member;
    std::string condition;
};

std::vector<Naming> namings(const KindInfo& kind, const KindInfo& target) {
    std::vector<Naming> found;
    const auto add_list = [&](std::string_view list) {
        found.push_back(
            {list,
             fmt::format("\"id\" in (select link.owner from link where link.target_kind = '{}' and "
                         "link.target = ? and link.owner_kind = '{}' and link.field = '{}')",
                         target.plural, kind.plural, list)});
    };
    if (target.plural == "partners") {
        found.push_back({"owner", "\"owner\" = ? and \"id\" <> \"owner\""});
        add_list(access::shared_with_field);
    }
    for (const auto& field : kind.fields) {
        if (field.target != target.plural) continue;
        if (field.is_link_list)
            add_list(field.name);
        else
            found.push_back({field.name, fmt::format("\"{}\" = ?", field.name)});
    }
    return found;
}

bool is_any(Session& session, std::string_view table, std::string_view condition, const Id& id) {
    return !session
                .query(fmt::format("select 1 from {} where {} limit 1", table, condition),
                       {id.text}, {ColumnType::integer})
                .empty();
}

}  // namespace

std::vector<std::string> references_to(Session& session, record::Kinds kinds, const KindInfo& kind,
                                       const Id& id) {
    std::vector<std::string> found;
    for (const auto* other : kinds)
        for (const auto& [member, condition] : namings(*other, kind))
            if (is_any(session, other->plural, condition, id))
                found.push_back(fmt::format("{}.{}", other->plural, member));
    if (kind.plural == "partners" && is_any(session, "files", "owner = ?", id))
        found.emplace_back("files.owner");
    return found;
}

std::vector<Id> records_naming(Session& session, const KindInfo& kind, const KindInfo& target,
                               const Id& id, const std::string& readable) {
    std::vector<std::string> conditions;
    for (auto& naming : namings(kind, target))
        conditions.push_back(std::move(naming.condition));
    for (const auto& field : kind.fields)
        if (field.note.names_file && target.plural == "partners")
            conditions.push_back(fmt::format(
                "\"{}\" in (select files.id from files where files.owner = ?)", field.name));
    if (conditions.empty()) return {};
    const std::vector<Cell> parameters(conditions.size(), Cell{id.text});
    const std::array types{ColumnType::text};
    std::vector<Id> ids;
    for (auto& row :
         session.query(fmt::format("select \"id\" from {} where ({}) and {} order by \"id\"",
                                   kind.plural, fmt::join(conditions, " or "), readable),
                       parameters, types))
        ids.push_back({text(row[0])});
    return ids;
}

}  // namespace tenpoint::store
