// SPDX-License-Identifier: Apache-2.0
#include "formats/map_labels.hpp"

#include <algorithm>
#include <array>

#include "formats/map_view.hpp"

namespace tenpoint::formats {
namespace {

constexpr double line_height = 1.25;  // of the text's size
constexpr double widest_line = 12;    // of a name over several lines, likewise
constexpr std::size_t most_lines = 4;

}  // namespace

void MapLabels::keep_free(Point centre, double radius) {
    taken_.push_back({centre.x - radius, centre.y - radius, centre.x + radius, centre.y + radius});
}

bool MapLabels::overlap(const Box& one, const Box& other) {
    return one.left < other.right && other.left < one.right && one.top < other.bottom &&
           other.top < one.bottom;
}

bool MapLabels::is_free(const Box& box) const {
    if (box.left < 0 || box.top < 0 || box.right > size_.x || box.bottom > size_.y) return false;
    return std::ranges::none_of(taken_, [&](const Box& other) { return overlap(box, other); });
}

bool MapLabels::add(const Box& box, const std::vector<std::string>& lines, bool bold) {
    if (!is_free(box)) return false;
    const double em = frame_.text_size;
    taken_.push_back({box.left - 0.5 * em, box.top, box.right + 0.5 * em, box.bottom});
    double baseline = box.bottom - 0.3 * em - line_height * em * static_cast<double>(lines.size());
    for (const auto& line : lines)
        labels_.push_back({{box.left, baseline += line_height * em},
                           line,
                           em,
                           bold ? Paint::ink : Paint::quiet,
                           Anchor::left,
                           bold,
                           true});
    return true;
}

bool MapLabels::add_beside(Point centre, double radius, const std::string& text) {
    if (add_beside(centre, radius, std::vector{text})) return true;
    const double em = frame_.text_size;
    const auto lines = wrapped(frame_.measure, text, widest_line * em, em, true, most_lines);
    return lines.size() > 1 && !lines.back().ends_with("…") && add_beside(centre, radius, lines);
}

bool MapLabels::add_beside(Point centre, double radius, const std::vector<std::string>& lines) {
    const double em = frame_.text_size;
    double width = 0;
    for (const auto& line : lines)
        width = std::max(width, frame_.text_width(line, true));
    const double height = line_height * em * static_cast<double>(lines.size());
    const double away = radius + 0.3 * em;
    const auto box_at = [&](double left, double top) {
        return Box{left, top, left + width, top + height};
    };
    // Over and under the point, pushed in where it lies near the edge.
    const double left = std::max(0.0, std::min(centre.x - width / 2, size_.x - width));
    const std::array boxes{
        box_at(centre.x + away, centre.y - height / 2),
        box_at(centre.x - away - width, centre.y - height / 2),
        box_at(left, centre.y - away - height),
        box_at(left, centre.y + away),
        box_at(centre.x + 0.7 * away, centre.y - 0.7 * away - height),
        box_at(centre.x + 0.7 * away, centre.y + 0.7 * away),
        box_at(centre.x - 0.7 * away - width, centre.y + 0.7 * away),
        box_at(centre.x - 0.7 * away - width, centre.y - 0.7 * away - height),
    };
    return std::ranges::any_of(boxes, [&](const Box& box) { return add(box, lines, true); });
}

void MapLabels::add_on(Point centre, const std::string& text) {
    const double em = frame_.text_size;
    const double width = frame_.text_width(text, true);
    const double left = std::max(0.0, std::min(centre.x - width / 2, size_.x - width));
    const auto box_at = [&](double top) { return Box{left, top, left + width, top + em}; };
    const auto is_on_another = [&](const Box& box) {
        return std::ranges::any_of(on_marks_,
                                   [&](const Box& other) { return overlap(box, other); });
    };
    auto box = box_at(centre.y - em / 2);
    while (is_on_another(box) && box.top > em)
        box = box_at(box.top - em);
    on_marks_.push_back(box);
    taken_.push_back(box);
    labels_.push_back(
        {{left, box.bottom - 0.15 * em}, text, em, Paint::ink, Anchor::left, true, true});
}

void MapLabels::add_inside(std::span<const Point> ring, const std::string& text) {
    const double em = frame_.text_size;
    const auto [least, greatest] = std::ranges::minmax(ring, {}, &Point::x);
    const double width = frame_.text_width(text);
    if (greatest.x - least.x < width) return;
    const auto middle = centroid(ring);
    add({middle.x - width / 2, middle.y - 0.65 * em, middle.x + width / 2, middle.y + 0.6 * em},
        {text}, false);
}

}  // namespace tenpoint::formats
