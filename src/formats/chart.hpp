// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/language.hpp"
#include "formats/document.hpp"
#include "formats/scene.hpp"
#include "formats/scene_text.hpp"

namespace tenpoint::formats {

// The paper that a chart is laid out on: its width and the size of its text, in points. Everything
// else follows from the two: a telephone's chart is another layout, not a smaller picture.
struct ChartFrame {
    Language language;
    double width;
    double text_size;
    const TextMeasure& measure;

    double text_width(std::string_view text, bool bold = false) const {
        return measure.width(text, text_size, bold);
    }
    // Whether columns would be too narrow to read.
    bool is_narrow() const { return width < 42 * text_size; }
};

// Each lays out its block without the caption's title, unit and note, which the page sets as text.
// In Arabic the scene comes mirrored. Labels never overlap; where there is no room some are left
// out (time), set over several lines or shortened (names), or moved inside (values).
Scene lay_out(const LineChart& chart, const ChartFrame& frame);
Scene lay_out(const BarChart& chart, const ChartFrame& frame);
Scene lay_out(const StackedBars& chart, const ChartFrame& frame);
Scene lay_out(const CorridorProfile& profile, const ChartFrame& frame);

}  // namespace tenpoint::formats
