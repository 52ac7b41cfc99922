// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/consolidation_source.hpp"

#include <algorithm>
#include <bit>
#include <set>

namespace tenpoint::movements {

namespace {

const std::optional<Day>& as_of(const ConsolidatedPlace& place, const SourcePart& part) {
    return place.batch(part.member).as_of;
}

// One that says of no day when it was so is older than any that does.
bool is_newer_or_higher(const SourcePart& part, const SourcePart& other,
                        const ConsolidatedPlace& place) {
    const auto& day = as_of(place, part);
    const auto& other_day = as_of(place, other);
    return day == other_day ? part.part->sum > other.part->sum : day > other_day;
}

// Whether the part could count everybody: women alone say nothing of the others, nor do children.
// Of nationalities those are listed that came, so that the whole file tells whether there are more.
bool could_count_everybody(const BatchSummary& summary, const SummaryPart& part) {
    std::set<Code> origins;
    std::set<Sex> sexes;
    std::set<AgeGroup> ages;
    std::set<Profile> profiles;
    for (const auto& cell : summary.cells_of(part)) {
        origins.insert(origin_of(cell.breakdown));
        sexes.insert(sex_of(cell.breakdown));
        ages.insert(broad_age(age_of(cell.breakdown)));
        const auto profile = profile_of(cell.breakdown);
        profiles.insert(profile == Profile::accompanied_child ? Profile::unaccompanied_child
                                                              : profile);
    }
    const auto has = [&](Pattern dimension) { return (part.pattern & dimension) != 0; };
    return (!has(by_origin) || origins.size() > 1 || summary.origins.size() > 1) &&
           (!has(by_sex) || (sexes.contains(Sex::female) && sexes.contains(Sex::male))) &&
           (!has(by_age) || (ages.contains(AgeGroup::adult) && ages.contains(AgeGroup::child))) &&
           (!has(by_profile) || profiles.size() > 1);
}

// Of a single case no more is told than is known.
bool has_to_add_up(const ConsolidatedPlace& place, const SourcePart& part) {
    const auto& batch = place.batch(part.member);
    return !batch.lists_events && could_count_everybody(*batch.summary, *part.part);
}

}  // namespace

std::vector<SourcePart> standing_parts(const ConsolidatedPlace& place, const SourceFigure& figure) {
    std::vector<SourcePart> standing;
    for (const auto& member : place.members_of(figure)) {
        for (const auto& part : place.batch(member).summary->parts_of(place.group(member))) {
            if (!part.complete) continue;
            const auto same =
                std::ranges::find(standing, part.pattern,
                                  [](const SourcePart& other) { return other.part->pattern; });
            if (same == standing.end())
                standing.push_back({member, &part});
            else if (is_newer_or_higher({member, &part}, *same, place))
                *same = {member, &part};
        }
    }
    std::ranges::sort(standing, {}, [](const SourcePart& part) { return part.part->pattern; });
    return standing;
}

bool is_coarsest(const SourcePart& part, const std::vector<SourcePart>& parts) {
    return std::ranges::none_of(parts, [&](const SourcePart& other) {
        return is_proper_subset(other.part->pattern, part.part->pattern);
    });
}

std::int64_t total_of(const std::vector<SourcePart>& parts) {
    std::optional<std::int64_t> total;
    for (const auto& part : parts)
        if (is_coarsest(part, parts) && (!total || part.part->sum > *total)) total = part.part->sum;
    return total.value_or(0);
}

const SourcePart& kept_part(const std::vector<SourcePart>& parts, std::int64_t total) {
    const SourcePart* kept = nullptr;
    for (const auto& part : parts)
        if (part.part->sum == total && (kept == nullptr || std::popcount(part.part->pattern) >
                                                               std::popcount(kept->part->pattern)))
            kept = &part;
    return *kept;
}

void find_contradictions(const ConsolidatedPlace& place, const SourceFigure& figure,
                         const Contradict& contradict) {
    const auto standing = standing_parts(place, figure);
    const auto total = total_of(standing);
    for (const auto& part : standing) {
        if (part.part->sum == total) continue;
        if (part.part->sum < total && !has_to_add_up(place, part)) continue;
        if (is_coarsest(part, standing))
            contradict(Contradiction::breakdowns_differ, total, part.part->sum);
        else
            contradict(part.part->sum < total ? Contradiction::parts_do_not_add_up
                                              : Contradiction::parts_exceed_total,
                       total, part.part->sum);
    }
    for (const auto& member : place.members_of(figure))
        for (const auto& part : place.batch(member).summary->parts_of(place.group(member)))
            for (const auto& other : standing)
                if (part.complete && other.part->pattern == part.pattern &&
                    other.part->sum != part.sum &&
                    as_of(place, other) == as_of(place, {member, &part}))
                    contradict(Contradiction::two_files_differ, other.part->sum, part.sum);
}

}  // namespace tenpoint::movements
