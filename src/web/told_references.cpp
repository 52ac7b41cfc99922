// SPDX-License-Identifier: Apache-2.0
#include "web/told_references.hpp"

#include <string_view>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "access/may.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

bool is_told_if_known(const record::KindInfo& kind, const record::FieldInfo& field) {
    return kind.name == "batch" && field.name == "supersedes";
}

// Of a contact: when its link was made, ends and was used.
bool is_of_link(const record::KindInfo& kind, std::string_view member) {
    return kind.name == "contact" && member.starts_with("link_");
}

bool may_change(const store::Snapshot& snapshot, const record::KindInfo& kind,
                const record::Envelope& envelope) {
    return access::may(snapshot.principal(), access::Verb::change,
                       access::subject_of(kind.stewardship, envelope));
}

bool is_known(const store::Snapshot& snapshot, const record::FieldInfo& field, const Id& id) {
    const auto* target = record::find_kind(snapshot.kinds(), field.target);
    return target != nullptr && snapshot.get(*target, id).has_value();
}

// What is personal was perhaps taken back, or said when fewer could read it: what it was before is
// for those who keep the record.
void leave_out_personal(const store::Snapshot& snapshot, const record::KindInfo& kind,
                        store::JournalEntry& entry) {
    const auto found = snapshot.get(kind, entry.record);
    if (found && may_change(snapshot, kind, found->envelope)) return;
    json::array told;
    for (auto& change : entry.change) {
        const std::string_view member = change.at("field").as_string();
        const auto* field = kind.field(member);
        const bool is_personal = field && field->is_protected();
        if (!is_personal && !is_of_link(kind, member)) told.push_back(std::move(change));
    }
    entry.change = std::move(told);
}

}  // namespace

void leave_out_unknown(const store::Snapshot& snapshot, const record::KindInfo& kind,
                       store::Found& found) {
    for (const auto& field : kind.fields) {
        if (is_of_link(kind, field.name) && !may_change(snapshot, kind, found.envelope))
            found.row.values.at(field.position) = field.blank;
        if (!is_told_if_known(kind, field)) continue;
        auto& value = found.row.values.at(field.position);
        const auto* id = std::get_if<std::string>(&value);
        if (id && !is_known(snapshot, field, Id{*id})) value = field.blank;
    }
}

void leave_out_unknown(const store::Snapshot& snapshot, const record::KindInfo& kind,
                       store::JournalEntry& entry) {
    if (kind.has_protected()) leave_out_personal(snapshot, kind, entry);
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
