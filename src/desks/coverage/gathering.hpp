// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "desks/coverage/activity_records.hpp"
#include "desks/coverage/concern_watch.hpp"
#include "desks/coverage/response.hpp"
#include "desks/people_counted.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::coverage {

// The places that the reader of the snapshot may know.
std::shared_ptr<const ResponsePlaces> known_places(const store::Snapshot& snapshot);

// The response as the reader of the snapshot may know it: what it may not read is in none of it,
// nor is the name of it. An action that names no place is where its arrangement is. A State and
// its ministries are present all over their country, and their mandates end there. `reported` is
// what partners report to do at the places that the reader knows (reported_works.hpp); who reports
// it is found among the partners by its name, else it is one of the organisations beside them.
Response gather(const store::Snapshot& snapshot, std::vector<Work> reported);
Response gather(const store::Snapshot& snapshot, const ActivityRecords& reports);
inline Response gather(const store::Snapshot& snapshot) {
    return gather(snapshot, activity_records(snapshot));
}

std::vector<Dismissed> gather_dismissed(const store::Snapshot& snapshot);

// What people need who are counted somewhere, by what counts them; of a month it is taken to hold
// for the two that follow as well.
std::vector<Need> needs_of(const desks::PeopleCounted& counted, const Id& place);
// Of all who are counted at places that the reader knows.
std::vector<Need> counted_needs(const std::vector<desks::PeopleCounted>& counted,
                                const Response& response);

}  // namespace tenpoint::coverage
