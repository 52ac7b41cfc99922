// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/people_counted.hpp"

#include <boost/describe/enum_to_string.hpp>

#include "desks/movements/figure_table.hpp"

namespace tenpoint::movements {
namespace {

using arrangements::Population;

std::optional<Population> population_of(Profile profile) {
    switch (profile) {
        case Profile::unaccompanied_child:
            return Population::unaccompanied_children;
        case Profile::refugee:
            return Population::refugees;
        case Profile::asylum_seeker:
            return Population::asylum_seekers;
        case Profile::internally_displaced:
            return Population::internally_displaced;
        case Profile::returnee:
            return Population::returnees;
        case Profile::stateless:
            return Population::stateless_persons;
        case Profile::migrant:
            return Population::migrants;
        case Profile::host_community:
            return Population::host_community;
        case Profile::trafficked:
            return Population::trafficked_persons;
        default:
            return std::nullopt;
    }
}

}  // namespace

std::vector<desks::PeopleCounted> people_counted(const Consolidation& joint, Day from, Day to) {
    FigureQuery query;
    query.indicators = {Indicator::crossing,           Indicator::arrival,
                        Indicator::encounter,          Indicator::interception,
                        Indicator::displacement,       Indicator::stay,
                        Indicator::asylum_application, Indicator::return_received};
    query.from = from;
    query.to = to;
    std::vector<desks::PeopleCounted> counted;
    for (const bool by_their_profile : {false, true}) {
        query.by = {Grouping::period, Grouping::place};
        if (by_their_profile) query.by.push_back(Grouping::profile);
        for (const auto& figure : figures(joint, query).figures) {
            const auto people = by_their_profile ? population_of(figure.profile) : std::nullopt;
            constexpr int longest_month = 31;
            if (by_their_profile != people.has_value() || figure.not_broken_down ||
                figure.count <= 0 || !figure.period ||
                figure.period->length_in_days() > longest_month)
                continue;
            counted.push_back({figure.place, boost::describe::enum_to_string(figure.indicator, ""),
                               people, *figure.period, figure.count, is_stock(figure.indicator)});
        }
    }
    return counted;
}

}  // namespace tenpoint::movements
