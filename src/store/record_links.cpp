// SPDX-License-Identifier: Apache-2.0
#include "store/record_links.hpp"

#include "access/may.hpp"

namespace tenpoint::store {

using record::KindInfo;

void insert_links(Session& session, const KindInfo& kind, const Found& found) {
    const auto insert = [&](std::string_view field, std::string_view target_kind,
                            std::size_t position, const std::string& target) {
        session.execute(
            "insert into link (owner_kind, owner, field, position, target_kind, target) "
            "values (?, ?, ?, ?, ?, ?)",
            {std::string{kind.plural}, found.envelope.id.text, std::string{field},
             static_cast<std::int64_t>(position), std::string{target_kind}, target});
    };
    const auto& partners = found.envelope.shared_with;
    for (std::size_t i = 0; i < partners.size(); ++i)
        insert(access::shared_with_field, "partners", i, partners[i].text);
    std::size_t list = 0;
    for (const auto& field : kind.fields) {
        if (!field.is_link_list) continue;
        const auto& targets = found.row.links.at(list++);
        for (std::size_t i = 0; i < targets.size(); ++i)
            insert(field.name, field.target, i, targets[i]);
    }
}

namespace {

std::vector<std::string> linked(Session& session, const Id& owner, std::string_view field) {
    std::vector<std::string> ids;
    for (auto& row :
         session.query("select target from link where owner = ? and field = ? order by position",
                       {owner.text, std::string{field}}, {ColumnType::text}))
        ids.push_back(text(row[0]));
    return ids;
}

}  // namespace

void load_links(Session& session, const KindInfo& kind, Found& found) {
    const auto& id = found.envelope.id;
    if (found.envelope.visibility == record::Visibility::restricted)
        for (auto& partner : linked(session, id, access::shared_with_field))
            found.envelope.shared_with.push_back({std::move(partner)});
    for (const auto& field : kind.fields)
        if (field.is_link_list) found.row.links.push_back(linked(session, id, field.name));
}

}  // namespace tenpoint::store
