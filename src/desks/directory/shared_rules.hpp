// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rules that hold for members of many kinds; each says what it finds at the JSON pointer `at`.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/period.hpp"
#include "base/problem.hpp"

namespace tenpoint::directory {

// What lasts from within one period until within another; equal periods are in order.
inline void check_order(const std::optional<Period>& begins, const std::optional<Period>& ends,
                        const char* at, std::vector<FieldProblem>& problems) {
    if (begins && ends && ends->last_day() < begins->first_day())
        problems.push_back({at, "ends_before_it_begins"});
}

inline void check_least(const std::optional<std::int64_t>& value, std::int64_t least,
                        const char* at, std::vector<FieldProblem>& problems) {
    if (value && *value < least) problems.push_back({at, "too_small", {std::to_string(least)}});
}

inline void check_most(const std::optional<std::int64_t>& value, std::int64_t most, const char* at,
                       std::vector<FieldProblem>& problems) {
    if (value && *value > most) problems.push_back({at, "too_large", {std::to_string(most)}});
}

// Whether the day has begun nowhere on earth yet: some are a day ahead of the clock's.
inline bool is_to_come(Day day, Day today) {
    return today + std::chrono::days{1} < day;
}

// Whatever a list names, it names once.
template <class V>
void check_once(const std::vector<V>& list, const char* at, std::vector<FieldProblem>& problems) {
    for (auto item = list.begin(); item != list.end(); ++item)
        if (std::find(list.begin(), item, *item) != item)
            return problems.push_back({at, "repeated"});
}

}  // namespace tenpoint::directory
