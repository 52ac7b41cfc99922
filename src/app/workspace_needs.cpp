// SPDX-License-Identifier: Apache-2.0
#include "app/workspace_body.hpp"
#include "app/workspace_records.hpp"
#include "desks/coverage/dismissal.hpp"
#include "desks/coverage/stated_need.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"

namespace tenpoint::app {

namespace json = boost::json;
using directory::Partner;

namespace {

// Whose record it becomes: no member of the kind says so. Takes it out of the body.
Result<Id> owner_of(const store::Snapshot& snapshot, json::object& body) {
    TENPOINT_CHECK(resolve<Partner>(snapshot, body, "owner", "name"));
    const Id owner{text_in(body, "owner")};
    body.erase("owner");
    return owner;
}

}  // namespace

Result<void> load_needs(store::Transaction& transaction, const json::object& workspace) {
    TENPOINT_TRY(needs, bodies_of(workspace, "needs"));
    for (auto& body : needs) {
        TENPOINT_TRY(owner, owner_of(transaction, body));
        TENPOINT_CHECK(resolve<directory::Place>(transaction, body, "place", "code"));
        TENPOINT_CHECK(add_once<coverage::StatedNeed>(
            transaction, body, {"place", "theme", "people", "since"}, owner));
    }
    TENPOINT_TRY(dismissals, bodies_of(workspace, "dismissals"));
    for (auto& body : dismissals) {
        TENPOINT_TRY(owner, owner_of(transaction, body));
        TENPOINT_CHECK(resolve<directory::Place>(transaction, body, "place", "code"));
        TENPOINT_CHECK(resolve<Partner>(transaction, body, "partners", "name"));
        TENPOINT_CHECK(add_once<coverage::Dismissal>(
            transaction, body, {"concern", "place", "theme", "people", "partners", "note"}, owner));
    }
    return {};
}

}  // namespace tenpoint::app
