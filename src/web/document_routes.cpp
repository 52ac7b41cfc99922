// SPDX-License-Identifier: Apache-2.0
#include "web/document_routes.hpp"

#include "access/may.hpp"
#include "desks/arrangements/document_files.hpp"
#include "desks/movements/importing.hpp"
#include "formats/document_text.hpp"
#include "web/kept_file.hpp"
#include "web/once.hpp"
#include "web/query_values.hpp"
#include "web/record_json.hpp"
#include "web/schemas.hpp"
#include "web/stale_answer.hpp"
#include "web/told_records.hpp"

namespace tenpoint::web {

using arrangements::Document;

namespace {

constexpr std::uint64_t largest_file = std::uint64_t{100} << 20;
constexpr std::size_t longest_name = 255;  // bytes

// Whoever may make a document for the own partner.
Result<void> check_may_attach(const access::Principal& principal) {
    const access::Subject document{record::Kind<Document>::stewardship,
                                   record::Visibility::partners, principal.partner};
    if (access::may(principal, access::Verb::create, document)) return {};
    return Problem{ProblemCode::forbidden, "document"};
}

Result<Response> document_response(store::Store& store, const access::Principal& principal,
                                   const record::Record<Document>& document) {
    return store.read(principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        auto response = json_response(to_json(as_told(snapshot, document)));
        response.headers.set("ETag", etag_of(document.envelope));
        return response;
    });
}

Result<Response> attach(store::Store& store, Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(seen, version_looked_at(request));
    const auto name = text_of(request.target.query, "name");
    if (name.empty()) return invalid_parameter("name", "required");
    if (name.size() > longest_name)
        return invalid_parameter("name", "too_long", {std::to_string(longest_name)});
    if (!request.upload)
        return Problem{ProblemCode::unreadable_file, {}, {{"/file", "empty_document"}}};
    const auto& path = request.upload->path();
    TENPOINT_TRY(file, movements::stage_file(path, store.staging_folder(), name));
    store::StagedFile text(store.staging_folder(), "text", "text/plain");
    text.append(formats::document_text(path));
    text.finish();
    TENPOINT_TRY(document, write_once(
                               store, request, name + '\n' + file.hash(),
                               [&](store::Transaction& transaction) {
                                   return arrangements::attach_file(transaction, id, seen, file,
                                                                    text);
                               },
                               read_again<Document>));
    return document_response(store, request.principal, document);
}

Result<Response> detach(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(seen, version_looked_at(request));
    TENPOINT_TRY(document, write_once(
                               store, request, {},
                               [&](store::Transaction& transaction) {
                                   return arrangements::remove_file(transaction, id, seen);
                               },
                               read_again<Document>));
    return document_response(store, request.principal, document);
}

Result<Response> get_document_file(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(document, store.read(request.principal, [&](const store::Snapshot& snapshot) {
        return snapshot.get<Document>(id);
    }));
    const auto& [file_name, file] = std::pair{document.value.file_name, document.value.file};
    if (!file) return Problem{ProblemCode::not_found, "file"};
    return download(store, request.principal, *file, file_name.value_or("document"));
}

}  // namespace

Routes document_routes(store::Store& store) {
    using enum ProblemCode;
    constexpr auto path = "/api/documents/{id}/file";
    Route attaching{.method = Method::post, .path = path, .answer = [&store](Request& request) {
                        return attach(store, request);
                    }};
    attaching.query = {{"name", text_schema(), true}};
    attaching.admits = check_may_attach;
    attaching.body = BodySort::file;
    attaching.body_limit = largest_file;
    attaching.operation = {
        .id = "attach_file",
        .summary = "attach_file",
        .tag = "documents",
        .answer = named_schema("document"),
        .problems = {forbidden, unreadable_file, precondition_failed, idempotency_key_reused}};
    Route removing{.method = Method::remove, .path = path, .answer = [&store](Request& request) {
                       return detach(store, request);
                   }};
    removing.operation = {.id = "remove_file",
                          .summary = "remove_file",
                          .tag = "documents",
                          .answer = named_schema("document"),
                          .problems = {forbidden, precondition_failed, idempotency_key_reused}};
    Route getting{.method = Method::get, .path = path, .answer = [&store](Request& request) {
                      return get_document_file(store, request);
                  }};
    getting.audience = Audience::public_too;
    getting.operation = {.id = "get_document_file",
                         .summary = "get_document_file",
                         .tag = "documents",
                         .answer = text_schema(),
                         .media_types = {"application/octet-stream"}};
    return {attaching, removing, getting};
}

}  // namespace tenpoint::web
