// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <utility>

#include <boost/system/result.hpp>

#include "base/problem.hpp"

namespace tenpoint {

// Thrown only by `Result::value()` on a refusal, that is, by a caller that claimed there is none.
class ProblemException : public std::exception {
  public:
    explicit ProblemException(Problem problem) : problem_(std::move(problem)) {}
    const char* what() const noexcept override { return problem_.detail.c_str(); }
    const Problem& problem() const { return problem_; }

  private:
    Problem problem_;
};

[[noreturn]] inline void throw_exception_from_error(const Problem& problem,
                                                    const boost::source_location&) {
    throw ProblemException(problem);
}

// An outcome that may be an expected refusal.
template <class T>
using Result = boost::system::result<T, Problem>;

}  // namespace tenpoint

// Evaluates `expression`, a Result<T>; leaves the function with its problem, or names its value.
#define TENPOINT_TRY(name, expression)                           \
    auto name##_result = (expression);                           \
    if (!name##_result) return std::move(name##_result).error(); \
    auto& name = *name##_result /* NOLINT(bugprone-macro-parentheses) */

// The same for a Result<void>.
#define TENPOINT_CHECK(expression)                                     \
    do {                                                               \
        auto checked_result = (expression);                            \
        if (!checked_result) return std::move(checked_result).error(); \
    } while (false)
