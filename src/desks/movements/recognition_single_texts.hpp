// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

#include "desks/movements/column_layout.hpp"

namespace tenpoint::movements {

// Whether nearly each cell of a column holds a text of its own: a free text, or the key of a single
// person or case. Nothing is broken down by it, and what partners write there is about persons now
// and then. It is told of twenty cells or more. Numbers are no texts, unless the header says that
// they are keys; dates, positions and countries are none either, nor are columns that a hashtag
// describes or whose header names places, organisations and the like.
bool holds_single_texts(std::span<const SampleRow> rows, const ColumnLayout& layout,
                        std::size_t column);

}  // namespace tenpoint::movements
