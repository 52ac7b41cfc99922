// SPDX-License-Identifier: Apache-2.0
#include "store/field_cipher.hpp"

#include <charconv>

#include <boost/json/value.hpp>
#include <fmt/format.h>

namespace tenpoint::store {

namespace json = boost::json;

using record::FieldInfo;
using record::KindInfo;
using record::StoredValue;

namespace {

constexpr char text_mark = 't';
constexpr char integer_mark = 'i';

// What is sealed is bound to its place.
std::string place_of_member(const KindInfo& kind, const Id& record, const FieldInfo& field) {
    return fmt::format("{} {} {}", kind.plural, record.text, field.name);
}

[[noreturn]] void fail(const KindInfo& kind, const FieldInfo& field) {
    throw DatabaseError(DatabaseError::Sort::other,
                        fmt::format("a value of {}.{} does not open", kind.plural, field.name));
}

std::string to_bytes(const StoredValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return fmt::format("{}{}", integer_mark, *whole);
    return text_mark + std::get<std::string>(value);
}

StoredValue from_bytes(std::string_view bytes) {
    if (!bytes.starts_with(integer_mark)) return std::string{bytes.substr(1)};
    std::int64_t whole = 0;
    std::from_chars(bytes.data() + 1, bytes.data() + bytes.size(), whole);
    return whole;
}

StoredValue opened(const KindInfo& kind, const FieldInfo& field, const Id& record,
                   const SecretKey* key, std::string_view sealed) {
    const auto bytes = key ? key->open(sealed, place_of_member(kind, record, field))
                           : std::optional<std::string>{};
    if (!bytes || bytes->empty()) fail(kind, field);
    return from_bytes(*bytes);
}

json::value to_json(const StoredValue& stored) {
    const auto* words = std::get_if<std::string>(&stored);
    return words ? json::value(*words) : json::value(nullptr);
}

// What an entry says of a member, once it was sealed; before the member was protected it stood
// there as it was. Without a key it was erased.
void open_value(const KindInfo& kind, const FieldInfo& field, const Id& record,
                const SecretKey* key, json::value& told) {
    const auto* words = told.if_string();
    if (!words || (!words->empty() && !std::string_view{*words}.starts_with(seal_mark))) return;
    told = !key || words->empty() ? json::value(nullptr)
                                  : field.write(opened(kind, field, record, key, *words));
}

}  // namespace

void FieldCipher::open(const KindInfo& kind, std::span<Found> records) const {
    if (!kind.has_protected()) return;
    std::vector<Id> ids;
    for (const auto& found : records)
        ids.push_back(found.envelope.id);
    const auto keys = keys_.find(ids);
    for (auto& found : records) {
        const auto& id = found.envelope.id;
        const auto key = keys.find(id.text);
        for (const auto& field : kind.fields) {
            if (!field.is_protected()) continue;
            auto& value = found.row.values.at(field.position);
            const auto* words = std::get_if<std::string>(&value);
            if (!words) continue;
            value = words->empty() ? field.blank
                                   : opened(kind, field, id,
                                            key == keys.end() ? nullptr : &key->second, *words);
        }
    }
}

void FieldCipher::open(const KindInfo& kind, const Id& record,
                       std::vector<JournalEntry>& entries) const {
    if (!kind.has_protected()) return;
    const auto found = keys_.find(record);
    for (auto& entry : entries) {
        const auto* key = found && entry.record_version >= found->since ? &found->key : nullptr;
        json::array told;
        for (auto& each : entry.change) {
            auto& change = each.as_object();
            const auto* field = kind.field(std::string_view{change.at("field").as_string()});
            const bool is_protected = field && field->is_protected();
            if (is_protected)
                for (const auto* side : {"from", "to"})
                    open_value(kind, *field, record, key, change.at(side));
            const bool is_erased =
                is_protected && change["from"].is_null() && change["to"].is_null();
            if (!is_erased) told.push_back(std::move(each));
        }
        entry.change = std::move(told);
    }
}

Found FieldCipher::seal(const KindInfo& kind, const Found& record, const Before* before) {
    const auto& id = record.envelope.id;
    auto sealed = record;
    std::optional<SecretKey> key;
    for (const auto& field : kind.fields) {
        if (!field.is_protected()) continue;
        auto& value = sealed.row.values.at(field.position);
        if (before && before->opened.row.values.at(field.position) == value) {
            value = before->stored.row.values.at(field.position);
        } else if (!std::holds_alternative<std::monostate>(value)) {
            if (!key)
                key = before ? keys_.find_or_make(id) : keys_.make(id, record.envelope.version);
            value = key->seal(to_bytes(value), place_of_member(kind, id, field), randomness_);
        }
    }
    return sealed;
}

json::array FieldCipher::erase(const KindInfo& kind, Found& stored) {
    json::array changes;
    for (const auto& field : kind.fields) {
        if (!field.is_protected()) continue;
        auto& value = stored.row.values.at(field.position);
        if (std::holds_alternative<std::monostate>(value)) continue;
        const auto from = to_json(value);
        value = field.is_optional ? StoredValue{} : StoredValue{std::string{}};
        if (field.note.sensitivity != record::Sensitivity::secret)
            changes.push_back({{"field", field.name}, {"from", from}, {"to", to_json(value)}});
    }
    return changes;
}

void FieldCipher::seal(const KindInfo& kind, json::array& changes, const Found* before,
                       const Found& after) {
    for (auto& each : changes) {
        auto& change = each.as_object();
        const auto* field = kind.field(std::string_view{change.at("field").as_string()});
        if (!field || !field->is_protected()) continue;
        if (before) change["from"] = to_json(before->row.values.at(field->position));
        change["to"] = to_json(after.row.values.at(field->position));
    }
}

}  // namespace tenpoint::store
