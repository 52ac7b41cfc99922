// SPDX-License-Identifier: Apache-2.0
#include "web/partner_routes.hpp"

#include "desks/directory/merging.hpp"
#include "desks/directory/partner_names.hpp"
#include "web/json_body.hpp"
#include "web/once.hpp"
#include "web/query_values.hpp"
#include "web/record_json.hpp"
#include "web/schemas.hpp"
#include "web/stale_answer.hpp"

namespace tenpoint::web {
namespace {

Result<Response> merge(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(seen, version_looked_at(request));
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    const auto into = body.id("into", true);
    TENPOINT_CHECK(body.done());
    TENPOINT_TRY(merged, write_once(
                             store, request, request.body,
                             [&](store::Transaction& transaction) {
                                 return directory::merge_partner(transaction, id, *into, seen);
                             },
                             read_again<directory::Partner>));
    auto response = json_response(to_json(merged));
    response.headers.set("ETag", etag_of(merged.envelope));
    return response;
}

}  // namespace

CollectionExtras partner_extras() {
    CollectionExtras extras;
    extras.check = [](const store::Snapshot& snapshot, const record::StoredRow& row, const Id& id) {
        return directory::check_names(snapshot, record::from_row<directory::Partner>(row), id);
    };
    return extras;
}

Routes partner_routes(store::Store& store) {
    using enum ProblemCode;
    auto into = id_schema();
    into["x-reference"] = "partners";
    Route merging{.method = Method::post,
                  .path = "/api/partners/{id}/merge",
                  .answer = [&store](Request& request) { return merge(store, request); }};
    merging.body = BodySort::json;
    merging.operation = {
        .id = "merge_partner",
        .summary = "merge_partner",
        .tag = "partners",
        .request = object_schema({{"into", std::move(into)}}),
        .answer = named_schema("partner"),
        .problems = {forbidden, precondition_failed, still_referenced, idempotency_key_reused}};
    return {merging};
}

}  // namespace tenpoint::web
