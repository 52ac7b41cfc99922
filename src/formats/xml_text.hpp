// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tenpoint::formats {

// Text for the inside of an element or a quoted attribute of HTML or XML: & < > " ' escaped,
// control characters that XML forbids left out.
std::string escaped(std::string_view text);

}  // namespace tenpoint::formats
