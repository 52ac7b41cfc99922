// SPDX-License-Identifier: Apache-2.0
#include "web/source_suggestion.hpp"

#include <algorithm>
#include <compare>
#include <optional>
#include <set>
#include <utility>

#include "desks/movements/batch.hpp"
#include "desks/movements/source.hpp"

namespace tenpoint::web {

using movements::Source;

namespace {

constexpr std::size_t most_offered = 3;

LikelySource compare(const store::Snapshot& snapshot, const record::Record<Source>& source,
                     const std::string& file_name, const movements::ColumnLayout& layout) {
    LikelySource likely{source.envelope.id, movements::known_tables(snapshot, source)};
    likely.fit = movements::likest_table(likely.tables, layout, file_name).fit;
    return likely;
}

// Of the last batch under that name; of several sources the last one that the columns fit.
std::optional<LikelySource> by_file_name(const store::Snapshot& snapshot,
                                         const std::string& file_name,
                                         const movements::ColumnLayout& layout) {
    store::ListQuery query;
    query.equal = {{"file_name", file_name}};
    query.descending = true;
    std::optional<LikelySource> last;
    std::set<Id> met;
    for (const auto& batch : snapshot.all<movements::Batch>(query)) {
        if (!met.insert(batch.value.source.id).second) continue;
        const auto source = snapshot.get<Source>(batch.value.source.id);
        if (!source) continue;
        auto likely = compare(snapshot, *source, file_name, layout);
        likely.same_name = true;
        if (likely.fit.fits) return likely;
        if (!last) last = std::move(likely);
    }
    return last;
}

bool is_likelier(const LikelySource& a, const LikelySource& b) {
    return a.same_name != b.same_name ? a.same_name : a.fit > b.fit;
}

}  // namespace

std::vector<LikelySource> likely_sources(const store::Snapshot& snapshot,
                                         const std::string& file_name,
                                         const movements::ColumnLayout& layout) {
    std::vector<LikelySource> likely;
    auto named = by_file_name(snapshot, file_name, layout);
    for (const auto& source : snapshot.all<Source>()) {
        if (named && source.envelope.id == named->source) continue;
        auto one = compare(snapshot, source, file_name, layout);
        if (one.fit.matching * 2 > one.fit.columns) likely.push_back(std::move(one));
    }
    if (named) likely.push_back(std::move(*named));
    std::ranges::stable_sort(likely, is_likelier);
    if (likely.size() > most_offered) likely.resize(most_offered);
    return likely;
}

const LikelySource* suggested_source(std::span<const LikelySource> likely) {
    if (likely.empty()) return nullptr;
    const auto& first = likely.front();
    if (first.same_name) return &first;
    const bool is_only_one = likely.size() == 1 || likely[1].fit != first.fit;
    return first.fit.fits && is_only_one ? &first : nullptr;
}

}  // namespace tenpoint::web
