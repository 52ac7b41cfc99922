// SPDX-License-Identifier: Apache-2.0
#include "web/batch_routes.hpp"

#include <boost/describe/enum_to_string.hpp>
#include <boost/json/array.hpp>

#include "desks/movements/batch.hpp"
#include "desks/movements/deciding.hpp"
#include "desks/movements/figure_effect.hpp"
#include "desks/movements/finding_text.hpp"
#include "desks/movements/known_batches.hpp"
#include "desks/movements/stored_findings.hpp"
#include "web/json_body.hpp"
#include "web/kept_file.hpp"
#include "web/once.hpp"
#include "web/query_values.hpp"
#include "web/record_json.hpp"
#include "web/schemas.hpp"
#include "web/sharing.hpp"
#include "web/stale_answer.hpp"
#include "web/told_references.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using movements::Batch;

namespace {

constexpr std::size_t most_effects = 500;

json::value null_if_empty(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

json::object finding_json(const Finding& finding, Language language) {
    return {{"severity", boost::describe::enum_to_string(finding.severity, "")},
            {"code", finding.code},
            {"message", movements::finding_message(finding, language)},
            {"row", finding.row > 0 ? json::value(finding.row) : json::value(nullptr)},
            {"column", null_if_empty(finding.column)},
            {"text", null_if_empty(finding.text)},
            {"expected", null_if_empty(finding.expected)},
            {"suggestion", null_if_empty(finding.suggestion)}};
}

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

Result<Response> list_findings(store::Store& store, const Request& request) {
    const auto& query = request.target.query;
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(after, number_of(query, "after", 0, 0, INT64_MAX));
    TENPOINT_TRY(limit, number_of(query, "limit", 100, 1, 1000));
    TENPOINT_TRY(severity, choice_of<Severity>(query, "severity"));
    const movements::FindingFilter filter{severity, text_of(query, "code")};
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        TENPOINT_TRY(batch, snapshot.get<Batch>(id));
        const auto page = movements::findings_page(snapshot, batch.value.findings, filter, after,
                                                   static_cast<std::size_t>(limit));
        json::array items;
        for (const auto& finding : page.items)
            items.push_back(finding_json(finding, request.language));
        return json_response(
            {{"items", std::move(items)},
             {"next", page.next ? json::value(*page.next) : json::value(nullptr)},
             {"total", page.total},
             {"by_code", causes_of(snapshot, batch.value.findings, request.language)}});
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
    TENPOINT_TRY(batch, write_once(
                            store, request, {},
                            [&](store::Transaction& transaction) {
                                return movements::withdraw_batch(transaction, id);
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
    TENPOINT_TRY(batch, store.read(request.principal, [&](const store::Snapshot& snapshot) {
        return snapshot.get<Batch>(id);
    }));
    return download(store, request.principal, batch.value.file, batch.value.file_name);
}

Result<Response> list_overlaps(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        TENPOINT_TRY(batches, movements::overlapping_batches(snapshot, id));
        json::array items;
        for (const auto& batch : batches)
            items.push_back(to_json(as_told(snapshot, batch)));
        return json_response({{"items", std::move(items)}});
    });
}

json::object change_json(const movements::ChangedFigure& changed) {
    const auto& figure = changed.after ? *changed.after : *changed.before;
    const auto count = [](const std::optional<movements::Figure>& side) {
        return side ? json::value(side->count) : json::value(nullptr);
    };
    return {{"indicator", boost::describe::enum_to_string(figure.indicator, "")},
            {"place", figure.place},
            {"period", figure.period ? json::value(to_text(*figure.period)) : json::value(nullptr)},
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
    return Proposal{movements::counts_jointly(batch.envelope.visibility),
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
    const auto finding = object_schema({{"severity", choice_schema_of<Severity>()},
                                        {"code", text_schema()},
                                        {"message", text_schema()},
                                        {"row", nullable(number_schema())},
                                        {"column", nullable(text_schema())},
                                        {"text", nullable(text_schema())},
                                        {"expected", nullable(text_schema())},
                                        {"suggestion", nullable(text_schema())}});
    const auto cause = object_schema({{"code", text_schema()},
                                      {"severity", choice_schema_of<Severity>()},
                                      {"count", number_schema()},
                                      {"message", text_schema()}});
    return object_schema({{"items", list_schema(finding)},
                          {"next", nullable(number_schema())},
                          {"total", number_schema()},
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
                      {"code", text_schema()}};
    findings.answer = [&store](Request& request) { return list_findings(store, request); };

    auto accepting = batch_route(Method::post, "accept", "accept_batch", named_schema("batch"));
    accepting.body = BodySort::json;
    accepting.operation.request = object_schema({{"supersedes", id_schema()}}, {"supersedes"});
    accepting.operation.problems = {forbidden, not_proposed, idempotency_key_reused};
    accepting.answer = [&store](Request& request) { return accept(store, request); };

    auto withdrawing =
        batch_route(Method::post, "withdraw", "withdraw_batch", named_schema("batch"));
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
    file.answer = [&store](Request& request) { return get_file(store, request); };

    auto overlaps = batch_route(Method::get, "overlaps", "list_overlaps",
                                object_schema({{"items", list_schema(named_schema("batch"))}}));
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
    return {findings, accepting, withdrawing, erasing, sharing, file, overlaps, effect};
}

}  // namespace tenpoint::web
