// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/language.hpp"

namespace tenpoint::formats {

// Adds to a PDF of Cairo 1.16 what that version cannot say itself: the language, the reading
// direction, that its structure is marked, and that viewers show the title rather than the file's
// name (ISO 32000-1, 7.7.2). The catalog is the last object there, so nothing but the offset of the
// cross-reference table moves; a file built otherwise is returned as it is.
std::string with_language(std::string pdf, Language language);

}  // namespace tenpoint::formats
