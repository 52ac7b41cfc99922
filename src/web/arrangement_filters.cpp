// SPDX-License-Identifier: Apache-2.0
#include "web/arrangement_filters.hpp"

#include <set>
#include <tuple>

#include "desks/arrangements/action.hpp"
#include "desks/arrangements/expiry.hpp"
#include "desks/arrangements/family.hpp"
#include "desks/arrangements/membership.hpp"
#include "desks/arrangements/openness.hpp"
#include "web/list_filters.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

namespace {

using arrangements::Action;
using arrangements::Membership;

// Fails with `not_found` for an arrangement that may not be read.
Result<CollectionExtras::Sieve> of_family(const store::Snapshot& snapshot, const Query& asked) {
    TENPOINT_TRY(arrangement, id_of(asked, "within"));
    if (!arrangement) return invalid_parameter("within", "not_an_id");
    TENPOINT_TRY(family, arrangements::family_of(snapshot, *arrangement));
    std::set<Id> ids;
    for (const auto& member : family)
        ids.insert(member.envelope.id);
    return CollectionExtras::Sieve{[ids](const store::Found& found) {
        return ids.contains(record::from_row<Action>(found.row).arrangement.id);
    }};
}

bool are_one_seat(const Membership& one, const Membership& other) {
    const auto seat = [](const Membership& membership) {
        return std::tie(membership.arrangement, membership.partner, membership.role,
                        membership.since);
    };
    return seat(one) == seat(other);
}

// A partner sits in an arrangement once by one role from one beginning. One that did already may
// be changed in all else.
Result<void> check_sits_once(const store::Snapshot& snapshot, const record::StoredRow& row,
                             const Id& id) {
    const auto membership = record::from_row<Membership>(row);
    if (const auto before = snapshot.get<Membership>(id))
        if (are_one_seat(before->value, membership)) return {};
    for (const auto& other : arrangements::all_of<Membership>(snapshot, membership.arrangement.id))
        if (other.envelope.id != id && are_one_seat(other.value, membership))
            return Problem{
                ProblemCode::already_exists, "membership", {{"/partner", "already_member"}}};
    return {};
}

}  // namespace

CollectionExtras arrangement_extras() {
    CollectionExtras extras;
    extras.shared = [](store::Transaction& transaction, const store::Found& after) {
        arrangements::close_parts(transaction, after.envelope);
    };
    return extras;
}

CollectionExtras membership_extras() {
    CollectionExtras extras;
    extras.check = check_sits_once;
    return extras;
}

CollectionExtras action_extras() {
    const auto& kind = record::kind_info<Action>();
    CollectionExtras extras;
    extras.filters = {references_filter(kind, "places"),
                      words_filter(kind, "points"),
                      {{{"within", id_schema()}}, of_family}};
    return extras;
}

CollectionExtras agreement_extras(const store::Store& store) {
    const auto expiring = [&store](const store::Snapshot& snapshot, const store::Found& found) {
        return arrangements::is_expiring(snapshot,
                                         record::from_row<arrangements::Agreement>(found.row),
                                         day_of(store.clock().now()));
    };
    CollectionExtras extras;
    extras.filters = {flag_filter("expiring", expiring)};
    return extras;
}

}  // namespace tenpoint::web
