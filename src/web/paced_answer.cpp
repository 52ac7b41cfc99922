// SPDX-License-Identifier: Apache-2.0
#include "web/paced_answer.hpp"

#include <boost/asio/ip/address_v6.hpp>
#include <boost/asio/ip/network_v6.hpp>

namespace tenpoint::web {
namespace {

// Whoever has one address of IPv6 has 2^64 of them, its network's (RFC 4291, 2.5.1).
std::string network_of(const std::string& address) {
    boost::system::error_code error;
    const auto v6 = boost::asio::ip::make_address_v6(address, error);
    if (error || v6.is_v4_mapped()) return address;
    return boost::asio::ip::make_network_v6(v6, 64).canonical().to_string();
}

}  // namespace

Result<Response> answer_at_pace(SignInPace& pace, const Request& request,
                                const std::string& account,
                                const std::function<Result<Response>()>& work) {
    const auto network = network_of(request.address);
    const auto wait = pace.begin(account, network);
    if (!wait) return Problem{ProblemCode::too_many_requests, "held answers of one address"};
    auto answer = work();
    if (answer) {
        pace.succeeded(account, network);
        answer->hold = *wait;
        return answer;
    }
    const auto& problem = answer.error();
    if (problem.code != ProblemCode::wrong_credentials &&
        problem.code != ProblemCode::wrong_second_factor)
        pace.not_judged(account, network);
    if (http_status(problem.code) >= 500) return answer;
    auto refusal = problem_response(problem, request.language);
    refusal.hold = *wait;
    return refusal;
}

}  // namespace tenpoint::web
