// SPDX-License-Identifier: Apache-2.0
#include "web/response.hpp"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "base/translations.hpp"
#include "store/storage_problem.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

json::array fields_json(const std::vector<FieldProblem>& fields, Language language) {
    json::array out;
    for (const auto& field : fields) {
        const auto key = fmt::format("field_problems.{}", field.code);
        out.push_back({{"pointer", field.pointer},
                       {"code", field.code},
                       {"message", translate_numbered(language, key, field.arguments)}});
    }
    return out;
}

// Of what passes when asked again a moment later: not of a full disk or a damaged database, nor
// where it is unknown whether something was written.
bool passes_soon(const Problem& problem) {
    using enum ProblemCode;
    if (problem.code != storage_failed)
        return problem.code == too_many_requests || problem.code == server_busy;
    return std::ranges::find(problem.fields, store::unreachable_database, &FieldProblem::code) !=
           problem.fields.end();
}

}  // namespace

Response text_response(std::string text, std::string_view media_type) {
    Response response;
    response.headers.set("Content-Type", std::string(media_type));
    response.body = std::move(text);
    return response;
}

Response json_response(const json::value& value, int status) {
    auto response = text_response(json::serialize(value), "application/json");
    response.status = status;
    return response;
}

Response empty_response() {
    return {.status = 204};
}

json::object to_json(const Problem& problem, Language language) {
    const auto code = to_word(problem.code);
    json::object out{
        {"type", fmt::format("urn:problem-type:tenpoint:{}", code)},
        {"title", translate(language, fmt::format("problems.{}", code))},
        {"status", http_status(problem.code)},
        {"code", code},
    };
    if (!problem.fields.empty()) out["fields"] = fields_json(problem.fields, language);
    return out;
}

Response problem_response(const Problem& problem, Language language) {
    auto response =
        text_response(json::serialize(to_json(problem, language)), "application/problem+json");
    response.status = http_status(problem.code);
    response.headers.set("Content-Language", std::string(to_word(language)));
    if (passes_soon(problem)) response.headers.set("Retry-After", "1");
    return response;
}

}  // namespace tenpoint::web
