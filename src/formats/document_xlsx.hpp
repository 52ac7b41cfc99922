// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "formats/document.hpp"

namespace tenpoint::formats {

// The document as an Excel workbook: headlines, texts, notes on a first sheet; a sheet with typed
// numbers for each picture and table, named by its caption; the sources; the figures in long form
// last. Periods are ISO 8601 texts ("2026-03"), as HXL wants them; sheets run from the right in
// Arabic. Throws std::invalid_argument as document.hpp says, std::runtime_error where memory is
// lacking.
std::string render_xlsx(const Document& document);

}  // namespace tenpoint::formats
