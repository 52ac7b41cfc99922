// SPDX-License-Identifier: Apache-2.0
#include "formats/chart.hpp"

#include <array>

#include <gtest/gtest.h>

#include "formats/chart_axis.hpp"
#include "formats/chart_legend.hpp"
#include "formats/map.hpp"
#include "sample_document.hpp"

namespace tenpoint::formats {
namespace {

struct Box {
    double left, top, right, bottom;
    std::string text;
};

std::vector<Box> label_boxes(const Scene& scene, const TextMeasure& measure) {
    std::vector<Box> boxes;
    for (const auto& shape : scene.shapes) {
        const auto* label = std::get_if<Label>(&shape);
        if (label == nullptr) continue;
        const double width = measure.width(label->text, label->size, label->bold);
        const double left = label->anchor == Anchor::left     ? label->at.x
                            : label->anchor == Anchor::middle ? label->at.x - width / 2
                                                              : label->at.x - width;
        boxes.push_back({left, label->at.y - 0.72 * label->size, left + width,
                         label->at.y + 0.1 * label->size, label->text});
    }
    return boxes;
}

// Lays out whatever of a document is a picture.
struct Pictures {
    const ChartFrame& frame;
    std::vector<Scene> scenes{};

    template <class Block>
    void operator()(const Block& block) {
        if constexpr (requires { lay_out(block, frame); }) scenes.push_back(lay_out(block, frame));
    }
};

struct Paper {
    Language language;
    double width;
    double text_size;
};

std::string paper_name(const testing::TestParamInfo<Paper>& paper) {
    return std::string(to_word(paper.param.language)) + '_' +
           std::to_string(static_cast<int>(paper.param.width));
}

class chart : public testing::TestWithParam<Paper> {
  protected:
    std::vector<Scene> scenes() const {
        const auto [language, width, text_size] = GetParam();
        const ChartFrame frame{language, width, text_size, measure_};
        Pictures pictures{frame};
        for (const auto& block : sample_document(language).blocks)
            std::visit(pictures, block);
        return pictures.scenes;
    }

    PangoTextMeasure measure_;
};

TEST_P(chart, keeps_its_labels_apart) {
    for (const auto& scene : scenes()) {
        const auto boxes = label_boxes(scene, measure_);
        for (std::size_t i = 0; i < boxes.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                const auto& a = boxes[i];
                const auto& b = boxes[j];
                EXPECT_FALSE(a.left < b.right && b.left < a.right && a.top < b.bottom &&
                             b.top < a.bottom)
                    << a.text << " on " << b.text;
            }
    }
}

TEST_P(chart, keeps_its_labels_on_the_paper) {
    const auto all = scenes();
    EXPECT_EQ(all.size(), 7U);
    for (const auto& scene : all)
        for (const auto& box : label_boxes(scene, measure_)) {
            EXPECT_GE(box.left, -0.5) << box.text;
            EXPECT_LE(box.right, scene.width + 0.5) << box.text;
            EXPECT_GE(box.top, -0.5) << box.text;
            EXPECT_LE(box.bottom, scene.height + 0.5) << box.text;
        }
}

INSTANTIATE_TEST_SUITE_P(
    papers, chart,
    testing::Values(Paper{Language::en, 800, 13}, Paper{Language::en, 340, 12.5},
                    Paper{Language::fr, 340, 12.5}, Paper{Language::es, 340, 12.5},
                    Paper{Language::ar, 800, 13}, Paper{Language::ar, 340, 12.5},
                    Paper{Language::fr, 499, 8}, Paper{Language::ar, 499, 8}),
    paper_name);

constexpr std::array long_names{"Darién (Panama)", "Honduras", "Mexico",
                                "United States, south-west border, between ports of entry",
                                "United States, south-west border, at ports of entry"};

std::string texts_of(const Scene& scene) {
    std::string texts;
    for (const auto& shape : scene.shapes)
        if (const auto* label = std::get_if<Label>(&shape)) texts += label->text + ' ';
    return texts;
}

void expect_full_names(const Scene& scene, const TextMeasure& measure) {
    const auto texts = texts_of(scene);
    EXPECT_EQ(texts.find("…"), std::string::npos) << texts;
    for (const auto* name : long_names)
        EXPECT_NE(texts.find(name), std::string::npos) << name << " in " << texts;
    for (const auto& box : label_boxes(scene, measure)) {
        EXPECT_LE(box.right, scene.width + 0.5) << box.text;
        EXPECT_LE(box.bottom, scene.height + 0.5) << box.text;
    }
}

TEST(chart_corridor, names_places_in_full_so_that_neighbours_are_told_apart) {
    const PangoTextMeasure measure;
    CorridorProfile profile;
    for (const auto* name : long_names)
        profile.stops.push_back({name, "Crossings", 1000.0, 0.5, {}});
    expect_full_names(lay_out(profile, {Language::en, 499, 8, measure}), measure);
    expect_full_names(lay_out(profile, {Language::en, 340, 12.5, measure}), measure);
}

TEST(chart_legend, names_series_in_full_over_several_lines) {
    const PangoTextMeasure measure;
    std::vector<Series> series;
    for (const auto* name : long_names)
        series.push_back({name, {1, 2}});
    const ChartFrame frame{Language::en, 260, 12.5, measure};
    expect_full_names(lay_out_legend(series, LegendMark::line, frame), measure);
}

TEST(chart_in_arabic, is_the_mirror_of_the_same_chart_from_the_left) {
    const PangoTextMeasure measure;
    LineChart trend{{.title = "t"}, {}, {{"s", {1, 2, 3}}}};
    for (const auto* month : {"2024-01", "2024-02", "2024-03"})
        trend.periods.push_back(*period_from_text(month));
    const auto left = lay_out(trend, {Language::en, 400, 10, measure});
    const auto right = lay_out(trend, {Language::ar, 400, 10, measure});
    const auto line_of = [](const Scene& scene) {
        for (const auto& shape : scene.shapes)
            if (const auto* line = std::get_if<Polyline>(&shape);
                line != nullptr && line->stroke.paint == Paint::series_1)
                return line->points;
        return std::vector<Point>{};
    };
    ASSERT_EQ(line_of(left).size(), 3U);
    ASSERT_EQ(line_of(right).size(), 3U);
    EXPECT_LT(line_of(left).front().x, line_of(left).back().x);
    EXPECT_GT(line_of(right).front().x, line_of(right).back().x) << "time runs to the left";
    EXPECT_TRUE(right.right_to_left);
}

TEST(chart_line, breaks_where_a_month_is_missing_or_unknown) {
    const PangoTextMeasure measure;
    LineChart trend{{.title = "t"}, {}, {{"s", {1, 2, std::nullopt, 4, 5, 6}}}};
    for (const auto* month : {"2024-01", "2024-02", "2024-03", "2024-04", "2024-07", "2024-08"})
        trend.periods.push_back(*period_from_text(month));
    std::vector<std::size_t> lines;
    std::size_t lone_points = 0;
    for (const auto& shape : lay_out(trend, {Language::en, 400, 10, measure}).shapes) {
        if (const auto* line = std::get_if<Polyline>(&shape);
            line != nullptr && line->stroke.paint == Paint::series_1)
            lines.push_back(line->points.size());
        if (const auto* circle = std::get_if<Circle>(&shape);
            circle != nullptr && circle->stroke.paint == Paint::none)
            ++lone_points;
    }
    EXPECT_EQ(lines, (std::vector<std::size_t>{2, 2}));
    EXPECT_EQ(lone_points, 1U) << "April stands alone";
}

TEST(value_axis, has_round_ticks_that_hold_the_figures) {
    struct Case {
        double lowest, highest, bottom, top, step;
    };
    for (const auto& [lowest, highest, bottom, top, step] : std::initializer_list<Case>{
             {0, 81946, 0, 100000, 20000},
             {0, 7, 0, 8, 2},
             {0, 0, 0, 1, 1},
             {-40, 60, -40, 60, 20},
             {0, 520085, 0, 600000, 200000},
             {5, 9, 0, 10, 2},
         }) {
        const auto axis = value_axis(lowest, highest);
        EXPECT_EQ(axis.bottom, bottom) << highest;
        EXPECT_EQ(axis.top, top) << highest;
        EXPECT_EQ(axis.step, step) << highest;
        EXPECT_LE(axis.ticks().size(), 11U);
        EXPECT_EQ(axis.ticks().back(), top);
    }
}

TEST(time_axis, places_a_year_and_a_month_by_the_calendar) {
    const std::vector<Period> periods{*period_from_text("2023"), *period_from_text("2024-01"),
                                      *period_from_text("2024-12")};
    const TimeAxis axis(periods);
    EXPECT_NEAR(axis.end(periods[0]), 365.0 / 731, 1e-9);
    EXPECT_NEAR(axis.middle(periods[1]), (365 + 15.5) / 731, 1e-9);
    EXPECT_EQ(axis.end(periods[2]), 1);
    ASSERT_EQ(axis.year_starts().size(), 1U);
    EXPECT_NEAR(axis.year_starts().front(), 365.0 / 731, 1e-9);
}

}  // namespace
}  // namespace tenpoint::formats
