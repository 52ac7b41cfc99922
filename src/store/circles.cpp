// SPDX-License-Identifier: Apache-2.0
#include "store/circles.hpp"

#include <set>
#include <string>

#include <fmt/format.h>

namespace tenpoint::store {
namespace {

constexpr std::string_view of_equals = "counterpart";

// Whether the one is met on the way from the other, by however many steps. What goes round already
// ends the way.
bool leads_to(Session& session, const record::KindInfo& kind, std::string_view member,
              std::string from, const std::string& to) {
    const auto next = fmt::format("select \"{}\" from {} where \"id\" = ?", member, kind.plural);
    std::set<std::string> passed;
    while (passed.insert(from).second) {
        if (from == to) return true;
        auto rows = session.query(next, {from}, {ColumnType::text});
        if (rows.empty() || is_null(rows.front().front())) return false;
        from = text(rows.front().front());
    }
    return false;
}

}  // namespace

std::vector<FieldProblem> circles_made(Session& session, const record::KindInfo& kind, const Id& id,
                                       const record::StoredRow& row,
                                       const record::StoredRow& before) {
    std::vector<FieldProblem> problems;
    for (const auto& field : kind.fields) {
        if (field.target != kind.plural || field.is_link_list || field.name == of_equals ||
            field.note.settable == record::Settable::by_the_program)
            continue;
        const auto& reference = row.values.at(field.position);
        const auto* named = std::get_if<std::string>(&reference);
        if (!named || reference == before.values.at(field.position)) continue;
        if (leads_to(session, kind, field.name, *named, id.text))
            problems.push_back({fmt::format("/{}", field.name), "goes_round"});
    }
    return problems;
}

}  // namespace tenpoint::store
