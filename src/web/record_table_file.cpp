// SPDX-License-Identifier: Apache-2.0
#include "web/record_table_file.hpp"

#include <sstream>
#include <vector>

#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "base/language.hpp"
#include "formats/csv_writer.hpp"
#include "web/record_json.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

// One column of the file: a member, or one language of it.
struct Column {
    std::string header;
    std::string hashtag;
    std::string member;
    std::string language{};  // empty: the whole member
};

std::vector<Column> columns_of(const record::KindInfo& kind) {
    std::vector<Column> columns{
        {"id", "#meta+id", "id"},
        {"owner", "#org+owner+id", "owner"},
        {"visibility", "#meta+visibility", "visibility"},
        {"created_at", "#date+created", "created_at"},
        {"updated_at", "#date+updated", "updated_at"},
    };
    for (const auto& field : kind.fields) {
        if (field.note.sensitivity != record::Sensitivity::plain) continue;
        const std::string name(field.name);
        const std::string hashtag(field.note.hxl);
        const auto* members = field.schema.if_contains("properties");
        if (!members || !members->as_object().contains("en")) {
            columns.push_back({name, hashtag, name});
            continue;
        }
        for (const auto language : all_languages) {
            const auto tag =
                hashtag.empty() ? "" : fmt::format("{}+i_{}", hashtag, to_word(language));
            columns.push_back({fmt::format("{}.{}", name, to_word(language)), tag, name,
                               std::string(to_word(language))});
        }
    }
    return columns;
}

std::string cell_text(const json::value& value) {
    if (value.is_null()) return {};
    if (value.is_string()) return std::string(value.get_string());
    const auto* list = value.if_array();
    if (!list) return json::serialize(value);
    std::string text;
    for (const auto& item : *list)
        text += (text.empty() ? "" : ";") + cell_text(item);
    return text;
}

std::string cell_of(const json::object& record, const Column& column) {
    const auto& value = record.at(column.member);
    if (column.language.empty()) return cell_text(value);
    const auto* object = value.if_object();
    const auto* text = object ? object->if_contains(column.language) : nullptr;
    return text ? cell_text(*text) : std::string();
}

}  // namespace

std::string to_csv(const record::KindInfo& kind, std::span<const store::Found> records,
                   bool with_hashtags) {
    const auto columns = columns_of(kind);
    std::ostringstream out;
    formats::CsvWriter writer(out);
    std::vector<std::string> cells;
    const auto write = [&](auto cell) {
        cells.clear();
        for (const auto& column : columns)
            cells.push_back(cell(column));
        writer.write_row(cells);
    };
    write([](const Column& column) { return column.header; });
    if (with_hashtags) write([](const Column& column) { return column.hashtag; });
    for (const auto& found : records) {
        const auto record = to_json(kind, found);
        write([&](const Column& column) { return cell_of(record, column); });
    }
    return out.str();
}

}  // namespace tenpoint::web
