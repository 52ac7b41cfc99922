// SPDX-License-Identifier: Apache-2.0
#include "web/preview_routes.hpp"

#include <boost/describe/enum_to_string.hpp>
#include <boost/json/array.hpp>

#include "desks/activities/report_ground.hpp"
#include "desks/movements/column_texts.hpp"
#include "desks/movements/mapping_json.hpp"
#include "desks/movements/preview.hpp"
#include "web/finding_json.hpp"
#include "web/json_body.hpp"
#include "web/kept_file.hpp"
#include "web/observation_json.hpp"
#include "web/optional_json.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

// What tells whether a row is understood; the rest is as it stands in the sheet.
json::object report_json(const activities::ActivityReport& report) {
    return {{"row", or_null(report.row)},
            {"organisation", report.organisation},
            {"is_known", report.partner.has_value()},
            {"implementing_partner", or_null(report.implementing_partner)},
            {"country", or_null(report.country)},
            {"admin1", or_null(report.admin1)},
            {"admin2", or_null(report.admin2)},
            {"period", or_null(report.period)},
            {"sector", or_null(report.sector)},
            {"theme", or_null(report.theme)},
            {"activity", or_null(report.activity)},
            {"output", or_null(report.output)},
            {"beneficiaries", or_null(report.beneficiaries)},
            {"new_beneficiaries", or_null(report.new_beneficiaries)}};
}

json::object report_schema() {
    return object_schema({{"row", nullable(number_schema())},
                          {"organisation", text_schema()},
                          {"is_known", flag_schema()},
                          {"implementing_partner", nullable(text_schema())},
                          {"country", nullable(text_schema())},
                          {"admin1", nullable(text_schema())},
                          {"admin2", nullable(text_schema())},
                          {"period", nullable(text_schema())},
                          {"sector", nullable(text_schema())},
                          {"theme", nullable(choice_schema_of<directory::Theme>())},
                          {"activity", nullable(text_schema())},
                          {"output", nullable(number_schema())},
                          {"beneficiaries", nullable(number_schema())},
                          {"new_beneficiaries", nullable(number_schema())}});
}

json::object preview_json(const movements::Preview& preview, Language language) {
    json::array figures;
    for (const auto& [indicator, observation] : preview.figures) {
        auto figure = observation_json(observation, preview.dimensions);
        figure["indicator"] = boost::describe::enum_to_string(indicator, "");
        figures.push_back(std::move(figure));
    }
    json::array reports;
    for (const auto& report : preview.reports)
        reports.push_back(report_json(report));
    json::array findings;
    for (const auto& finding : preview.findings)
        findings.push_back(finding_json(finding, language));
    const auto& summary = preview.summary;
    return {{"rows", summary.rows},
            {"used", summary.used},
            {"rejected", summary.rejected},
            {"skipped", summary.skipped},
            {"observations", summary.observations},
            {"is_all", preview.is_all},
            {"figures", std::move(figures)},
            {"reports", std::move(reports)},
            {"findings", std::move(findings)}};
}

json::object preview_schema() {
    auto figure = observation_properties();
    figure["indicator"] = choice_schema_of<movements::Indicator>();
    return object_schema({{"rows", number_schema()},
                          {"used", number_schema()},
                          {"rejected", number_schema()},
                          {"skipped", number_schema()},
                          {"observations", number_schema()},
                          {"is_all", flag_schema()},
                          {"figures", list_schema(object_schema(std::move(figure)))},
                          {"reports", list_schema(report_schema())},
                          {"findings", list_schema(finding_schema())}});
}

Result<Response> preview(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    const auto mapping_object = body.object("mapping");
    const auto sheet = body.text("sheet", false);
    TENPOINT_CHECK(body.done());
    TENPOINT_TRY(mapping, movements::mapping_from_json(mapping_object));
    if (!sheet.empty()) mapping.sheet = sheet;
    TENPOINT_TRY(file, fetch_beginning(store, request.principal, id));
    formats::TableInfo info;
    TENPOINT_TRY(table, formats::open_table(file.copy->path(), {mapping.sheet, {}}, &info));
    TENPOINT_TRY(
        ground,
        store.read(request.principal,
                   [&](const store::Snapshot& snapshot) -> Result<activities::ReportGround> {
                       return activities::report_ground(snapshot, day_of(store.clock().now()));
                   }));
    const movements::TableNames names{info.sheet, file.stored.name};
    const bool activities = mapping.content == movements::Content::activities;
    TENPOINT_TRY(seen, activities
                           ? movements::preview_activities(*table, mapping, ground, names)
                           : movements::preview_table(*table, mapping, *ground.places, {}, names,
                                                      {day_of(store.clock().now()), nullptr}));
    return json_response(preview_json(seen, request.language));
}

Result<Response> list_texts(store::Store& store, const Request& request) {
    const auto& query = request.target.query;
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(column, number_of(query, "column", 1, 1, formats::TableLimits::columns));
    TENPOINT_TRY(header_row, number_of(query, "header_row", 0, 0, INT64_MAX));
    TENPOINT_TRY(mapped, flag_of(query, "mapped"));
    TENPOINT_TRY(file, fetch_file(store, request.principal, id));
    TENPOINT_TRY(table, formats::open_table(file.copy->path(), {text_of(query, "sheet"), {}}));
    const auto found =
        movements::texts_of_column(*table, header_row, static_cast<std::size_t>(column), mapped);
    json::array items;
    for (const auto& [text, rows] : found.texts)
        items.push_back({{"text", text}, {"rows", rows}});
    return json_response({{"items", std::move(items)}, {"is_all", found.is_all}});
}

}  // namespace

Routes preview_routes(store::Store& store) {
    using enum ProblemCode;
    Route previewing{.method = Method::post,
                     .path = "/api/files/{id}/preview",
                     .answer = [&store](Request& request) { return preview(store, request); }};
    previewing.operation = {
        .id = "preview_file",
        .summary = "preview_file",
        .tag = "batches",
        .request = object_schema({{"mapping", named_schema("mapping")}, {"sheet", text_schema()}},
                                 {"mapping", "sheet"}),
        .answer = preview_schema(),
        .problems = {forbidden, unreadable_file, unknown_field_in_mapping, incomplete_mapping}};
    previewing.admits = check_may_import;
    previewing.body = BodySort::json;

    Route texts{.method = Method::get,
                .path = "/api/files/{id}/texts",
                .answer = [&store](Request& request) { return list_texts(store, request); }};
    texts.operation = {
        .id = "list_column_texts",
        .summary = "list_column_texts",
        .tag = "batches",
        .answer = object_schema({{"items", list_schema(object_schema({{"text", text_schema()},
                                                                      {"rows", number_schema()}}))},
                                 {"is_all", flag_schema()}}),
        .problems = {forbidden, unreadable_file}};
    texts.admits = check_may_import;
    texts.query = {{"column", number_schema(), true},
                   {"sheet", text_schema()},
                   {"header_row", number_schema()},
                   {"mapped", flag_schema()}};
    return {previewing, texts};
}

}  // namespace tenpoint::web
