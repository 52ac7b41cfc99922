// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/language.hpp"
#include "base/problem.hpp"
#include "desks/directory/spoken_language.hpp"
#include "desks/directory/theme.hpp"
#include "record/description.hpp"
#include "record/values.hpp"

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
    group_of_states,    // "the countries of the region"
    group_of_partners,  // "the local NGOs", where nobody has named them yet
    other,              // not yet said
};
BOOST_DESCRIBE_ENUM(PartnerKind, state, ministry, un_agency, intergovernmental_organisation, ngo,
                    network, academia, donor, community_group, group_of_states, group_of_partners,
                    other)

// A State, authority, agency, organisation or group that takes part in the cooperation.
struct Partner {
    std::string name;
    std::optional<std::string> short_name;
    PartnerKind kind{};
    std::optional<std::string> country;  // ISO 3166-1 alpha-3
    std::optional<std::string> website;
    LocalText names;        // as it is called in each language; `name` is what it is known by here
    LocalText short_names;  // likewise
    std::optional<std::string> mandate;  // in its own words
    std::vector<Theme> mandates;         // what it is charged with
    std::vector<Theme> expertise;        // what it knows to do
    std::vector<SpokenLanguage> languages;
    std::optional<record::Ref<Partner>> parent;  // a ministry's State, an office's agency
    std::vector<record::Ref<Partner>> members;   // of a network
};
BOOST_DESCRIBE_STRUCT(Partner, (),
                      (name, short_name, kind, country, website, names, short_names, mandate,
                       mandates, expertise, languages, parent, members))

}  // namespace tenpoint::directory

namespace tenpoint::record {

template <>
struct Kind<directory::Partner> {
    using Partner = directory::Partner;
    static constexpr std::string_view name = "partner", plural = "partners";
    static constexpr int version = 2;
    static constexpr auto stewardship = Stewardship::coordinators;
    static constexpr auto notes = std::tuple{
        Note<&Partner::name>{
            {.required = true, .max_length = 200, .hxl = "#org+name", .unique = true}},
        Note<&Partner::short_name>{{.max_length = 40, .hxl = "#org+acronym"}},
        Note<&Partner::kind>{{.required = true, .hxl = "#org+type"}},
        Note<&Partner::country>{{.format = "country", .hxl = "#country+code"}},
        Note<&Partner::website>{{.max_length = 500, .format = "uri", .hxl = "#org+url"}},
        Note<&Partner::names>{{.max_length = 200, .since = 2}},
        Note<&Partner::short_names>{{.max_length = 40, .since = 2}},
        Note<&Partner::mandate>{{.max_length = 2'000, .since = 2}},
        Note<&Partner::mandates>{{.hxl = "#org+mandate", .since = 2}},
        Note<&Partner::expertise>{{.hxl = "#org+expertise", .since = 2}},
        Note<&Partner::languages>{{.since = 2}},
        Note<&Partner::parent>{{.hxl = "#org+parent", .since = 2}},
        Note<&Partner::members>{{.since = 2}},
    };
    static void check(const Partner& partner, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
