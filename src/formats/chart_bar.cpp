// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "formats/chart.hpp"
#include "formats/document_locale.hpp"

namespace tenpoint::formats {
namespace {

// The share in brackets: a dot between the two would read as a zero among Arabic-Indic digits.
std::string value_text(const Bar& bar, const ChartFrame& frame) {
    auto text = format_figure(frame.language, bar.value);
    if (bar.share)
        text += " (" + format_figure(frame.language, *bar.share, FigureStyle::percent) + ')';
    return text;
}

struct Room {
    double labels = 0;  // width of the column of labels; 0 where they stand above their bars
    double values = 0;  // width of the widest value, behind its bar
    double row = 0;
};

Room room_for(const BarChart& chart, const ChartFrame& frame) {
    const double em = frame.text_size;
    Room room;
    for (const auto& bar : chart.bars) {
        room.labels = std::max(room.labels, frame.text_width(bar.label));
        room.values = std::max(room.values, frame.text_width(value_text(bar, frame)));
    }
    room.labels = frame.is_narrow() ? 0 : std::min(room.labels, frame.width * 0.36) + em;
    room.row = frame.is_narrow() ? 3 * em : 2.1 * em;
    return room;
}

}  // namespace

Scene lay_out(const BarChart& chart, const ChartFrame& frame) {
    const double em = frame.text_size;
    const auto room = room_for(chart, frame);
    double greatest = 0;
    for (const auto& bar : chart.bars)
        greatest = std::max(greatest, bar.value.value_or(0));
    const double longest = frame.width - room.labels - room.values - em;
    Scene scene{.width = frame.width};
    for (const auto& bar : chart.bars) {
        const double baseline = scene.height + (frame.is_narrow() ? em : 1.4 * em);
        const double middle = frame.is_narrow() ? baseline + 1.15 * em : baseline - 0.36 * em;
        if (frame.is_narrow())
            scene.add(Label{{0, baseline}, fitted(frame.measure, bar.label, frame.width, em), em});
        else
            scene.add(Label{{room.labels - em, baseline},
                            fitted(frame.measure, bar.label, room.labels - em, em),
                            em,
                            Paint::ink,
                            Anchor::right});
        const double length =
            greatest > 0 ? longest * std::max(bar.value.value_or(0), 0.0) / greatest : 0;
        const double thickness = frame.is_narrow() ? 0.95 * em : 1.3 * em;
        if (length > 0)
            scene.add(Rectangle{{room.labels, middle - thickness / 2},
                                std::max(length, 0.75),
                                thickness,
                                bar.rest ? Paint::rest : Paint::series_1,
                                std::min(1.5, length / 2)});
        scene.add(Label{{room.labels + length + 0.6 * em, middle + 0.36 * em},
                        value_text(bar, frame),
                        em,
                        Paint::ink,
                        Anchor::left});
        scene.height += room.row;
    }
    return is_right_to_left(frame.language) ? mirrored(std::move(scene)) : scene;
}

}  // namespace tenpoint::formats
