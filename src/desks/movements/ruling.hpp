// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>

#include "base/date.hpp"
#include "base/problem.hpp"
#include "desks/directory/place.hpp"
#include "desks/movements/codes.hpp"
#include "desks/movements/source.hpp"
#include "record/values.hpp"

namespace tenpoint::movements {

// A coordinator's choice where sources disagree: for one place, indicator and range of dates, this
// source stands. It is withdrawn, never deleted: an edition printed under it stays explicable.
struct Ruling {
    record::Ref<directory::Place> place;
    Indicator indicator{};
    Day from;
    Day to;
    record::Ref<Source> source;
    std::string reason;
    bool withdrawn = false;
    std::optional<std::string> withdrawn_reason;
};
BOOST_DESCRIBE_STRUCT(Ruling, (),
                      (place, indicator, from, to, source, reason, withdrawn, withdrawn_reason))

}  // namespace tenpoint::movements

namespace tenpoint::record {

template <>
struct Kind<movements::Ruling> {
    using Ruling = movements::Ruling;
    static constexpr std::string_view name = "ruling", plural = "rulings";
    static constexpr int version = 1;
    static constexpr auto stewardship = Stewardship::coordinators;
    static constexpr bool removable = false;
    static constexpr NoteText once{.required = true, .settable = Settable::at_creation};
    static constexpr auto notes = std::tuple{
        Note<&Ruling::place>{once},
        Note<&Ruling::indicator>{once},
        Note<&Ruling::from>{once},
        Note<&Ruling::to>{once},
        Note<&Ruling::source>{once},
        Note<&Ruling::reason>{
            {.required = true, .max_length = 1'000, .settable = Settable::at_creation}},
        Note<&Ruling::withdrawn>{},
        Note<&Ruling::withdrawn_reason>{{.max_length = 1'000}},
    };
    static void check(const Ruling& ruling, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
