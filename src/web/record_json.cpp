// SPDX-License-Identifier: Apache-2.0
#include "web/record_json.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

std::vector<std::string> texts_of(const std::vector<Id>& ids) {
    std::vector<std::string> texts;
    for (const auto& id : ids)
        texts.push_back(id.text);
    return texts;
}

// Puts the members of a record one after the other.
template <class Put>
void put_members(const record::KindInfo& kind, const store::Found& found, Put put) {
    const auto& envelope = found.envelope;
    put.word("id", envelope.id.text);
    put.value("version", envelope.version);
    if (envelope.owner.empty())
        put.value("owner", nullptr);
    else
        put.word("owner", envelope.owner.text);
    put.word("visibility", record::to_word(envelope.visibility));
    put.list("shared_with", texts_of(envelope.shared_with));
    put.word("created_at", to_text(envelope.created_at));
    put.word("updated_at", to_text(envelope.updated_at));
    for (const auto& field : kind.fields) {
        if (field.note.sensitivity == record::Sensitivity::secret) continue;
        if (field.is_link_list) {
            put.list(field.name, found.row.links.at(field.position));
            continue;
        }
        const auto& value = found.row.values.at(field.position);
        // Words and ids are stored as they are answered.
        const bool is_same = field.words == record::Words::plain || !field.target.empty();
        const auto* text = is_same ? std::get_if<std::string>(&value) : nullptr;
        if (text)
            put.text(field.name, *text);
        else if (std::holds_alternative<std::monostate>(value))
            put.value(field.name, nullptr);
        else
            put.value(field.name, field.write(value));
    }
}

// Into an object.
struct ObjectPut {
    json::object& out;

    void text(std::string_view name, std::string_view value) { out.emplace(name, value); }
    void word(std::string_view name, std::string_view value) { out.emplace(name, value); }
    void value(std::string_view name, json::value value) { out.emplace(name, std::move(value)); }
    void list(std::string_view name, const std::vector<std::string>& texts) {
        out.emplace(name, json::array(texts.begin(), texts.end()));
    }
};

// Into the text of an object.
struct TextPut {
    std::string& out;

    void begin(std::string_view member) {
        if (out.back() != '{') out += ',';
        ((out += '"') += member) += "\":";
    }
    void text(std::string_view name, std::string_view value) {
        begin(name);
        append_text(value);
    }
    // An id, a time or a word of a code list: it has no character that JSON writes in another way.
    void word(std::string_view name, std::string_view value) {
        begin(name);
        ((out += '"') += value) += '"';
    }
    void value(std::string_view name, const json::value& value) {
        begin(name);
        out += value.is_null() ? "null" : json::serialize(value);
    }
    void list(std::string_view name, const std::vector<std::string>& texts) {
        begin(name);
        out += '[';
        for (const auto& each : texts) {
            if (out.back() != '[') out += ',';
            append_text(each);
        }
        out += ']';
    }

    // Most texts have nothing that JSON writes in another way.
    void append_text(std::string_view value) {
        bool is_plain = true;
        for (const char c : value)
            is_plain &= static_cast<unsigned char>(c) >= ' ' && c != '"' && c != '\\';
        if (is_plain)
            ((out += '"') += value) += '"';
        else
            out += json::serialize(value);
    }
};

}  // namespace

json::object to_json(const record::KindInfo& kind, const store::Found& found) {
    json::object object;
    object.reserve(kind.fields.size() + 7);
    put_members(kind, found, ObjectPut{object});
    return object;
}

void append_json(std::string& to, const record::KindInfo& kind, const store::Found& found) {
    to += '{';
    put_members(kind, found, TextPut{to});
    to += '}';
}

json::object to_json(const store::JournalEntry& entry) {
    return {
        {"id", entry.id.text}, {"at", to_text(entry.at)},         {"principal", entry.principal},
        {"verb", entry.verb},  {"version", entry.record_version}, {"change", entry.change},
        {"hash", entry.hash},
    };
}

json::object journal_entry_schema() {
    return object_schema({
        {"id", id_schema()},
        {"at", time_schema()},
        {"principal", text_schema()},
        {"verb", text_schema()},
        {"version", number_schema()},
        {"change", changes_schema()},
        {"hash", text_schema()},
        {"whole", flag_schema()},
    });
}

json::object changes_schema() {
    return list_schema(object_schema(
        {{"field", text_schema()}, {"from", json::object{}}, {"to", json::object{}}}));
}

std::string etag_of(const record::Envelope& envelope) {
    return fmt::format("\"{}\"", envelope.version);
}

}  // namespace tenpoint::web
