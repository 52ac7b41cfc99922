// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>

#include "base/period.hpp"
#include "base/problem.hpp"
#include "desks/arrangements/action.hpp"
#include "desks/directory/place.hpp"
#include "desks/directory/theme.hpp"
#include "record/values.hpp"

namespace tenpoint::coverage {

// That people at a place need something, as a partner assessed it where no figures tell.
struct StatedNeed {
    record::Ref<directory::Place> place;
    directory::Theme theme{};
    std::optional<arrangements::Population> people;  // empty: whoever is there
    std::optional<std::int64_t> count;               // how many; empty: nobody knows
    std::optional<Period> since;
    std::optional<Period> until;        // empty: it goes on
    std::optional<std::string> source;  // where it is known from
};
BOOST_DESCRIBE_STRUCT(StatedNeed, (), (place, theme, people, count, since, until, source))

}  // namespace tenpoint::coverage

namespace tenpoint::record {

template <>
struct Kind<coverage::StatedNeed> {
    using Need = coverage::StatedNeed;
    static constexpr std::string_view name = "need", plural = "needs";
    static constexpr int version = 1;
    static constexpr auto stewardship = Stewardship::partners;
    static constexpr auto notes = std::tuple{
        Note<&Need::place>{{.required = true, .hxl = "#loc"}},
        Note<&Need::theme>{{.required = true, .hxl = "#sector"}},
        Note<&Need::people>{{.hxl = "#population"}},
        Note<&Need::count>{{.hxl = "#inneed"}},
        Note<&Need::since>{{.hxl = "#date+start"}},
        Note<&Need::until>{{.hxl = "#date+end"}},
        Note<&Need::source>{{.max_length = 1'000, .hxl = "#meta+source"}},
    };
    static void check(const Need& need, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
