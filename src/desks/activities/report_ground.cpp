// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/report_ground.hpp"

#include "desks/directory/all_places.hpp"

namespace tenpoint::activities {

ReportGround report_ground(const store::Snapshot& snapshot, Day today) {
    return {directory::all_places(snapshot), all_partners(snapshot), all_plan_indicators(snapshot),
            today};
}

}  // namespace tenpoint::activities
