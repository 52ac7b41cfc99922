// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "desks/movements/consolidation.hpp"
#include "desks/movements/consolidation_reason.hpp"

namespace tenpoint::movements {

// What all accepted batches say of one indicator at one place, and how to choose there.
struct PlaceInput {
    struct Batch {
        std::shared_ptr<const AcceptedBatch> batch;
        std::uint32_t source = 0;       // rank of its source among those of this place
        std::uint32_t first_group = 0;  // of its summary
        std::uint32_t groups = 0;
    };
    Indicator indicator{};
    std::string place;
    std::vector<Batch> batches;  // in the stable order, so that those of a source are neighbours
    std::optional<ConsolidationRule> rule;     // the most specific one
    std::vector<ConsolidationRuling> rulings;  // the narrowest first
    double disagreement_share = 0;
};

// One batch's group behind a figure: indices into PlaceInput::batches and the summary's groups.
struct Member {
    std::uint32_t batch = 0;
    std::uint32_t group = 0;
};

// What one source says of one period.
struct SourceFigure {
    Period period;
    Day last;  // of the period
    std::uint32_t source = 0;
    std::uint32_t first_member = 0;
    std::uint32_t members = 0;
    // What is left of a longer period's total beside its shorter periods; has no breakdown.
    bool rest = false;
    std::int64_t total = 0;
};

// How a figure was chosen among several sources.
struct Choice {
    Reason reason = Reason::only_source;
    Id rule, ruling;

    bool operator==(const Choice&) const = default;
};

struct AgreedFigure {
    SourceFigure figure;
    std::uint32_t choice = 0;   // index into `choices`
    bool disagreement = false;  // and no ruling yet
};

struct ConsolidatedPlace {
    PlaceInput input;
    std::vector<Member> members;
    std::vector<Choice> choices;
    std::vector<AgreedFigure> figures;  // by period; none overlap but a rest, or sources of a sum
    // Other sources' figures of what is agreed, by time, but those that a ruling or a rule sets
    // aside.
    std::vector<SourceFigure> compared;
    std::vector<Disagreement> disagreements;  // by time
    std::vector<SourceContradiction> contradictions;

    std::span<const Member> members_of(const SourceFigure& figure) const {
        return std::span(members).subspan(figure.first_member, figure.members);
    }
    const AcceptedBatch& batch(const Member& member) const {
        return *input.batches[member.batch].batch;
    }
    const SummaryGroup& group(const Member& member) const {
        return batch(member).summary->groups[member.group];
    }
};

// What became of each source's figure, for those who ask: kept out of the result for its size.
struct PlaceTrace {
    struct Verdict {
        SourceFigure figure;
        Reason reason{};
        bool used = false;
    };
    std::vector<Verdict> verdicts;
};

ConsolidatedPlace consolidate_place(PlaceInput input, PlaceTrace* trace = nullptr);

}  // namespace tenpoint::movements
