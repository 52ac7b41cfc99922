// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/standing_places.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "desks/directory/place.hpp"
#include "formats/countries.hpp"
#include "formats/regions.hpp"

namespace tenpoint::directory {
namespace {

// By code.
using PlaceIds = std::map<std::string, Id>;

std::optional<record::Ref<Place>> within(const PlaceIds& ids, const std::string& code) {
    const auto found = ids.find(code);
    if (found == ids.end()) return std::nullopt;
    return record::Ref<Place>{found->second};
}

bool has_regions(const store::Snapshot& snapshot) {
    const auto regions = snapshot.all<Place>({.equal = {{"kind", "region"}}});
    return std::ranges::any_of(
        regions, [](const auto& place) { return formats::region(place.value.code) != nullptr; });
}

Result<PlaceIds> add_regions(store::Transaction& transaction) {
    PlaceIds ids;
    for (const auto& region : formats::all_regions()) {
        Place place;
        place.code = region.code;
        place.name = region.name;
        place.kind = PlaceKind::region;
        place.parent = within(ids, region.parent);
        TENPOINT_TRY(added, transaction.insert(place, {}));
        ids.emplace(region.code, added.envelope.id);
    }
    return ids;
}

Result<void> add_countries(store::Transaction& transaction, const PlaceIds& regions) {
    for (const auto& country : formats::all_countries()) {
        if (country.is_group()) continue;
        Place place;
        place.code = country.alpha3;
        place.name = country.name;
        place.kind = PlaceKind::country;
        place.parent = within(regions, formats::region_of_country(country.alpha3));
        TENPOINT_CHECK(transaction.insert(place, {}));
    }
    return {};
}

Result<void> put_countries_into(store::Transaction& transaction, const PlaceIds& regions) {
    for (auto& country : transaction.all<Place>({.equal = {{"kind", "country"}}})) {
        if (country.value.parent) continue;
        country.value.parent = within(regions, formats::region_of_country(country.value.code));
        if (country.value.parent) TENPOINT_CHECK(transaction.update(country));
    }
    return {};
}

}  // namespace

Result<void> add_standing_places(store::Store& store, const access::Principal& principal) {
    TENPOINT_TRY(stand, store.read(principal, [](const store::Snapshot& snapshot) {
        return Result<bool>{has_regions(snapshot)};
    }));
    if (stand) return {};
    return store.write(principal, [](store::Transaction& transaction) -> Result<void> {
        if (has_regions(transaction)) return {};  // another node has been quicker
        const bool is_new = transaction.all<Place>().empty();
        TENPOINT_TRY(regions, add_regions(transaction));
        return is_new ? add_countries(transaction, regions)
                      : put_countries_into(transaction, regions);
    });
}

}  // namespace tenpoint::directory
