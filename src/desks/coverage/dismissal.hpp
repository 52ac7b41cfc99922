// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>

#include "base/date.hpp"
#include "base/problem.hpp"
#include "desks/coverage/concern.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"
#include "record/values.hpp"

namespace tenpoint::coverage {

// That somebody looked at a gap or an overlap and found it to be none, and why. It names what the
// concern is known by; a partner more or less makes another concern.
struct Dismissal {
    ConcernSort concern{};
    std::optional<record::Ref<directory::Place>> place;
    std::optional<Theme> theme;
    std::optional<Population> people;
    std::vector<record::Ref<directory::Partner>> partners;
    std::string note;
    std::optional<Day> until;  // the last day on which it holds; empty: for good
};
BOOST_DESCRIBE_STRUCT(Dismissal, (), (concern, place, theme, people, partners, note, until))

Subject subject_of(const Dismissal& dismissal);

}  // namespace tenpoint::coverage

namespace tenpoint::record {

template <>
struct Kind<coverage::Dismissal> {
    using Dismissal = coverage::Dismissal;
    static constexpr std::string_view name = "dismissal", plural = "dismissals";
    static constexpr int version = 1;
    static constexpr auto stewardship = Stewardship::partners;
    static constexpr auto notes = std::tuple{
        Note<&Dismissal::concern>{{.required = true, .settable = Settable::at_creation}},
        Note<&Dismissal::place>{{.hxl = "#loc", .settable = Settable::at_creation}},
        Note<&Dismissal::theme>{{.hxl = "#sector", .settable = Settable::at_creation}},
        Note<&Dismissal::people>{{.hxl = "#population", .settable = Settable::at_creation}},
        Note<&Dismissal::partners>{{.hxl = "#org", .settable = Settable::at_creation}},
        Note<&Dismissal::note>{{.required = true, .max_length = 2'000}},
        Note<&Dismissal::until>{{.hxl = "#date+end"}},
    };
    static void check(const Dismissal& dismissal, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
