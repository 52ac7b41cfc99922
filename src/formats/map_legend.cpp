// SPDX-License-Identifier: Apache-2.0
#include "formats/map_legend.hpp"

#include <algorithm>

#include "base/translations.hpp"
#include "formats/document_locale.hpp"

namespace tenpoint::formats {
namespace {

std::string bounds_text(const ShadeScale& shades, std::size_t index, Language language) {
    const auto& bounds = shades.bounds();
    const auto in_words = [&](std::string_view key, double bound) {
        const auto figure = format_figure(language, bound);
        return translate(language, key, {{"figure", figure}});
    };
    if (index == 0) return in_words("document.below", bounds.front());
    if (index == bounds.size()) return in_words("document.at_least", bounds.back());
    return format_figure(language, bounds[index - 1]) + "–" +
           format_figure(language, bounds[index]);
}

// Items in rows; a new row begins where an item would pass the right edge.
class Rows {
  public:
    Rows(Scene& scene, double row) : scene_(scene), row_(row), pen_{0, scene.height + row * 0.5} {}

    // The left end and middle line of the next item.
    Point next(double width) {
        if (pen_.x > 0 && pen_.x + width > scene_.width) pen_ = {0, pen_.y + row_};
        const auto at = pen_;
        pen_.x += width;
        scene_.height = pen_.y + row_ * 0.5;
        return at;
    }

  private:
    Scene& scene_;
    double row_;
    Point pen_;
};

void add_title(Scene& scene, Rows& rows, const std::string& title, const ChartFrame& frame) {
    if (title.empty()) return;
    const double em = frame.text_size;
    const auto text = fitted(frame.measure, title, frame.width, em, true);
    const auto at = rows.next(frame.text_width(text, true) + 1.2 * em);
    scene.add(Label{{at.x, at.y + 0.36 * em}, text, em, Paint::ink, Anchor::left, true});
}

void add_shades(Scene& scene, const Map& map, const ShadeScale& shades, const ChartFrame& frame) {
    const double em = frame.text_size;
    Rows rows(scene, 1.9 * em);
    add_title(scene, rows, map.area_header, frame);
    if (shades.bounds().empty()) return;
    for (std::size_t i = 0; i < shades.classes(); ++i) {
        const auto text = bounds_text(shades, i, frame.language);
        const auto at = rows.next(frame.text_width(text) + 2.9 * em);
        scene.add(Rectangle{
            {at.x, at.y - 0.5 * em}, 1.4 * em, em, shade_paint(shades.shade_of_class(i)), 1});
        scene.add(Label{{at.x + 1.8 * em, at.y + 0.36 * em}, text, em});
    }
}

void add_circles(Scene& scene, const Map& map, const CircleScale& circles,
                 const ChartFrame& frame) {
    const double em = frame.text_size;
    const auto samples = circles.samples();
    Rows rows(scene, std::max(1.9 * em, 2 * circles.radius_of(samples.front()) + 0.5 * em));
    add_title(scene, rows, map.point_header, frame);
    for (const double sample : samples) {
        const double radius = circles.radius_of(sample);
        const auto text = format_figure(frame.language, sample);
        const auto at = rows.next(2 * radius + frame.text_width(text) + 1.6 * em);
        scene.add(
            Circle{{at.x + radius, at.y}, radius, Paint::series_6, {Paint::series_6, 1}, 0.35});
        scene.add(Label{{at.x + 2 * radius + 0.5 * em, at.y + 0.36 * em}, text, em});
    }
}

}  // namespace

Scene lay_out_map_legend(const Map& map, const ShadeScale& shades, const CircleScale& circles,
                         const ChartFrame& frame) {
    Scene scene{.width = frame.width};
    if (!map.areas.empty()) add_shades(scene, map, shades, frame);
    if (!circles.empty()) add_circles(scene, map, circles, frame);
    return is_right_to_left(frame.language) ? mirrored(std::move(scene)) : scene;
}

std::string key_number(std::size_t index, const ChartFrame& frame) {
    return format_figure(frame.language, static_cast<double>(index + 1));
}

Scene lay_out_map_key(const std::vector<std::string>& names, const ChartFrame& frame) {
    const double em = frame.text_size;
    Scene scene{.width = frame.width};
    for (std::size_t i = 0; i < names.size(); ++i) {
        scene.height += 0.2 * em;
        scene.add(Label{
            {0, scene.height + em}, key_number(i, frame), em, Paint::ink, Anchor::left, true});
        for (const auto& line :
             wrapped(frame.measure, names[i], frame.width - 2 * em, em, false, 4)) {
            scene.add(Label{{2 * em, scene.height + em}, line, em});
            scene.height += 1.3 * em;
        }
    }
    return is_right_to_left(frame.language) ? mirrored(std::move(scene)) : scene;
}

}  // namespace tenpoint::formats
