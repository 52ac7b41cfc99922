// SPDX-License-Identifier: Apache-2.0
#include "base/embedded.hpp"

#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "embedded/translations.hpp"

namespace tenpoint {
namespace {

TEST(Embedded, carries_the_bytes_of_a_file) {
    std::ifstream file(TENPOINT_SOURCE "/translations/ar/problems.json", std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    ASSERT_FALSE(bytes.empty());
    EXPECT_EQ(find_embedded(embedded::translations(), "ar/problems.json"), bytes);
}

TEST(Embedded, has_no_file_that_was_not_put_in) {
    EXPECT_EQ(find_embedded(embedded::translations(), "ar/problem.json"), std::nullopt);
    EXPECT_EQ(find_embedded(embedded::translations(), "zz"), std::nullopt);
    EXPECT_EQ(find_embedded({}, "ar/problems.json"), std::nullopt);
}

}  // namespace
}  // namespace tenpoint
