// SPDX-License-Identifier: Apache-2.0
#include "web/source_suggestion.hpp"

#include <algorithm>

#include "desks/movements/batch.hpp"
#include "desks/movements/mapping_memory.hpp"
#include "desks/movements/source.hpp"

namespace tenpoint::web {

using movements::Mapping;
using movements::Source;

namespace {

// Nothing where none is remembered yet.
std::optional<Mapping> known_mapping(const store::Snapshot& snapshot,
                                     const record::Record<Source>& source) {
    auto mapping = movements::remembered_mapping(snapshot, source);
    if (!mapping || mapping->columns.empty()) return std::nullopt;
    return std::move(*mapping);
}

// How many columns the mapping names by their header; 0 where the file lacks one of them.
std::size_t matching_columns(const Mapping& mapping, const movements::ColumnLayout& layout) {
    const auto named = std::ranges::count_if(
        mapping.columns, [](const auto& meaning) { return !meaning.column.empty(); });
    const bool has_all = std::ranges::all_of(mapping.columns, [&](const auto& meaning) {
        return movements::find_column(layout, meaning.column, meaning.number).has_value();
    });
    return has_all ? static_cast<std::size_t>(named) : 0;
}

std::optional<SuggestedSource> by_file_name(const store::Snapshot& snapshot,
                                            const std::string& file_name) {
    store::ListQuery query;
    query.equal = {{"file_name", file_name}};
    query.descending = true;
    for (const auto& batch : snapshot.all<movements::Batch>(query)) {
        const auto source = snapshot.get<Source>(batch.value.source.id);
        if (!source) continue;
        return SuggestedSource{source->envelope.id,
                               known_mapping(snapshot, *source).value_or(Mapping{})};
    }
    return std::nullopt;
}

}  // namespace

std::optional<SuggestedSource> suggest_source(const store::Snapshot& snapshot,
                                              const std::string& file_name,
                                              const movements::ColumnLayout& layout) {
    if (auto suggestion = by_file_name(snapshot, file_name)) return suggestion;
    std::optional<SuggestedSource> best;
    std::size_t most = 0;
    for (const auto& source : snapshot.all<Source>()) {
        auto mapping = known_mapping(snapshot, source);
        const auto matching = mapping ? matching_columns(*mapping, layout) : 0;
        if (matching <= most) continue;
        most = matching;
        best = SuggestedSource{source.envelope.id, std::move(*mapping)};
    }
    return best;
}

}  // namespace tenpoint::web
