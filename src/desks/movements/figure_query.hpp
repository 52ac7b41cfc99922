// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/enum.hpp>

#include "base/id.hpp"
#include "base/period.hpp"
#include "desks/movements/codes.hpp"
#include "desks/movements/person_bounds.hpp"

namespace tenpoint::movements {

// By what figures can be grouped, beside the length of period and extra dimensions.
enum class Grouping { period, indicator, place, origin, sex, age, profile, source };
BOOST_DESCRIBE_ENUM(Grouping, period, indicator, place, origin, sex, age, profile, source)

// Whether somebody may know of a batch. Figures are the same for everybody, and those of other
// batches are told apart by no name: they are of "a source not shared with you".
using KnowsBatch = std::function<bool(const Id& batch)>;

// Which agreed figures are asked for. Indicators are never added: `indicator` is always a grouping.
// Places on one corridor are never added either, nor a place and what lies within it: where the
// matching places of an indicator are such and `place` is not asked for, they are listed apart all
// the same, and a note says so.
struct FigureQuery {
    std::vector<Indicator> indicators{};  // empty: all
    std::vector<std::string> places{};    // place codes; empty: all
    std::vector<std::string> origins{};   // alpha-3; empty: all
    std::optional<Day> from{};            // periods that lie wholly within [from, to]
    std::optional<Day> to{};
    std::vector<Grouping> by{};
    PeriodUnit period_unit = PeriodUnit::month;  // when grouped by period; coarser ones stay whole
    KnowsBatch knows = [](const Id&) { return true; };  // of whoever asks
};

// One agreed figure. A grouping that was not asked for is left empty.
struct Figure {
    Indicator indicator{};
    std::string place;
    std::optional<Period> period;
    std::string origin;  // alpha-3, "unknown", or "" when not grouped or not broken down
    Sex sex = Sex::all;
    AgeGroup age = AgeGroup::all;
    Profile profile = Profile::all;
    std::string source;  // its name, when grouped by it; "" is that of all who are not shared
    std::int64_t count = 0;
    PersonBounds persons{};        // of sources that whoever asks may not know of, what is used
    bool disagreement = false;     // sources differ here by more than the set share
    bool not_broken_down = false;  // the part of the figure that no source broke down as asked
};

struct FigureTable {
    std::vector<Figure> figures;     // ordered by indicator, place, period, origin, sex, age …
    std::vector<std::string> notes;  // keys below `figures.notes` in the translations
    std::string fingerprint;         // hash over the figures: equal inputs give equal bytes
};

// One source's contribution to an agreed figure, used or set aside. Of a batch that whoever asks
// may not know of, it holds place, period, count and reason where it is used, and nothing but its
// place where it is set aside, in one contribution for all of them there.
struct Contribution {
    Id batch;  // empty: not shared
    std::string place;
    std::string source;
    Period period;  // the source's own length of period
    std::int64_t count = 0;
    std::int64_t observations = 0;
    bool used = false;
    std::string reason;  // key below `figures.reasons`: "authoritative", "total_of_parts" …
    std::vector<std::string> breakdown;  // dimensions it is broken down by: "origin", "sex" …
    bool completed = false;  // by finer breakdowns of the same file, where this one lacks a value
};

// How one figure came about, in full.
struct Explanation {
    Figure figure;
    std::optional<RuleMethod> method;  // nothing: one source only
    Id rule, ruling;                   // empty where none applied
    std::vector<Contribution> contributions;
};

}  // namespace tenpoint::movements
