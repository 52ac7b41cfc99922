// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "base/period.hpp"
#include "desks/activities/report_field.hpp"
#include "formats/number.hpp"

// What single cells of activity sheets say, where people write more or less than what is asked.
namespace tenpoint::activities {

// What spreadsheets and people write where there is nothing: "-", "#N/A"; where a partner, a
// mechanism or a value stands also words in four languages: "None", "No aplica", "néant".
bool says_nothing(std::string_view text, ReportField field);

// An amount without the marks of US dollars beside it: "$1,000", "USD 5", "US$".
std::string_view without_currency(std::string_view text);

// "08", "August", "août": a month that stands without its year.
std::optional<unsigned> bare_month(std::string_view text);

std::optional<Period> month_of(int year, unsigned month);

// A day or week is one of its month; what is longer is as it was.
Period as_month(const Period& period);

// Whether a column has P-codes by its header: "WoredaPcod", "Admin 3 P-code".
bool names_pcodes(std::string_view header);

// The code of the finding about a cell without a number.
std::string_view finding_of(formats::NumberKind kind);

}  // namespace tenpoint::activities
