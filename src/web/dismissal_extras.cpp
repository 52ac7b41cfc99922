// SPDX-License-Identifier: Apache-2.0
#include "web/dismissal_extras.hpp"

#include "desks/coverage/concern_visibility.hpp"
#include "desks/coverage/dismissal.hpp"
#include "desks/coverage/gathering.hpp"

namespace tenpoint::web {
namespace {

Result<void> check_visibility(const store::Snapshot& snapshot, const store::Found& found) {
    const auto subject = subject_of(record::from_row<coverage::Dismissal>(found.row));
    // Figures are the same for every reader, and so not needed here.
    if (found.envelope.visibility <
        coverage::narrowest_behind(coverage::gather(snapshot), subject))
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
