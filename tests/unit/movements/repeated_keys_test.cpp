// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/repeated_keys.hpp"

#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace tenpoint::movements {
namespace {

RC_GTEST_PROP(RepeatedKeys, finds_exactly_the_figures_whose_key_came_before,
              (const std::vector<std::uint16_t>& places)) {
    RepeatedKeys keys;
    std::set<std::uint16_t> known;
    std::vector<std::int64_t> expected, found;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto row = static_cast<std::int64_t>(i);
        if (!known.insert(places[i]).second) expected.push_back(row);
        Observation figure;
        figure.place = places[i];
        figure.count = row;  // no part of the key
        if (const auto repeated = keys.add(key_hash(figure, 0), {row, row, 0}))
            found.push_back(repeated->row);
    }
    for (const auto& repeated : keys.finish())
        found.push_back(repeated.row);
    RC_ASSERT(found == expected);
}

TEST(RepeatedKeys, remembers_a_bounded_number_of_keys) {
    RepeatedKeys keys;
    Observation figure;
    for (std::int32_t i = 0; i < 3'000'000; ++i) {
        figure.latitude = i;
        EXPECT_FALSE(keys.add(key_hash(figure, 0), {}));
    }
    EXPECT_TRUE(keys.full());
}

}  // namespace
}  // namespace tenpoint::movements
