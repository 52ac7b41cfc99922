// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "desks/movements/recognition.hpp"

namespace tenpoint::movements {

// Whether a column that came to a known table says by itself whose figures these are: its header is
// a word for sex, age, profile or origin, most of its cells are such, and the mapping says nothing
// of that. Left a further breakdown, its totals would be counted beside their parts.
bool is_plain_group(const RecognisedColumn& column, std::span<const SampleRow* const> data,
                    const Mapping& known);

}  // namespace tenpoint::movements
