// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/years_of_age.hpp"

#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "desks/movements/reading_categories.hpp"

namespace tenpoint::movements {
namespace {

TEST(YearsOfAge, are_read_in_words_of_four_languages) {
    using enum AgeGroup;
    const std::vector<std::pair<AgeGroup, std::vector<const char*>>> table{
        {age_0_4,
         {"<5", "Under 5", "under 5 years", "4 and under", "moins de 5 ans", "menores de 5 años",
          "menos de 5", "أقل من 5 سنوات", "دون 5 سنوات", "≤4"}},
        {child, {"under 18", "<18", "moins de 18 ans", "menores de 18 años", "دون 18 سنة"}},
        {adult,
         {"18+", "18 years and over", "18 and older", "18 ans et plus", "18 años y más",
          "18 años o más", "mayores de 18 años", "18 سنة فأكثر", "18 فما فوق"}},
        {age_60_plus,
         {"60+", "60 and over", "60 years and above", "60 ans et plus", "60 y más", "≥60",
          "60 عاما فأكثر"}},
    };
    for (const auto& [group, texts] : table)
        for (const auto* text : texts)
            EXPECT_EQ(age_from_years(text), group) << text;
    for (const auto* text : {"under 16", "65 and over", "5 and under", "17 años o más"}) {
        EXPECT_FALSE(age_from_years(text)) << text;
        EXPECT_TRUE(is_other_age(text)) << text;
    }
    EXPECT_FALSE(is_other_age("5 boats or more"));
    for (const auto* text : {"fem", "Fem."})
        EXPECT_EQ(category_from_text(text)->sex, Sex::female) << text;
    EXPECT_EQ(category_from_text("masc.")->sex, Sex::male);
}

}  // namespace
}  // namespace tenpoint::movements
