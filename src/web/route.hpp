// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "base/result.hpp"
#include "web/request.hpp"
#include "web/response.hpp"

namespace tenpoint::web {

enum class Audience {
    everybody,   // who asks makes no difference
    public_too,  // whoever signs in; the public is told what is public
    signed_in,
};

// How the body of a request comes: there is none; a JSON object in memory; any bytes, in a file.
enum class BodySort { none, json, file };

// One parameter behind the `?`. One that no route names is refused, as is one given twice.
struct QueryParameter {
    std::string name;
    boost::json::object schema;
    bool required = false;
};

// What the OpenAPI document says of a route beside what the program itself goes by.
struct Operation {
    std::string id{};                // "list_partners"; its summary is `web.operations.<summary>`
    std::string summary{};           // "list"
    std::string tag{};               // "partners"
    boost::json::object request{};   // schema of a JSON body
    boost::json::object answer{};    // schema of the answer; empty: it has no body
    std::vector<int> statuses{200};  // of good answers; 304 comes without a body
    std::vector<std::string> media_types{"application/json"};
    std::vector<ProblemCode> problems{};  // beside those that follow from the route's shape
};

// One line of the table of routes.
struct Route {
    Method method{};
    std::string path;  // "/api/partners/{id}"
    // Runs on the pool and may block. Refusals are values, exceptions are bugs.
    std::function<Result<Response>(Request&)> answer;
    Operation operation{};
    std::vector<QueryParameter> query{};
    Audience audience = Audience::signed_in;
    bool only_in_session = false;  // no token of the API opens it
    bool for_imports = false;      // a token with the scope `import` opens it
    bool takes_basic = false;      // a token may also come as a password (RFC 7617)
    // Asked before a body is read; for routes whose body is large.
    std::function<Result<void>(const access::Principal&)> admits{};
    BodySort body = BodySort::none;
    bool takes_turns = false;     // heavy on purpose, as a password's hash is: one at a time
    bool is_unrated = false;      // answered however often one asks
    bool asks_elsewhere = false;  // waits for another server, apart from all others' work
    std::uint64_t body_limit = 256 * 1024;  // bytes; what is beyond is refused with 413
};

using Routes = std::vector<Route>;

// The routes of the program, with the schemas that they refer to by name.
struct Api {
    Routes routes;
    boost::json::object schemas;

    void add(Routes more);
};

}  // namespace tenpoint::web
