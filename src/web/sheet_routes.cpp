// SPDX-License-Identifier: Apache-2.0
#include "web/sheet_routes.hpp"

#include <boost/json/array.hpp>
#include <fmt/format.h>

#include "desks/movements/sheet_editions.hpp"
#include "desks/movements/sheet_printing.hpp"
#include "web/header_values.hpp"
#include "web/json_body.hpp"
#include "web/query_values.hpp"
#include "web/record_json.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using movements::JointFigures;
using movements::Sheet;
using movements::SheetFormat;
using movements::SheetRequest;

namespace {

// A sheet is shown in a frame of our own pages. It is one file with its styles and pictures in it,
// runs no script and fetches nothing.
constexpr std::string_view sheet_policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "frame-ancestors 'self'; sandbox allow-popups allow-modals";

// The code of a corridor or place that the client names by its id or code; empty where it names
// none.
template <class K>
Result<std::string> code_of(const store::Snapshot& snapshot, std::string_view member,
                            const std::string& named) {
    if (named.empty()) return std::string();
    if (const auto id = id_from_text(named))
        if (const auto found = snapshot.get<K>(*id)) return found->value.code;
    if (snapshot.find<K>("code", named)) return named;
    return Problem{
        ProblemCode::invalid_fields, named, {{fmt::format("/{}", member), "unknown_reference"}}};
}

Result<SheetRequest> sheet_request(store::Store& store, const access::Principal& principal,
                                   const std::string& corridor, const std::string& place, Day from,
                                   Day to) {
    if (corridor.empty() == place.empty())
        return Problem{ProblemCode::invalid_fields, {}, {{"/corridor", "corridor_or_place"}}};
    return store.read(principal, [&](const store::Snapshot& snapshot) -> Result<SheetRequest> {
        TENPOINT_TRY(corridor_code, code_of<movements::Corridor>(snapshot, "corridor", corridor));
        TENPOINT_TRY(place_code, code_of<directory::Place>(snapshot, "place", place));
        return SheetRequest{corridor_code, place_code, from, to};
    });
}

Result<Response> preview(store::Store& store, JointFigures& figures, const Request& request) {
    const auto& query = request.target.query;
    TENPOINT_TRY(from, day_of(query, "from"));
    TENPOINT_TRY(to, day_of(query, "to"));
    if (!from) return invalid_parameter("from", "required");
    if (!to) return invalid_parameter("to", "required");
    TENPOINT_TRY(language, language_of(request));
    TENPOINT_TRY(asked, sheet_request(store, request.principal, text_of(query, "corridor"),
                                      text_of(query, "place"), *from, *to));
    TENPOINT_TRY(content, movements::sheet_today(store, figures, request.principal, asked));
    const movements::EditionLine line{{}, store.clock().now(), {}, false};
    TENPOINT_TRY(html, movements::render(movements::compose_sheet(content, language, line),
                                         SheetFormat::html));
    auto response = text_response(std::move(html), "text/html; charset=utf-8");
    response.headers.set("Content-Security-Policy", std::string(sheet_policy));
    response.headers.set("Content-Language", std::string(to_word(language)));
    return response;
}

// 201 for a new edition; 200 for one that is there with the same figures.
Result<Response> print(store::Store& store, JointFigures& figures, const Request& request) {
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    const auto corridor = body.text("corridor", false);
    const auto place = body.text("place", false);
    const auto from = body.day("from", true);
    const auto to = body.day("to", true);
    TENPOINT_CHECK(body.done());
    TENPOINT_TRY(asked, sheet_request(store, request.principal, corridor, place, *from, *to));
    const auto before = store.clock().now();
    TENPOINT_TRY(sheet, movements::print_sheet(store, figures, request.principal, asked));
    TENPOINT_TRY(consolidation, figures.current());
    TENPOINT_TRY(inputs, movements::sheet_inputs(store, consolidation));
    auto out = to_json(sheet);
    TENPOINT_CHECK(
        store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<void> {
            out["changed"] = movements::changed_since(snapshot, sheet, inputs);
            return {};
        }));
    auto response = json_response(out, sheet.envelope.created_at < before ? 200 : 201);
    response.headers.set("Location", "/api/sheets/" + sheet.envelope.id.text);
    response.headers.set("ETag", etag_of(sheet.envelope));
    return response;
}

Result<Response> get_document(store::Store& store, JointFigures& figures, const Request& request) {
    const auto& query = request.target.query;
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(language, language_of(request));
    TENPOINT_TRY(asked_format, choice_of<SheetFormat>(query, "format"));
    const auto format = asked_format.value_or(SheetFormat::html);
    TENPOINT_TRY(
        content,
        store.read(request.principal,
                   [&](const store::Snapshot& snapshot) -> Result<movements::SheetContent> {
                       TENPOINT_TRY(sheet, snapshot.get<Sheet>(id));
                       return movements::edition_content(snapshot, sheet);
                   }));
    TENPOINT_TRY(document,
                 movements::edition_document(store, figures, request.principal, id, language));
    TENPOINT_TRY(bytes, movements::render(document, format));
    auto response = text_response(std::move(bytes), movements::media_type_of(format));
    const auto name = fmt::format("{}-{}.{}", movements::sheet_file_name(content),
                                  to_word(language), movements::file_ending_of(format));
    response.headers.set("Content-Disposition", attachment(name));
    response.headers.set("Content-Security-Policy", std::string(sheet_policy));
    response.headers.set("Content-Language", std::string(to_word(language)));
    return response;
}

Route sheet_route(Method method, std::string path, std::string_view name, json::object answer) {
    Route made;
    made.method = method;
    made.path = std::move(path);
    made.operation.id = name;
    made.operation.summary = name;
    made.operation.tag = "sheets";
    made.operation.answer = std::move(answer);
    return made;
}

std::vector<QueryParameter> with_language(std::vector<QueryParameter> parameters) {
    parameters.push_back({"lang", choice_schema_of<Language>()});
    return parameters;
}

}  // namespace

CollectionExtras sheet_extras(store::Store& store, JointFigures& figures) {
    CollectionExtras extras;
    extras.answer_properties = {{"changed", {{"type", "boolean"}, {"readOnly", true}}}};
    // An edition is compared with today's figures, collected once for all of a request.
    extras.completion = [&store, &figures]() -> Result<CollectionExtras::Completion> {
        TENPOINT_TRY(consolidation, figures.current());
        TENPOINT_TRY(read, movements::sheet_inputs(store, consolidation));
        const auto inputs = std::make_shared<const movements::SheetInputs>(std::move(read));
        return CollectionExtras::Completion{[inputs](const store::Snapshot& snapshot,
                                                     const store::Found& found, json::object& out) {
            const record::Record<Sheet> sheet{found.envelope, record::from_row<Sheet>(found.row)};
            out["changed"] = movements::changed_since(snapshot, sheet, *inputs);
        }};
    };
    return extras;
}

Routes sheet_routes(store::Store& store, JointFigures& figures) {
    using enum ProblemCode;
    auto previewing =
        sheet_route(Method::get, "/api/sheets/preview", "preview_sheet", text_schema());
    previewing.operation.media_types = {"text/html"};
    previewing.operation.problems = {invalid_fields, nothing_to_print};
    previewing.query = with_language({{"corridor", text_schema()},
                                      {"place", text_schema()},
                                      {"from", date_schema(), true},
                                      {"to", date_schema(), true}});
    previewing.answer = [&store, &figures](Request& request) {
        return preview(store, figures, request);
    };

    auto printing = sheet_route(Method::post, "/api/sheets", "print_sheet", named_schema("sheet"));
    printing.operation.request = object_schema({{"corridor", text_schema()},
                                                {"place", text_schema()},
                                                {"from", date_schema()},
                                                {"to", date_schema()}},
                                               {"corridor", "place"});
    printing.operation.statuses = {201, 200};
    printing.operation.problems = {forbidden, nothing_to_print};
    printing.body = BodySort::json;
    printing.answer = [&store, &figures](Request& request) {
        return print(store, figures, request);
    };

    auto document =
        sheet_route(Method::get, "/api/sheets/{id}/document", "get_sheet_document", text_schema());
    document.operation.media_types = {"text/html", "application/pdf", "text/csv",
                                      "application/vnd.openxmlformats-officedocument."
                                      "spreadsheetml.sheet"};
    document.query = with_language({{"format", choice_schema_of<SheetFormat>()}});
    document.answer = [&store, &figures](Request& request) {
        return get_document(store, figures, request);
    };
    return {previewing, printing, document};
}

}  // namespace tenpoint::web
