// SPDX-License-Identifier: Apache-2.0
#include <boost/json/array.hpp>

#include "base/hash.hpp"
#include "web/account_routes.hpp"
#include "web/json_body.hpp"
#include "web/own_account.hpp"
#include "web/paced_answer.hpp"
#include "web/schemas.hpp"
#include "web/second_factor.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

Result<std::string> password_in(const Request& request) {
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    auto password = body.text("password", true);
    TENPOINT_CHECK(body.done());
    return password;
}

Result<Response> begin(store::Store& store, Sessions& sessions, const Request& request) {
    TENPOINT_TRY(password, password_in(request));
    return with_own_password(store, sessions, request, password, [&]() -> Result<Response> {
        TENPOINT_TRY(enrolment, store.write(program(), [&](store::Transaction& transaction) {
            return begin_second_factor(transaction, store.randomness(), request.principal.user,
                                       request.principal.name);
        }));
        return json_response({{"secret", enrolment.secret}, {"address", enrolment.address}});
    });
}

// Whoever came in without it is out; the session in which it was turned on goes on.
Result<Response> confirm(store::Store& store, Sessions& sessions, const Request& request) {
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    const auto code = body.text("code", true);
    TENPOINT_CHECK(body.done());
    const auto work = [&]() -> Result<Response> {
        TENPOINT_TRY(codes, store.write(program(), [&](store::Transaction& transaction) {
            auto confirmed = confirm_second_factor(transaction, store.randomness(),
                                                   request.principal.user, code);
            if (confirmed)
                transaction.credentials().end_access(request.principal.user,
                                                     hash_of(request.session_token));
            return confirmed;
        }));
        return json_response({{"recovery_codes", json::array(codes.begin(), codes.end())}});
    };
    return answer_at_pace(sessions.pace(), request, request.principal.name, work);
}

Result<Response> remove(store::Store& store, Sessions& sessions, const Request& request) {
    TENPOINT_TRY(password, password_in(request));
    return with_own_password(store, sessions, request, password, [&]() -> Result<Response> {
        TENPOINT_CHECK(store.write(program(), [&](store::Transaction& transaction) -> Result<void> {
            transaction.credentials().drop_second_factor(request.principal.user);
            return {};
        }));
        return empty_response();
    });
}

}  // namespace

Routes second_factor_routes(store::Store& store, Sessions& sessions) {
    using enum ProblemCode;
    const auto password = object_schema({{"password", text_schema()}});
    auto beginning =
        own_account_route(Method::post, "/api/account/second_factor", "begin_second_factor");
    takes_password(beginning);
    beginning.operation.request = password;
    beginning.operation.answer =
        object_schema({{"secret", text_schema()}, {"address", text_schema()}});
    beginning.operation.statuses = {200};
    beginning.operation.problems.push_back(already_exists);
    beginning.answer = [&store, &sessions](Request& request) {
        return begin(store, sessions, request);
    };

    auto confirming = own_account_route(Method::post, "/api/account/second_factor/confirm",
                                        "confirm_second_factor");
    confirming.body = BodySort::json;
    confirming.operation.request = object_schema({{"code", text_schema()}});
    confirming.operation.answer = object_schema({{"recovery_codes", list_schema(text_schema())}});
    confirming.operation.problems = {wrong_second_factor, not_found, too_many_requests};
    confirming.answer = [&store, &sessions](Request& request) {
        return confirm(store, sessions, request);
    };

    auto removing = own_account_route(Method::post, "/api/account/second_factor/remove",
                                      "remove_own_second_factor");
    takes_password(removing);
    removing.operation.request = password;
    removing.answer = [&store, &sessions](Request& request) {
        return remove(store, sessions, request);
    };
    return {beginning, confirming, removing};
}

}  // namespace tenpoint::web
