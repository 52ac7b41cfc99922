// SPDX-License-Identifier: Apache-2.0
#include "web/arrangement_filters.hpp"

#include "desks/arrangements/expiry.hpp"
#include "web/list_filters.hpp"

namespace tenpoint::web {

CollectionExtras agreement_extras(const store::Store& store) {
    const auto expiring = [&store](const store::Snapshot& snapshot) {
        std::vector<Id> ids;
        const auto today = day_of(store.clock().now());
        for (const auto& agreement : arrangements::expiring_agreements(snapshot, today))
            ids.push_back(agreement.envelope.id);
        return ids;
    };
    CollectionExtras extras;
    extras.filters = {flag_filter("expiring", expiring)};
    return extras;
}

}  // namespace tenpoint::web
