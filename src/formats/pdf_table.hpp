// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/document.hpp"
#include "formats/pdf_pages.hpp"

namespace tenpoint::formats {

// Sets the rows of a table from the pen downwards; its head stands again on each page. Columns are
// as wide as their cells need, long texts wrap. The caption is the caller's.
void add_pdf_table(PdfPages& pages, const Table& table);

// The room that the head and the first rows need, so that a caption is not left behind.
double least_table_height(PdfPages& pages, const Table& table);

}  // namespace tenpoint::formats
