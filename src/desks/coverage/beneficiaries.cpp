// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/beneficiaries.hpp"

#include <algorithm>
#include <numeric>

namespace tenpoint::coverage {
namespace {

using Sectors = std::map<std::string, Estimate>;

template <std::size_t N>
std::int64_t total_of(const std::array<std::int64_t, N>& parts) {
    return std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
}

// Adds the parts, and to the last what they leave of the whole.
template <std::size_t N>
void add_parts(const std::array<std::int64_t, N>& parts, std::int64_t whole,
               std::array<std::int64_t, N + 1>& sums) {
    for (std::size_t i = 0; i < N; ++i)
        sums.at(i) += parts.at(i);
    sums.back() += std::max<std::int64_t>(0, whole - total_of(parts));
}

// Puts two numbers of each category together.
template <class Choose>
void combine(Estimate& into, const Estimate& more, Choose choose) {
    std::ranges::transform(into.by_population, more.by_population, into.by_population.begin(),
                           choose);
    std::ranges::transform(into.by_age, more.by_age, into.by_age.begin(), choose);
}

void add(Estimate& into, const Estimate& more) {
    combine(into, more, std::plus<>{});
}

void take_higher(Estimate& into, const Estimate& more) {
    combine(into, more, [](std::int64_t a, std::int64_t b) { return std::max(a, b); });
}

Estimates estimates_of(const Sectors& sectors, const std::set<std::string>& group) {
    Estimates estimates;
    Estimate highest_of_group;
    for (const auto& [sector, reached] : sectors) {
        add(estimates.sum, reached);
        take_higher(estimates.highest, reached);
        if (group.contains(sector))
            take_higher(highest_of_group, reached);
        else
            add(estimates.grouped, reached);
    }
    add(estimates.grouped, highest_of_group);
    return estimates;
}

}  // namespace

std::int64_t Estimate::people() const {
    return std::max(total_of(by_population), total_of(by_age));
}

Reach consolidate_reach(const std::vector<ReachReport>& reports,
                        const std::set<std::string>& group) {
    std::map<std::pair<std::string, std::string>, SectorReach> sectors;
    std::map<std::string, Sectors> places;
    for (const auto& report : reports) {
        auto& sector = sectors[{report.place, report.sector}];
        sector.place = report.place;
        sector.sector = report.sector;
        sector.fresh += report.fresh;
        sector.months[report.month] += report.total;
        auto& reached = places[report.place][report.sector];
        add_parts(report.by_population, report.fresh, reached.by_population);
        add_parts(report.by_age, report.fresh, reached.by_age);
    }
    Reach reach;
    for (auto& [key, sector] : sectors)
        reach.sectors.push_back(std::move(sector));
    for (const auto& [place, reached] : places) {
        const auto& estimates = reach.places[place] = estimates_of(reached, group);
        add(reach.all.sum, estimates.sum);
        add(reach.all.highest, estimates.highest);
        add(reach.all.grouped, estimates.grouped);
    }
    return reach;
}

}  // namespace tenpoint::coverage
