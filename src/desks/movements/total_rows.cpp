// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/total_rows.hpp"

#include <algorithm>
#include <utility>

namespace tenpoint::movements {

void TotalRows::count(std::size_t column, std::int64_t figure) {
    auto& sums = columns_[column];
    sums.all += figure;
    sums.any = sums.any_since = true;
}

bool TotalRows::explains(std::size_t column, std::int64_t total) const {
    const auto& sums = columns_[column];
    return sums.any && std::ranges::find(sums.at_totals, sums.all - total) != sums.at_totals.end();
}

void TotalRows::take(StatedTotal stated) {
    if (explains(stated.column, stated.total)) return;
    auto& sums = columns_[stated.column];
    stated.before = sums.all;
    stated.sum = sums.any_since ? sums.all - sums.at_totals.back() : sums.all;
    sums.open.push_back(std::move(stated));
    if (sums.open.size() <= most_remembered) return;
    differing_.push_back(std::move(sums.open.front()));
    sums.open.erase(sums.open.begin());
}

void TotalRows::begin_anew() {
    for (auto& sums : columns_) {
        std::erase_if(sums.open, [&](const StatedTotal& open) {
            return sums.all - open.before == open.total;
        });
        sums.any_since = false;
        if (sums.at_totals.back() == sums.all) continue;
        sums.at_totals.push_back(sums.all);
        if (sums.at_totals.size() > most_remembered) sums.at_totals.erase(sums.at_totals.begin());
    }
}

std::vector<StatedTotal> TotalRows::differing() {
    begin_anew();
    for (auto& sums : columns_)
        for (auto& open : sums.open) {
            // A total above all rows is one of those below it.
            if (open.before == 0) open.sum = sums.all;
            differing_.push_back(std::move(open));
        }
    return std::exchange(differing_, {});
}

}  // namespace tenpoint::movements
