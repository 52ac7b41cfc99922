// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>

#include "base/date.hpp"
#include "base/language.hpp"
#include "base/problem.hpp"
#include "desks/directory/place.hpp"
#include "desks/movements/corridor.hpp"
#include "record/values.hpp"

namespace tenpoint::movements {

// One printed edition of a joint information sheet, about a corridor or a place. What it printed is
// kept, so that it can be printed again as it was, and compared with today's figures.
struct Sheet {
    std::optional<record::Ref<Corridor>> corridor;
    std::optional<record::Ref<directory::Place>> place;
    Day from;
    Day to;
    std::int64_t edition = 1;  // counts the editions about the same subject and dates
    LocalText title;
    std::string fingerprint;  // hash over the figures that it printed
    Instant printed_at;
    Id content;  // the figures as printed, in the store's files
};
BOOST_DESCRIBE_STRUCT(Sheet, (),
                      (corridor, place, from, to, edition, title, fingerprint, printed_at, content))

}  // namespace tenpoint::movements

namespace tenpoint::record {

template <>
struct Kind<movements::Sheet> {
    using Sheet = movements::Sheet;
    static constexpr std::string_view name = "sheet", plural = "sheets";
    static constexpr int version = 1;
    static constexpr auto stewardship = Stewardship::partners;
    static constexpr NoteText made{.settable = Settable::by_the_program};
    static constexpr NoteText kept{.settable = Settable::by_the_program, .names_file = true};
    static constexpr auto notes = std::tuple{
        Note<&Sheet::corridor>{made},    Note<&Sheet::place>{made},
        Note<&Sheet::from>{made},        Note<&Sheet::to>{made},
        Note<&Sheet::edition>{made},     Note<&Sheet::title>{made},
        Note<&Sheet::fingerprint>{made}, Note<&Sheet::printed_at>{made},
        Note<&Sheet::content>{kept},
    };
    static void check(const Sheet& sheet, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
