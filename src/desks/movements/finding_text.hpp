// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/finding.hpp"
#include "base/language.hpp"

namespace tenpoint::movements {

// The finding's sentence, without its place: "“12x” is no count; a whole number was expected."
std::string finding_message(const Finding& finding, Language language);

// The sentence of all findings of one code, with "…" for what differs from row to row.
std::string cause_message(const std::string& code, Language language);

// A finding's sentence with severity, row and column in front, on one line.
std::string finding_line(const Finding& finding, Language language);

}  // namespace tenpoint::movements
