// SPDX-License-Identifier: Apache-2.0
#include "web/status_routes.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

// Whether the database answers.
Result<void> check_ready(store::Store& store) {
    const auto program = access::Principal::local_administrator("tenpoint");
    return store.read(program, [](const store::Snapshot& snapshot) -> Result<void> {
        snapshot.last_change();
        return {};
    });
}

// As slowly for a token that is nearly right as for any other.
bool is_bearer(std::string_view header, const std::string& token) {
    const auto expected = fmt::format("Bearer {}", token);
    return header.size() == expected.size() &&
           sodium_memcmp(header.data(), expected.data(), expected.size()) == 0;
}

}  // namespace

Routes health_routes(store::Store& store, std::string version) {
    Route whole;
    whole.path = "/api/health";
    whole.answer = [&store, version = std::move(version)](Request&) -> Result<Response> {
        TENPOINT_CHECK(check_ready(store));
        return json_response({{"live", true}, {"ready", true}, {"version", version}});
    };
    whole.operation = {
        .id = "get_health",
        .summary = "get_health",
        .tag = "session",
        .answer = object_schema(
            {{"live", flag_schema()}, {"ready", flag_schema()}, {"version", text_schema()}}),
        .problems = {ProblemCode::storage_failed}};
    Route live;
    live.path = "/api/health/live";
    live.answer = [](Request&) -> Result<Response> { return json_response({{"live", true}}); };
    live.operation = {.id = "get_live",
                      .summary = "get_live",
                      .tag = "session",
                      .answer = object_schema({{"live", flag_schema()}})};
    Route ready;
    ready.path = "/api/health/ready";
    ready.answer = [&store](Request&) -> Result<Response> {
        TENPOINT_CHECK(check_ready(store));
        return json_response({{"ready", true}});
    };
    ready.operation = {.id = "get_ready",
                       .summary = "get_ready",
                       .tag = "session",
                       .answer = object_schema({{"ready", flag_schema()}}),
                       .problems = {ProblemCode::storage_failed}};
    Routes routes{whole, live, ready};
    // Whatever watches the node, such as a proxy before it, asks from the address of many, and
    // takes the node for ill where it is refused.
    for (auto& route : routes) {
        route.method = Method::get;
        route.audience = Audience::everybody;
        route.is_unrated = true;
    }
    return routes;
}

Route metrics_route(const Metrics& metrics, std::string token) {
    Route route;
    route.method = Method::get;
    route.path = "/metrics";
    route.answer = [&metrics, token = std::move(token)](Request& request) -> Result<Response> {
        if (!is_bearer(request.headers.get("Authorization"), token))
            return Problem{ProblemCode::unauthorized};
        return text_response(metrics.text(), "text/plain; version=0.0.4; charset=utf-8");
    };
    route.audience = Audience::everybody;
    return route;
}

}  // namespace tenpoint::web
