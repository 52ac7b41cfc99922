// SPDX-License-Identifier: Apache-2.0
#include <boost/describe/enum_to_string.hpp>
#include <boost/json/array.hpp>

#include "access/may.hpp"
#include "desks/directory/place.hpp"
#include "desks/directory/place_adding.hpp"
#include "desks/movements/finding_text.hpp"
#include "desks/movements/importing.hpp"
#include "formats/countries.hpp"
#include "web/finding_json.hpp"
#include "web/json_body.hpp"
#include "web/kept_file.hpp"
#include "web/place_routes.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using directory::PlaceList;

namespace {

constexpr std::uint64_t largest_list = std::uint64_t{128} << 20;

Result<void> check_may_add(const access::Principal& principal) {
    const auto& kind = record::kind_info<directory::Place>();
    const store::Draft nobodys{principal.partner};
    if (!access::may(principal, access::Verb::create,
                     {kind.stewardship, nobodys.visibility, nobodys.owner}))
        return Problem{ProblemCode::forbidden, "place_lists"};
    return {};
}

// The file, or OCHA's list where none is named.
Result<PlaceList> asked_list(store::Store& store, const access::Principal& principal,
                             const std::optional<Id>& file, const std::string& country) {
    if (!file) return directory::common_place_list(country);
    TENPOINT_TRY(fetched, fetch_file(store, principal, *file));
    return directory::read_place_list(fetched.copy->path(), country);
}

json::object outcome_json(const PlaceList& list, const directory::PlaceOutcome& outcome,
                          Language language) {
    json::array countries, findings, causes;
    for (const auto& [country, areas] : list.countries)
        countries.push_back({{"country", country}, {"areas", areas}});
    for (const auto& finding : outcome.findings.first())
        findings.push_back(finding_json(finding, language));
    for (const auto& [code, count] : outcome.findings.counts())
        causes.push_back({{"code", code},
                          {"count", count},
                          {"message", movements::cause_message(code, language)}});
    return {{"countries", std::move(countries)},
            {"rows", list.rows},
            {"rows_elsewhere", list.elsewhere},
            {"rows_refused", list.refused},
            {"areas", list.areas.size()},
            {"new", outcome.added},
            {"known", outcome.known},
            {"differing", outcome.differing},
            {"refused", outcome.refused},
            {"by_code", std::move(causes)},
            {"findings", std::move(findings)}};
}

Result<Response> keep_list(store::Store& store, const Request& request) {
    const auto name = text_of(request.target.query, "name");
    if (name.empty()) return invalid_parameter("name", "required");
    if (!request.upload)
        return Problem{ProblemCode::unreadable_file, {}, {{"/file", "empty_file"}}};
    const auto& path = request.upload->path();
    TENPOINT_CHECK(directory::read_place_list(path, {}));
    TENPOINT_TRY(staged, movements::stage_file(path, store.staging_folder(), name));
    TENPOINT_TRY(file, keep_upload(store, request, staged));
    return json_response({{"file", file.text}, {"name", name}}, 201);
}

Result<Response> compare_list(store::Store& store, const Request& request) {
    TENPOINT_CHECK(check_may_add(request.principal));
    const auto& asked = request.target.query;
    TENPOINT_TRY(file, id_of(asked, "file"));
    const auto country = text_of(asked, "country");
    if (!country.empty() && !formats::country(country))
        return invalid_parameter("country", "not_a_country", {country});
    TENPOINT_TRY(language, language_of(request));
    TENPOINT_TRY(list, asked_list(store, request.principal, file, country));
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        return json_response(
            outcome_json(list, directory::compare_places(snapshot, list), language));
    });
}

Result<Response> add_list(store::Store& store, Jobs& jobs, const Request& request) {
    TENPOINT_CHECK(check_may_add(request.principal));
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    const auto file = body.id("file", false);
    const auto country = body.text("country", false);
    const bool takes_over = body.value<bool>("take_over", false);
    TENPOINT_CHECK(body.done());
    if (!country.empty() && !formats::country(country))
        return Problem{
            ProblemCode::invalid_fields, country, {{"/country", "not_a_country", {country}}}};
    const auto& principal = request.principal;
    TENPOINT_CHECK(asked_list(store, principal, file, country));
    const auto job = jobs.start(
        principal.user,
        [&store, principal, file, country, takes_over](const Jobs::Progress& told) -> Result<Id> {
            TENPOINT_TRY(list, asked_list(store, principal, file, country));
            TENPOINT_CHECK(directory::add_places(
                store, principal, list,
                takes_over ? directory::Differing::taken_over : directory::Differing::kept, told));
            return Id{};
        });
    auto response = json_response({{"job", job.text}}, 202);
    response.headers.set("Location", "/api/jobs/" + job.text);
    return response;
}

json::object outcome_schema() {
    return object_schema(
        {{"countries",
          list_schema(object_schema({{"country", text_schema()}, {"areas", number_schema()}}))},
         {"rows", number_schema()},
         {"rows_elsewhere", number_schema()},
         {"rows_refused", number_schema()},
         {"areas", number_schema()},
         {"new", number_schema()},
         {"known", number_schema()},
         {"differing", number_schema()},
         {"refused", number_schema()},
         {"by_code",
          list_schema(object_schema(
              {{"code", text_schema()}, {"count", number_schema()}, {"message", text_schema()}}))},
         {"findings", list_schema(finding_schema())}});
}

}  // namespace

Routes place_list_routes(store::Store& store, Jobs& jobs) {
    using enum ProblemCode;
    Route keep{.method = Method::post,
               .path = "/api/place_lists",
               .answer = [&store](Request& request) { return keep_list(store, request); }};
    keep.query = {{"name", text_schema(), true}};
    keep.admits = check_may_add;
    keep.body = BodySort::file;
    keep.body_limit = largest_list;
    keep.operation = {.id = "keep_place_list",
                      .summary = "keep_place_list",
                      .tag = "places",
                      .answer = object_schema({{"file", id_schema()}, {"name", text_schema()}}),
                      .statuses = {201},
                      .problems = {forbidden, unreadable_file, idempotency_key_reused}};
    Route comparing{.method = Method::get,
                    .path = "/api/place_lists",
                    .answer = [&store](Request& request) { return compare_list(store, request); }};
    comparing.query = {
        {"file", id_schema()}, {"country", text_schema()}, {"lang", choice_schema_of<Language>()}};
    comparing.operation = {.id = "compare_place_list",
                           .summary = "compare_place_list",
                           .tag = "places",
                           .answer = outcome_schema(),
                           .problems = {forbidden, not_found, unreadable_file}};
    Route adding{
        .method = Method::post,
        .path = "/api/place_lists/add",
        .answer = [&store, &jobs](Request& request) { return add_list(store, jobs, request); }};
    adding.body = BodySort::json;
    adding.operation = {
        .id = "add_place_list",
        .summary = "add_place_list",
        .tag = "places",
        .request = object_schema(
            {{"file", id_schema()}, {"country", text_schema()}, {"take_over", flag_schema()}},
            {"file", "country", "take_over"}),
        .answer = object_schema({{"job", id_schema()}}),
        .statuses = {202},
        .problems = {forbidden, not_found, unreadable_file}};
    return {keep, comparing, adding};
}

}  // namespace tenpoint::web
