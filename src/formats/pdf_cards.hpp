// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/document.hpp"
#include "formats/pdf_pages.hpp"

namespace tenpoint::formats {

// The headline figures side by side, at most four a row, from the pen downwards.
void add_pdf_cards(PdfPages& pages, const Headlines& headlines);

}  // namespace tenpoint::formats
