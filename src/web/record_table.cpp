// SPDX-License-Identifier: Apache-2.0
#include "web/record_table.hpp"

#include <string>
#include <unordered_set>
#include <vector>

#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "base/language.hpp"
#include "web/record_json.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using formats::TableCell;

namespace {

// More would make a table that nobody opens: then they stay together in one.
constexpr std::size_t most_own_headers = 100;

// Where a column's cells stand in the JSON of a record: a member, or one language or text of it.
struct Place {
    std::string member;
    std::string key{};  // empty: the whole member
};

struct Columns {
    std::vector<formats::TableColumn> columns;
    std::vector<Place> places;

    void add(formats::TableColumn column, Place place) {
        columns.push_back(std::move(column));
        places.push_back(std::move(place));
    }
};

bool is_number(const json::object& schema) {
    const auto type = json::serialize(schema.at("type"));  // a word, or a list with "null"
    return type.find("\"integer\"") != std::string::npos ||
           type.find("\"number\"") != std::string::npos;
}

using Records = std::span<const store::Found>;

// The headers under which the records keep texts, as they come.
std::vector<std::string> own_headers(const record::KindInfo& kind, const std::string& member,
                                     Records records) {
    std::vector<std::string> headers;
    std::unordered_set<std::string> known;
    for (const auto& found : records)
        if (const auto record = to_json(kind, found); record.at(member).is_object())
            for (const auto& [header, text] : record.at(member).get_object())
                if (known.emplace(header).second) headers.emplace_back(header);
    return headers;
}

void add_member(const record::KindInfo& kind, const record::FieldInfo& field, Records records,
                Columns& columns) {
    const std::string name(field.name);
    const std::string hashtag(field.note.hxl);
    if (field.note.schema == "texts")
        if (const auto headers = own_headers(kind, name, records);
            headers.size() <= most_own_headers) {
            for (const auto& header : headers)
                columns.add({header, formats::ColumnType::text, ""}, {name, header});
            return;
        }
    const auto* members = field.schema.if_contains("properties");
    if (!members || !members->as_object().contains("en")) {
        const auto type =
            is_number(field.schema) ? formats::ColumnType::number : formats::ColumnType::text;
        columns.add({name, type, hashtag}, {name});
        return;
    }
    for (const auto language : all_languages) {
        const std::string tag(to_word(language));
        columns.add({fmt::format("{}.{}", name, tag), formats::ColumnType::text,
                     hashtag.empty() ? "" : fmt::format("{}+i_{}", hashtag, tag)},
                    {name, tag});
    }
}

Columns columns_of(const record::KindInfo& kind, Records records) {
    using enum formats::ColumnType;
    Columns columns;
    columns.add({"id", text, "#meta+id"}, {"id"});
    columns.add({"owner", text, "#org+owner+id"}, {"owner"});
    columns.add({"visibility", text, "#meta+visibility"}, {"visibility"});
    columns.add({"created_at", text, "#date+created"}, {"created_at"});
    columns.add({"updated_at", text, "#date+updated"}, {"updated_at"});
    for (const auto& field : kind.fields)
        if (field.note.sensitivity == record::Sensitivity::plain)
            add_member(kind, field, records, columns);
    return columns;
}

std::string cell_text(const json::value& value) {
    if (value.is_string()) return std::string(value.get_string());
    const auto* list = value.if_array();
    if (!list) return json::serialize(value);
    std::string text;
    for (const auto& item : *list)
        text += (text.empty() ? "" : ";") + cell_text(item);
    return text;
}

TableCell cell_of(const json::value& value) {
    if (value.is_null()) return std::monostate{};
    if (value.is_number()) return value.to_number<double>();
    return cell_text(value);
}

TableCell cell_of(const json::object& record, const Place& place) {
    const auto& value = record.at(place.member);
    if (place.key.empty()) return cell_of(value);
    const auto* object = value.if_object();
    const auto* text = object ? object->if_contains(place.key) : nullptr;
    return text ? cell_of(*text) : std::monostate{};
}

}  // namespace

formats::Table record_table(const record::KindInfo& kind, std::span<const store::Found> records) {
    auto columns = columns_of(kind, records);
    formats::Table table{{std::string(kind.plural)}, std::move(columns.columns), {}};
    for (const auto& found : records) {
        const auto record = to_json(kind, found);
        auto& row = table.rows.emplace_back();
        for (const auto& place : columns.places)
            row.cells.push_back(cell_of(record, place));
    }
    return table;
}

}  // namespace tenpoint::web
