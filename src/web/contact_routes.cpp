// SPDX-License-Identifier: Apache-2.0
#include "web/contact_routes.hpp"

#include <memory>

#include <boost/json/array.hpp>
#include <fmt/format.h>

#include "access/the_node.hpp"
#include "base/translations.hpp"
#include "desks/directory/contact_rules.hpp"
#include "desks/directory/own_entry.hpp"
#include "desks/directory/partner_name.hpp"
#include "web/json_body.hpp"
#include "web/list_filters.hpp"
#include "web/node_address.hpp"
#include "web/query_values.hpp"
#include "web/rate_limiter.hpp"
#include "web/record_json.hpp"
#include "web/schemas.hpp"
#include "web/stale_answer.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using directory::Contact;
using directory::OwnEntry;
using directory::Partner;

namespace {

constexpr double entries_per_second = 2;  // of one address, beside its general rate
constexpr std::size_t longest_token = 200;

// The members of a contact that its own page shows; those of OwnEntry are given back.
json::object own_entry_json(const Contact& contact) {
    auto all = record::kind_info<Contact>().write(record::to_row(contact));
    json::object shown;
    for (const char* member : {"name", "position", "email", "telephone", "focal_point", "level",
                               "themes", "languages", "confirmed", "link_expires"})
        shown[member] = std::move(all[member]);
    return shown;
}

// The page of the interface, behind the `#` what no browser sends to a server.
std::string address_of(const Request& request, Language language, std::string_view token) {
    return fmt::format("{}/own_entry?lang={}#{}", node_address(request), to_word(language), token);
}

// Whose entry it is must not have become another's since it was looked at. Fails with
// `precondition_required` where no version is named.
Result<std::int64_t> version_to_change(const Request& request) {
    TENPOINT_TRY(seen, version_looked_at(request));
    if (!seen) return Problem{ProblemCode::precondition_required};
    return *seen;
}

// Empty for a partner that the principal may not read.
std::string readable_name(const store::Snapshot& snapshot, const Id& id, Language language) {
    const auto found = snapshot.get<Partner>(id);
    return found ? directory::name_in(found->value, language) : std::string{};
}

std::string invitation(Language language, std::string_view partner, std::string_view address) {
    const auto* key =
        partner.empty() ? "web.own_entry.invitation_unnamed" : "web.own_entry.invitation";
    return translate(language, key,
                     {{"partner", partner}, {"address", address}, {"days", directory::link_days}});
}

Result<Response> make_link(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    const auto language = body.choice<Language>("language");
    TENPOINT_CHECK(body.done());
    TENPOINT_TRY(seen, version_to_change(request));
    std::string partner;
    const auto make = [&](store::Transaction& transaction) -> Result<directory::EntryLink> {
        TENPOINT_TRY(made, directory::make_link(transaction, store.randomness(), id, seen));
        partner = readable_name(transaction, made.contact.value.partner.id, language);
        return std::move(made);
    };
    TENPOINT_TRY(made, store.write(request.principal, make));
    const auto address = address_of(request, language, made.token);
    const auto text = invitation(language, partner, address);
    auto response = json_response({{"address", address},
                                   {"text", text},
                                   {"expires", to_text(*made.contact.value.link_expires)}},
                                  201);
    response.headers.set("ETag", etag_of(made.contact.envelope));
    return response;
}

Result<Response> open_own_entry(store::Store& store, const Request& request) {
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    const auto token = body.text("token", true, longest_token);
    TENPOINT_CHECK(body.done());
    return store.read(access::the_node(), [&](const store::Snapshot& snapshot) -> Result<Response> {
        TENPOINT_TRY(found, directory::linked_entry(snapshot, token, store.clock().now()));
        TENPOINT_TRY(partner, snapshot.get<Partner>(found.value.partner.id));
        auto shown = own_entry_json(found.value);
        shown["version"] = found.envelope.version;
        shown["partner"] = directory::name_in(partner.value, request.language);
        return json_response(shown);
    });
}

// As the journal shows who did it; nobody is signed in.
access::Principal the_contact() {
    access::Principal contact;
    contact.name = "contact (own link)";
    return contact;
}

Result<Response> confirm_own_entry(store::Store& store, const Request& request) {
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    const auto token = body.text("token", true, longest_token);
    OwnEntry entry;
    entry.name = body.value<decltype(entry.name)>("name", false);
    entry.position = body.value<decltype(entry.position)>("position", false);
    entry.email = body.value<decltype(entry.email)>("email", false);
    entry.telephone = body.value<decltype(entry.telephone)>("telephone", false);
    entry.themes = body.value<decltype(entry.themes)>("themes", true);
    entry.languages = body.value<decltype(entry.languages)>("languages", true);
    entry.left = body.value<bool>("left", true);
    TENPOINT_CHECK(body.done());
    TENPOINT_TRY(seen, version_to_change(request));
    TENPOINT_CHECK(store.write(the_contact(), [&](store::Transaction& transaction) {
        return directory::confirm_own_entry(transaction, token, seen, entry);
    }));
    return empty_response();
}

// Nobody tries links one after the other.
template <class Answer>
auto at_pace(store::Store& store, const std::shared_ptr<RateLimiter>& rate, Answer answer) {
    return [&store, rate, answer](Request& request) -> Result<Response> {
        if (const auto wait = rate->refuse(request.address)) {
            auto refusal = problem_response({ProblemCode::too_many_requests}, request.language);
            refusal.headers.set("Retry-After", std::to_string(wait->count()));
            return refusal;
        }
        return answer(store, request);
    };
}

json::object member_schema(std::string_view member) {
    return record::kind_info<Contact>().field(member)->schema;
}

json::object own_entry_properties() {
    json::object properties;
    for (const char* member : {"name", "position", "email", "telephone", "themes", "languages"})
        properties[member] = member_schema(member);
    return properties;
}

Route making_route(store::Store& store) {
    Route route{.method = Method::post,
                .path = "/api/contacts/{id}/link",
                .answer = [&store](Request& request) { return make_link(store, request); }};
    route.body = BodySort::json;
    route.operation = {
        .id = "make_contact_link",
        .summary = "make_contact_link",
        .tag = "contacts",
        .request = object_schema({{"language", choice_schema_of<Language>()}}),
        .answer = object_schema(
            {{"address", text_schema()}, {"text", text_schema()}, {"expires", time_schema()}}),
        .statuses = {201},
        .problems = {ProblemCode::forbidden, ProblemCode::precondition_required,
                     ProblemCode::precondition_failed},
    };
    return route;
}

// A route that the holder of a link may ask.
Route open_route(std::string path, std::string_view name) {
    Route route;
    route.method = Method::post;
    route.path = std::move(path);
    route.audience = Audience::everybody;
    route.body = BodySort::json;
    route.body_limit = 16 * 1024;
    route.operation.id = name;
    route.operation.summary = name;
    route.operation.tag = "contacts";
    route.operation.problems = {ProblemCode::not_found, ProblemCode::too_many_requests};
    return route;
}

Route opening_route(store::Store& store, const std::shared_ptr<RateLimiter>& rate) {
    auto route = open_route("/api/own_entry", "open_own_entry");
    route.answer = at_pace(store, rate, open_own_entry);
    route.operation.request = object_schema({{"token", text_schema()}});
    auto shown = own_entry_properties();
    for (const char* member : {"focal_point", "level", "confirmed", "link_expires"})
        shown[member] = member_schema(member);
    shown["partner"] = text_schema();
    shown["version"] = {{"type", "integer"}};
    route.operation.answer = object_schema(std::move(shown));
    return route;
}

Route confirming_route(store::Store& store, const std::shared_ptr<RateLimiter>& rate) {
    auto route = open_route("/api/own_entry/confirm", "confirm_own_entry");
    route.answer = at_pace(store, rate, confirm_own_entry);
    auto given = own_entry_properties();
    given["token"] = text_schema();
    given["left"] = flag_schema();
    route.operation.request =
        object_schema(std::move(given), {"name", "position", "email", "telephone"});
    route.operation.statuses = {204};
    route.operation.problems = {ProblemCode::not_found, ProblemCode::too_many_requests,
                                ProblemCode::precondition_required,
                                ProblemCode::precondition_failed};
    return route;
}

}  // namespace

CollectionExtras contact_extras(const store::Store& store) {
    CollectionExtras extras;
    extras.amend = [](const record::StoredRow& before, record::StoredRow& after) {
        directory::take_back_link(before, after);
    };
    extras.check = [&store](const store::Snapshot& snapshot, const record::StoredRow& row,
                            const Id& id) -> Result<void> {
        const auto before = snapshot.get<Contact>(id);
        return directory::check_contact(record::from_row<Contact>(row),
                                        before ? &before->value : nullptr,
                                        day_of(store.clock().now()));
    };
    const auto is_due = [&store](const store::Snapshot&, const store::Found& found) {
        return directory::is_due(record::from_row<Contact>(found.row), day_of(store.clock().now()));
    };
    extras.filters.push_back(flag_filter("due", is_due));
    return extras;
}

Routes contact_routes(store::Store& store) {
    const auto rate = std::make_shared<RateLimiter>(store.clock(), entries_per_second);
    return {making_route(store), opening_route(store, rate), confirming_route(store, rate)};
}

}  // namespace tenpoint::web
