// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include <boost/describe/enum.hpp>

#include "desks/movements/codes.hpp"

namespace tenpoint::movements {

// Why a figure stands for no fewer and no more different persons; keys below `figures.bounds`.
enum class BoundsReason {
    one_count,           // one count, with nothing beside it
    added,               // of several periods, places or sources: one person may be in many of them
    compared,            // several sources counted; nobody knows whether the same people
    added_and_compared,  // both
    counted_once,        // the dead and missing: nobody is in two counts that are added
    events,              // detections: one person may make many, so that nothing is told
};
BOOST_DESCRIBE_ENUM(BoundsReason, one_count, added, compared, added_and_compared, counted_once,
                    events)

// Nobody dies twice, nor is lost on the way twice.
constexpr bool counts_nobody_twice(Indicator indicator) {
    return indicator == Indicator::death || indicator == Indicator::missing ||
           indicator == Indicator::death_and_missing;
}

// How many different persons stand behind a figure: no fewer than the highest of the counts that
// were added up or compared, no more than all of these counts together. What a ruling or a rule
// sets aside is not compared.
struct PersonBounds {
    std::optional<std::int64_t> at_least;
    std::int64_t at_most = 0;
    BoundsReason reason{};

    bool operator==(const PersonBounds&) const = default;
};

// Gathers the counts behind one figure.
class PersonTally {
  public:
    void add(std::int64_t count) {
        highest_added_ = std::max(highest_added_, count);
        sum_added_ += count;
        ++added_;
    }
    void add(const PersonTally& others) {
        highest_added_ = std::max(highest_added_, others.highest_added_);
        sum_added_ += others.sum_added_;
        added_ += others.added_;
    }
    // Another source's count of what is in the figure already.
    void compare(std::int64_t count) {
        highest_compared_ = std::max(highest_compared_, count);
        sum_compared_ += count;
        ++compared_;
    }
    void compare(const PersonTally& others) {
        highest_compared_ = std::max(highest_compared_, others.highest_compared_);
        sum_compared_ += others.sum_compared_;
        compared_ += others.compared_;
    }

    PersonBounds bounds(Indicator indicator) const {
        const auto at_most = sum_added_ + sum_compared_;
        if (indicator == Indicator::detection) return {std::nullopt, at_most, BoundsReason::events};
        const bool once = counts_nobody_twice(indicator);
        const auto at_least = std::max(once ? sum_added_ : highest_added_, highest_compared_);
        return {at_least, at_most, reason(once)};
    }

  private:
    BoundsReason reason(bool once) const {
        if (compared_ > 0)
            return added_ > 1 && !once ? BoundsReason::added_and_compared : BoundsReason::compared;
        if (added_ > 1) return once ? BoundsReason::counted_once : BoundsReason::added;
        return BoundsReason::one_count;
    }

    std::int64_t highest_added_ = 0, sum_added_ = 0;
    std::int64_t highest_compared_ = 0, sum_compared_ = 0;
    std::uint32_t added_ = 0, compared_ = 0;
};

}  // namespace tenpoint::movements
