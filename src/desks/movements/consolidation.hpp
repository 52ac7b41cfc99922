// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/period.hpp"
#include "desks/movements/codes.hpp"
#include "desks/movements/consolidation_summary.hpp"

// Out of observations that overlap and disagree, one agreed figure for each indicator, place and
// stretch of time. docs/decisions/0002-consolidation.md defines every step; in short:
//
//   inside a batch      totals beside their parts are set aside, the finest breakdown that adds up
//                       to the stated total is kept;
//   inside a source     batches complete each other; by nationality here, by sex and age there are
//                       breakdowns of one figure; of the same figure twice the one as of a later
//                       day stands, else the higher;
//   in time             a year beside its months is a total; figures that do not tile the stretch
//                       of time in question are set aside, so that agreed figures never overlap;
//   between sources     a ruling, else the most specific rule, else the highest;
//   along a corridor,   nothing is added (see figure_query.hpp).
//   and in each other
//
// Nothing depends on when a batch came or on ids: ties are decided by the source's name, then the
// file's hash, then the summary's fingerprint.
namespace tenpoint::movements {

struct AcceptedBatch {
    Id batch;
    Id source;
    std::string source_name;
    std::string file_hash;
    std::shared_ptr<const BatchSummary> summary;
    std::optional<Day> as_of{};  // when it was so, where the file's mapping says it
    bool lists_events = false;   // its rows are single cases, as its mapping says
};

struct ConsolidationRule {
    Id id;
    std::optional<Indicator> indicator;  // nothing: all
    std::string place;                   // empty: all
    RuleMethod method{};
    Id source;  // of `authoritative`

    bool operator==(const ConsolidationRule&) const = default;
};

// For clusters of figures (see Disagreement) that lie within [from, to].
struct ConsolidationRuling {
    Id id;
    Indicator indicator{};
    std::string place;
    Day from, to;
    Id source;

    bool operator==(const ConsolidationRuling&) const = default;
};

struct ConsolidationCorridor {
    std::string code;
    std::vector<std::string> places;  // in the order in which people pass them

    bool operator==(const ConsolidationCorridor&) const = default;
};

// A place that lies within another: what is counted there is counted in both.
struct ConsolidationPart {
    std::string place;
    std::string whole;

    bool operator==(const ConsolidationPart&) const = default;
};

struct ConsolidationInput {
    std::vector<AcceptedBatch> batches;
    std::vector<ConsolidationRule> rules;
    std::vector<ConsolidationRuling> rulings;  // those not withdrawn
    std::vector<ConsolidationCorridor> corridors;
    std::vector<ConsolidationPart> parts{};
    double disagreement_share = 0.10;  // of the highest figure
};

// Sources that differ by more than the set share over the same stretch of time.
struct Disagreement {
    struct Candidate {
        Id source;
        std::string source_name;
        std::optional<std::int64_t> count;
        bool chosen = false;
        std::vector<Id> batches{};  // that say so
    };
    Indicator indicator{};
    std::string place;
    Period period;  // the longest that a source gives a figure for
    Day from, to;   // the stretch of time compared; that of `period` unless weeks straddle months
    std::vector<Candidate> candidates;  // highest first
    std::optional<double> share;        // of the highest figure by which the lowest falls short
    Id ruling;                          // empty: waits to be ruled on
};

// One source says two things about the same people. `reason` is a key below `figures.reasons`:
// parts_do_not_add_up, parts_exceed_total, breakdowns_differ, two_files_differ.
struct SourceContradiction {
    Id source;
    std::string source_name;
    Indicator indicator{};
    std::string place;
    Period period;
    std::string reason;
    std::int64_t stands = 0;  // the count that is used
    std::int64_t other = 0;
    std::vector<Id> batches{};  // all that the source says of the indicator there
};

// A dimension of a batch whose blank rows are totals of the others, and were taken so.
struct BlankTotal {
    Id batch;
    std::string source_name;
    std::string dimension;  // "origin" …, or the partner's own header
};

struct ConsolidatedPlace;  // consolidation_place.hpp

// The agreed figures over a set of batches and rules; immutable, cheap to hold and share.
class Consolidation {
  public:
    // In the order of indicator, place.
    const std::vector<std::shared_ptr<const ConsolidatedPlace>>& places() const { return places_; }
    const std::vector<ConsolidationCorridor>& corridors() const { return input_.corridors; }
    // Of the places with figures, each with the next that it lies in and that has some; by place.
    const std::vector<ConsolidationPart>& parts() const { return parts_; }

    // By indicator, place, time; gathered from the places when first asked for.
    const std::vector<Disagreement>& disagreements() const;
    const std::vector<SourceContradiction>& contradictions() const;
    std::vector<BlankTotal> blank_totals() const;

    // Over all that figures can be made from; the same for the same batches and rules.
    const std::string& fingerprint() const { return fingerprint_; }

    const ConsolidationInput& input() const { return input_; }

  private:
    friend std::shared_ptr<const Consolidation> consolidate(ConsolidationInput,
                                                            const Consolidation*);
    ConsolidationInput input_;  // batches, rules, rulings in their stable order
    std::vector<std::shared_ptr<const ConsolidatedPlace>> places_;
    std::vector<ConsolidationPart> parts_;
    mutable std::vector<Disagreement> disagreements_;
    mutable std::vector<SourceContradiction> contradictions_;
    std::string fingerprint_;
    mutable std::once_flag disagreements_gathered_, contradictions_gathered_;
};

// `previous` spares work: places and indicators that the change does not touch are taken over.
std::shared_ptr<const Consolidation> consolidate(ConsolidationInput input,
                                                 const Consolidation* previous = nullptr);

}  // namespace tenpoint::movements
