// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "desks/activities/report_field.hpp"
#include "formats/hxl.hpp"

namespace tenpoint::activities {

struct SuggestedField {
    ReportField field = ReportField::other;
    int confidence = 0;  // 0 to 100
};

// What a header of an activity sheet means, by its words in English, French, Spanish or Arabic. Of
// headers joined from several rows ("New beneficiaries / Women") the last part says most.
SuggestedField field_of_header(std::string_view header);

// By a hashtag of HXL 1.1: #org+impl, #adm2+code, #reached+new+f+adults …
SuggestedField field_of_tag(const formats::HxlTag& tag);

// Whether columns of these meanings make an activity sheet: who does what, and where or when.
bool is_activity_sheet(const ReportFields& fields);

}  // namespace tenpoint::activities
