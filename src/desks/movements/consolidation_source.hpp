// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "desks/movements/consolidation_place.hpp"

namespace tenpoint::movements {

// One part of one batch behind a source's figure.
struct SourcePart {
    Member member;
    const SummaryPart* part = nullptr;
};

// The parts a source's figure is made from: of each pattern that any of its batches has completely,
// the highest; of equal ones the first batch's. By pattern.
std::vector<SourcePart> standing_parts(const ConsolidatedPlace& place, const SourceFigure& figure);

// The figure itself: the coarsest breakdown's sum is the stated total. Of several, of which none is
// a total of the other, the highest: they are breakdowns of one figure.
std::int64_t total_of(const std::vector<SourcePart>& parts);

// Whether no other part is a total of this one.
bool is_coarsest(const SourcePart& part, const std::vector<SourcePart>& parts);

// The finest part that adds up to the total; of several the first.
const SourcePart& kept_part(const std::vector<SourcePart>& parts, std::int64_t total);

// Calls back for each pair of statements in which the source contradicts itself. Parts that fall
// short of the total do so only where they could count everybody: women and men, adults and
// children, several nationalities or situations, of a file that does not list single cases.
using Contradict = std::function<void(Contradiction, std::int64_t stands, std::int64_t other)>;
void find_contradictions(const ConsolidatedPlace& place, const SourceFigure& figure,
                         const Contradict& contradict);

}  // namespace tenpoint::movements
