// SPDX-License-Identifier: Apache-2.0
#include "web/source_suggestion.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <tuple>
#include <utility>

#include "desks/movements/batch.hpp"
#include "desks/movements/mapping_memory.hpp"
#include "desks/movements/source.hpp"

namespace tenpoint::web {

using movements::Mapping;
using movements::Source;

namespace {

constexpr std::size_t most_offered = 3;

// Empty where none is remembered yet.
Mapping known_mapping(const store::Snapshot& snapshot, const record::Record<Source>& source) {
    auto mapping = movements::remembered_mapping(snapshot, source);
    return mapping ? std::move(*mapping) : Mapping{};
}

LikelySource compare(const store::Snapshot& snapshot, const record::Record<Source>& source,
                     const movements::ColumnLayout& layout) {
    LikelySource likely{source.envelope.id, known_mapping(snapshot, source)};
    for (const auto& meaning : likely.mapping.columns) {
        if (meaning.column.empty()) continue;
        ++likely.columns;
        if (movements::find_column(layout, meaning.column, meaning.number)) ++likely.matching;
    }
    return likely;
}

std::optional<LikelySource> by_file_name(const store::Snapshot& snapshot,
                                         const std::string& file_name,
                                         const movements::ColumnLayout& layout) {
    store::ListQuery query;
    query.equal = {{"file_name", file_name}};
    query.descending = true;
    for (const auto& batch : snapshot.all<movements::Batch>(query)) {
        const auto source = snapshot.get<Source>(batch.value.source.id);
        if (!source) continue;
        auto likely = compare(snapshot, *source, layout);
        likely.same_name = true;
        return likely;
    }
    return std::nullopt;
}

// All columns first, then the most of them.
auto rank_of(const LikelySource& likely) {
    return std::tuple{likely.same_name, likely.matching == likely.columns, likely.matching};
}

}  // namespace

std::vector<LikelySource> likely_sources(const store::Snapshot& snapshot,
                                         const std::string& file_name,
                                         const movements::ColumnLayout& layout) {
    std::vector<LikelySource> likely;
    auto named = by_file_name(snapshot, file_name, layout);
    for (const auto& source : snapshot.all<Source>()) {
        if (named && source.envelope.id == named->source) continue;
        auto one = compare(snapshot, source, layout);
        if (one.matching * 2 > one.columns) likely.push_back(std::move(one));
    }
    if (named) likely.push_back(std::move(*named));
    std::ranges::stable_sort(likely, std::greater{}, rank_of);
    if (likely.size() > most_offered) likely.resize(most_offered);
    return likely;
}

const LikelySource* suggested_source(std::span<const LikelySource> likely) {
    if (likely.empty()) return nullptr;
    const auto& first = likely.front();
    return first.same_name || first.matching == first.columns ? &first : nullptr;
}

}  // namespace tenpoint::web
