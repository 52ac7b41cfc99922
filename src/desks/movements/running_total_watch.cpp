// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/running_total_watch.hpp"

#include <algorithm>

#include "desks/movements/period_year.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t most_series = 20'000;
constexpr int rises_of_a_running_total = 5;
// A source corrects its own running total now and then: one fall in fifty.
constexpr std::int64_t rises_for_a_fall = 50;
constexpr std::int64_t falls_enough = 20;  // to see that it is none

Period year_of(std::int32_t period_code) {
    return year_belonged_to(Period::from_code(period_code));
}

}  // namespace

void RunningTotalWatch::add(std::uint64_t series, std::int32_t period_code, std::int64_t count) {
    const bool has_room = series_.size() < most_series;
    const auto found = has_room ? series_.try_emplace(series).first : series_.find(series);
    if (found == series_.end()) return;
    auto& known = found->second;
    if (known.period_code == period_code) return;
    const auto last = known;
    known = {period_code, count, 0};
    if (last.period_code == 0) return;
    const bool backwards = period_code < last.period_code;
    const auto rise = backwards ? last.count - count : count - last.count;
    if (year_of(period_code) != year_of(last.period_code)) {
        ++(rise < 0 ? starts_anew_ : goes_on_);
        return;
    }
    if (rise < 0) {
        ++falls_;
    } else {
        rises_ += rise > 0 ? 1 : 0;
        known.rises = last.rises + (rise > 0 ? 1 : 0);
        longest_ = std::max(longest_, known.rises);
    }
    if (falls_ > falls_enough && falls_ * rises_for_a_fall > rises_) {
        looking_ = false;
        series_.clear();
    }
}

bool RunningTotalWatch::finds() const {
    return looking_ && longest_ >= rises_of_a_running_total &&
           falls_ * rises_for_a_fall <= rises_ && goes_on_ <= starts_anew_ / 10;
}

}  // namespace tenpoint::movements
