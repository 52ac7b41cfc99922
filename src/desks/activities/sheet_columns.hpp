// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/activities/report_field.hpp"

namespace tenpoint::activities {

// What a sheet has columns for. A recognised header without a filled cell below it says nothing on
// a sheet of one's own; on the form of the regional response plan, which asks for everything, it
// says that the answer is missing.
struct SheetColumns {
    ReportFields headed;  // that have a column
    ReportFields filled;  // that have a filled cell in it, as far as the sheet was read

    // Whether it is the plan's form: it asks for the set-up, for cash and for new beneficiaries.
    bool bears_plan() const {
        return headed.contains(ReportField::through_partner) &&
               headed.contains(ReportField::cash) &&
               headed.contains(ReportField::new_beneficiaries);
    }
    // Whether rules about the field hold.
    bool count(ReportField field) const { return (bears_plan() ? headed : filled).contains(field); }
};

}  // namespace tenpoint::activities
