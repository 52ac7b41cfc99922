// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/document.hpp"

namespace tenpoint::formats {

// Holds a document to what document.hpp asks of its composer: captions have titles, series fit
// their axis, rows fit their columns and cells their column's type, numbers are finite. Throws
// std::invalid_argument that names the block.
void require_consistent(const Document& document);

}  // namespace tenpoint::formats
