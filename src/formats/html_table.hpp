// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/language.hpp"
#include "formats/document.hpp"

namespace tenpoint::formats {

// The rows and columns as a <table> whose headers have their scope; the caption is the caller's.
std::string html_table(const Table& table, Language language);

}  // namespace tenpoint::formats
