// SPDX-License-Identifier: Apache-2.0
#include "web/openapi.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <boost/json/array.hpp>
#include <fmt/format.h>

#include "base/translations.hpp"
#include "web/record_json.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

json::object problem_schema() {
    const auto field = object_schema(
        {{"pointer", text_schema()}, {"code", text_schema()}, {"message", text_schema()}});
    return object_schema({{"type", {{"type", "string"}, {"format", "uri"}}},
                          {"title", text_schema()},
                          {"status", number_schema()},
                          {"code", choice_schema_of<ProblemCode>()},
                          {"fields", list_schema(field)},
                          // Of `precondition_failed` only.
                          {"version", number_schema()},
                          {"theirs", changes_schema()},
                          {"yours", changes_schema()}},
                         {"fields", "version", "theirs", "yours"});
}

bool asks_who(const Route& route) {
    return route.audience != Audience::everybody;
}

// What a route may be refused with, beside what any answer may be.
std::set<ProblemCode> problems_of(const Route& route) {
    std::set<ProblemCode> problems(route.operation.problems.begin(),
                                   route.operation.problems.end());
    if (asks_who(route)) problems.insert(ProblemCode::unauthorized);
    problems.insert(ProblemCode::invalid_query);
    if (route.path.find('{') != std::string::npos) problems.insert(ProblemCode::not_found);
    // What came of the first request may be gone when it comes again.
    if (problems.contains(ProblemCode::idempotency_key_reused))
        problems.insert(ProblemCode::not_found);
    if (route.body != BodySort::none)
        problems.insert({ProblemCode::body_too_large, ProblemCode::unsupported_media_type});
    if (route.body == BodySort::json)
        problems.insert({ProblemCode::malformed_json, ProblemCode::invalid_fields});
    if (asks_who(route) && route.method != Method::get)
        problems.insert(ProblemCode::csrf_token_missing);
    if (route.only_in_session) problems.insert(ProblemCode::forbidden);  // to a token
    return problems;
}

json::object responses_of(const Route& route, Language language) {
    const auto& operation = route.operation;
    json::object content;
    for (const auto& type : operation.media_types)
        content[type] = {{"schema", type == "application/json" ? operation.answer : text_schema()}};
    json::object responses;
    for (const auto status : operation.statuses) {
        json::object good{{"description", translate(language, "web.answers.good")}};
        if (!operation.answer.empty() && status != 304) good["content"] = content;
        responses[std::to_string(status)] = std::move(good);
    }

    std::map<int, std::string> refusals;  // by status, the sentences of its problems
    for (const auto code : problems_of(route)) {
        auto& sentences = refusals[http_status(code)];
        if (!sentences.empty()) sentences += '\n';
        sentences += fmt::format("`{0}`: {1}", to_word(code),
                                 translate(language, fmt::format("problems.{}", to_word(code))));
    }
    const json::object problem{{"application/problem+json", {{"schema", named_schema("problem")}}}};
    for (const auto& [status, sentences] : refusals)
        responses[std::to_string(status)] = {{"description", sentences}, {"content", problem}};
    responses["default"] = {{"description", translate(language, "problems.internal_error")},
                            {"content", problem}};
    return responses;
}

json::array parameters_of(const Route& route) {
    json::array parameters;
    for (auto at = route.path.find('{'); at != std::string::npos;
         at = route.path.find('{', at + 1)) {
        const auto name = route.path.substr(at + 1, route.path.find('}', at) - at - 1);
        parameters.push_back(
            {{"name", name}, {"in", "path"}, {"required", true}, {"schema", id_schema()}});
    }
    for (const auto& parameter : route.query)
        parameters.push_back({{"name", parameter.name},
                              {"in", "query"},
                              {"required", parameter.required},
                              {"schema", parameter.schema}});
    const auto may_refuse = [&](ProblemCode code) {
        return std::ranges::count(route.operation.problems, code) > 0;
    };
    if (may_refuse(ProblemCode::precondition_failed))
        parameters.push_back({{"name", "If-Match"},
                              {"in", "header"},
                              {"required", may_refuse(ProblemCode::precondition_required)},
                              {"schema", text_schema()}});
    if (may_refuse(ProblemCode::idempotency_key_reused))
        parameters.push_back({{"name", "Idempotency-Key"},
                              {"in", "header"},
                              {"required", false},
                              {"schema", {{"type", "string"}, {"maxLength", 255}}}});
    if (asks_who(route) && route.method != Method::get)
        parameters.push_back({{"name", "X-Tenpoint-Csrf"},
                              {"in", "header"},
                              {"required", true},
                              {"schema", text_schema()}});
    return parameters;
}

json::object operation_of(const Route& route, Language language) {
    const auto& operation = route.operation;
    json::object out{
        {"operationId", operation.id},
        {"tags", json::array{operation.tag}},
        {"summary", translate(language, fmt::format("web.operations.{}", operation.summary))},
    };
    if (auto parameters = parameters_of(route); !parameters.empty())
        out["parameters"] = std::move(parameters);
    if (route.body == BodySort::json)
        out["requestBody"] = {{"required", true},
                              {"content", {{"application/json", {{"schema", operation.request}}}}}};
    if (route.body == BodySort::file)
        out["requestBody"] = {{"required", true},
                              {"content",
                               {{"application/octet-stream",
                                 {{"schema", {{"type", "string"}, {"format", "binary"}}}}}}}};
    out["responses"] = responses_of(route, language);
    json::array ways;
    if (route.audience != Audience::signed_in) ways.push_back(json::object{});
    if (asks_who(route)) ways.push_back(json::object{{"session", json::array{}}});
    if (asks_who(route) && !route.only_in_session)
        ways.push_back(json::object{{"token", json::array{}}});
    if (route.takes_basic) ways.push_back(json::object{{"password", json::array{}}});
    out["security"] = std::move(ways);
    return out;
}

std::string verb_of(Method method) {
    std::string verb(to_word(method));
    std::ranges::transform(verb, verb.begin(),
                           [](char c) { return static_cast<char>(c - 'A' + 'a'); });
    return verb;
}

}  // namespace

json::object openapi_document(const Api& api, std::string_view version, Language language) {
    auto schemas = api.schemas;
    schemas["problem"] = problem_schema();
    json::object paths;
    for (const auto& route : api.routes) {
        auto& path = paths[route.path];
        if (path.is_null()) path = json::object{};
        path.as_object()[verb_of(route.method)] = operation_of(route, language);
    }
    return {
        {"openapi", "3.1.0"},
        {"info",
         {{"title", "Tenpoint"},
          {"description", translate(language, "web.description")},
          {"version", version},
          {"license", {{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
        {"servers", json::array{json::object{{"url", "/"}}}},
        {"paths", std::move(paths)},
        {"components",
         {{"schemas", std::move(schemas)},
          {"securitySchemes",
           {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "tenpoint_session"}}},
            {"token", {{"type", "http"}, {"scheme", "bearer"}}},
            {"password", {{"type", "http"}, {"scheme", "basic"}}}}}}},
    };
}

void add_openapi_route(Api& api, std::string_view version) {
    Route own;
    own.method = Method::get;
    own.path = "/api/openapi.json";
    own.operation = {.id = "get_openapi",
                     .summary = "get_openapi",
                     .tag = "session",
                     .answer = standard_schema("https://spec.openapis.org/oas/v3.1.0")};
    own.audience = Audience::everybody;
    api.routes.push_back(own);
    auto described = std::make_shared<const Api>(api);
    api.routes.back().answer =
        [described, version = std::string(version)](Request& request) -> Result<Response> {
        return json_response(openapi_document(*described, version, request.language));
    };
}

}  // namespace tenpoint::web
