// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "base/result.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/sign_in_pace.hpp"

namespace tenpoint::web {

// Answers a request in which somebody shows a password or a code for `account`. Right or wrong, the
// answer is held back for as long as guessing has to be slowed. Fails with `too_many_requests`.
Result<Response> answer_at_pace(SignInPace& pace, const Request& request,
                                const std::string& account,
                                const std::function<Result<Response>()>& work);

}  // namespace tenpoint::web
