// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/problem.hpp"
#include "record/description.hpp"

namespace tenpoint::directory {

enum class PartnerKind {
    state,
    ministry,
    un_agency,
    intergovernmental_organisation,
    ngo,
    network,
    academia,
    donor,
    community_group,
    other,  // not yet said
};
BOOST_DESCRIBE_ENUM(PartnerKind, state, ministry, un_agency, intergovernmental_organisation, ngo,
                    network, academia, donor, community_group, other)

// A State, authority, agency, organisation or group that takes part in the cooperation.
struct Partner {
    std::string name;
    std::optional<std::string> short_name;
    PartnerKind kind{};
    std::optional<std::string> country;  // ISO 3166-1 alpha-3
    std::optional<std::string> website;
};
BOOST_DESCRIBE_STRUCT(Partner, (), (name, short_name, kind, country, website))

}  // namespace tenpoint::directory

namespace tenpoint::record {

template <>
struct Kind<directory::Partner> {
    using Partner = directory::Partner;
    static constexpr std::string_view name = "partner", plural = "partners";
    static constexpr int version = 1;
    static constexpr auto stewardship = Stewardship::coordinators;
    static constexpr auto notes = std::tuple{
        Note<&Partner::name>{
            {.required = true, .max_length = 200, .hxl = "#org+name", .unique = true}},
        Note<&Partner::short_name>{{.max_length = 40, .hxl = "#org+acronym"}},
        Note<&Partner::kind>{{.required = true, .hxl = "#org+type"}},
        Note<&Partner::country>{{.format = "country", .hxl = "#country+code"}},
        Note<&Partner::website>{{.max_length = 500, .format = "uri", .hxl = "#org+url"}},
    };
    static void check(const Partner& partner, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
