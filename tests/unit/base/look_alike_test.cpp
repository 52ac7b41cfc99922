// SPDX-License-Identifier: Apache-2.0
#include "base/look_alike.hpp"

#include <gtest/gtest.h>

namespace tenpoint {
namespace {

TEST(LookAlike, NamesMeetThatOneTakesForEachOther) {
    for (const auto* other : {"ADMIN2", "\u0430dmin2", "adm\u200Bin2", "\uFF41dmin2"})
        EXPECT_EQ(look_of(other), look_of("admin2")) << other;
    EXPECT_EQ(look_of("José"), look_of("JOSE\u0301"));
}

TEST(LookAlike, NamesStayApartThatOneCanTellApart) {
    for (const auto* other : {"admin3", "admin 2", "admin_2", "ádmin2", "أدمن2"})
        EXPECT_NE(look_of(other), look_of("admin2")) << other;
    EXPECT_NE(look_of("somebody_5"), look_of("somebody 5"));
}

TEST(LookAlike, WhatIsNotSeenIsFound) {
    for (const auto* text : {"adm\u200Bin", "admin\u202E", "ad\u00ADmin", "admin\n", "\u3164"})
        EXPECT_TRUE(has_unseen(text)) << text;
    for (const auto* text : {"", "admin 2", "موظف", "Françoise", "officer-1_a@example.org"})
        EXPECT_FALSE(has_unseen(text)) << text;
}

}  // namespace
}  // namespace tenpoint
