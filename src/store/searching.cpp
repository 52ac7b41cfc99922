// SPDX-License-Identifier: Apache-2.0
#include "store/searching.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "access/may.hpp"
#include "base/text.hpp"
#include "store/search_entry.hpp"
#include "store/search_words.hpp"
#include "store/snapshot_session.hpp"

namespace tenpoint::store {
namespace {

constexpr std::int64_t weight_of_title = 3;
constexpr std::size_t least_beginning = 3;  // characters

using Candidates = std::vector<SearchCandidate>;

// Over search_entries: what the principal may read, and is of the kind. Most kinds are read by the
// same rule.
std::string condition_of(const Snapshot& snapshot, std::string_view kind) {
    std::map<std::string, std::vector<std::string_view>> kinds_by_rule;
    for (const auto* each : snapshot.kinds())
        if (is_searched(*each) && (kind.empty() || each->plural == kind))
            kinds_by_rule[access::readable_predicate(snapshot.principal(), each->stewardship)]
                .push_back(each->plural);
    std::string condition = "1 = 0";
    for (const auto& [rule, kinds] : kinds_by_rule)
        condition += fmt::format(" or (kind in ('{}') and {})", fmt::join(kinds, "', '"), rule);
    return condition;
}

// Of both parts, each record once, what fits better first and of what fits as well the newer.
Candidates found_in(const SearchIndex& index, const SoughtWords& sought,
                    const std::string& condition) {
    std::unordered_map<std::int64_t, SearchCandidate> found;
    for (auto& candidate : index.candidates(SearchPart::texts, sought, condition))
        found.emplace(candidate.number, std::move(candidate));
    for (auto& candidate : index.candidates(SearchPart::titles, sought, condition)) {
        const auto weight = weight_of_title * std::exchange(candidate.weight, 0);
        found.try_emplace(candidate.number, std::move(candidate)).first->second.weight += weight;
    }
    Candidates ranked;
    for (auto& [number, candidate] : found)
        ranked.push_back(std::move(candidate));
    std::ranges::sort(ranked, [](const auto& a, const auto& b) {
        return std::pair{a.weight, a.number} > std::pair{b.weight, b.number};
    });
    return ranked;
}

}  // namespace

SearchPage search(const Snapshot& snapshot, const SearchQuery& query) {
    SoughtWords sought{asked_words(query.text)};
    if (sought.words.empty()) return {};
    auto& session = session_of(snapshot);
    const SearchIndex index(session);
    const auto condition = condition_of(snapshot, query.kind);
    auto candidates = found_in(index, sought, condition);
    if (candidates.empty() && character_count(sought.words.back()) >= least_beginning) {
        sought.last_begins = true;
        candidates = found_in(index, sought, condition);
    }
    SearchPage page;
    std::size_t passed = 0;
    for (const auto& candidate : candidates) {
        const auto* kind = record::find_kind(snapshot.kinds(), candidate.kind);
        auto found = find_row(session, *kind, candidate.id,
                              access::readable_predicate(snapshot.principal(), kind->stewardship));
        if (!found || found->envelope.version != candidate.version) continue;
        if (passed++ < query.skip) continue;
        page.goes_on = page.hits.size() == query.limit;
        if (page.goes_on) break;
        page.hits.push_back(
            {kind, std::move(*found), excerpt_of(index.text_of(candidate.number), sought)});
    }
    return page;
}

}  // namespace tenpoint::store
