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
#include "record/description.hpp"
#include "record/values.hpp"

namespace tenpoint::directory {

enum class PlaceKind { country, region, admin1, admin2, site, border, route };
BOOST_DESCRIBE_ENUM(PlaceKind, country, region, admin1, admin2, site, border, route)

// What sort of site it is. A stretch of border along which people are counted is no site but a
// place of the kind `border`; where they cross it is a border point.
enum class SiteSort {
    border_point,
    port,
    airport,
    reception_centre,
    transit_centre,
    registration_point,
    camp,
    settlement,
    detention_centre,
    shelter,
    service_point,
    office,
    town,
    other
};
BOOST_DESCRIBE_ENUM(SiteSort, border_point, port, airport, reception_centre, transit_centre,
                    registration_point, camp, settlement, detention_centre, shelter, service_point,
                    office, town, other)

// Somewhere that figures are given for. Its code is what figures are kept under, so that it is set
// once: ISO 3166-1 alpha-3 for a country, formats/regions.hpp for a region of M49, a P-code for an
// admin area, a word of our own for a site, a border or a route.
struct Place {
    std::string code;
    LocalText name;
    PlaceKind kind{};
    std::optional<SiteSort> site;
    std::optional<record::Ref<Place>> parent;
    std::optional<record::Coordinate> latitude;
    std::optional<record::Coordinate> longitude;
};
BOOST_DESCRIBE_STRUCT(Place, (), (code, name, kind, site, parent, latitude, longitude))

}  // namespace tenpoint::directory

namespace tenpoint::record {

template <>
struct Kind<directory::Place> {
    using Place = directory::Place;
    static constexpr std::string_view name = "place", plural = "places";
    static constexpr int version = 2;
    static constexpr auto stewardship = Stewardship::coordinators;
    static constexpr auto notes = std::tuple{
        Note<&Place::code>{{.required = true,
                            .max_length = 40,
                            .hxl = "#loc+code",
                            .settable = Settable::at_creation,
                            .unique = true}},
        Note<&Place::name>{{.required = true, .hxl = "#loc+name"}},
        Note<&Place::kind>{{.required = true, .hxl = "#loc+type"}},
        Note<&Place::site>{{.hxl = "#loc+type+site", .since = 2}},
        Note<&Place::parent>{{.hxl = "#loc+parent"}},
        Note<&Place::latitude>{{.unit = "degree", .hxl = "#geo+lat"}},
        Note<&Place::longitude>{{.unit = "degree", .hxl = "#geo+lon"}},
    };
    static void check(const Place& place, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
