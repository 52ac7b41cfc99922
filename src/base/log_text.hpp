// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tenpoint {

// An error's words as one value of a log line, in quotation marks: their first line alone, and
// without what they quote, which may be a value that somebody typed or a person's name. (Databases
// tell the offending row on their second line.)
std::string log_text(std::string_view words);

}  // namespace tenpoint
