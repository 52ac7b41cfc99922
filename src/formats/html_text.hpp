// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tenpoint::formats {

bool looks_like_html(std::string_view head);

// The words that a page shows: without tags, comments, scripts and styles. It is for searching, so
// that a named character beside the five of XML is a space.
std::string html_text(std::string_view html);

}  // namespace tenpoint::formats
