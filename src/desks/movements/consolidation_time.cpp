// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/consolidation_time.hpp"

#include <algorithm>
#include <map>

namespace tenpoint::movements {
namespace {

using Figures = std::vector<SourceFigure>;

std::int64_t days_of(const SourceFigure& figure) {
    return figure.rest ? 0 : (figure.last - figure.period.first_day()).count() + 1;
}

class Resolution {
  public:
    Resolution(bool stock, const TimeObserver& observer) : stock_(stock), observer_(observer) {}

    Figures resolve(const Figures& figures) {
        Figures resolved;
        for_each_cluster(figures, [&](auto first, auto last) {
            auto some = resolve_cluster(Figures(first, last));
            resolved.insert(resolved.end(), some.begin(), some.end());
        });
        return resolved;
    }

  private:
    Figures resolve_cluster(Figures cluster) {
        if (cluster.size() == 1) return cluster;
        const auto outer = cluster.front();
        const bool holds_all = std::ranges::all_of(
            cluster, [&](const SourceFigure& figure) { return figure.last <= outer.last; });
        if (!holds_all) return resolve_straddling(std::move(cluster));
        cluster.erase(cluster.begin());
        return resolve_nested(outer, resolve(cluster));
    }

    // `inner` does not overlap and lies within `outer`.
    Figures resolve_nested(const SourceFigure& outer, Figures inner) {
        std::int64_t days = 0;
        std::int64_t total = 0;
        for (const auto& figure : inner) {
            days += days_of(figure);
            total = stock_ ? figure.total : total + figure.total;
        }
        if (days != days_of(outer)) {
            set_aside(inner, Reason::does_not_tile);
            return {outer};
        }
        if (total > outer.total && !stock_) {
            contradict(outer, Contradiction::parts_exceed_total, total);
            set_aside(inner, Reason::parts_exceed_total);
            return {outer};
        }
        if (total != outer.total) contradict(outer, Contradiction::parts_do_not_add_up, total);
        if (total == outer.total || stock_) {
            set_aside({outer}, Reason::total_of_parts);
            return inner;
        }
        auto rest = outer;
        rest.rest = true;
        rest.total -= total;
        inner.insert(inner.begin(), rest);
        return inner;
    }

    Figures resolve_straddling(Figures cluster) {
        std::map<PeriodUnit, std::int64_t> covered;
        for (const auto& figure : cluster)
            covered[figure.period.unit()] += days_of(figure);
        const auto unit = std::ranges::max_element(covered, {}, [](const auto& entry) {
                              return entry.second;
                          })->first;
        Figures standing;
        Figures others;
        std::ranges::partition_copy(
            cluster, std::back_inserter(standing), std::back_inserter(others),
            [&](const SourceFigure& figure) { return figure.period.unit() == unit; });
        Figures apart;
        for (const auto& figure : others) {
            const bool overlaps = std::ranges::any_of(
                standing, [&](const SourceFigure& other) { return overlap(figure, other); });
            if (overlaps)
                set_aside({figure}, Reason::does_not_tile);
            else
                apart.push_back(figure);
        }
        apart = resolve(apart);
        standing.insert(standing.end(), apart.begin(), apart.end());
        std::ranges::sort(standing, is_earlier);
        return standing;
    }

    void set_aside(const Figures& figures, Reason reason) {
        if (!observer_.set_aside) return;
        for (const auto& figure : figures)
            if (!figure.rest) observer_.set_aside(figure, reason);
    }
    void contradict(const SourceFigure& stands, Contradiction contradiction, std::int64_t other) {
        observer_.contradict(stands, contradiction, other);
    }

    bool stock_;
    const TimeObserver& observer_;
};

}  // namespace

bool is_earlier(const SourceFigure& a, const SourceFigure& b) {
    const auto order = a.period <=> b.period;
    return order != 0 ? order < 0 : a.source < b.source;
}

std::vector<SourceFigure> resolve_time(std::vector<SourceFigure> figures, bool stock,
                                       const TimeObserver& observer) {
    const auto overlapping = std::ranges::adjacent_find(figures, overlap);
    if (overlapping == figures.end()) return figures;
    return Resolution(stock, observer).resolve(figures);
}

}  // namespace tenpoint::movements
