// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>

#include "base/problem.hpp"
#include "desks/directory/place.hpp"
#include "desks/movements/codes.hpp"
#include "desks/movements/source.hpp"
#include "record/values.hpp"

namespace tenpoint::movements {

// How a figure is chosen where sources overlap, for a place or an indicator or both; the more
// specific rule goes first (place and indicator, place, indicator, neither).
struct Rule {
    std::optional<record::Ref<directory::Place>> place;
    std::optional<Indicator> indicator;
    RuleMethod method{};
    std::optional<record::Ref<Source>> source;  // the authoritative one
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Rule, (), (place, indicator, method, source, reason))

}  // namespace tenpoint::movements

namespace tenpoint::record {

template <>
struct Kind<movements::Rule> {
    using Rule = movements::Rule;
    static constexpr std::string_view name = "rule", plural = "rules";
    static constexpr int version = 1;
    static constexpr auto stewardship = Stewardship::coordinators;
    static constexpr auto notes = std::tuple{
        Note<&Rule::place>{},
        Note<&Rule::indicator>{},
        Note<&Rule::method>{{.required = true}},
        Note<&Rule::source>{},
        Note<&Rule::reason>{{.required = true, .max_length = 1'000}},
    };
    static void check(const Rule& rule, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
