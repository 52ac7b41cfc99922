// SPDX-License-Identifier: Apache-2.0
#include "formats/scene_text.hpp"

#include "base/text.hpp"
#include "formats/pango_text.hpp"

namespace tenpoint::formats {

double PangoTextMeasure::width(std::string_view text, double size, bool bold) const {
    const auto layout = make_text_layout({.size = size, .bold = bold});
    set_text(layout, text);
    return slack_ * extent_of(layout).width;
}

std::string fitted(const TextMeasure& measure, std::string_view text, double width, double size,
                   bool bold) {
    if (measure.width(text, size, bold) <= width) return std::string(text);
    std::size_t fits = 0;
    std::size_t too_long = text.size();
    while (fits + 1 < too_long) {
        const auto bytes = (fits + too_long) / 2;
        (measure.width(shortened(text, bytes), size, bold) <= width ? fits : too_long) = bytes;
    }
    return shortened(text, fits);
}

std::vector<std::string> wrapped(const TextMeasure& measure, std::string_view text, double width,
                                 double size, bool bold, std::size_t lines) {
    std::vector<std::string> result;
    std::string line;
    while (!text.empty()) {
        const auto space = text.find(' ');
        const auto longer = line.empty() ? std::string(text.substr(0, space))
                                         : line + ' ' + std::string(text.substr(0, space));
        if (line.empty() || measure.width(longer, size, bold) <= width) {
            line = longer;
            text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
            continue;
        }
        if (result.size() + 1 == lines) {
            line += ' ';
            line += text;
            break;
        }
        result.push_back(fitted(measure, line, width, size, bold));
        line.clear();
    }
    if (!line.empty()) result.push_back(fitted(measure, line, width, size, bold));
    return result;
}

}  // namespace tenpoint::formats
