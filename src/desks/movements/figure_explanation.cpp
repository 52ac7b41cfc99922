// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/figure_explanation.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "desks/movements/figure_breakdown.hpp"
#include "desks/movements/figure_selection.hpp"
#include "desks/movements/figure_table.hpp"

namespace tenpoint::movements {
namespace {

std::optional<RuleMethod> method_of(Reason reason) {
    switch (reason) {
        case Reason::authoritative:
            return RuleMethod::authoritative;
        case Reason::highest:
            return RuleMethod::highest;
        case Reason::lowest:
            return RuleMethod::lowest;
        case Reason::median:
            return RuleMethod::median;
        case Reason::sum:
            return RuleMethod::sum;
        default:
            return std::nullopt;
    }
}

Code origin_code(const BatchSummary& summary, std::string_view origin) {
    if (origin.empty()) return code_all;
    if (origin == "unknown") return code_unknown;
    const auto found = std::ranges::lower_bound(summary.origins, origin);
    const auto end = first_word_code + static_cast<Code>(summary.origins.size());
    if (found == summary.origins.end() || *found != origin) return end;  // no cell has it
    return first_word_code + static_cast<Code>(found - summary.origins.begin());
}

// The dimensions that the figure's row tells of.
Pattern told_in(const Figure& figure) {
    return static_cast<Pattern>((figure.origin.empty() ? 0 : by_origin) |
                                (figure.sex == Sex::all ? 0 : by_sex) |
                                (figure.age == AgeGroup::all ? 0 : by_age) |
                                (figure.profile == Profile::all ? 0 : by_profile));
}

class Explainer {
  public:
    Explainer(const FigureQuery& query, const Figure& figure)
        : figure_(figure),
          asked_(asked_breakdown(query)),
          told_(static_cast<Pattern>(asked_ & told_in(figure))),
          filter_(query.origins),
          knows_(query.knows) {
        explanation_.figure = figure;
        explanation_.figure.count = 0;
        explanation_.figure.disagreement = false;
    }

    bool is_row(const FigureRow& row) const {
        const auto& input = row.place->input;
        return input.indicator == figure_.indicator &&
               figure_.place == (row.by_place ? input.place : std::string_view{}) &&
               figure_.period == row.period && figure_.source == row.source;
    }

    void add(const ConsolidatedPlace& place, const AgreedFigure& agreed) {
        if (traced_ != &place) {
            trace_ = {};
            consolidate_place(place.input, &trace_);
            traced_ = &place;
            listed_.clear();
            unknown_listed_ = false;
        }
        explanation_.figure.disagreement |= agreed.disagreement;
        const auto& choice = place.choices[agreed.choice];
        if (choice.reason != Reason::only_source) explanation_.method = method_of(choice.reason);
        const bool is_told = is_made_of_known(place, agreed.figure);
        // They name the source.
        if (is_told && choice.reason != Reason::only_source) {
            explanation_.rule = choice.rule;
            explanation_.ruling = choice.ruling;
        }
        add_used(place, agreed.figure, choice.reason, is_told);
        for (const auto& verdict : trace_.verdicts) {
            if (verdict.used || !overlap(verdict.figure, agreed.figure) ||
                !listed_.emplace(verdict.figure.source, verdict.figure.period).second)
                continue;
            const bool betrays = !is_told && verdict.figure.source == agreed.figure.source;
            add_set_aside(place, verdict, betrays ? Reason::another_figure : verdict.reason);
        }
    }

    Explanation finish() {
        std::ranges::stable_sort(explanation_.contributions, {}, [](const Contribution& one) {
            const bool is_untold = one.batch.empty() && !one.used;
            return std::tuple(std::string_view(one.place), is_untold, one.period, !one.used);
        });
        return std::move(explanation_);
    }

  private:
    struct Counted {
        std::int64_t count = 0;
        std::int64_t observations = 0;
    };

    // What the part says at those coordinates of the figure that it has.
    Counted count(const BatchSummary& summary, const SummaryPart& part) {
        const auto told = static_cast<Pattern>(told_ & part.pattern);
        const bool is_of_all = filter_.passes_all() ? told == 0 : (part.pattern & by_origin) == 0;
        if (is_of_all || figure_.not_broken_down) return {part.sum, part.observations};
        const auto& passing = filter_.of(summary);
        const auto mask = mask_of(told);
        const auto wanted = breakdown_of(origin_code(summary, figure_.origin), figure_.sex,
                                         figure_.age, figure_.profile);
        Counted counted;
        for (const auto& cell : summary.cells_of(part)) {
            if (!passing[origin_of(cell.breakdown)] || (cell.breakdown & mask) != (wanted & mask))
                continue;
            counted.count += cell.count;
            counted.observations += cell.observations;
        }
        return counted;
    }

    // What is told of other files of its source would else tell whose the figure is.
    bool is_made_of_known(const ConsolidatedPlace& place, const SourceFigure& figure) {
        const auto parts = standing_parts(place, figure);
        const auto breakdown = break_down(place, figure, asked_, filter_);
        return is_known(place, kept_part(parts, total_of(parts)).member) &&
               (!breakdown.part || is_known(place, breakdown.part->member));
    }

    void add_used(const ConsolidatedPlace& place, const SourceFigure& figure, Reason reason,
                  bool is_told) {
        const auto breakdown = break_down(place, figure, asked_, filter_);
        const auto parts = standing_parts(place, figure);
        // In the row of what is not broken down, a figure that is broken down wholly has no part.
        if (figure_.not_broken_down && breakdown.rest() == 0) return;
        auto used = breakdown.part;
        if (figure_.not_broken_down || (asked_ == 0 && filter_.passes_all()))
            used = kept_part(parts, total_of(parts));
        for (const auto& member : place.members_of(figure)) {
            const auto& summary = *place.batch(member).summary;
            for (const auto& part : summary.parts_of(place.group(member))) {
                if (!part.complete) continue;
                if (used && used->part == &part) continue;
                // Another part of a batch that is used says what it is made of.
                if (used && used->member.batch == member.batch && !is_known(place, member))
                    continue;
                const auto against =
                    is_told ? reason_against(place, member, part, parts, used, total_of(parts))
                            : Reason::another_figure;
                add_part(place, figure, {member, &part}, against, false, std::nullopt);
            }
        }
        if (!used) return;
        if (!figure_.not_broken_down && breakdown.told != told_) {
            // Its people stand in other rows.
            if (is_known(place, used->member))
                add_part(place, figure, *used,
                         has_what_is_told(*used->part) ? Reason::another_breakdown
                                                       : Reason::not_broken_down,
                         false, std::nullopt);
            return;
        }
        std::optional<std::int64_t> exact;
        if (figure_.not_broken_down)
            exact = breakdown.rest();
        else if (asked_ == 0 && filter_.passes_all())
            exact = figure.total;
        add_part(place, figure, *used, reason, true, exact);
    }

    // Whether the part has the dimensions of the row, of what is not broken down all that are
    // asked.
    bool has_what_is_told(const SummaryPart& part) const {
        const auto told = figure_.not_broken_down ? asked_ : told_;
        return is_subset(static_cast<Pattern>(told | (filter_.passes_all() ? 0 : by_origin)),
                         part.pattern);
    }

    // Other files of the source that are not known are passed over.
    Reason reason_against(const ConsolidatedPlace& place, const Member& member,
                          const SummaryPart& part, const std::vector<SourcePart>& standing,
                          const std::optional<SourcePart>& used, std::int64_t total) const {
        const auto same = std::ranges::find(
            standing, part.pattern, [](const SourcePart& other) { return other.part->pattern; });
        if (same->part != &part && is_known(place, same->member)) {
            if (same->part->sum == part.sum) return Reason::same_figure_twice;
            return place.batch(same->member).as_of == place.batch(member).as_of
                       ? Reason::lower_in_source
                       : Reason::corrected_later;
        }
        if (part.sum > total) return Reason::parts_exceed_total;
        if (used && is_proper_subset(part.pattern, used->part->pattern))
            return Reason::total_of_parts;
        if (!has_what_is_told(part)) return Reason::not_broken_down;
        return part.sum < total ? Reason::partial_breakdown : Reason::another_breakdown;
    }

    void add_set_aside(const ConsolidatedPlace& place, const PlaceTrace::Verdict& verdict,
                       Reason reason) {
        const auto breakdown = break_down(place, verdict.figure, asked_, filter_);
        const auto parts = standing_parts(place, verdict.figure);
        if (breakdown.part && !figure_.not_broken_down)
            add_part(place, verdict.figure, *breakdown.part, reason, false, std::nullopt);
        else
            add_part(place, verdict.figure, kept_part(parts, total_of(parts)), reason, false,
                     verdict.figure.total);
    }

    void add_part(const ConsolidatedPlace& place, const SourceFigure& figure,
                  const SourcePart& part, Reason reason, bool used,
                  std::optional<std::int64_t> exact) {
        // Also where it says nothing of what is asked for: that would tell how it is broken down.
        if (!used && !is_known(place, part.member)) {
            add_unknown(place, figure.period, 0, Reason::not_shared);
            return;
        }
        const auto& batch = place.batch(part.member);
        auto counted = count(*batch.summary, *part.part);
        if (exact) counted.count = *exact;
        if (used) explanation_.figure.count += counted.count;
        if (counted.observations == 0) return;
        if (!is_known(place, part.member)) {
            add_unknown(place, figure.period, counted.count, reason);
            return;
        }
        explanation_.contributions.push_back(
            {batch.batch, place.input.place, batch.source_name, figure.period, counted.count,
             counted.observations, used, std::string(to_word(reason)),
             names_of(part.part->pattern, batch.summary->blank_totals), !part.part->stated});
    }

    bool is_known(const ConsolidatedPlace& place, const Member& member) const {
        return knows_(place.batch(member).batch);
    }

    void add_unknown(const ConsolidatedPlace& place, const Period& period, std::int64_t count,
                     Reason reason) {
        Contribution unknown;
        unknown.place = place.input.place;
        unknown.reason = to_word(reason);
        unknown.used = reason != Reason::not_shared;
        if (unknown.used) {
            unknown.period = period;
            unknown.count = count;
        } else if (std::exchange(unknown_listed_, true)) {
            return;
        }
        explanation_.contributions.push_back(std::move(unknown));
    }

    static bool overlap(const SourceFigure& a, const SourceFigure& b) {
        return a.period.first_day() <= b.last && b.period.first_day() <= a.last;
    }

    const Figure& figure_;
    Pattern asked_;
    Pattern told_;  // of it, in this row
    OriginFilter filter_;
    const KnowsBatch& knows_;
    Explanation explanation_;
    const ConsolidatedPlace* traced_ = nullptr;
    PlaceTrace trace_;
    std::set<std::pair<std::uint32_t, Period>> listed_;  // of traced_, what is set aside
    bool unknown_listed_ = false;  // of traced_, that something not known is set aside
};

// Of the table the rows of its indicator and place alone. Where places stand apart though nobody
// asked for that, one by itself would not.
PersonBounds persons_of(const Consolidation& consolidation, FigureQuery query,
                        const Figure& figure) {
    query.indicators = {figure.indicator};
    if (!figure.place.empty()) {
        query.places = {figure.place};
        query.by.push_back(Grouping::place);
    }
    const auto table = figures(consolidation, query);
    const auto row = std::ranges::lower_bound(table.figures, figure, is_before);
    return row == table.figures.end() ? PersonBounds{} : row->persons;
}

}  // namespace

std::vector<std::string> names_of(Pattern pattern, const BlankTotals& blank_totals) {
    std::vector<std::string> names;
    for (const auto& [dimension, name] : {std::pair{by_origin, "origin"},
                                          {by_sex, "sex"},
                                          {by_age, "age"},
                                          {by_narrow_age, "narrow_age"},
                                          {by_profile, "profile"}})
        if ((pattern & dimension) != 0) names.emplace_back(name);
    const auto first = blank_totals.names.size() - blank_totals.extras.size();
    for (std::size_t i = 0; i < blank_totals.extras.size(); ++i)
        if ((pattern & first_extra_pattern << i) != 0)
            names.push_back(blank_totals.names[first + i]);
    return names;
}

Result<Explanation> explain(const Consolidation& consolidation, const FigureQuery& query,
                            const Figure& figure) {
    Explainer explainer(query, figure);
    bool found = false;
    select_figures(
        consolidation, query,
        [&](const ConsolidatedPlace& place, const AgreedFigure& agreed, const FigureRow& row) {
            if (!explainer.is_row(row)) return;
            explainer.add(place, agreed);
            found = true;
        });
    if (!found) return Problem{ProblemCode::not_found, "no such figure"};
    auto explanation = explainer.finish();
    explanation.figure.persons = persons_of(consolidation, query, figure);
    return explanation;
}

}  // namespace tenpoint::movements
