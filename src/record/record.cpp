// SPDX-License-Identifier: Apache-2.0
#include "record/record.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace tenpoint::record {
namespace {

constexpr std::array<std::string_view, 4> words{"public", "partners", "restricted", "confidential"};

}  // namespace

std::string_view to_word(Visibility visibility) {
    return words[static_cast<std::size_t>(visibility)];
}

std::optional<Visibility> visibility_from_word(std::string_view word) {
    const auto found = std::ranges::find(words, word);
    if (found == words.end()) return std::nullopt;
    return static_cast<Visibility>(std::distance(words.begin(), found));
}

}  // namespace tenpoint::record
