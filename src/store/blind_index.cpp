// SPDX-License-Identifier: Apache-2.0
#include "store/blind_index.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tenpoint::store {

bool has_blind_index(const record::KindInfo& kind) {
    return std::ranges::any_of(kind.fields,
                               [](const auto& field) { return field.note.blind_index; });
}

std::string BlindIndex::value_of(const record::KindInfo& kind, const record::FieldInfo& field,
                                 const std::string& value) const {
    return keys_.index_key().hash(fmt::format("{} {} {}", kind.plural, field.name, value));
}

ListQuery BlindIndex::blinded(const record::KindInfo& kind, ListQuery query) const {
    for (const auto& field : kind.fields) {
        if (!field.note.blind_index) continue;
        const auto asked = query.equal.extract(std::string{field.name});
        if (asked) query.blinded.emplace(field.name, value_of(kind, field, asked.mapped()));
    }
    return query;
}

void BlindIndex::put(const record::KindInfo& kind, const Found& found) {
    if (!has_blind_index(kind)) return;
    drop(found.envelope.id);
    for (const auto& field : kind.fields) {
        if (!field.note.blind_index) continue;
        const auto* words = std::get_if<std::string>(&found.row.values.at(field.position));
        if (words && !words->empty())
            session_.execute(
                "insert into blind_index (record, field, value) values (?, ?, ?)",
                {found.envelope.id.text, std::string{field.name}, value_of(kind, field, *words)});
    }
}

void BlindIndex::drop(const Id& record) {
    session_.execute("delete from blind_index where record = ?", {record.text});
}

}  // namespace tenpoint::store
