// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "base/date.hpp"
#include "desks/activities/partner_lookup.hpp"
#include "desks/activities/plan_indicators.hpp"
#include "desks/directory/place_lookup.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::activities {

// What the node knows that activity sheets are read by.
struct ReportGround {
    std::shared_ptr<const directory::PlaceLookup> places =
        std::make_shared<directory::PlaceLookup>();
    PartnerLookup partners;
    PlanIndicators plan;
    std::optional<Day> today{};  // months after its own are still to come
};

// As far as whoever reads the snapshot may see it.
ReportGround report_ground(const store::Snapshot& snapshot, Day today);

}  // namespace tenpoint::activities
