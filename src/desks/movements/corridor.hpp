// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>

#include "base/language.hpp"
#include "base/problem.hpp"
#include "desks/directory/place.hpp"
#include "desks/movements/codes.hpp"
#include "record/values.hpp"

namespace tenpoint::movements {

// The places of a route, in the order in which people pass them. The same people are counted again
// at each, so that figures along a corridor are compared, never added.
struct Corridor {
    std::string code;
    LocalText name;
    LocalText description;
    std::vector<record::Ref<directory::Place>> places;
    std::vector<Indicator> indicators;  // what is compared; at each place the first it has
    std::vector<record::Ref<directory::Place>> death_places;  // where its deaths are recorded
};
BOOST_DESCRIBE_STRUCT(Corridor, (), (code, name, description, places, indicators, death_places))

}  // namespace tenpoint::movements

namespace tenpoint::record {

template <>
struct Kind<movements::Corridor> {
    using Corridor = movements::Corridor;
    static constexpr std::string_view name = "corridor", plural = "corridors";
    static constexpr int version = 1;
    static constexpr auto stewardship = Stewardship::coordinators;
    static constexpr auto notes = std::tuple{
        Note<&Corridor::code>{{.required = true, .max_length = 40, .unique = true}},
        Note<&Corridor::name>{{.required = true}},
        Note<&Corridor::description>{},
        Note<&Corridor::places>{{.required = true}},
        Note<&Corridor::indicators>{{.required = true}},
        Note<&Corridor::death_places>{},
    };
    static void check(const Corridor& corridor, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
