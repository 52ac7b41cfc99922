// SPDX-License-Identifier: Apache-2.0
#include "web/file_routes.hpp"

#include <algorithm>
#include <array>

#include <boost/describe/enum_to_string.hpp>
#include <boost/json/array.hpp>

#include "desks/directory/all_places.hpp"
#include "desks/directory/partner.hpp"
#include "desks/movements/batch.hpp"
#include "desks/movements/importing.hpp"
#include "desks/movements/mapping_json.hpp"
#include "desks/movements/mapping_memory.hpp"
#include "desks/movements/same_bytes.hpp"
#include "desks/movements/source.hpp"
#include "record/value_type.hpp"
#include "web/json_body.hpp"
#include "web/kept_file.hpp"
#include "web/optional_json.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"
#include "web/sharing.hpp"
#include "web/source_suggestion.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using movements::Batch;
using movements::FileRecognition;
using movements::Mapping;
using movements::Source;

namespace {

constexpr std::uint64_t largest_upload = std::uint64_t{2} << 30;

// A mapping, a hashtag or a header that says it outright is certain.
std::string_view confidence_of(const movements::RecognisedColumn& column) {
    using enum movements::RecognisedBy;
    if (column.by == nothing || column.confidence < 50) return "unknown";
    return column.by != samples && column.confidence >= 90 ? "certain" : "likely";
}

json::object recognition_json(const FileRecognition& found) {
    json::array columns;
    for (const auto& column : found.recognition.columns)
        columns.push_back({{"index", column.number - 1},
                           {"header", column.header},
                           {"tag", or_null(column.hashtag)},
                           {"field", boost::describe::enum_to_string(column.field, "")},
                           {"report", column.report ? json::value(record::word_of(*column.report))
                                                    : json::value(nullptr)},
                           {"samples", json::array(column.samples.begin(), column.samples.end())},
                           {"personal", column.personal},
                           {"confidence", confidence_of(column)}});
    const auto& info = found.info;
    return {
        {"format", info.format},
        {"encoding", info.encoding},
        {"delimiter", info.delimiter == '\0' ? std::string() : std::string(1, info.delimiter)},
        {"sheets", json::array(info.sheets.begin(), info.sheets.end())},
        {"sheet", or_null(info.sheet)},
        {"alike_sheets", json::array(info.alike.begin(), info.alike.end())},
        {"alike_as_one", or_null(info.alike_as_one)},
        {"header_row", found.recognition.layout.header_row},
        {"hxl", found.recognition.layout.hxl_row > 0},
        {"content",
         record::word_of(found.recognition.mapping.content.value_or(movements::Content::figures))},
        {"columns", std::move(columns)}};
}

json::array likely_json(const std::vector<LikelySource>& likely) {
    json::array items;
    for (const auto& one : likely)
        items.push_back({{"source", one.source.text},
                         {"same_name", one.same_name},
                         {"columns", one.fit.columns},
                         {"matching", one.fit.matching}});
    return items;
}

// The latest batch of the same bytes that was neither withdrawn nor erased.
std::optional<Id> same_file(const store::Snapshot& snapshot, const std::string& hash) {
    const auto batches = movements::batches_of_bytes(snapshot, hash);
    return batches.empty() ? std::nullopt : std::optional(batches.front().envelope.id);
}

using KnownPlaces = std::shared_ptr<const directory::PlaceLookup>;

Result<KnownPlaces> known_places(store::Store& store, const Request& request) {
    return store.read(request.principal,
                      [](const store::Snapshot& snapshot) -> Result<KnownPlaces> {
                          return directory::all_places(snapshot);
                      });
}

Result<Response> keep_file(store::Store& store, Request& request) {
    const auto name = text_of(request.target.query, "name");
    if (name.empty()) return invalid_parameter("name", "required");
    if (!request.upload)
        return Problem{ProblemCode::unreadable_file, {}, {{"/file", "empty_file"}}};
    const auto& path = request.upload->path();
    TENPOINT_TRY(places, known_places(store, request));
    TENPOINT_TRY(first, movements::recognise_file(path, {}, {}, name, places.get()));
    TENPOINT_TRY(staged, movements::stage_file(path, store.staging_folder(), name));
    std::optional<Id> same;
    std::vector<LikelySource> likely;
    TENPOINT_CHECK(
        store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<void> {
            same = same_file(snapshot, staged.hash());
            likely = likely_sources(snapshot, name, first.recognition.layout);
            return {};
        }));
    auto found = std::move(first);
    const auto* suggestion = suggested_source(likely);
    if (suggestion != nullptr) {
        TENPOINT_TRY(known, movements::recall_mapping(path, {}, suggestion->tables, name));
        TENPOINT_TRY(again, movements::recognise_file(path, {}, known, name, places.get()));
        found = std::move(again);
    }
    TENPOINT_TRY(file, keep_upload(store, request, staged));
    const auto source = suggestion != nullptr ? std::optional(suggestion->source) : std::nullopt;
    return json_response({{"file", file.text},
                          {"name", name},
                          {"bytes", staged.bytes()},
                          {"hash", staged.hash()},
                          {"same_as", or_null(same)},
                          {"recognition", recognition_json(found)},
                          {"suggested_source", or_null(source)},
                          {"likely_sources", likely_json(likely)},
                          {"mapping", movements::to_json(found.recognition.mapping)}},
                         201);
}

Result<Response> recognise_again(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(source, id_of(request.target.query, "source"));
    TENPOINT_TRY(header_row, number_of(request.target.query, "header_row", 0, 0, INT64_MAX));
    TENPOINT_TRY(file, fetch_file(store, request.principal, id));
    const auto sheet = text_of(request.target.query, "sheet");
    Mapping known;
    if (source) {
        using Tables = std::vector<movements::KnownTable>;
        const auto remember = [&](const store::Snapshot& snapshot) -> Result<Tables> {
            TENPOINT_TRY(record, snapshot.get<Source>(*source));
            return movements::known_tables(snapshot, record);
        };
        TENPOINT_TRY(tables, store.read(request.principal, remember));
        if (header_row > 0)
            for (auto& table : tables)
                table.mapping.header_row = header_row;
        TENPOINT_TRY(recalled, movements::recall_mapping(file.copy->path(), {sheet, {}}, tables,
                                                         file.stored.name));
        known = std::move(recalled);
    }
    if (header_row > 0) known.header_row = header_row;
    TENPOINT_TRY(places, known_places(store, request));
    TENPOINT_TRY(found, movements::recognise_file(file.copy->path(), {sheet, {}}, known,
                                                  file.stored.name, places.get()));
    return json_response({{"recognition", recognition_json(found)},
                          {"mapping", movements::to_json(found.recognition.mapping)}});
}

// What a job needs to read a kept file; it runs after the request is gone.
Result<Id> import_kept(store::Store& store, const access::Principal& principal, const Id& file,
                       const Id& source_id, const store::Sharing& sharing, const Mapping& mapping,
                       const Jobs::Progress& progress) {
    TENPOINT_TRY(source, store.read(principal, [&](const store::Snapshot& snapshot) {
        return snapshot.get<Source>(source_id);
    }));
    TENPOINT_TRY(fetched, fetch_file(store, principal, file));
    const movements::ImportRequest asked{fetched.copy->path(),
                                         fetched.stored.name,
                                         file,
                                         source,
                                         principal.partner,
                                         mapping,
                                         sharing};
    TENPOINT_TRY(outcome,
                 movements::import_file(store, principal, asked,
                                        [&](std::int64_t, double part) { progress(part); }));
    return outcome.batch.envelope.id;
}

// What the job would be refused for.
Result<void> check_sharing(const store::Snapshot& snapshot, const store::Sharing& sharing) {
    const auto refuse = [](const char* pointer, const char* code) {
        return Problem{ProblemCode::invalid_fields, "sharing", {{pointer, code}}};
    };
    if (!sharing.shared_with) return {};
    if (!sharing.visibility) return refuse("/visibility", "required");
    if (sharing.shared_with->empty()) return {};
    if (*sharing.visibility != record::Visibility::restricted)
        return refuse("/shared_with", "only_if_restricted");
    for (const auto& partner : *sharing.shared_with)
        if (!snapshot.get<directory::Partner>(partner))
            return refuse("/shared_with", "unknown_reference");
    return {};
}

Result<Response> make_batch(store::Store& store, Jobs& jobs, const Request& request) {
    TENPOINT_CHECK(check_may_import(request.principal));
    TENPOINT_TRY(object, read_json(request));
    TENPOINT_TRY(sharing, take_sharing(object));
    BodyReader body(object);
    const auto file = body.id("file", true);
    const auto source = body.id("source", true);
    const auto mapping_object = body.object("mapping");
    const auto sheet = body.text("sheet", false);
    TENPOINT_CHECK(body.done());
    TENPOINT_TRY(mapping, movements::mapping_from_json(mapping_object));
    if (!sheet.empty()) mapping.sheet = sheet;
    const auto& principal = request.principal;
    const auto may_be_read = [&](const store::Snapshot& snapshot) -> Result<void> {
        if (auto sound = check_sharing(snapshot, sharing); !sound) return sound.error();
        if (!snapshot.get<Source>(*source))
            return Problem{ProblemCode::invalid_fields, {}, {{"/source", "unknown_reference"}}};
        const auto stored = snapshot.file(*file);
        if (!stored || stored->owner != principal.partner)
            return Problem{ProblemCode::invalid_fields, {}, {{"/file", "unknown_reference"}}};
        return {};
    };
    TENPOINT_CHECK(store.read(principal, may_be_read));
    const auto job = jobs.start(
        principal.user, [&store, principal, file = *file, source = *source, sharing = sharing,
                         mapping = mapping](const Jobs::Progress& progress) {
            return import_kept(store, principal, file, source, sharing, mapping, progress);
        });
    auto response = json_response({{"job", job.text}}, 202);
    response.headers.set("Location", "/api/jobs/" + job.text);
    return response;
}

Result<Response> get_job(const Jobs& jobs, const Request& request) {
    using Standing = Jobs::State::Standing;
    TENPOINT_TRY(id, path_id(request));
    const auto state = jobs.find(id, request.principal.user);
    if (!state) return Problem{ProblemCode::not_found, "job"};
    static constexpr std::array<std::string_view, 3> words{"running", "done", "failed"};
    const bool is_done = state->standing == Standing::done;
    return json_response(
        {{"state", words.at(static_cast<std::size_t>(state->standing))},
         {"progress", state->progress},
         {"stage", state->progress < 1 ? "reading" : "storing"},
         {"batch",
          is_done && !state->made.empty() ? json::value(state->made.text) : json::value(nullptr)},
         {"problem", state->problem ? json::value(to_json(*state->problem, request.language))
                                    : json::value(nullptr)}});
}

json::object likely_schema() {
    return object_schema({{"source", id_schema()},
                          {"same_name", flag_schema()},
                          {"columns", number_schema()},
                          {"matching", number_schema()}});
}

json::object recognition_schema() {
    return object_schema(
        {{"format", text_schema()},
         {"encoding", text_schema()},
         {"delimiter", text_schema()},
         {"sheets", list_schema(text_schema())},
         {"sheet", nullable(text_schema())},
         {"alike_sheets", list_schema(text_schema())},
         {"alike_as_one", nullable(text_schema())},
         {"header_row", number_schema()},
         {"hxl", flag_schema()},
         {"content", choice_schema_of<movements::Content>()},
         {"columns", list_schema(object_schema(
                         {{"index", number_schema()},
                          {"header", text_schema()},
                          {"tag", nullable(text_schema())},
                          {"field", choice_schema_of<movements::Field>()},
                          {"report", nullable(choice_schema_of<activities::ReportField>())},
                          {"samples", list_schema(text_schema())},
                          {"personal", flag_schema()},
                          {"confidence", choice_schema({"certain", "likely", "unknown"})}}))}});
}

}  // namespace

Routes file_routes(store::Store& store, Jobs& jobs) {
    using enum ProblemCode;
    const auto mapping = named_schema("mapping");
    Route keep{.method = Method::post, .path = "/api/files", .answer = [&store](Request& request) {
                   return keep_file(store, request);
               }};
    keep.operation = {.id = "keep_file",
                      .summary = "keep_file",
                      .tag = "batches",
                      .answer = object_schema({{"file", id_schema()},
                                               {"name", text_schema()},
                                               {"bytes", number_schema()},
                                               {"hash", text_schema()},
                                               {"same_as", nullable(id_schema())},
                                               {"recognition", recognition_schema()},
                                               {"suggested_source", nullable(id_schema())},
                                               {"likely_sources", list_schema(likely_schema())},
                                               {"mapping", mapping}}),
                      .statuses = {201},
                      .problems = {forbidden, unreadable_file, idempotency_key_reused}};
    keep.query = {{"name", text_schema(), true}};
    keep.admits = check_may_import;
    keep.for_imports = true;
    keep.body = BodySort::file;
    keep.body_limit = largest_upload;

    Route recognise{
        .method = Method::get,
        .path = "/api/files/{id}/recognition",
        .answer = [&store](Request& request) { return recognise_again(store, request); }};
    recognise.operation = {
        .id = "recognise_file",
        .summary = "recognise_file",
        .tag = "batches",
        .answer = object_schema({{"recognition", recognition_schema()}, {"mapping", mapping}}),
        .problems = {forbidden, unreadable_file}};
    recognise.admits = check_may_import;
    recognise.query = {
        {"sheet", text_schema()}, {"source", id_schema()}, {"header_row", number_schema()}};

    Route make{
        .method = Method::post,
        .path = "/api/batches",
        .answer = [&store, &jobs](Request& request) { return make_batch(store, jobs, request); }};
    // What may be said of a batch itself: who may read it.
    auto order = record::body_schema(record::kind_info<Batch>()).at("properties").as_object();
    order.insert({{"file", id_schema()},
                  {"source", id_schema()},
                  {"mapping", mapping},
                  {"sheet", text_schema()}});
    make.operation = {.id = "make_batch",
                      .summary = "make_batch",
                      .tag = "batches",
                      .request = object_schema(std::move(order),
                                               {"mapping", "sheet", "visibility", "shared_with"}),
                      .answer = object_schema({{"job", id_schema()}}),
                      .statuses = {202},
                      .problems = {forbidden}};
    make.for_imports = true;
    make.body = BodySort::json;

    Route job{.method = Method::get, .path = "/api/jobs/{id}", .answer = [&jobs](Request& request) {
                  return get_job(jobs, request);
              }};
    job.operation = {
        .id = "get_job",
        .summary = "get_job",
        .tag = "batches",
        .answer = object_schema({{"state", choice_schema({"running", "done", "failed"})},
                                 {"progress", {{"type", "number"}}},
                                 {"stage", choice_schema({"reading", "storing"})},
                                 {"batch", nullable(id_schema())},
                                 {"problem", nullable(named_schema("problem"))}})};
    Routes routes;
    for (auto* route : {&keep, &recognise, &make, &job})
        routes.push_back(std::move(*route));
    return routes;
}

}  // namespace tenpoint::web
