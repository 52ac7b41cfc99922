// SPDX-License-Identifier: Apache-2.0
#include "store/blind_index.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "store/field_cipher.hpp"
#include "store/record_page.hpp"

namespace tenpoint::store {
namespace {

std::string hashed(const SecretKey& key, const record::KindInfo& kind,
                   const record::FieldInfo& field, const std::string& value) {
    return key.hash(fmt::format("{} {} {}", kind.plural, field.name, value));
}

}  // namespace

bool has_blind_index(const record::KindInfo& kind) {
    return std::ranges::any_of(kind.fields,
                               [](const auto& field) { return field.note.blind_index; });
}

ListQuery BlindIndex::blinded(const record::KindInfo& kind, ListQuery query) const {
    for (const auto& field : kind.fields) {
        if (!field.note.blind_index) continue;
        const auto asked = query.equal.extract(std::string{field.name});
        if (asked)
            query.blinded.emplace(field.name,
                                  hashed(keys_.index_key(), kind, field, asked.mapped()));
    }
    return query;
}

BlindIndex::Values BlindIndex::values_of(const record::KindInfo& kind, const Found& found) const {
    Values values;
    const auto key = keys_.index_key();
    for (const auto& field : kind.fields) {
        if (!field.note.blind_index) continue;
        const auto* words = std::get_if<std::string>(&found.row.values.at(field.position));
        if (words && !words->empty()) values.emplace(field.name, hashed(key, kind, field, *words));
    }
    return values;
}

void BlindIndex::add(const record::KindInfo& kind, const Found& found) {
    if (!has_blind_index(kind)) return;
    for (const auto& [field, value] : values_of(kind, found))
        session_.execute("insert into blind_index (record, field, value) values (?, ?, ?)",
                         {found.envelope.id.text, field, value});
}

void BlindIndex::put(const record::KindInfo& kind, const Found& found) {
    if (!has_blind_index(kind)) return;
    drop(found.envelope.id);
    add(kind, found);
}

void BlindIndex::drop(const Id& record) {
    session_.execute("delete from blind_index where record = ?", {record.text});
}

void BlindIndex::for_each(const record::KindInfo& kind,
                          const std::function<void(const Found&)>& visit) const {
    if (!has_blind_index(kind)) return;
    const FieldCipher cipher(session_, node_key_);
    std::string after;
    for (auto page = records_after(session_, kind, after); !page.records.empty();
         page = records_after(session_, kind, after)) {
        for (auto& record : page.records) {
            if (!record.found) continue;
            cipher.open(kind, {&*record.found, 1});
            visit(*record.found);
        }
        after = page.records.back().id;
    }
}

void BlindIndex::renew(const record::KindInfo& kind) {
    for_each(kind, [&](const Found& found) { put(kind, found); });
}

BlindIndex::Values BlindIndex::stored_values(const std::string& record) const {
    Values values;
    for (auto& row : session_.query("select field, value from blind_index where record = ?",
                                    {record}, {ColumnType::text, ColumnType::text}))
        values.emplace(text(row[0]), text(row[1]));
    return values;
}

std::optional<std::string> BlindIndex::find_altered(const record::KindInfo& kind) const {
    std::optional<std::string> altered;
    for_each(kind, [&](const Found& found) {
        const auto& id = found.envelope.id.text;
        if (!altered && values_of(kind, found) != stored_values(id)) altered = id;
    });
    return altered;
}

}  // namespace tenpoint::store
