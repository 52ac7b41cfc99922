// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>

#include "base/language.hpp"
#include "base/period.hpp"
#include "base/problem.hpp"
#include "desks/arrangements/arrangement.hpp"
#include "record/values.hpp"

namespace tenpoint::arrangements {

// What an arrangement put to another and what it was answered: of two tracks, a forum of
// governments and a network of civil society, mostly. It belongs to the one that put it.
struct Submission {
    record::Ref<Arrangement> arrangement;
    record::Ref<Arrangement> to;
    LocalText title;
    LocalText text;
    Period submitted_on;  // as exactly as it is known
    LocalText answer;     // empty: none yet
    std::optional<Period> answered_on;
};
BOOST_DESCRIBE_STRUCT(Submission, (),
                      (arrangement, to, title, text, submitted_on, answer, answered_on))

}  // namespace tenpoint::arrangements

namespace tenpoint::record {

template <>
struct Kind<arrangements::Submission> {
    using Submission = arrangements::Submission;
    static constexpr std::string_view name = "submission", plural = "submissions";
    static constexpr int version = 1;
    static constexpr auto stewardship = Stewardship::partners;
    static constexpr auto notes = std::tuple{
        Note<&Submission::arrangement>{{.required = true, .settable = Settable::at_creation}},
        Note<&Submission::to>{{.required = true, .settable = Settable::at_creation}},
        Note<&Submission::title>{{.required = true, .max_length = 500}},
        Note<&Submission::text>{},
        Note<&Submission::submitted_on>{{.required = true, .hxl = "#date+start"}},
        Note<&Submission::answer>{},
        Note<&Submission::answered_on>{{.hxl = "#date+end"}},
    };
    static void check(const Submission& submission, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
