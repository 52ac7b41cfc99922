// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace tenpoint::formats {

// The words of a text of Word (DOCX) or OpenDocument (ODT), a paragraph a line; empty for any other
// archive, and for what is damaged or unpacks to too much up to there.
std::string packed_text(const std::filesystem::path& file);

}  // namespace tenpoint::formats
