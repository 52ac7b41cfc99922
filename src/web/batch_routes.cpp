// SPDX-License-Identifier: Apache-2.0
#include "web/batch_routes.hpp"

#include <optional>
#include <ranges>
#include <span>
#include <sstream>
#include <utility>

#include <boost/describe/enum_to_string.hpp>
#include <boost/json/array.hpp>
#include <fmt/format.h>

#include "base/translations.hpp"
#include "desks/movements/batch.hpp"
#include "desks/movements/corrections.hpp"
#include "desks/movements/deciding.hpp"
#include "desks/movements/figure_effect.hpp"
#include "desks/movements/finding_text.hpp"
#include "desks/movements/known_batches.hpp"
#include "desks/movements/overlapping.hpp"
#include "desks/movements/received_file.hpp"
#include "desks/movements/stored_findings.hpp"
#include "formats/csv_writer.hpp"
#include "web/finding_json.hpp"
#include "web/header_values.hpp"
#include "web/json_body.hpp"
#include "web/kept_file.hpp"
#include "web/once.hpp"
#include "web/optional_json.hpp"
#include "web/query_values.hpp"
#include "web/record_json.hpp"
#include "web/schemas.hpp"
#include "web/sharing.hpp"
#include "web/stale_answer.hpp"
#include "web/table_download.hpp"
#include "web/told_records.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using movements::Batch;

namespace {

constexpr std::size_t most_effects = 500;
constexpr std::size_t longest_reason = 500;  // characters

json::array causes_of(const store::Snapshot& snapshot, const Id& findings, Language language) {
    json::array causes;
    for (const auto& cause : movements::finding_causes(snapshot, findings)) {
        causes.push_back({{"code", cause.code},
                          {"severity", boost::describe::enum_to_string(cause.severity, "")},
                          {"count", cause.count},
                          {"message", movements::cause_message(cause.code, language)}});
    }
    return causes;
}

std::string csv_line(std::span<const std::string> cells) {
    std::ostringstream out;
    formats::CsvWriter(out).write_row(cells);
    return out.str();
}

std::string csv_header(Language language) {
    std::vector<std::string> cells;
    for (const auto* word : {"row", "column", "text", "message", "expected", "weight"})
        cells.push_back(translate(language, fmt::format("ui.findings.{}", word)));
    return csv_line(cells);
}

std::string csv_row(const Finding& finding, Language language) {
    const std::vector<std::string> cells{
        finding.row > 0 ? std::to_string(finding.row) : std::string(),
        finding.column,
        finding.text,
        movements::finding_message(finding, language),
        finding.expected,
        translate(language, fmt::format("codes.severity.{}",
                                        boost::describe::enum_to_string(finding.severity, "")))};
    return csv_line(cells);
}

// `withheld`: the file that the finding is about is not for whoever asks.
Finding told_finding(const Finding& finding, bool withheld) {
    return withheld ? movements::without_cell(finding) : finding;
}

// Page by page, so that memory does not grow with the number of findings.
Response findings_file(store::Store& store, const access::Principal& principal,
                       const record::Record<Batch>& batch, const movements::FindingFilter& filter,
                       bool withheld, Language language) {
    auto next = [&store, principal, findings = batch.value.findings, filter, withheld, language,
                 after = std::optional<std::int64_t>{0},
                 piece = csv_header(language)]() mutable -> std::string {
        while (piece.empty() && after) {
            const auto read = [&](const store::Snapshot& snapshot) -> Result<std::string> {
                const auto page = movements::findings_page(snapshot, findings, {}, *after, 1000);
                after = page.next;
                std::string lines;
                for (const auto& finding : page.items)
                    if (filter.passes(finding))
                        lines += csv_row(told_finding(finding, withheld), language);
                return lines;
            };
            piece = store.read(principal, read).value();
        }
        return std::exchange(piece, {});
    };
    Response response;
    response.headers.set("Content-Type", fmt::format("{}; charset=utf-8", csv_media_type));
    response.headers.set("Content-Disposition",
                         attachment(fmt::format("{}-findings.csv", batch.value.file_name)));
    response.body = BodyStream{std::move(next)};
    return response;
}

Result<Response> list_findings(store::Store& store, const Request& request) {
    const auto& query = request.target.query;
    TENPOINT_TRY(format, asked_table_format(request));
    if (format && *format != TableFormat::csv)
        return Problem{ProblemCode::not_acceptable, "findings"};
    TENPOINT_TRY(language, language_of(request));
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(after, number_of(query, "after", 0, 0, INT64_MAX));
    TENPOINT_TRY(limit, number_of(query, "limit", 100, 1, 1000));
    TENPOINT_TRY(severity, choice_of<Severity>(query, "severity"));
    const movements::FindingFilter filter{severity, text_of(query, "code")};
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        TENPOINT_TRY(batch, snapshot.get<Batch>(id));
        const bool withheld = !movements::check_received_file(snapshot, batch);
        if (format)
            return findings_file(store, request.principal, batch, filter, withheld, language);
        const auto page = movements::findings_page(snapshot, batch.value.findings, filter, after,
                                                   static_cast<std::size_t>(limit));
        json::array items;
        for (const auto& finding : page.items)
            items.push_back(finding_json(told_finding(finding, withheld), language));
        return json_response({{"items", std::move(items)},
                              {"next", or_null(page.next)},
                              {"total", page.total},
                              {"file_withheld", withheld},
                              {"by_code", causes_of(snapshot, batch.value.findings, language)}});
    });
}

// The answer to whoever decided on a batch.
Result<Response> decided(store::Store& store, const Request& request,
                         const record::Record<Batch>& batch) {
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        auto response = json_response(to_json(as_told(snapshot, batch)));
        response.headers.set("ETag", etag_of(batch.envelope));
        return response;
    });
}

Result<Response> accept(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    const auto superseded = body.id("supersedes", false);
    TENPOINT_CHECK(body.done());
    TENPOINT_TRY(batch, write_once(
                            store, request, request.body,
                            [&](store::Transaction& transaction) {
                                return movements::accept_batch(transaction, id, superseded);
                            },
                            read_again<Batch>));
    return decided(store, request, batch);
}

Result<Response> withdraw(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    const auto reason = body.text("reason", false, longest_reason);
    TENPOINT_CHECK(body.done());
    TENPOINT_TRY(batch, write_once(
                            store, request, request.body,
                            [&](store::Transaction& transaction) {
                                return movements::withdraw_batch(transaction, id, reason);
                            },
                            read_again<Batch>));
    return decided(store, request, batch);
}

Result<Response> erase(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(seen, version_looked_at(request));
    TENPOINT_TRY(batch, write_once(
                            store, request, {},
                            [&](store::Transaction& transaction) {
                                return movements::erase_batch(transaction, id, seen);
                            },
                            read_again<Batch>));
    return decided(store, request, batch);
}

Result<Response> share(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(object, read_json(request));
    TENPOINT_TRY(sharing, take_sharing(object));
    TENPOINT_CHECK(BodyReader(object).done());
    if (!sharing.visibility)
        return Problem{ProblemCode::invalid_fields, "share", {{"/visibility", "required"}}};
    TENPOINT_TRY(seen, version_looked_at(request));
    TENPOINT_TRY(batch, write_once(
                            store, request, request.body,
                            [&](store::Transaction& transaction) {
                                return movements::share_batch(transaction, id, sharing, seen);
                            },
                            read_again<Batch>));
    return decided(store, request, batch);
}

Result<Response> get_file(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    const auto find = [&](const store::Snapshot& snapshot) -> Result<record::Record<Batch>> {
        TENPOINT_TRY(found, snapshot.get<Batch>(id));
        TENPOINT_CHECK(movements::check_received_file(snapshot, found));
        return std::move(found);
    };
    TENPOINT_TRY(batch, store.read(request.principal, find));
    return download(store, request.principal, batch.value.file, batch.value.file_name);
}

// As the file itself, for whoever may have that.
Result<Response> get_corrections(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(language, language_of(request));
    TENPOINT_TRY(batch, store.read(request.principal, [&](const store::Snapshot& snapshot) {
        return snapshot.get<Batch>(id);
    }));
    auto book = std::make_unique<SpooledFile>(store.staging_folder());
    TENPOINT_CHECK(
        movements::write_corrections(store, request.principal, batch, language, book->path()));
    auto response = spooled_response(std::move(book), xlsx_media_type);
    response.headers.set("Content-Disposition",
                         attachment(movements::corrections_name(batch.value.file_name)));
    response.headers.set("Content-Language", std::string(to_word(language)));
    return response;
}

// What would go with the other batch: the first of it, and how much it is.
json::object missing_json(const movements::Overlap& other) {
    constexpr std::size_t most_told = 10;
    json::array first;
    for (const auto& subject : other.missing | std::views::take(most_told))
        first.push_back({{"organisation", subject.organisation},
                         {"country", subject.country},
                         {"area", subject.area},
                         {"sector", subject.sector},
                         {"month", or_null(subject.month)}});
    return {{"batch", other.batch.envelope.id.text},
            {"total", other.missing.size()},
            {"first", std::move(first)}};
}

Result<Response> list_overlaps(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        TENPOINT_TRY(batches, movements::overlapping_batches(snapshot, id));
        json::array items, missing;
        for (const auto& other : batches) {
            items.push_back(to_json(as_told(snapshot, other.batch)));
            if (!other.missing.empty()) missing.push_back(missing_json(other));
        }
        return json_response({{"items", std::move(items)}, {"missing", std::move(missing)}});
    });
}

json::object change_json(const movements::ChangedFigure& changed) {
    const auto& figure = changed.after ? *changed.after : *changed.before;
    const auto count = [](const std::optional<movements::Figure>& side) {
        return side ? json::value(side->count) : json::value(nullptr);
    };
    return {{"indicator", boost::describe::enum_to_string(figure.indicator, "")},
            {"place", figure.place},
            {"period", or_null(figure.period)},
            {"before", count(changed.before)},
            {"after", changed.untold ? json::value(nullptr) : count(changed.after)},
            {"untold", changed.untold}};
}

// What the effect of a batch depends on, beside the figures.
struct Proposal {
    bool counts = false;         // its owner does not keep it
    bool speaks_for_it = false;  // whoever asks may accept it
};

Result<Proposal> proposal_of(const store::Snapshot& snapshot, const Id& id,
                             const std::optional<Id>& superseded) {
    TENPOINT_TRY(batch, snapshot.get<Batch>(id));
    if (superseded) TENPOINT_CHECK(movements::to_be_superseded(snapshot, batch, *superseded));
    return Proposal{batch.value.content == movements::Content::figures &&
                        movements::counts_jointly(batch.envelope.visibility),
                    movements::own_source(snapshot, batch.value).has_value()};
}

// By month and place. Without `supersedes` the batch counts beside all others.
Result<Response> get_effect(store::Store& store, movements::JointFigures& figures,
                            const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(superseded, id_of(request.target.query, "supersedes"));
    TENPOINT_TRY(proposal, store.read(request.principal, [&](const store::Snapshot& snapshot) {
        return proposal_of(snapshot, id, superseded);
    }));
    TENPOINT_TRY(now, figures.current());
    std::optional<movements::AcceptedBatch> proposed;
    if (proposal.counts) {
        TENPOINT_TRY(batch, figures.batch(id));
        proposed = std::move(batch);
    }
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        movements::FigureQuery query;
        query.by = {movements::Grouping::place, movements::Grouping::period};
        query.knows = movements::known_batches(snapshot);
        const auto effect = movements::effect_of(*now, proposed, superseded.value_or(Id{}), query,
                                                 proposal.speaks_for_it);
        json::array items;
        for (const auto& changed : effect.changed)
            if (items.size() < most_effects) items.push_back(change_json(changed));
        return json_response({{"items", std::move(items)}, {"total", effect.changed.size()}});
    });
}

json::object findings_schema() {
    const auto cause = object_schema({{"code", text_schema()},
                                      {"severity", choice_schema_of<Severity>()},
                                      {"count", number_schema()},
                                      {"message", text_schema()}});
    return object_schema({{"items", list_schema(finding_schema())},
                          {"next", nullable(number_schema())},
                          {"total", number_schema()},
                          {"file_withheld", flag_schema()},
                          {"by_code", list_schema(cause)}});
}

Route batch_route(Method method, std::string_view verb, std::string_view name,
                  json::object answer) {
    Route made;
    made.method = method;
    made.path = "/api/batches/{id}/" + std::string(verb);
    made.operation.id = name;
    made.operation.summary = name;
    made.operation.tag = "batches";
    made.operation.answer = std::move(answer);
    return made;
}

}  // namespace

Routes batch_routes(store::Store& store, movements::JointFigures& figures) {
    using enum ProblemCode;
    auto findings = batch_route(Method::get, "findings", "list_findings", findings_schema());
    findings.query = {{"after", number_schema()},
                      {"limit", number_schema()},
                      {"severity", choice_schema_of<Severity>()},
                      {"code", text_schema()},
                      {"format", choice_schema({"json", "csv"})},
                      {"lang", choice_schema_of<Language>()}};
    findings.operation.media_types = {"application/json", std::string(csv_media_type)};
    findings.operation.problems = {not_acceptable};
    findings.answer = [&store](Request& request) { return list_findings(store, request); };

    auto accepting = batch_route(Method::post, "accept", "accept_batch", named_schema("batch"));
    accepting.body = BodySort::json;
    accepting.operation.request = object_schema({{"supersedes", id_schema()}}, {"supersedes"});
    accepting.operation.problems = {forbidden, not_proposed, idempotency_key_reused};
    accepting.answer = [&store](Request& request) { return accept(store, request); };

    auto withdrawing =
        batch_route(Method::post, "withdraw", "withdraw_batch", named_schema("batch"));
    withdrawing.body = BodySort::json;
    withdrawing.operation.request = object_schema({{"reason", text_schema()}}, {"reason"});
    withdrawing.operation.problems = {forbidden, not_proposed, idempotency_key_reused};
    withdrawing.answer = [&store](Request& request) { return withdraw(store, request); };

    auto erasing = batch_route(Method::post, "erase", "erase_batch", named_schema("batch"));
    erasing.operation.problems = {forbidden, still_counts, precondition_failed,
                                  idempotency_key_reused};
    erasing.answer = [&store](Request& request) { return erase(store, request); };

    auto sharing = batch_route(Method::post, "share", "share_batch", named_schema("batch"));
    sharing.body = BodySort::json;
    auto order = record::body_schema(record::kind_info<Batch>()).at("properties").as_object();
    sharing.operation.request = object_schema(std::move(order), {"shared_with"});
    sharing.operation.problems = {forbidden, precondition_failed, idempotency_key_reused};
    sharing.answer = [&store](Request& request) { return share(store, request); };

    auto file = batch_route(Method::get, "file", "get_batch_file", text_schema());
    file.operation.media_types = {"application/octet-stream"};
    file.audience = Audience::public_too;
    file.operation.problems = {forbidden};
    file.answer = [&store](Request& request) { return get_file(store, request); };

    auto corrections =
        batch_route(Method::get, "corrections.xlsx", "get_corrections", text_schema());
    corrections.operation.media_types = {std::string(xlsx_media_type)};
    corrections.operation.problems = {forbidden, unreadable_file};
    corrections.query = {{"lang", choice_schema_of<Language>()}};
    corrections.answer = [&store](Request& request) { return get_corrections(store, request); };

    const auto subject = object_schema({{"organisation", text_schema()},
                                        {"country", text_schema()},
                                        {"area", text_schema()},
                                        {"sector", text_schema()},
                                        {"month", nullable(text_schema())}});
    const auto missing = object_schema(
        {{"batch", id_schema()}, {"total", number_schema()}, {"first", list_schema(subject)}});
    auto overlaps = batch_route(Method::get, "overlaps", "list_overlaps",
                                object_schema({{"items", list_schema(named_schema("batch"))},
                                               {"missing", list_schema(missing)}}));
    overlaps.answer = [&store](Request& request) { return list_overlaps(store, request); };

    const auto change = object_schema({{"indicator", choice_schema_of<movements::Indicator>()},
                                       {"place", text_schema()},
                                       {"period", nullable(text_schema())},
                                       {"before", nullable(number_schema())},
                                       {"after", nullable(number_schema())},
                                       {"untold", flag_schema()}});
    auto effect =
        batch_route(Method::get, "effect", "get_effect",
                    object_schema({{"items", list_schema(change)}, {"total", number_schema()}}));
    effect.query = {{"supersedes", id_schema()}};
    effect.operation.problems = {forbidden, not_proposed};
    effect.answer = [&store, &figures](Request& request) {
        return get_effect(store, figures, request);
    };
    return {findings, accepting,   withdrawing, erasing, sharing,
            file,     corrections, overlaps,    effect};
}

}  // namespace tenpoint::web
