// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/sheet_content_measure.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "desks/movements/consolidation_pattern.hpp"
#include "desks/movements/consolidation_place.hpp"
#include "desks/movements/figure_sources.hpp"
#include "desks/movements/figure_table.hpp"
#include "desks/movements/sheet_content_stretch.hpp"

namespace tenpoint::movements {
namespace {

class MeasureCollection {
  public:
    MeasureCollection(const std::string& place, Indicator indicator, const SheetDates& dates,
                      const SheetInputs& inputs)
        : dates_(dates), inputs_(inputs) {
        measure_.place = place;
        measure_.indicator = indicator;
    }

    std::optional<SheetMeasure> collect() {
        measure_.now.count = total(dates_.now);
        measure_.before.count = total(dates_.before);
        if (!measure_.now.count && !measure_.before.count) return std::nullopt;
        collect_sources();
        collect_sources_before();
        collect_coverage();
        for (const auto& figure : ask(dates_.both(), {Grouping::period}))
            measure_.periods.push_back({*figure.period, figure.count});
        if (measure_.now.count) {
            collect_origins();
            collect_sex_and_age();
            collect_method();
        }
        return std::move(measure_);
    }

  private:
    FigureQuery query(const std::optional<Stretch>& days, std::vector<Grouping> by) const {
        by.insert(by.end(), {Grouping::indicator, Grouping::place});
        FigureQuery query;
        query.indicators = {measure_.indicator};
        query.places = {measure_.place};
        if (days) {
            query.from = days->from;
            query.to = days->to;
        }
        query.by = std::move(by);
        return query;
    }
    std::vector<Figure> ask(const Stretch& days, std::vector<Grouping> by) const {
        return figures(*inputs_.consolidation, query(days, std::move(by))).figures;
    }

    std::optional<std::int64_t> total(const Stretch& days) const {
        const auto found = ask(days, {});
        if (found.empty()) return std::nullopt;
        return found.front().count;
    }

    void collect_sources() {
        for (const auto& figure : ask(dates_.both(), {Grouping::source}))
            measure_.sources.push_back(figure.source);
        std::ranges::sort(measure_.sources);
        const auto behind = batches_behind(*inputs_.consolidation, measure_.place,
                                           measure_.indicator, dates_.both());
        for (const auto& batch : behind)
            if (!std::ranges::binary_search(measure_.sources, batch.source_name))
                measure_.sources_set_aside.push_back(batch.source_name);
        std::ranges::sort(measure_.sources_set_aside);
        const auto repeated = std::ranges::unique(measure_.sources_set_aside);
        measure_.sources_set_aside.erase(repeated.begin(), repeated.end());
        measure_.of_events = !behind.empty() && std::ranges::all_of(behind, [&](const auto& batch) {
            return is_set_aside(batch) || lists_events(batch);
        });
    }
    void collect_sources_before() {
        if (!measure_.now.count || !measure_.before.count) return;
        const auto behind = [&](const Stretch& days) {
            return sources_behind(*inputs_.consolidation, query(days, {}));
        };
        if (behind(dates_.now) == behind(dates_.before)) return;
        for (const auto& figure : ask(dates_.before, {Grouping::source}))
            measure_.other_sources_before.push_back(figure.source);
    }
    bool is_set_aside(const AcceptedBatch& batch) const {
        return std::ranges::binary_search(measure_.sources_set_aside, batch.source_name);
    }
    bool lists_events(const AcceptedBatch& batch) const {
        const auto found = std::ranges::find(inputs_.batches, batch.batch,
                                             [](const auto& record) { return record.envelope.id; });
        if (found == inputs_.batches.end()) return false;
        const auto* events = found->value.mapping.value.if_contains("events");
        return events && events->is_bool() && events->get_bool();
    }

    // Which days are known at all. A list of events that has any of this indicator at this place
    // covers all days from its first to its last event anywhere; other files cover those that they
    // give figures for.
    void collect_coverage() {
        std::vector<Stretch> covered;
        if (measure_.of_events) {
            for (const auto& batch : batches_behind(*inputs_.consolidation, measure_.place,
                                                    measure_.indicator, std::nullopt))
                if (!is_set_aside(batch)) covered.push_back(days_of(batch));
        } else {
            covered = figure_days();
        }
        measure_.now.gaps = gaps_in(dates_.now, covered);
        measure_.before.gaps = gaps_in(dates_.before, std::move(covered));
    }
    static Stretch days_of(const AcceptedBatch& batch) {
        const auto& groups = batch.summary->groups;
        auto days = stretch_of(Period::from_code(groups.front().period));
        for (const auto& group : groups) {
            const auto period = stretch_of(Period::from_code(group.period));
            days = {std::min(days.from, period.from), std::max(days.to, period.to)};
        }
        return days;
    }

    // The agreed figures in their own lengths. A week on the edge is known, though it is left out.
    std::vector<Stretch> figure_days() {
        auto all = query(std::nullopt, {Grouping::period});
        all.period_unit = PeriodUnit::day;
        std::vector<Stretch> covered;
        for (const auto& figure : figures(*inputs_.consolidation, all).figures) {
            const auto days = stretch_of(*figure.period);
            const bool fits = contains(dates_.now, days) || contains(dates_.before, days);
            if (fits || figure.period->unit() == PeriodUnit::week) covered.push_back(days);
            if (!fits && overlap(dates_.now, days)) measure_.untiled.push_back(*figure.period);
        }
        return covered;
    }

    void collect_origins() {
        std::map<std::pair<Period, std::string>, std::int64_t> counts;
        bool known = false;
        for (const auto& figure : ask(dates_.now, {Grouping::period, Grouping::origin})) {
            const bool broken_down = !figure.not_broken_down && !figure.origin.empty();
            known |= broken_down;
            counts[{*figure.period, broken_down ? figure.origin : ""}] += figure.count;
        }
        if (!known) return;
        for (const auto& [key, count] : counts)
            measure_.by_origin.push_back({key.first, key.second, count});
    }

    // Each period by both, where a source tells both, else by what it tells: sources have begun to
    // tell them apart over the years.
    void collect_sex_and_age() {
        std::map<std::tuple<Period, Sex, AgeGroup>, std::int64_t> counts;
        bool known = false;
        for (const auto& figure :
             ask(dates_.now, {Grouping::period, Grouping::sex, Grouping::age})) {
            const auto age = broad_age(figure.age);
            known |= figure.sex != Sex::all || age != AgeGroup::all;
            counts[{*figure.period, figure.sex, age}] += figure.count;
        }
        if (!known) return;
        for (const auto& [key, count] : counts)
            measure_.by_sex_age.push_back(
                {std::get<Period>(key), std::get<Sex>(key), std::get<AgeGroup>(key), count});
    }

    // The rule that holds here, where there is more than one source to choose from.
    void collect_method() {
        if (measure_.sources.size() + measure_.sources_set_aside.size() < 2) return;
        measure_.method = RuleMethod::highest;
        const auto& places = inputs_.consolidation->places();
        const auto here = std::ranges::find_if(places, [&](const auto& place) {
            return place->input.indicator == measure_.indicator &&
                   place->input.place == measure_.place;
        });
        if (here == places.end() || !(*here)->input.rule) return;
        const auto& rule = *(*here)->input.rule;
        measure_.method = rule.method;
        for (const auto& [envelope, value] : inputs_.rules)
            if (envelope.id == rule.id) measure_.rule_reason = value.reason;
    }

    SheetDates dates_;
    const SheetInputs& inputs_;
    SheetMeasure measure_;
};

}  // namespace

std::optional<SheetMeasure> collect_measure(const std::string& place, Indicator indicator,
                                            const SheetDates& dates, const SheetInputs& inputs) {
    return MeasureCollection(place, indicator, dates, inputs).collect();
}

std::vector<AcceptedBatch> batches_behind(const Consolidation& consolidation,
                                          const std::string& place, Indicator indicator,
                                          const std::optional<Stretch>& days) {
    std::vector<AcceptedBatch> behind;
    for (const auto& batch : consolidation.input().batches) {
        const auto& summary = *batch.summary;
        const auto has_figures = [&](const SummaryGroup& group) {
            return group.indicator == indicator && summary.places[group.place] == place &&
                   (!days || overlap(stretch_of(Period::from_code(group.period)), *days));
        };
        if (std::ranges::any_of(summary.groups, has_figures)) behind.push_back(batch);
    }
    return behind;
}

}  // namespace tenpoint::movements
