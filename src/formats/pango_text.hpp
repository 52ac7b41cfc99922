// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include <pango/pangocairo.h>

namespace tenpoint::formats {

struct UnreferenceGlib {
    void operator()(gpointer object) const { g_object_unref(object); }
};
using TextLayout = std::unique_ptr<PangoLayout, UnreferenceGlib>;

struct TextStyle {
    double size = 9;  // points
    bool bold = false;
    bool right_to_left =
        false;  // the base direction: where lines start, and where full stops stand
};

// A layout in the program's fonts, metrics unhinted and at 72 units an inch, so that Pango's units
// are points on a PDF page. Layouts stay on the thread that made them: Pango keeps fonts per
// thread.
TextLayout make_text_layout(const TextStyle& style);

void set_text(const TextLayout& layout, std::string_view text);

struct TextExtent {
    double width = 0;
    double height = 0;
    double baseline = 0;  // of the first line, from the top
};
TextExtent extent_of(const TextLayout& layout);

}  // namespace tenpoint::formats
