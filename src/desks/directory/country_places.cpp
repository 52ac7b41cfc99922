// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/country_places.hpp"

#include "desks/directory/place.hpp"
#include "formats/countries.hpp"

namespace tenpoint::directory {

Result<void> add_country_places(store::Store& store, const access::Principal& principal) {
    TENPOINT_TRY(page, store.read(principal, [](const store::Snapshot& snapshot) {
        return snapshot.list(record::kind_info<Place>(), {.limit = 1});
    }));
    if (page.total > 0) return {};
    return store.write(principal, [](store::Transaction& transaction) -> Result<void> {
        for (const auto& country : formats::all_countries()) {
            if (country.is_group()) continue;
            Place place;
            place.code = country.alpha3;
            place.name = country.name;
            place.kind = PlaceKind::country;
            TENPOINT_CHECK(transaction.insert(place, {}));
        }
        return {};
    });
}

}  // namespace tenpoint::directory
