// SPDX-License-Identifier: Apache-2.0
#include "web/activity_report_extras.hpp"

#include "desks/coverage/reach_reports.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

namespace {

// What stands for the area of a row that says neither area nor country: nothing at all is left out
// of an address, and would open the reports of every area.
constexpr std::string_view nowhere = "-";

// Where no area is said, a row names the country; one without a country is opened without.
coverage::ReachPlace asked_place(const Query& asked) {
    const auto country = text_of(asked, "country"), area = text_of(asked, "reach_area");
    return {country, area == country || area == nowhere ? std::string{} : area};
}

// All reports are read for it, once: how one of them is written may decide where another counts.
Result<CollectionExtras::Sieve> behind_a_row(const store::Snapshot& snapshot, const Query& asked) {
    TENPOINT_TRY(days, days_of(asked, "reach_from", "reach_to"));
    coverage::ReachRow row{{}, {}, days.from, days.to};
    if (asked.find("reach_sector")) row.sector = text_of(asked, "reach_sector");
    if (asked.find("reach_area")) row.place = asked_place(asked);
    return CollectionExtras::Sieve{
        [ids = coverage::reports_behind(coverage::activity_records(snapshot), row)](
            const store::Found& found) { return ids.contains(found.envelope.id); }};
}

}  // namespace

CollectionExtras activity_report_extras() {
    CollectionExtras extras;
    extras.filters = {{{{"reach_area", text_schema()},
                        {"reach_sector", text_schema()},
                        {"reach_from", date_schema()},
                        {"reach_to", date_schema()}},
                       behind_a_row}};
    return extras;
}

}  // namespace tenpoint::web
