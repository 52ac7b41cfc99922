// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/language.hpp"
#include "base/period.hpp"
#include "base/problem.hpp"
#include "desks/arrangements/action.hpp"
#include "record/values.hpp"

namespace tenpoint::arrangements {

enum class ReviewFinding { achievement, challenge, lesson, good_practice, recommendation };
BOOST_DESCRIBE_ENUM(ReviewFinding, achievement, challenge, lesson, good_practice, recommendation)

// One thing that somebody found about an arrangement or one of its actions.
struct Review {
    record::Ref<Arrangement> arrangement;
    std::optional<record::Ref<Action>> action;
    ReviewFinding finding{};
    LocalText text;
    std::optional<record::Ref<directory::Partner>> author;
    std::optional<Period> dated;
    std::optional<std::string> evidence;  // where it can be seen
};
BOOST_DESCRIBE_STRUCT(Review, (), (arrangement, action, finding, text, author, dated, evidence))

}  // namespace tenpoint::arrangements

namespace tenpoint::record {

template <>
struct Kind<arrangements::Review> {
    using Review = arrangements::Review;
    static constexpr std::string_view name = "review", plural = "reviews";
    static constexpr int version = 1;
    static constexpr auto stewardship = Stewardship::partners;
    static constexpr auto notes = std::tuple{
        Note<&Review::arrangement>{{.required = true, .settable = Settable::at_creation}},
        Note<&Review::action>{{.within = "arrangement"}},
        Note<&Review::finding>{{.required = true}},
        Note<&Review::text>{{.required = true}},
        Note<&Review::author>{},
        Note<&Review::dated>{},
        Note<&Review::evidence>{{.max_length = 1'000}},
    };
    static void check(const Review& review, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
