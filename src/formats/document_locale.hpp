// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/language.hpp"
#include "base/period.hpp"
#include "formats/document.hpp"

namespace tenpoint::formats {

// Numbers and dates as a reader of `language` expects them (ICU, CLDR 42): "133,726", "133 726",
// "133.726", "١٣٣٬٧٢٦". A composer uses these for figures inside its sentences, the renderers for
// all others, so that both agree.
std::string format_figure(Language language, double value, FigureStyle style = FigureStyle::whole);

// A dash where there is no figure.
std::string format_figure(Language language, const std::optional<double>& value,
                          FigureStyle style = FigureStyle::whole);

// A change as a share, always with its sign: "+25%", "−4.2%", "0%". One digit after the point below
// ten per cent, none above.
std::string format_change(Language language, double share);

enum class PeriodWidth {
    full,   // "March 2026", "Q1 2026", "Week 13 of 2026", "28 March 2026", "2026"
    brief,  // "Mar 2026", "28 Mar 2026"
    axis,   // without the year: "Mar", "Q1", "W13", "28 Mar"; a year as itself
};
std::string format_period(Language language, const Period& period,
                          PeriodWidth width = PeriodWidth::full);

std::string format_day(Language language, Day day);  // "28 March 2026"

}  // namespace tenpoint::formats
