// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "desks/movements/column_layout.hpp"

namespace tenpoint::movements {

// Why a column is taken for one that tells who or how to reach somebody: names of persons,
// telephones, e-mail addresses, documents, dates of birth. Segments hold figures, and nothing of
// the program has a use for these: they stay in the file as received alone, where they are sealed.
enum class PersonalSign {
    none,
    header,   // by its words in four languages or its hashtag; an officer may know better
    numbers,  // most cells are bare numbers as long as those of telephones; likewise
    within,   // an e-mail address or a telephone number stands within a longer text; likewise
    cells,    // most of them are plainly e-mail addresses or telephone numbers
};

PersonalSign personal_sign(std::span<const SampleRow> rows, const ColumnLayout& layout,
                           std::size_t column);

}  // namespace tenpoint::movements
