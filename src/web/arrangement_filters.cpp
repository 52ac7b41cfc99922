// SPDX-License-Identifier: Apache-2.0
#include "web/arrangement_filters.hpp"

#include <set>

#include "desks/arrangements/action.hpp"
#include "desks/arrangements/expiry.hpp"
#include "desks/arrangements/family.hpp"
#include "web/list_filters.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

namespace {

using arrangements::Action;

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

}  // namespace

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
