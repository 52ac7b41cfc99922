// SPDX-License-Identifier: Apache-2.0
#include "formats/inner_point.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

namespace tenpoint::formats {
namespace {

std::optional<Position> point_in(const char* geometry) {
    return inner_point(boost::json::parse(geometry).as_object());
}

TEST(InnerPoint, LiesInTheWidestStretchAlsoOfABentShape) {
    // A horseshoe that opens to the east: the middle of its box lies outside of it.
    const auto point = point_in(R"({"type": "Polygon", "coordinates":
        [[[0, 0], [10, 0], [10, 1], [4, 1], [4, 9], [10, 9], [10, 10], [0, 10], [0, 0]]]})");
    ASSERT_TRUE(point);
    EXPECT_EQ(*point, (Position{5, 2}));
}

TEST(InnerPoint, IsInNoHoleAndInTheLargestPart) {
    const auto holed = point_in(R"({"type": "Polygon", "coordinates":
        [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]], [[2, 2], [9, 2], [9, 8], [2, 8], [2, 2]]]})");
    EXPECT_EQ(holed, (Position{5, 1}));
    const auto islands = point_in(R"({"type": "MultiPolygon", "coordinates":
        [[[[50, 50], [51, 50], [51, 51], [50, 51], [50, 50]]],
         [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]]]})");
    EXPECT_EQ(islands, (Position{5, 5}));
}

TEST(InnerPoint, OfWhatIsNoAreaIsThePointItselfOrNone) {
    EXPECT_EQ(point_in(R"({"type": "Point", "coordinates": [44.2, 15.3]})"),
              (Position{15.3, 44.2}));
    for (const auto* none : {R"({"type": "LineString", "coordinates": [[0, 0], [1, 1]]})",
                             R"({"type": "Polygon", "coordinates": []})",
                             R"({"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]})",
                             R"({"type": "Polygon", "coordinates": [[["a"], 3, [1]]]})",
                             R"({"type": "MultiPolygon", "coordinates": 7})", R"({"type": 3})"})
        EXPECT_FALSE(point_in(none)) << none;
}

}  // namespace
}  // namespace tenpoint::formats
