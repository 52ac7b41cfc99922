// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/period.hpp"
#include "base/problem.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"
#include "desks/directory/spoken_language.hpp"
#include "desks/directory/theme.hpp"
#include "record/values.hpp"

namespace tenpoint::directory {

enum class CapacityUnit { persons, persons_a_day, persons_a_month, beds, cases_a_month };
BOOST_DESCRIBE_ENUM(CapacityUnit, persons, persons_a_day, persons_a_month, beds, cases_a_month)

enum class Connectivity { good, slow, unsteady, none };
BOOST_DESCRIBE_ENUM(Connectivity, good, slow, unsteady, none)

// A partner at a place: since when, with what it offers there and how much of it.
struct Presence {
    record::Ref<Partner> partner;
    record::Ref<Place> place;
    std::optional<Period> since;  // as exactly as it is known: a year, a month, a day
    std::optional<Period> until;  // empty: it is still there
    std::vector<Theme> services;
    std::optional<std::int64_t> capacity;
    std::optional<CapacityUnit> capacity_unit;
    std::optional<std::int64_t> staff;
    std::vector<SpokenLanguage> languages;
    std::optional<Connectivity> connectivity;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(Presence, (),
                      (partner, place, since, until, services, capacity, capacity_unit, staff,
                       languages, connectivity, note))

}  // namespace tenpoint::directory

namespace tenpoint::record {

template <>
struct Kind<directory::Presence> {
    using Presence = directory::Presence;
    static constexpr std::string_view name = "presence", plural = "presences";
    static constexpr int version = 1;
    static constexpr auto stewardship = Stewardship::partners;
    static constexpr auto notes = std::tuple{
        Note<&Presence::partner>{{.required = true, .hxl = "#org"}},
        Note<&Presence::place>{{.required = true, .hxl = "#loc"}},
        Note<&Presence::since>{{.hxl = "#date+start"}},
        Note<&Presence::until>{{.hxl = "#date+end"}},
        Note<&Presence::services>{{.hxl = "#service"}},
        Note<&Presence::capacity>{{.hxl = "#capacity+num"}},
        Note<&Presence::capacity_unit>{{.hxl = "#capacity+unit"}},
        Note<&Presence::staff>{{.hxl = "#org+staff+num"}},
        Note<&Presence::languages>{},
        Note<&Presence::connectivity>{},
        Note<&Presence::note>{{.max_length = 2'000}},
    };
    static void check(const Presence& presence, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
