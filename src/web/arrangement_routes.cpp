// SPDX-License-Identifier: Apache-2.0
#include "web/arrangement_routes.hpp"

#include <boost/json/array.hpp>

#include "desks/arrangements/adoption.hpp"
#include "desks/arrangements/agreement.hpp"
#include "desks/arrangements/chair.hpp"
#include "desks/arrangements/next_phase.hpp"
#include "desks/arrangements/replication.hpp"
#include "web/json_body.hpp"
#include "web/once.hpp"
#include "web/optional_json.hpp"
#include "web/query_values.hpp"
#include "web/record_json.hpp"
#include "web/schemas.hpp"
#include "web/stale_answer.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using arrangements::Action;
using arrangements::Arrangement;
using ArrangementRecord = record::Record<Arrangement>;

namespace {

json::array turns_json(const std::vector<arrangements::ChairTurn>& turns) {
    json::array out;
    for (const auto& turn : turns)
        out.push_back({{"membership", turn.membership.text},
                       {"partner", turn.partner.text},
                       {"role", record::word_of(turn.role)},
                       {"begins", or_null(turn.begins)},
                       {"ends", or_null(turn.ends)}});
    return out;
}

// On today where no day is asked for.
Result<Response> get_chair(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(asked, day_of(request.target.query, "on"));
    const auto today = day_of(store.clock().now());
    const auto day = asked.value_or(today);
    TENPOINT_TRY(chair, store.read(request.principal, [&](const store::Snapshot& snapshot) {
        return arrangements::chair_on(snapshot, id, day, today);
    }));
    return json_response(
        {{"on", to_text(day)}, {"now", turns_json(chair.now)}, {"next", turns_json(chair.next)}});
}

// Makes an arrangement out of another, once, and answers with it.
template <class Make>
Result<Response> made_from(store::Store& store, const Request& request, Make make) {
    TENPOINT_TRY(made, write_once(store, request, request.body, make, read_again<Arrangement>));
    auto response = json_response(to_json(made), 201);
    response.headers.set("ETag", etag_of(made.envelope));
    response.headers.set("Location", "/api/arrangements/" + made.envelope.id.text);
    return response;
}

Result<Response> replicate(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(seen, version_looked_at(request));
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    arrangements::Replica replica;
    replica.code = body.text("code", true);
    replica.title = body.value<LocalText>("title", true);
    replica.places = body.value<decltype(replica.places)>("places", true);
    replica.partners = body.value<decltype(replica.partners)>("partners", false);
    TENPOINT_CHECK(body.done());
    return made_from(store, request, [&](store::Transaction& transaction) {
        return arrangements::replicate(transaction, id, replica, seen);
    });
}

Result<Response> open_next_phase(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(seen, version_looked_at(request));
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    arrangements::Phase phase;
    phase.code = body.text("code", true);
    phase.title = body.value<LocalText>("title", true);
    phase.begins = body.value<std::optional<Period>>("begins", false);
    phase.ends = body.value<std::optional<Period>>("ends", false);
    TENPOINT_CHECK(body.done());
    return made_from(store, request, [&](store::Transaction& transaction) {
        return arrangements::open_next_phase(transaction, id, phase, seen);
    });
}

Result<Response> adopt(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(seen, version_looked_at(request));
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    const auto on = body.day("on", true);
    TENPOINT_CHECK(body.done());
    TENPOINT_CHECK(write_once(
        store, request, request.body,
        [&](store::Transaction& transaction) {
            return arrangements::adopt_actions(transaction, id, *on, seen);
        },
        read_again<Arrangement>));
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        TENPOINT_TRY(actions, arrangements::adopted_actions(snapshot, id));
        json::array items;
        for (const auto& action : actions)
            items.push_back(to_json(action));
        return json_response({{"items", std::move(items)}});
    });
}

Route arrangement_route(Method method, std::string_view verb, std::string_view name,
                        json::object answer) {
    Route made;
    made.method = method;
    made.path = "/api/arrangements/{id}/" + std::string(verb);
    made.operation.id = name;
    made.operation.summary = name;
    made.operation.tag = "arrangements";
    made.operation.answer = std::move(answer);
    if (method == Method::get) return made;
    using enum ProblemCode;
    made.body = BodySort::json;
    made.operation.problems = {forbidden, precondition_failed, idempotency_key_reused};
    return made;
}

// One that makes another arrangement; `members` of its body are those of the kind.
Route making_route(std::string_view verb, std::string_view name,
                   const std::vector<std::string_view>& members) {
    auto made = arrangement_route(Method::post, verb, name, named_schema("arrangement"));
    made.operation.statuses = {201};
    made.operation.problems.push_back(ProblemCode::already_exists);
    const auto body = record::body_schema(record::kind_info<Arrangement>());
    json::object properties;
    for (const auto member : members)
        properties[member] = body.at("properties").at(member);
    made.operation.request = object_schema(std::move(properties), {"begins", "ends"});
    return made;
}

json::object turns_schema() {
    const auto of_kind = [](std::string_view plural) {
        auto schema = id_schema();
        schema["x-reference"] = plural;
        return schema;
    };
    return list_schema(object_schema({{"membership", of_kind("memberships")},
                                      {"partner", of_kind("partners")},
                                      {"role", choice_schema_of<arrangements::MemberRole>()},
                                      {"begins", nullable(date_schema())},
                                      {"ends", nullable(date_schema())}}));
}

}  // namespace

Routes arrangement_routes(store::Store& store) {
    auto chair = arrangement_route(
        Method::get, "chair", "get_chair",
        object_schema({{"on", date_schema()}, {"now", turns_schema()}, {"next", turns_schema()}}));
    chair.query = {{"on", date_schema()}};
    chair.answer = [&store](Request& request) { return get_chair(store, request); };

    auto replica = making_route("replicate", "replicate_arrangement", {"code", "title", "places"});
    replica.operation.request["properties"].as_object()["partners"] =
        record::kind_info<arrangements::Agreement>().field("parties")->schema;
    replica.answer = [&store](Request& request) { return replicate(store, request); };

    auto phase = making_route("next_phase", "open_next_phase", {"code", "title", "begins", "ends"});
    phase.answer = [&store](Request& request) { return open_next_phase(store, request); };

    auto adoption =
        arrangement_route(Method::post, "adopt", "adopt_actions",
                          object_schema({{"items", list_schema(named_schema("action"))}}));
    adoption.operation.request = object_schema({{"on", date_schema()}});
    adoption.answer = [&store](Request& request) { return adopt(store, request); };
    return {chair, replica, phase, adoption};
}

}  // namespace tenpoint::web
