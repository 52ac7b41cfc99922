// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

#include "desks/directory/place_list.hpp"
#include "store/store.hpp"

namespace tenpoint::directory {

// What becomes of the areas of a list: each is one of these, and the findings tell of all but the
// first two what is the matter.
struct PlaceOutcome {
    std::int64_t added = 0;
    std::int64_t known = 0;      // here already, as the list has it
    std::int64_t differing = 0;  // here already, by another name or without a point on the map
    std::int64_t refused = 0;    // what they lie in is not here, or their code is something else's
    CountedFindings findings;    // with those of reading the list
};

// What a coordinator says to a list.
enum class Differing { kept, taken_over };

// What adding the list would do; changes nothing.
PlaceOutcome compare_places(const store::Snapshot& snapshot, const PlaceList& list);

// Adds what is not here yet, each area within the one that it lies in, some hundreds at a time, so
// that others write meanwhile: where it is broken off, adding the list again goes on. Of areas
// that are here by another name the names are taken over where that is asked for, and points on the
// map where there are none. What lies where is never changed. Calls `progress` with how far it has
// come, from 0 to 1. Fails with `forbidden`, or `storage_failed`.
Result<PlaceOutcome> add_places(store::Store& store, const access::Principal& principal,
                                const PlaceList& list, Differing differing,
                                const std::function<void(double)>& progress = {});

}  // namespace tenpoint::directory
