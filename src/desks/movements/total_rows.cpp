// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/total_rows.hpp"

#include <algorithm>
#include <utility>

namespace tenpoint::movements {

void TotalSums::count(std::size_t column, std::int64_t figure) {
    auto& sums = columns_[column];
    sums.all += figure;
    sums.any = sums.any_since = true;
    // Totals above their parts.
    while (!sums.open.empty() && sums.all - sums.open.back().before == sums.open.back().total)
        sums.open.pop_back();
}

bool TotalSums::explains(std::size_t column, std::int64_t total) const {
    const auto& sums = columns_[column];
    return sums.any && std::ranges::find(sums.at_totals, sums.all - total) != sums.at_totals.end();
}

void TotalSums::take(StatedTotal stated) {
    if (explains(stated.column, stated.total)) return;
    auto& sums = columns_[stated.column];
    stated.before = sums.all;
    stated.sum = sums.any_since ? sums.all - sums.at_totals.back() : sums.all;
    sums.open.push_back(std::move(stated));
    if (sums.open.size() <= most_remembered) return;
    differing_.push_back(std::move(sums.open.front()));
    sums.open.erase(sums.open.begin());
}

void TotalSums::begin_anew() {
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

std::vector<StatedTotal> TotalSums::differing() {
    begin_anew();
    for (auto& sums : columns_)
        for (auto& open : sums.open) {
            // A total above all rows is one of those below it.
            if (open.before == 0) open.sum = sums.all;
            differing_.push_back(std::move(open));
        }
    return std::exchange(differing_, {});
}

void TotalRows::count(std::size_t column, std::int64_t figure, bool is_total) {
    all_.count(column, figure);
    if (!is_total) parts_.count(column, figure);
}

void TotalRows::take(const StatedTotal& stated) {
    all_.take(stated);
    parts_.take(stated);
}

void TotalRows::begin_anew() {
    all_.begin_anew();
    parts_.begin_anew();
}

std::vector<StatedTotal> TotalRows::differing() {
    const auto of_parts = parts_.differing();
    auto differing = all_.differing();
    std::erase_if(differing, [&](StatedTotal& stated) {
        const auto same = std::ranges::find_if(of_parts, [&](const StatedTotal& other) {
            return other.column == stated.column && other.row == stated.row;
        });
        if (same == of_parts.end()) return true;
        if (parts_.has_counted(stated.column)) stated.sum = same->sum;
        return false;
    });
    return differing;
}

}  // namespace tenpoint::movements
