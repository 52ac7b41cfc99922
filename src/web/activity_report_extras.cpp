// SPDX-License-Identifier: Apache-2.0
#include "web/activity_report_extras.hpp"

#include "desks/coverage/reach_reports.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

using activities::ActivityReport;
using Filter = CollectionExtras::Filter;
using Sieve = CollectionExtras::Sieve;

namespace {

template <class Holds>
Sieve sieve_of(Holds holds) {
    return [holds = std::move(holds)](const store::Found& found) {
        return holds(record::from_row<ActivityReport>(found.row));
    };
}

Result<Sieve> of_area(const store::Snapshot& snapshot, const Query& asked) {
    return sieve_of(
        coverage::reached_in(snapshot, text_of(asked, "country"), text_of(asked, "reach_area")));
}

Result<Sieve> of_sector(const store::Snapshot&, const Query& asked) {
    return sieve_of([sector = text_of(asked, "reach_sector")](const ActivityReport& report) {
        return coverage::is_of_sector(report, sector);
    });
}

Result<Sieve> from_day(const store::Snapshot&, const Query& asked) {
    TENPOINT_TRY(from, day_of(asked, "reach_from"));
    return sieve_of([from = from](const ActivityReport& report) {
        return coverage::counts(report) && (!from || *from <= report.period->first_day());
    });
}

Result<Sieve> to_day(const store::Snapshot&, const Query& asked) {
    TENPOINT_TRY(to, day_of(asked, "reach_to"));
    return sieve_of([to = to](const ActivityReport& report) {
        return coverage::counts(report) && (!to || report.period->last_day() <= *to);
    });
}

}  // namespace

CollectionExtras activity_report_extras() {
    CollectionExtras extras;
    extras.filters = {{{"reach_area", text_schema()}, of_area},
                      {{"reach_sector", text_schema()}, of_sector},
                      {{"reach_from", date_schema()}, from_day},
                      {{"reach_to", date_schema()}, to_day}};
    return extras;
}

}  // namespace tenpoint::web
