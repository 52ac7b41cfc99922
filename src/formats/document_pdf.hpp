// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/result.hpp"
#include "formats/document.hpp"

namespace tenpoint::formats {

// The document as a PDF on A4: fonts embedded, Arabic shaped and mirrored, the title, headings,
// tables and figures marked for screen readers and listed in the outline, the file's date that of
// the document. Fails with `internal_error` where fonts or memory fail; throws
// std::invalid_argument as document.hpp says.
Result<std::string> render_pdf(const Document& document);

}  // namespace tenpoint::formats
