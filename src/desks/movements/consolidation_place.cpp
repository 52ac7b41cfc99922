// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/consolidation_place.hpp"

#include <algorithm>
#include <numeric>

#include "desks/movements/consolidation_choice.hpp"
#include "desks/movements/consolidation_source.hpp"
#include "desks/movements/consolidation_time.hpp"

namespace tenpoint::movements {
namespace {

class PlaceConsolidation {
  public:
    PlaceConsolidation(ConsolidatedPlace& place, PlaceTrace* trace) : place_(place), trace_(trace) {
        observer_.contradict = [this](const SourceFigure& stands, Contradiction contradiction,
                                      std::int64_t other) {
            report(stands, contradiction, stands.total, other);
        };
        if (trace_ != nullptr)
            observer_.set_aside = [this](const SourceFigure& figure, Reason reason) {
                trace_->verdicts.push_back({figure, reason, false});
            };
    }

    void run() {
        gather_members();
        std::vector<SourceFigure> resolved;
        for (std::size_t m = 0; m < place_.members.size();) {
            const auto source = source_of(place_.members[m]);
            std::vector<SourceFigure> figures;
            while (m < place_.members.size() && source_of(place_.members[m]) == source)
                figures.push_back(next_figure(m));
            figures = resolve_time(std::move(figures), is_stock(place_.input.indicator), observer_);
            if (!std::ranges::is_sorted(figures, is_earlier))
                std::ranges::sort(figures, is_earlier);
            const auto before = static_cast<std::ptrdiff_t>(resolved.size());
            resolved.insert(resolved.end(), figures.begin(), figures.end());
            std::ranges::inplace_merge(resolved, resolved.begin() + before, is_earlier);
        }
        choose_sources(place_, resolved, trace_);
    }

  private:
    // All groups of all batches, by source, period, batch.
    void gather_members() {
        for (std::uint32_t b = 0; b < place_.input.batches.size(); ++b) {
            const auto& batch = place_.input.batches[b];
            for (std::uint32_t g = 0; g < batch.groups; ++g)
                place_.members.push_back({b, batch.first_group + g});
        }
        // Each batch's groups are in the order of their periods already.
        if (place_.input.batches.size() > 1)
            std::ranges::sort(place_.members, {}, [&](const Member& member) {
                return std::tuple(source_of(member), place_.group(member).period, member.batch);
            });
    }

    // What the source of place_.members[m] says of the period there; moves m behind it.
    SourceFigure next_figure(std::size_t& m) {
        const auto period = place_.group(place_.members[m]).period;
        SourceFigure figure;
        figure.period = Period::from_code(period);
        figure.last = figure.period.last_day();
        figure.source = source_of(place_.members[m]);
        figure.first_member = static_cast<std::uint32_t>(m);
        while (m < place_.members.size() && source_of(place_.members[m]) == figure.source &&
               place_.group(place_.members[m]).period == period)
            ++m;
        figure.members = static_cast<std::uint32_t>(m) - figure.first_member;

        const auto& first = place_.members[figure.first_member];
        const auto parts = place_.batch(first).summary->parts_of(place_.group(first));
        if (figure.members == 1 && parts.size() == 1) {
            figure.total = parts.front().sum;
            return figure;
        }
        figure.total = total_of(standing_parts(place_, figure));
        find_contradictions(
            place_, figure,
            [&](Contradiction contradiction, std::int64_t stands, std::int64_t other) {
                report(figure, contradiction, stands, other);
            });
        return figure;
    }

    void report(const SourceFigure& figure, Contradiction contradiction, std::int64_t stands,
                std::int64_t other) {
        const auto& batch = place_.batch(place_.members[figure.first_member]);
        std::vector<Id> batches;
        for (const auto& each : place_.input.batches)
            if (each.source == figure.source) batches.push_back(each.batch->batch);
        place_.contradictions.push_back({batch.source, batch.source_name, place_.input.indicator,
                                         place_.input.place, figure.period,
                                         std::string(to_word(contradiction)), stands, other,
                                         std::move(batches)});
    }

    std::uint32_t source_of(const Member& member) const {
        return place_.input.batches[member.batch].source;
    }

    ConsolidatedPlace& place_;
    PlaceTrace* trace_;
    TimeObserver observer_;
};

}  // namespace

ConsolidatedPlace consolidate_place(PlaceInput input, PlaceTrace* trace) {
    ConsolidatedPlace place;
    place.input = std::move(input);
    PlaceConsolidation(place, trace).run();
    return place;
}

}  // namespace tenpoint::movements
