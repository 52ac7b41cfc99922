// SPDX-License-Identifier: Apache-2.0
#include "web/told_references.hpp"

#include <boost/json/object.hpp>

namespace tenpoint::web {

namespace json = boost::json;

namespace {

bool is_told_if_known(const record::KindInfo& kind, const record::FieldInfo& field) {
    return kind.name == "batch" && field.name == "supersedes";
}

bool is_known(const store::Snapshot& snapshot, const record::FieldInfo& field, const Id& id) {
    const auto* target = record::find_kind(snapshot.kinds(), field.target);
    return target != nullptr && snapshot.get(*target, id).has_value();
}

}  // namespace

void leave_out_unknown(const store::Snapshot& snapshot, const record::KindInfo& kind,
                       store::Found& found) {
    for (const auto& field : kind.fields) {
        if (!is_told_if_known(kind, field)) continue;
        auto& value = found.row.values.at(field.position);
        const auto* id = std::get_if<std::string>(&value);
        if (id && !is_known(snapshot, field, Id{*id})) value = field.blank;
    }
}

void leave_out_unknown(const store::Snapshot& snapshot, const record::KindInfo& kind,
                       store::JournalEntry& entry) {
    for (auto& item : entry.change) {
        auto& change = item.as_object();
        const auto* field = kind.field(std::string_view(change.at("field").as_string()));
        if (!field || !is_told_if_known(kind, *field)) continue;
        for (const auto* side : {"from", "to"})
            if (const auto* id = change.at(side).if_string();
                id && !is_known(snapshot, *field, Id{std::string(*id)}))
                change[side] = nullptr;
    }
}

}  // namespace tenpoint::web
