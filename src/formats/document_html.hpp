// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "formats/document.hpp"

namespace tenpoint::formats {

// The document as one HTML file that also parses as XML: styles and pictures inside, no script, and
// nothing fetched from elsewhere. It fits a telephone of 360 pixels, a desk and A4 paper, light and
// dark, and gives each picture's figures as a table. Throws std::invalid_argument as document.hpp
// says.
std::string render_html(const Document& document);

}  // namespace tenpoint::formats
