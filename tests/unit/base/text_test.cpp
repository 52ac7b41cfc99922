// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"

#include <gtest/gtest.h>

#include "base/words_in.hpp"

namespace tenpoint {
namespace {

TEST(Folded, LetsSpellingsOfOneNameMeet) {
    EXPECT_EQ(folded("Côte  d’Ivoire"), folded("cote d'ivoire"));
    EXPECT_EQ(folded("ESPAÑA"), "espana");
    EXPECT_EQ(folded("إثيوبيا"), folded("اثيوبيا"));
    EXPECT_EQ(folded("سُورِيَة"), folded("سورية"));
    EXPECT_EQ(folded(" Guinea-Bissau "), "guinea bissau");
    EXPECT_NE(folded("Niger"), folded("Nigeria"));
    EXPECT_EQ(folded("  St. Kitts & Nevis (7) "), "st kitts nevis 7");
}

TEST(Trimmed, DropsEverySpaceASpreadsheetHolds) {
    EXPECT_EQ(trimmed("\xC2\xA0 Romania \t"), "Romania");
    EXPECT_EQ(trimmed("\xEF\xBB\xBFname"), "name");
    EXPECT_EQ(trimmed("   "), "");
}

TEST(Text, DigitsOfOtherScriptsAreAsciiAndNothingElseChanges) {
    EXPECT_EQ(with_ascii_digits("عام ٢٠٢٣"), "عام 2023");
    EXPECT_EQ(with_ascii_digits("سال ۱۴۰۲"), "سال 1402");
    EXPECT_EQ(with_ascii_digits("Q1 2024 ½ é"), "Q1 2024 ½ é");
}

TEST(Shortened, CutsBetweenCharacters) {
    EXPECT_EQ(shortened("abc", 3), "abc");
    EXPECT_EQ(shortened("éé", 3), "é…");
}

TEST(EditDistance, CountsUpToItsLimit) {
    EXPECT_EQ(edit_distance("hondruas", "honduras", 2), 1U);
    EXPECT_EQ(edit_distance("mali", "malawi", 2), 2U);
    EXPECT_EQ(edit_distance("chad", "honduras", 2), 3U);
}

TEST(IsValidUtf8, RefusesHalfCharactersAndOverlongForms) {
    EXPECT_TRUE(is_valid_utf8("سورية"));
    EXPECT_FALSE(is_valid_utf8("\xC3"));
    EXPECT_FALSE(is_valid_utf8("\xC0\x80"));
}

TEST(StandsIn, HasEachWordWhole) {
    EXPECT_TRUE(stands_in("new", "new arrivals"));
    EXPECT_TRUE(stands_in("arrivals", "new arrivals"));
    EXPECT_TRUE(stands_in("new arrivals", "of all new arrivals today"));
    EXPECT_TRUE(stands_in("new", "renew new"));  // behind one that only holds it
    EXPECT_FALSE(stands_in("new", "renew news"));
    EXPECT_FALSE(stands_in("new arrivals", "new"));
}

}  // namespace
}  // namespace tenpoint
