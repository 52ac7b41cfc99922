// SPDX-License-Identifier: Apache-2.0
#include "web/hand_over_routes.hpp"

#include <fmt/format.h>

#include "desks/arrangements/arrangement.hpp"
#include "desks/arrangements/hand_over.hpp"
#include "formats/document_pdf.hpp"
#include "web/header_values.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {
namespace {

Result<Response> get_hand_over(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(language, language_of(request));
    std::string code;
    TENPOINT_TRY(
        document,
        store.read(
            request.principal, [&](const store::Snapshot& snapshot) -> Result<formats::Document> {
                TENPOINT_TRY(found, snapshot.get<arrangements::Arrangement>(id));
                code = found.value.code;
                return arrangements::hand_over_pack(snapshot, {id, language, store.clock().now()});
            }));
    TENPOINT_TRY(bytes, formats::render_pdf(document));
    auto response = text_response(std::move(bytes), "application/pdf");
    response.headers.set("Content-Disposition",
                         attachment(fmt::format("{}-{}.pdf", code, to_word(language))));
    response.headers.set("Content-Language", std::string(to_word(language)));
    return response;
}

}  // namespace

Routes hand_over_routes(store::Store& store) {
    Route route;
    route.method = Method::get;
    route.path = "/api/arrangements/{id}/hand_over";
    route.answer = [&store](Request& request) { return get_hand_over(store, request); };
    route.operation = {.id = "get_hand_over",
                       .summary = "get_hand_over",
                       .tag = "arrangements",
                       .answer = text_schema(),
                       .media_types = {"application/pdf"}};
    route.query = {{"lang", choice_schema_of<Language>()}};
    return {route};
}

}  // namespace tenpoint::web
