// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/figures_below.hpp"

#include "formats/number.hpp"

namespace tenpoint::movements {

std::int64_t sum_below(const SampleRow& row, std::span<const std::size_t> columns) {
    std::int64_t sum = 0;
    for (const auto index : columns)
        if (index < row.texts.size())
            if (const auto read = formats::parse_count(row.texts[index])) sum += *read;
    return sum;
}

}  // namespace tenpoint::movements
