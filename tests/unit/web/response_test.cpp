// SPDX-License-Identifier: Apache-2.0
#include "web/response.hpp"

#include <gtest/gtest.h>

#include "store/storage_problem.hpp"
#include "web/while_gone.hpp"

namespace tenpoint::web {
namespace {

TEST(ProblemResponse, SaysWhenToAskAgainOnlyWhereThatHelpsByItself) {
    const auto says = [](const Problem& problem) {
        return problem_response(problem, Language::en).headers.find("Retry-After").has_value();
    };
    const auto says_of = [&](store::DatabaseError::Sort sort) {
        return says(store::storage_problem(store::DatabaseError(sort, "")));
    };
    using enum store::DatabaseError::Sort;
    EXPECT_TRUE(says_of(connection_lost));
    for (const auto sort : {outcome_unknown, damaged, altered, disk_full, other})
        EXPECT_FALSE(says_of(sort)) << static_cast<int>(sort);
    EXPECT_TRUE(says({ProblemCode::too_many_requests}));
    EXPECT_FALSE(says({ProblemCode::not_found}));
}

TEST(WhileGone, OnlyChangesWaitAndOnlyThoseWhoCameLately) {
    Request request;
    request.method = Method::get;
    EXPECT_EQ(while_gone(request), store::WhileGone::fails);
    request.method = Method::post;
    EXPECT_EQ(while_gone(request), store::WhileGone::waits);
    request.came -= store::Patience::most;
    EXPECT_EQ(while_gone(request), store::WhileGone::fails);
}

}  // namespace
}  // namespace tenpoint::web
