// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>

#include "desks/movements/column_layout.hpp"
#include "desks/movements/column_look.hpp"
#include "desks/movements/recognition.hpp"
#include "desks/movements/recognition_words.hpp"

namespace tenpoint::movements {

// What one column seems to mean by itself, before it is held against the others.

inline constexpr int guess_confidence = 20;  // of counts by the look of their cells alone

// By its own header; of a count, the headers above it say more: "Adults" over "Men".
std::optional<SuggestedMeaning> meaning_of_headers(const ColumnLayout& layout, std::size_t column);

// By its hashtag, else by its header, `named`, where its cells fit that, else by their look; of
// sheets read as one by their names. Says by which in `by`.
SuggestedMeaning suggest(const ColumnLayout& layout, std::size_t column, const ColumnLook& look,
                         std::optional<SuggestedMeaning> named, RecognisedBy& by);

}  // namespace tenpoint::movements
