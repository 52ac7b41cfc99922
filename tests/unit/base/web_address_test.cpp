// SPDX-License-Identifier: Apache-2.0
#include "base/web_address.hpp"

#include <gtest/gtest.h>

namespace tenpoint {
namespace {

TEST(WebAddress, IsAnAbsoluteOneOfTheWeb) {
    for (const auto* text : {"https://example.org", "http://example.org:8080/a%20b?c=d#e",
                             "HTTPS://[2001:db8::1]/", "https://user@example.org/"})
        EXPECT_TRUE(is_web_address(text)) << text;
}

TEST(WebAddress, IsNothingThatAPageMustNotLinkToOrCannot) {
    for (const auto* text :
         {"", "example.org", "www.example.org/a", "/a", "//example.org", "javascript:alert(1)",
          "data:text/html,x", "mailto:a@example.org", "ftp://example.org", "https://", "https:///a",
          "https://exa mple.org", "https://example.org/a b", "https:example.org"})
        EXPECT_FALSE(is_web_address(text)) << text;
}

}  // namespace
}  // namespace tenpoint
