// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/problem.hpp"
#include "desks/directory/theme.hpp"
#include "record/description.hpp"

namespace tenpoint::activities {

// What an activity gives; which rules hold for its figures follows from it.
enum class ActivityType {
    direct_assistance,  // to people: counts who was reached, and who for the first time
    capacity_building,  // counts who was trained
    other,              // things, places, events: counts the output
};
BOOST_DESCRIBE_ENUM(ActivityType, direct_assistance, capacity_building, other)

// An indicator of a response plan, and its sector. Where a sector has any, the activity reports of
// the sector name one of them.
struct PlanIndicator {
    directory::Theme sector{};
    std::string name;
    ActivityType type{};
};
BOOST_DESCRIBE_STRUCT(PlanIndicator, (), (sector, name, type))

}  // namespace tenpoint::activities

namespace tenpoint::record {

template <>
struct Kind<activities::PlanIndicator> {
    using PlanIndicator = activities::PlanIndicator;
    static constexpr std::string_view name = "plan_indicator", plural = "plan_indicators";
    static constexpr int version = 1;
    static constexpr auto stewardship = Stewardship::coordinators;
    static constexpr auto notes = std::tuple{
        Note<&PlanIndicator::sector>{{.required = true, .hxl = "#sector"}},
        Note<&PlanIndicator::name>{{.required = true, .max_length = 1'000, .hxl = "#indicator"}},
        Note<&PlanIndicator::type>{{.required = true, .hxl = "#activity+type"}},
    };
    static void check(const PlanIndicator& indicator, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
