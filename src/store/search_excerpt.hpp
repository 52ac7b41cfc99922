// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/search_index.hpp"

namespace tenpoint::store {

// A piece of a text, and whether it is one of the words that were looked for.
struct ExcerptPiece {
    std::string text;
    bool is_found = false;
};

// About thirty words in which most of those that are sought stand, the first such, as their owner
// wrote them; "…" where the text goes on. Of a long text no more than its first twenty thousand
// words are looked at: where none of these is sought the text's beginning is given.
std::vector<ExcerptPiece> excerpt_of(std::string_view text, const SoughtWords& sought);

}  // namespace tenpoint::store
