// SPDX-License-Identifier: Apache-2.0
#include "web/dismissal_extras.hpp"

#include <algorithm>
#include <iterator>

#include "desks/coverage/concern_visibility.hpp"
#include "desks/coverage/dismissal.hpp"
#include "desks/coverage/gathering.hpp"

namespace tenpoint::web {
namespace {

// Of activity reports only those for few: all others forbid no dismissal.
coverage::ActivityRecords reports_for_few(const store::Snapshot& snapshot) {
    coverage::ActivityRecords reports;
    for (const auto visibility :
         {record::Visibility::restricted, record::Visibility::confidential}) {
        store::ListQuery query;
        query.equal.emplace("visibility", record::to_word(visibility));
        std::ranges::move(coverage::activity_records(snapshot, std::move(query)),
                          std::back_inserter(reports));
    }
    return reports;
}

Result<void> check_visibility(const store::Snapshot& snapshot, const store::Found& found) {
    const auto subject = subject_of(record::from_row<coverage::Dismissal>(found.row));
    // Figures are the same for every reader, and so not needed here.
    if (found.envelope.visibility <
        coverage::narrowest_behind(coverage::gather(snapshot, reports_for_few(snapshot)), subject))
        return Problem{
            ProblemCode::invalid_fields, "dismissal", {{"/visibility", "wider_than_concern"}}};
    return {};
}

}  // namespace

CollectionExtras dismissal_extras() {
    CollectionExtras extras;
    extras.check_written = check_visibility;
    return extras;
}

}  // namespace tenpoint::web
