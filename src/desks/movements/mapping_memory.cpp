// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/mapping_memory.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <boost/json/serialize.hpp>

#include "desks/movements/batch_sheets.hpp"
#include "desks/movements/mapping_json.hpp"

namespace tenpoint::movements {
namespace {

// Whoever reads the source may read the batch. They stand from the most open on; of two that are
// restricted each may name other partners.
bool is_shown_with(const record::Envelope& source, const record::Envelope& batch) {
    return batch.visibility <= record::Visibility::partners &&
           batch.visibility <= source.visibility;
}

std::optional<record::Record<Batch>> last_accepted(const store::Snapshot& snapshot,
                                                   const Id& source) {
    store::ListQuery accepted;
    accepted.equal = {{"source", source.text}, {"status", "accepted"}};
    accepted.descending = true;
    accepted.limit = 1;
    const auto page = snapshot.list(record::kind_info<Batch>(), accepted).value();
    if (page.items.empty()) return std::nullopt;
    const auto& [envelope, row] = page.items.front();
    return record::Record<Batch>{envelope, record::from_row<Batch>(row)};
}

}  // namespace

Result<void> remember_mapping(store::Transaction& transaction, record::Record<Source> source,
                              const record::Record<Batch>& batch) {
    auto mapping = without_joined_sheets(batch.value.mapping);
    if (!is_shown_with(source.envelope, batch.envelope) || source.value.mapping == mapping)
        return {};
    source.value.mapping = std::move(mapping);
    TENPOINT_CHECK(transaction.update(source, "remember_mapping"));
    return {};
}

Result<void> follow_sharing(store::Transaction& transaction, record::Record<Source> source,
                            const record::Record<Batch>& batch) {
    if (is_shown_with(source.envelope, batch.envelope)) {
        const auto last = last_accepted(transaction.as_the_node(), source.envelope.id);
        if (!last || last->envelope.id != batch.envelope.id) return {};
        return remember_mapping(transaction, std::move(source), batch);
    }
    if (source.value.mapping != without_joined_sheets(batch.value.mapping)) return {};
    source.value.mapping = {};
    TENPOINT_CHECK(transaction.update(source, "forget_mapping"));
    return {};
}

namespace {

// Without what is said of one file alone.
Result<Mapping> mapping_for_others(const record::JsonObject& json) {
    TENPOINT_TRY(mapping, mapping_from_json(json.value));
    mapping.as_of.reset();
    mapping.joined_sheets.clear();
    return mapping;
}

auto rank_of(const TableChoice& choice) {
    return std::tuple{choice.fit, choice.name};
}

bool says_when_or_where(const ColumnMeaning& column) {
    switch (column.field) {
        case Field::period:
        case Field::period_from:
        case Field::period_to:
        case Field::year:
        case Field::month:
        case Field::place:
        case Field::origin:
        case Field::latitude:
        case Field::longitude:
        case Field::coordinates:
            return !column.report;
        default:
            return false;
    }
}

// What its texts stand for may be more than a time or place.
ColumnMeaning without_values(ColumnMeaning column) {
    column.values.clear();
    return column;
}

}  // namespace

std::vector<KnownTable> known_tables(const store::Snapshot& snapshot,
                                     const record::Record<Source>& source) {
    store::ListQuery accepted;
    accepted.equal = {{"source", source.envelope.id.text}, {"status", "accepted"}};
    accepted.descending = true;
    std::vector<KnownTable> tables;
    std::map<std::string, std::size_t> met;  // by what the mapping says
    const auto add = [&](const record::JsonObject& json, const std::string& file_name) {
        auto mapping = mapping_for_others(json);
        if (!mapping) return;
        const auto [found, is_new] =
            met.try_emplace(boost::json::serialize(to_json(*mapping)), tables.size());
        if (is_new) tables.push_back({std::move(*mapping), {}});
        if (!file_name.empty()) tables[found->second].file_names.insert(file_name);
    };
    for (const auto& batch : snapshot.all<Batch>(accepted))
        add(batch.value.mapping, batch.value.file_name);
    if (!source.value.mapping.value.empty()) add(source.value.mapping, {});
    return tables;
}

TableChoice compare_table(const KnownTable& table, const ColumnLayout& layout,
                          std::string_view file_name) {
    TableChoice choice{&table, fit_of(table.mapping, layout), {}};
    for (const auto& name : table.file_names)
        choice.name = std::max(choice.name, likeness_of_names(name, file_name));
    return choice;
}

bool is_likelier(const TableChoice& a, const TableChoice& b) {
    if (b.table == nullptr) return a.table != nullptr;
    return a.table != nullptr && rank_of(a) > rank_of(b);
}

TableChoice likest_table(std::span<const KnownTable> tables, const ColumnLayout& layout,
                         std::string_view file_name) {
    TableChoice likest;
    for (const auto& table : tables)
        if (auto choice = compare_table(table, layout, file_name); is_likelier(choice, likest))
            likest = choice;
    return likest;
}

Mapping remembered_for(const TableChoice& choice) {
    if (choice.table == nullptr) return {};
    const auto& known = choice.table->mapping;
    if (choice.fit.fits) return known;
    Mapping ground;
    for (const auto& column : known.columns)
        if (says_when_or_where(column)) ground.columns.push_back(without_values(column));
    return ground;
}

}  // namespace tenpoint::movements
