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

// Whoever of so many people a breakdown leaves out is not broken down.
void complete(Estimate& estimate, std::int64_t people) {
    estimate.by_population.back() += people - total_of(estimate.by_population);
    estimate.by_age.back() += people - total_of(estimate.by_age);
}

void add(Estimate& into, const Estimate& more) {
    std::ranges::transform(into.by_population, more.by_population, into.by_population.begin(),
                           std::plus<>{});
    std::ranges::transform(into.by_age, more.by_age, into.by_age.begin(), std::plus<>{});
}

// Of each category but the last the higher number.
template <std::size_t N>
void take_higher(std::array<std::int64_t, N>& into, const std::array<std::int64_t, N>& more) {
    for (std::size_t i = 0; i + 1 < N; ++i)
        into.at(i) = std::max(into.at(i), more.at(i));
}

// The least that all of them together can have reached: of whom is not broken down nobody knows
// whether they are among the others.
Estimate least_of(const Sectors& sectors) {
    Estimate least;
    std::int64_t people = 0;
    for (const auto& [sector, reached] : sectors) {
        take_higher(least.by_population, reached.by_population);
        take_higher(least.by_age, reached.by_age);
        people = std::max(people, reached.people());
    }
    complete(least, std::max(people, least.people()));
    return least;
}

Estimates estimates_of(const Sectors& sectors, const std::set<std::string>& group) {
    Estimates estimates;
    Sectors of_group;
    for (const auto& [sector, reached] : sectors) {
        add(estimates.sum, reached);
        if (group.contains(sector))
            of_group.emplace(sector, reached);
        else
            add(estimates.grouped, reached);
    }
    estimates.highest = least_of(sectors);
    add(estimates.grouped, least_of(of_group));
    return estimates;
}

}  // namespace

std::int64_t Estimate::people() const {
    return std::max(total_of(by_population), total_of(by_age));
}

Reach consolidate_reach(const std::vector<ReachReport>& reports,
                        const std::set<std::string>& group) {
    std::map<std::pair<ReachPlace, std::string>, SectorReach> sectors;
    std::map<ReachPlace, Sectors> places;
    Reach reach;
    reach.reports = std::ssize(reports);
    for (const auto& report : reports) {
        auto& sector = sectors[{report.place, report.sector}];
        sector.place = report.place;
        sector.sector = report.sector;
        if (report.total) sector.months[report.month] += *report.total;
        auto& reached = places[report.place][report.sector];
        if (!report.fresh) {
            // Its parts are of a month's total, and no more to be summed than that.
            ++reach.without_fresh;
            continue;
        }
        sector.fresh = sector.fresh.value_or(0) + *report.fresh;
        add_parts(report.by_population, *report.fresh, reached.by_population);
        add_parts(report.by_age, *report.fresh, reached.by_age);
    }
    for (auto& [key, sector] : sectors)
        reach.sectors.push_back(std::move(sector));
    for (auto& [place, reached] : places) {
        for (auto& [sector, estimate] : reached)
            complete(estimate, estimate.people());
        const auto& estimates = reach.places[place] = estimates_of(reached, group);
        add(reach.all.sum, estimates.sum);
        add(reach.all.highest, estimates.highest);
        add(reach.all.grouped, estimates.grouped);
    }
    return reach;
}

}  // namespace tenpoint::coverage
