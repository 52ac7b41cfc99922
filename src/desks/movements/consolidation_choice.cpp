// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/consolidation_choice.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <span>

#include "desks/movements/consolidation_source.hpp"
#include "desks/movements/consolidation_time.hpp"

namespace tenpoint::movements {
namespace {

using Figures = std::vector<SourceFigure>;

// What one source says over the whole of a cluster.
struct Candidate {
    std::uint32_t source = 0;
    std::size_t figures = 0;
    std::int64_t days = 0;
    std::int64_t total = 0;
};

struct Cluster {
    Figures figures;
    Day from, to;
    std::vector<Candidate> candidates;  // by source
    std::vector<Candidate> tiling;      // those that tile it, the highest first
};

Cluster make_cluster(Figures figures, bool stock) {
    Cluster cluster{std::move(figures), {}, {}, {}, {}};
    cluster.from = cluster.figures.front().period.first_day();
    cluster.to = cluster.figures.front().last;
    for (const auto& figure : cluster.figures) {
        cluster.to = std::max(cluster.to, figure.last);
        auto same = std::ranges::find(cluster.candidates, figure.source, &Candidate::source);
        if (same == cluster.candidates.end())
            same = cluster.candidates.insert(same, Candidate{.source = figure.source});
        ++same->figures;
        if (!figure.rest) same->days += (figure.last - figure.period.first_day()).count() + 1;
        same->total = stock ? figure.total : same->total + figure.total;
    }
    std::ranges::sort(cluster.candidates, {}, &Candidate::source);
    const auto days = (cluster.to - cluster.from).count() + 1;
    std::ranges::copy_if(cluster.candidates, std::back_inserter(cluster.tiling),
                         [&](const Candidate& candidate) { return candidate.days == days; });
    std::ranges::stable_sort(cluster.tiling, [](const Candidate& a, const Candidate& b) {
        return a.total != b.total ? a.total > b.total : a.figures > b.figures;
    });
    return cluster;
}

// Clusters come in the order of time, and so do most of their figures.
template <class T, class Order, class Key>
void sort_where_needed(std::vector<T>& items, Order order, Key key) {
    if (!std::ranges::is_sorted(items, order, key)) std::ranges::sort(items, order, key);
}

struct Verdict {
    std::uint32_t source = 0;
    Choice choice;
};

class Chooser {
  public:
    Chooser(ConsolidatedPlace& place, PlaceTrace* trace)
        : place_(place), trace_(trace), stock_(is_stock(place.input.indicator)) {}

    void choose(const Figures& figures) {
        const auto& rule = place_.input.rule;
        const bool several = !std::ranges::all_of(figures, [&](const SourceFigure& figure) {
            return figure.source == figures.front().source;
        });
        if (several && rule && rule->method == RuleMethod::sum)
            agree(figures, {Reason::sum, rule->id, {}}, false);
        else
            settle_clusters(figures);
    }

  private:
    void settle_clusters(const Figures& figures) {
        for_each_cluster(figures, [&](auto first, auto last) {
            if (std::all_of(first, last, [&](const SourceFigure& figure) {
                    return figure.source == first->source;
                }))
                agree(std::span(first, last), {}, false);
            else
                settle(make_cluster({first, last}, stock_));
        });
    }

    void settle(const Cluster& cluster) {
        const auto verdict = decide(cluster);
        const bool disagreement = differ(cluster.tiling);
        if (disagreement) report(cluster, verdict);
        Figures chosen;
        Figures others;
        std::ranges::partition_copy(
            cluster.figures, std::back_inserter(chosen), std::back_inserter(others),
            [&](const SourceFigure& figure) { return figure.source == verdict.source; });
        agree(chosen, verdict.choice, disagreement && verdict.choice.ruling.empty());

        Figures uncovered;
        for (const auto& figure : others) {
            const bool is_covered = std::ranges::any_of(
                chosen, [&](const SourceFigure& other) { return overlap(figure, other); });
            if (!is_covered)
                uncovered.push_back(figure);
            else if (std::ranges::count(cluster.tiling, figure.source, &Candidate::source) != 0)
                compare(figure, verdict.choice.reason);
            else
                set_aside(figure, Reason::does_not_tile);
        }
        settle_clusters(uncovered);
    }

    Verdict decide(const Cluster& cluster) const {
        const auto has = [&](const Candidate& candidate, const Id& source) {
            return source_of(candidate.source).source == source;
        };
        for (const auto& ruling : place_.input.rulings)
            for (const auto& candidate : cluster.candidates)
                if (ruling.from <= cluster.from && cluster.to <= ruling.to &&
                    has(candidate, ruling.source))
                    return {candidate.source, {Reason::ruling, {}, ruling.id}};

        const auto& rule = place_.input.rule;
        const auto rule_id = rule ? rule->id : Id{};
        if (rule && rule->method == RuleMethod::authoritative)
            for (const auto& candidate : cluster.candidates)
                if (has(candidate, rule->source))
                    return {candidate.source, {Reason::authoritative, rule_id, {}}};

        const auto& tiling = cluster.tiling;
        if (tiling.empty()) {
            const auto most = std::ranges::max_element(cluster.candidates, {}, &Candidate::days);
            return {most->source, {Reason::covers_most, {}, {}}};
        }
        if (rule && rule->method == RuleMethod::lowest)
            return {lowest_of(tiling), {Reason::lowest, rule_id, {}}};
        if (rule && rule->method == RuleMethod::median)
            return {tiling[tiling.size() / 2].source, {Reason::median, rule_id, {}}};
        return {tiling.front().source, {Reason::highest, rule_id, {}}};
    }

    // Of equal ones the one that stands first, as for the highest.
    static std::uint32_t lowest_of(const std::vector<Candidate>& tiling) {
        return std::ranges::find(tiling, tiling.back().total, &Candidate::total)->source;
    }

    bool differ(const std::vector<Candidate>& tiling) const {
        if (tiling.size() < 2) return false;
        return shortfall(tiling) > place_.input.disagreement_share;
    }

    static double shortfall(const std::vector<Candidate>& tiling) {
        const auto highest = static_cast<double>(tiling.front().total);
        if (highest <= 0) return 0;
        return (highest - static_cast<double>(tiling.back().total)) / highest;
    }

    void report(const Cluster& cluster, const Verdict& verdict) {
        const auto longest = std::ranges::max_element(
            cluster.figures, {},
            [](const SourceFigure& figure) { return figure.last - figure.period.first_day(); });
        Disagreement disagreement{place_.input.indicator,
                                  place_.input.place,
                                  longest->period,
                                  cluster.from,
                                  cluster.to,
                                  {},
                                  shortfall(cluster.tiling),
                                  verdict.choice.ruling};
        for (const auto& candidate : cluster.tiling)
            disagreement.candidates.push_back({source_of(candidate.source).source,
                                               source_of(candidate.source).source_name,
                                               candidate.total, candidate.source == verdict.source,
                                               batches_of(cluster, candidate.source)});
        place_.disagreements.push_back(std::move(disagreement));
    }

    // Those whose figures stand.
    std::vector<Id> batches_of(const Cluster& cluster, std::uint32_t source) const {
        std::set<Id> batches;
        for (const auto& figure : cluster.figures) {
            if (figure.source != source) continue;
            if (figure.members == 1) {
                batches.insert(place_.batch(place_.members[figure.first_member]).batch);
                continue;
            }
            const auto parts = standing_parts(place_, figure);
            batches.insert(place_.batch(kept_part(parts, total_of(parts)).member).batch);
        }
        return {batches.begin(), batches.end()};
    }

    void agree(std::span<const SourceFigure> figures, const Choice& choice, bool disagreement) {
        const auto known = std::ranges::find(place_.choices, choice);
        const auto index = static_cast<std::uint32_t>(known - place_.choices.begin());
        if (known == place_.choices.end()) place_.choices.push_back(choice);
        for (const auto& figure : figures) {
            place_.figures.push_back({figure, index, disagreement});
            if (trace_ != nullptr) trace_->verdicts.push_back({figure, choice.reason, true});
        }
    }

    // Whom a ruling or a rule does not believe it believes in no bound of persons either.
    void compare(const SourceFigure& figure, Reason reason) {
        const bool is_believed = reason == Reason::highest || reason == Reason::covers_most;
        if (is_believed && !figure.rest) place_.compared.push_back(figure);
        set_aside(figure, Reason::another_source);
    }

    void set_aside(const SourceFigure& figure, Reason reason) {
        if (trace_ != nullptr) trace_->verdicts.push_back({figure, reason, false});
    }

    const AcceptedBatch& source_of(std::uint32_t source) const {
        return *std::ranges::find(place_.input.batches, source, &PlaceInput::Batch::source)->batch;
    }

    ConsolidatedPlace& place_;
    PlaceTrace* trace_;
    bool stock_;
};

}  // namespace

void choose_sources(ConsolidatedPlace& place, const std::vector<SourceFigure>& figures,
                    PlaceTrace* trace) {
    Chooser(place, trace).choose(figures);
    sort_where_needed(place.figures, is_earlier, &AgreedFigure::figure);
    sort_where_needed(place.compared, is_earlier, std::identity{});
    sort_where_needed(place.disagreements, std::less{}, &Disagreement::from);
}

}  // namespace tenpoint::movements
