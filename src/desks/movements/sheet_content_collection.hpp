// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "base/result.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"
#include "desks/movements/batch.hpp"
#include "desks/movements/consolidation.hpp"
#include "desks/movements/corridor.hpp"
#include "desks/movements/rule.hpp"
#include "desks/movements/ruling.hpp"
#include "desks/movements/sheet_content.hpp"
#include "desks/movements/source.hpp"
#include "record/record.hpp"

namespace tenpoint::movements {

// Whether a sheet's readers, all partners, may see the record.
bool is_shared(const record::Envelope& envelope);

// The agreed figures and the records that say what they are about. Sources that are not among them
// are not shared with the sheet's readers. What those say, and what batches say that are not
// shared, counts all the same; their names are left empty.
struct SheetInputs {
    std::shared_ptr<const Consolidation> consolidation;
    std::vector<record::Record<directory::Place>> places;
    std::vector<record::Record<directory::Partner>> partners;
    std::vector<record::Record<Source>> sources;
    std::vector<record::Record<Batch>> batches;
    std::vector<record::Record<Corridor>> corridors;
    std::vector<record::Record<Rule>> rules;
    std::vector<record::Record<Ruling>> rulings;
};

// Collects what a sheet about `subject` prints for the days from `from` to `to`. The period before
// is that of the same length immediately before: a year against a year, a quarter against a
// quarter, where the dates are whole months, else as many days.
// Fails with `not_found` for an unknown subject, `invalid_query` where the dates are the wrong way
// round, outside 1900 to 2199 or more than fifty years apart, `nothing_to_print` where there is no
// figure within them.
Result<SheetContent> collect_sheet(const SheetSubject& subject, Day from, Day to,
                                   const SheetInputs& inputs);

}  // namespace tenpoint::movements
