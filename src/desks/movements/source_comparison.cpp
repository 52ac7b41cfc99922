// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/source_comparison.hpp"

#include <algorithm>
#include <tuple>

#include "desks/movements/asked_list.hpp"
#include "desks/movements/consolidation_place.hpp"
#include "desks/movements/known_batches.hpp"

namespace tenpoint::movements {
namespace {

// Any difference is more than this, so that consolidating with it lists every comparison.
constexpr double less_than_any_share = -1;

bool is_asked_for(const Disagreement& disagreement, const DisagreementQuery& query) {
    return asks_for(query.indicators, disagreement.indicator) &&
           asks_for(query.places, disagreement.place) &&
           (!query.from || disagreement.to >= *query.from) &&
           (!query.to || disagreement.from <= *query.to) &&
           (!query.unruled || disagreement.ruling.empty());
}

bool is_all_told(const Disagreement& told) {
    return std::ranges::none_of(told.candidates,
                                [](const auto& candidate) { return candidate.source.empty(); });
}

}  // namespace

std::vector<ComparedSources> find_disagreements(const Consolidation& consolidation,
                                                const DisagreementQuery& query) {
    const auto set_share = consolidation.input().disagreement_share;
    std::vector<ComparedSources> found;
    for (const auto& disagreement : consolidation.disagreements()) {
        if (!is_asked_for(disagreement, query)) continue;
        auto told = as_told(disagreement, query.knows, set_share);
        if (told.share.value_or(set_share) < query.share) continue;
        found.push_back({std::move(told), true, !disagreement.ruling.empty()});
    }
    return found;
}

std::vector<ComparedSources> compare_sources(const Consolidation& consolidation,
                                             Indicator indicator, std::string_view place,
                                             const KnowsBatch& knows) {
    const auto set_share = consolidation.input().disagreement_share;
    std::vector<ComparedSources> compared;
    for (const auto& each : consolidation.places()) {
        if (each->input.indicator != indicator || each->input.place != place) continue;
        auto input = each->input;
        input.disagreement_share = less_than_any_share;
        for (const auto& stretch : consolidate_place(std::move(input)).disagreements) {
            const bool disagrees = stretch.share.value_or(0) > set_share;
            auto told = as_told(stretch, knows, set_share);
            if (disagrees || is_all_told(told))
                compared.push_back({std::move(told), disagrees, !stretch.ruling.empty()});
        }
    }
    return compared;
}

std::vector<DisputedSubject> disputed_subjects(std::span<const ComparedSources> disagreements) {
    std::vector<DisputedSubject> subjects;
    for (const auto& [told, disagrees, ruled] : disagreements) {
        if (subjects.empty() || subjects.back().indicator != told.indicator ||
            subjects.back().place != told.place)
            subjects.push_back({told.indicator, told.place, told.from, told.to});
        auto& subject = subjects.back();
        subject.to = std::max(subject.to, told.to);
        ++subject.disagreements;
        subject.unruled += ruled ? 0 : 1;
        subject.share = std::max(subject.share, told.share);
    }
    std::ranges::stable_sort(subjects, std::ranges::greater{}, [](const DisputedSubject& subject) {
        return std::tuple(subject.unruled, subject.share);
    });
    return subjects;
}

}  // namespace tenpoint::movements
