// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace tenpoint::formats {

// The text of a PDF, by Poppler's pdftotext in a process of its own: a file made to break a reader
// of PDF breaks that one. It has a gigabyte of memory, ten seconds of a processor and fifteen in
// all; what it gave until then is the text. Empty where the program is not installed.
std::string pdf_text(const std::filesystem::path& file);

}  // namespace tenpoint::formats
