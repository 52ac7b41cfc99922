// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/all_places.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

#include "desks/directory/place.hpp"

namespace tenpoint::directory {
namespace {

PlaceLookup lookup_of_all(const store::Snapshot& snapshot) {
    const auto places = snapshot.all<Place>();
    std::unordered_map<std::string_view, const std::string*> codes;  // by id
    codes.reserve(places.size());
    for (const auto& [envelope, place] : places)
        codes.emplace(envelope.id.text, &place.code);
    PlaceLookup lookup;
    for (const auto& [envelope, place] : places) {
        const auto parent = place.parent ? codes.find(place.parent->id.text) : codes.end();
        lookup.add(place.code, place.name, parent == codes.end() ? std::string{} : *parent->second);
    }
    return lookup;
}

}  // namespace

std::shared_ptr<const PlaceLookup> all_places(const store::Snapshot& snapshot) {
    return snapshot.derived<PlaceLookup>(record::kind_info<Place>(), lookup_of_all);
}

}  // namespace tenpoint::directory
