// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "desks/movements/recognition.hpp"

namespace tenpoint::movements {

// Among the texts of a column of sexes or ages, men and women are adults from when on it knows
// children; beside "niñas", "niños" are boys. What a mapping says of such a column stands.
void settle_adult_texts(Recognition& found, std::span<const SampleRow* const> data);

}  // namespace tenpoint::movements
