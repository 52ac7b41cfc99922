// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/repeated_rows.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"

namespace tenpoint::movements {

std::optional<std::int64_t> RepeatedRows::first_like(std::int64_t number,
                                                     std::span<const formats::Cell> cells) {
    while (!cells.empty() && trimmed(cells.back().text).empty())
        cells = cells.first(cells.size() - 1);
    Hasher hasher;
    for (const auto& cell : cells) {
        hasher.add(trimmed(cell.text));
        hasher.add(std::string_view("\0", 1));
    }
    const auto [known, is_new] = rows_.try_emplace(hasher.digest(), number);
    return is_new ? std::nullopt : std::optional(known->second);
}

}  // namespace tenpoint::movements
