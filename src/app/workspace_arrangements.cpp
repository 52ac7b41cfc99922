// SPDX-License-Identifier: Apache-2.0
#include "app/workspace_body.hpp"
#include "app/workspace_records.hpp"
#include "desks/arrangements/agreement.hpp"
#include "desks/arrangements/document.hpp"
#include "desks/arrangements/family.hpp"
#include "desks/arrangements/membership.hpp"
#include "desks/arrangements/review.hpp"
#include "desks/arrangements/submission.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"

namespace tenpoint::app {

namespace json = boost::json;
using arrangements::Arrangement;
using directory::Partner;

namespace {

// An action is known by its English title within its arrangement, whose id stands in the body.
Result<void> resolve_action(const store::Snapshot& snapshot, json::object& body,
                            std::string_view field) {
    auto* value = body.if_contains(field);
    if (!value) return {};
    const auto title = text_in(body, field);
    const Id arrangement{text_in(body, "arrangement")};
    for (const auto& [envelope, action] :
         arrangements::all_of<arrangements::Action>(snapshot, arrangement)) {
        if (action.title.en != title) continue;
        *value = envelope.id.text;
        return {};
    }
    return wrong_workspace(title);
}

Result<void> resolve_partners(const store::Snapshot& snapshot, json::object& body,
                              std::initializer_list<std::string_view> fields) {
    for (const auto field : fields)
        TENPOINT_CHECK(resolve<Partner>(snapshot, body, field, "name"));
    return {};
}

// The bodies of a list whose records hang on an arrangement, with that resolved.
Result<std::vector<json::object>> bodies_in(const store::Snapshot& snapshot,
                                            const json::object& workspace, std::string_view list) {
    TENPOINT_TRY(bodies, bodies_of(workspace, list));
    for (auto& body : bodies)
        TENPOINT_CHECK(resolve<Arrangement>(snapshot, body, "arrangement", "code"));
    return std::move(bodies);
}

Result<void> load_actions(store::Transaction& transaction, const json::object& workspace) {
    TENPOINT_TRY(bodies, bodies_in(transaction, workspace, "actions"));
    for (auto& body : bodies) {
        TENPOINT_CHECK(resolve_action(transaction, body, "parent"));
        TENPOINT_CHECK(
            resolve_partners(transaction, body, {"lead", "partners", "parts", "funders"}));
        TENPOINT_CHECK(resolve<directory::Place>(transaction, body, "places", "code"));
        const Id owner{text_in(body, "lead")};
        TENPOINT_CHECK(
            add_once<arrangements::Action>(transaction, body, {"arrangement", "title"}, owner));
    }
    return {};
}

Result<void> load_submissions(store::Transaction& transaction, const json::object& workspace) {
    TENPOINT_TRY(bodies, bodies_in(transaction, workspace, "submissions"));
    for (auto& body : bodies) {
        TENPOINT_CHECK(resolve<Arrangement>(transaction, body, "to", "code"));
        TENPOINT_CHECK(add_once<arrangements::Submission>(
            transaction, body, {"arrangement", "to", "title", "submitted_on"}));
    }
    return {};
}

Result<void> load_reviews_and_documents(store::Transaction& transaction,
                                        const json::object& workspace) {
    TENPOINT_TRY(reviews, bodies_in(transaction, workspace, "reviews"));
    for (auto& body : reviews) {
        TENPOINT_CHECK(resolve_action(transaction, body, "action"));
        TENPOINT_CHECK(resolve_partners(transaction, body, {"author"}));
        const Id owner{text_in(body, "author")};
        TENPOINT_CHECK(add_once<arrangements::Review>(transaction, body,
                                                      {"arrangement", "finding", "text"}, owner));
    }
    TENPOINT_TRY(documents, bodies_in(transaction, workspace, "documents"));
    for (auto& body : documents) {
        TENPOINT_CHECK(resolve_action(transaction, body, "action"));
        TENPOINT_CHECK(add_once<arrangements::Document>(
            transaction, body, {"arrangement", "title", "language", "address"}));
    }
    return {};
}

}  // namespace

Result<void> load_arrangements(store::Transaction& transaction, const json::object& workspace) {
    TENPOINT_TRY(bodies, bodies_of(workspace, "arrangements"));
    for (auto& body : bodies) {
        TENPOINT_CHECK(resolve<directory::Place>(transaction, body, "places", "code"));
        for (const auto* other : {"parent", "predecessor", "replicated_from", "counterpart"})
            TENPOINT_CHECK(resolve<Arrangement>(transaction, body, other, "code"));
        TENPOINT_CHECK(add_once<Arrangement>(transaction, body, {"code"}));
    }
    TENPOINT_TRY(agreements, bodies_in(transaction, workspace, "agreements"));
    for (auto& body : agreements) {
        TENPOINT_CHECK(resolve_partners(transaction, body, {"parties"}));
        TENPOINT_CHECK(
            add_once<arrangements::Agreement>(transaction, body, {"arrangement", "title"}));
    }
    TENPOINT_TRY(memberships, bodies_in(transaction, workspace, "memberships"));
    for (auto& body : memberships) {
        TENPOINT_CHECK(resolve_partners(transaction, body, {"partner"}));
        TENPOINT_CHECK(add_once<arrangements::Membership>(
            transaction, body, {"arrangement", "partner", "role", "since"}));
    }
    TENPOINT_CHECK(load_actions(transaction, workspace));
    TENPOINT_CHECK(load_submissions(transaction, workspace));
    return load_reviews_and_documents(transaction, workspace);
}

}  // namespace tenpoint::app
