// SPDX-License-Identifier: Apache-2.0
#include "formats/document_locale.hpp"

#include <gtest/gtest.h>

namespace tenpoint::formats {
namespace {

// Without the marks that only steer the direction of what stands around them.
std::string visible(std::string text) {
    for (const std::string mark : {"\u061c", "\u200e", "\u200f"})
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.erase(at, mark.size());
    return text;
}

TEST(format_figure, follows_the_language) {
    struct Case {
        double value;
        FigureStyle style;
        std::string en, fr, es, ar;
    };
    const std::vector<Case> cases{
        {133726, FigureStyle::whole, "133,726", "133\u202f726", "133.726", "١٣٣٬٧٢٦"},
        {1234.6, FigureStyle::whole, "1,235", "1\u202f235", "1235", "١٬٢٣٥"},
        {7.85, FigureStyle::decimal, "7.85", "7,85", "7,85", "٧٫٨٥"},
        {0.125, FigureStyle::percent, "12.5%", "12,5\u00a0%", "12,5\u00a0%", "١٢٫٥٪"},
        {133726, FigureStyle::compact, "134K", "134\u00a0k", "134\u00a0mil", "١٣٤\u00a0ألف"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(format_figure(Language::en, c.value, c.style), c.en);
        EXPECT_EQ(format_figure(Language::fr, c.value, c.style), c.fr);
        EXPECT_EQ(format_figure(Language::es, c.value, c.style), c.es);
        EXPECT_EQ(visible(format_figure(Language::ar, c.value, c.style)), c.ar);
    }
    EXPECT_EQ(format_figure(Language::en, std::optional<double>{}), "–");
}

TEST(format_change, has_a_sign_and_a_digit_where_it_is_small) {
    EXPECT_EQ(format_change(Language::en, 0.25), "+25%");
    EXPECT_EQ(format_change(Language::en, -0.4189), "-42%");
    EXPECT_EQ(format_change(Language::en, 0.0421), "+4.2%");
    EXPECT_EQ(format_change(Language::en, 3.5), "+350%");
    EXPECT_EQ(format_change(Language::en, 0), "0%");
    EXPECT_EQ(visible(format_change(Language::ar, -0.31)), "-٣١٪");
}

TEST(format_period, is_written_as_the_language_does) {
    struct Case {
        const char* period;
        PeriodWidth width;
        std::string en, fr, es, ar;
    };
    const std::vector<Case> cases{
        {"2026-03", PeriodWidth::full, "March 2026", "mars 2026", "marzo de 2026", "مارس ٢٠٢٦"},
        {"2026-03", PeriodWidth::brief, "Mar 2026", "mars 2026", "mar 2026", "مارس ٢٠٢٦"},
        {"2026-03", PeriodWidth::axis, "Mar", "mars", "mar", "مارس"},
        {"2026-Q1", PeriodWidth::full, "Q1 2026", "T1 2026", "T1 2026", "الربع الأول ٢٠٢٦"},
        {"2026", PeriodWidth::full, "2026", "2026", "2026", "٢٠٢٦"},
        {"2026-W13", PeriodWidth::full, "Week 13 of 2026", "Semaine 13 de 2026",
         "Semana 13 de 2026", "الأسبوع ١٣ من ٢٠٢٦"},
        {"2026-W13", PeriodWidth::axis, "W13", "S13", "S13", "أ١٣"},
        {"2026-03-28", PeriodWidth::full, "28 March 2026", "28 mars 2026", "28 de marzo de 2026",
         "٢٨ مارس ٢٠٢٦"},
    };
    for (const auto& c : cases) {
        const auto period = *period_from_text(c.period);
        EXPECT_EQ(format_period(Language::en, period, c.width), c.en);
        EXPECT_EQ(format_period(Language::fr, period, c.width), c.fr);
        EXPECT_EQ(format_period(Language::es, period, c.width), c.es);
        EXPECT_EQ(visible(format_period(Language::ar, period, c.width)), c.ar);
    }
}

}  // namespace
}  // namespace tenpoint::formats
