// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tenpoint::formats {

// How wide a text becomes, in points, at `size` points; so that layouts keep labels apart.
class TextMeasure {
  public:
    virtual ~TextMeasure() = default;
    virtual double width(std::string_view text, double size, bool bold = false) const = 0;
};

// By Pango in the program's own fonts (Noto Sans, Noto Sans Arabic), without hinting, so that the
// same text is as wide on every machine that has them.
class PangoTextMeasure final : public TextMeasure {
  public:
    // `slack` widens every answer: a browser sets the same text in the fonts its machine has.
    explicit PangoTextMeasure(double slack = 1) : slack_(slack) {}
    double width(std::string_view text, double size, bool bold = false) const override;

  private:
    double slack_;
};

// The text, or as much of it as fits into `width` with "…" behind it.
std::string fitted(const TextMeasure& measure, std::string_view text, double width, double size,
                   bool bold = false);

// The text broken at spaces into lines of at most `width`, the last of at most `lines` ended by "…"
// where more would follow. A word wider than a line is shortened.
std::vector<std::string> wrapped(const TextMeasure& measure, std::string_view text, double width,
                                 double size, bool bold, std::size_t lines);

}  // namespace tenpoint::formats
