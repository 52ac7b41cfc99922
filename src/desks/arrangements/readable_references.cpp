// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/readable_references.hpp"

#include "record/listed_texts.hpp"

namespace tenpoint::arrangements {

record::StoredRow readable_references(const store::Snapshot& snapshot, const record::KindInfo& kind,
                                      record::StoredRow row) {
    for (const auto& field : kind.fields) {
        if (field.target.empty()) continue;
        const auto* target = record::find_kind(snapshot.kinds(), field.target);
        const auto is_hidden = [&](const std::string& id) {
            return !target || !snapshot.get(*target, Id{id});
        };
        if (field.is_link_list) {
            std::erase_if(row.links.at(field.position), is_hidden);
            record::change_listed_texts(kind, field, row, [&](auto& texts) {
                std::erase_if(texts, [&](const auto& text) { return is_hidden(text.first.text); });
            });
        } else {
            auto& value = row.values.at(field.position);
            if (const auto* id = std::get_if<std::string>(&value); id && is_hidden(*id))
                value = field.blank;
        }
    }
    return row;
}

}  // namespace tenpoint::arrangements
