// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/total_rows.hpp"

namespace tenpoint::movements {

void TotalRows::count(std::size_t column, std::int64_t figure) {
    auto& sums = columns_[column];
    sums.all += figure;
    sums.since += figure;
    sums.any = sums.any_since = true;
}

std::optional<std::int64_t> TotalRows::differing(std::size_t column, std::int64_t total) const {
    const auto& sums = columns_[column];
    if (!sums.any || total == sums.all || (sums.any_since && total == sums.since))
        return std::nullopt;
    return sums.any_since ? sums.since : sums.all;
}

void TotalRows::begin_anew() {
    for (auto& sums : columns_) {
        sums.since = 0;
        sums.any_since = false;
    }
}

}  // namespace tenpoint::movements
