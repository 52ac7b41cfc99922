// SPDX-License-Identifier: Apache-2.0
#include "store/record_columns.hpp"

#include <algorithm>
#include <array>

#include <boost/json/parse.hpp>

#include "base/text.hpp"

namespace tenpoint::store {
namespace {

using record::KindInfo;
using record::StoredType;

constexpr std::array<std::string_view, 6> envelope_names{"id",         "version",    "owner",
                                                         "visibility", "created_at", "updated_at"};

Cell cell_of(const record::StoredValue& value) {
    return std::visit([](const auto& held) -> Cell { return held; }, value);
}

record::StoredValue value_of(Cell&& cell) {
    if (auto* words = std::get_if<std::string>(&cell)) return std::move(*words);
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return *whole;
    return {};
}

}  // namespace

bool is_envelope_column(std::string_view name) {
    return std::ranges::find(envelope_names, name) != envelope_names.end();
}

std::vector<std::string> column_names(const KindInfo& kind) {
    std::vector<std::string> names(envelope_names.begin(), envelope_names.end());
    for (const auto& field : kind.fields)
        if (!field.is_link_list) names.emplace_back(field.name);
    return names;
}

// Made for each statement, so plainly.
std::string column_list(const KindInfo& kind, std::string_view prefix, std::string_view after) {
    std::string list;
    list.reserve(1000);
    const auto add = [&](std::string_view name) {
        if (!list.empty()) list += ", ";
        ((((list += prefix) += '"') += name) += '"') += after;
    };
    std::ranges::for_each(envelope_names, add);
    for (const auto& field : kind.fields)
        if (!field.is_link_list) add(field.name);
    return list;
}

std::vector<ColumnType> column_types(const KindInfo& kind) {
    std::vector<ColumnType> types(envelope_names.size(), ColumnType::text);
    types[1] = ColumnType::integer;
    for (const auto& field : kind.fields)
        if (!field.is_link_list)
            types.push_back(field.stored == StoredType::integer ? ColumnType::integer
                                                                : ColumnType::text);
    return types;
}

std::vector<Cell> cells_of(const Found& found) {
    const auto& envelope = found.envelope;
    std::vector<Cell> cells;
    cells.reserve(envelope_names.size() + found.row.values.size() + 2);
    cells.emplace_back(envelope.id.text);
    cells.emplace_back(envelope.version);
    cells.push_back(envelope.owner.empty() ? Cell{} : Cell{envelope.owner.text});
    cells.emplace_back(std::string{to_word(envelope.visibility)});
    cells.emplace_back(to_text(envelope.created_at));
    cells.emplace_back(to_text(envelope.updated_at));
    for (const auto& value : found.row.values)
        cells.push_back(cell_of(value));
    return cells;
}

Found found_in(const KindInfo& kind, Row& row) {
    Found found;
    found.envelope = {Id{std::get<std::string>(std::move(row[0]))},
                      number(row[1]),
                      is_null(row[2]) ? Id{} : Id{text(row[2])},
                      record::visibility_from_word(text(row[3])).value(),
                      {},
                      instant_from_text(text(row[4])).value(),
                      instant_from_text(text(row[5])).value()};
    std::size_t next = envelope_names.size();
    found.row.values.reserve(kind.fields.size());
    for (const auto& field : kind.fields)
        if (!field.is_link_list) found.row.values.push_back(value_of(std::move(row[next++])));
    return found;
}

std::string search_text_of(const KindInfo& kind, const record::StoredRow& row) {
    std::string text = "\n";
    const auto add = [&](std::string_view words) { text += folded(words) + '\n'; };
    std::size_t next_value = 0;
    for (const auto& field : kind.fields) {
        if (field.is_link_list) continue;
        const auto* words = std::get_if<std::string>(&row.values.at(next_value++));
        if (!words || field.note.sensitivity != record::Sensitivity::plain) continue;
        if (field.words == record::Words::plain) add(*words);
        if (field.words != record::Words::by_language) continue;
        const auto languages = boost::json::parse(*words).as_object();
        for (const auto& language : languages)
            add(std::string_view(language.value().get_string()));
    }
    return text;
}

}  // namespace tenpoint::store
