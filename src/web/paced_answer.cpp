// SPDX-License-Identifier: Apache-2.0
#include "web/paced_answer.hpp"

namespace tenpoint::web {

Result<Response> answer_at_pace(SignInPace& pace, const Request& request,
                                const std::string& account,
                                const std::function<Result<Response>()>& work) {
    const auto wait = pace.begin(account, request.address);
    if (!wait) return Problem{ProblemCode::too_many_requests, "held answers of one address"};
    auto answer = work();
    if (answer) {
        pace.succeeded(account, request.address);
        answer->hold = *wait;
        return answer;
    }
    const auto& problem = answer.error();
    if (problem.code != ProblemCode::wrong_credentials &&
        problem.code != ProblemCode::wrong_second_factor &&
        problem.code != ProblemCode::openid_refused)
        pace.not_judged(account, request.address);
    if (http_status(problem.code) >= 500) return answer;
    auto refusal = problem_response(problem, request.language);
    refusal.hold = *wait;
    return refusal;
}

}  // namespace tenpoint::web
