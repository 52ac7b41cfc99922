// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "desks/movements/recognition.hpp"

namespace tenpoint::movements {

// Men and women beside boys, girls or children are adults, or the children would count as a part of
// them; so in headers, and among the texts of a column from when on it knows children. Unless a
// total beside them says otherwise: of "male" and "female" it must say so, or children be more than
// they. Beside "niñas", "niños" are boys. What a mapping says stands.
void settle_adults(Recognition& found, std::span<const SampleRow* const> data);

}  // namespace tenpoint::movements
