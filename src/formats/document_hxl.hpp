// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "formats/document.hpp"

namespace tenpoint::formats {

// The document's figures in long form as HXL CSV (HXL standard 1.1): a row of headers, a row of
// hashtags, a row a figure. For machines, so numbers have a point, shares are fractions and periods
// are ISO 8601 in every language. Throws std::invalid_argument as document.hpp says.
std::string render_hxl(const Document& document);

}  // namespace tenpoint::formats
