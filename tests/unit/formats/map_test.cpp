// SPDX-License-Identifier: Apache-2.0
#include "formats/map.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "formats/map_extent.hpp"
#include "formats/map_labels.hpp"
#include "formats/map_scale.hpp"
#include "formats/map_shapes.hpp"
#include "formats/map_view.hpp"

namespace tenpoint::formats {
namespace {

TEST(country_shapes, are_found_by_alpha_3_code) {
    EXPECT_EQ(country_shapes().size(), 177U);
    for (const auto* code : {"PAN", "HND", "GTM", "MEX", "USA", "VEN", "ITA", "LBY", "AFG"})
        EXPECT_NE(find_country_shape(code), nullptr) << code;
    EXPECT_EQ(find_country_shape("PAN")->numeric, "591");
    for (const auto* code : {"MLT", "XXX", "", "Panama", "pa\xff"})
        EXPECT_EQ(find_country_shape(code), nullptr) << code << " has no shape at this scale";
}

TEST(topojson, joins_shared_arcs_forwards_and_backwards) {
    const auto shapes = read_topojson(R"({"type": "Topology",
        "transform": {"scale": [0.5, 2], "translate": [10, 20]},
        "objects": {"land": {"type": "GeometryCollection", "geometries": [
            {"type": "Polygon", "id": "001", "arcs": [[0, 1]]},
            {"type": "MultiPolygon", "arcs": [[[-1, 2]]]}]}},
        "arcs": [[[0, 0], [2, 0], [0, 1]], [[2, 1], [-2, -1]], [[0, 0], [4, 4], [-2, -3]]]})");
    ASSERT_EQ(shapes.size(), 2U);
    EXPECT_EQ(shapes[0].numeric, "001");
    ASSERT_EQ(shapes[0].rings.front().size(), 3U);
    EXPECT_EQ(shapes[0].rings.front()[2].longitude, 11);
    EXPECT_EQ(shapes[0].rings.front()[2].latitude, 22);
    ASSERT_EQ(shapes[1].rings.front().size(), 4U);
    EXPECT_EQ(shapes[1].rings.front()[0].latitude, 22) << "the first arc from its end";
}

TEST(topojson, refuses_a_text_that_is_none) {
    EXPECT_ANY_THROW(read_topojson("{}"));
    EXPECT_ANY_THROW(read_topojson("not json"));
}

TEST(map_view, shows_every_place_with_a_margin) {
    const std::vector<Coordinate> corridor{{-77.7, 8.1}, {-99.2, 27.5}, {-92.3, 14.9}};
    const MapView view(corridor, 400, 0.5, 1);
    for (const auto& at : corridor) {
        const auto point = view.to_point(at);
        EXPECT_GT(point.x, 20);
        EXPECT_LT(point.x, 380);
        EXPECT_GT(point.y, 20);
        EXPECT_LT(point.y, view.height() - 20);
    }
    EXPECT_LT(view.to_point(corridor[1]).x, view.to_point(corridor[0]).x) << "west is left";
    EXPECT_LT(view.to_point(corridor[1]).y, view.to_point(corridor[0]).y) << "north is up";
}

TEST(map_view, is_one_piece_across_the_antimeridian) {
    const std::vector<Coordinate> pacific{{178.4, -18.1}, {-171.8, -13.8}};  // Suva, Apia
    const MapView view(pacific, 400, 0.5, 1);
    const auto suva = view.to_point(pacific[0]);
    const auto apia = view.to_point(pacific[1]);
    EXPECT_LT(suva.x, apia.x);
    EXPECT_LT(apia.x - suva.x, 400);
    const CoordinateRing beyond{{-179, -20}, {-175, -20}, {-175, -15}};
    ASSERT_EQ(view.clipped(beyond).size(), 1U);
}

TEST(map_view, shows_a_lone_place_with_its_surroundings_and_nothing_as_the_world) {
    const std::vector<Coordinate> alone{{12.6, 35.5}};
    const MapView near(alone, 400, 0.5, 1);
    EXPECT_TRUE(near.shows(near.to_point({14, 36})));
    const MapView world({}, 400, 0.5, 1);
    EXPECT_TRUE(world.shows(world.to_point({-160, 60})));
    EXPECT_TRUE(world.shows(world.to_point({170, -40})));
}

TEST(map_extent, takes_in_the_countries_near_from_which_many_come) {
    Map map;
    map.points = {{{-77.7, 8.1}, "Darién"}, {{-112, 31}, "Border"}};
    map.areas = {{"VEN", "Venezuela", 70}, {"CHN", "China", 20}, {"HTI", "Haiti", 1}};
    const auto shows = [&](const Coordinate& at) {
        const auto shown = coordinates_to_show(map);
        const MapView view(shown, 400, 0.5, 0.72);
        return view.shows(view.to_point(at));
    };
    const Coordinate east_of_venezuela{-60.5, 8}, beijing{116, 40};
    EXPECT_TRUE(shows(east_of_venezuela));
    EXPECT_FALSE(shows(beijing)) << "it would make the corridor small";
    map.areas.front().value = 1;
    EXPECT_FALSE(shows(east_of_venezuela)) << "hardly anybody comes from there";
}

TEST(map_view, clips_shapes_to_the_window) {
    const std::vector<Coordinate> around{{0, 0}, {10, 10}};
    const MapView view(around, 100, 1, 1);
    const CoordinateRing large{{-90, -60}, {90, -60}, {90, 60}, {-90, 60}};
    const auto rings = view.clipped(large);
    ASSERT_EQ(rings.size(), 1U);
    for (const auto& point : rings.front()) {
        EXPECT_GE(point.x, -1.01);
        EXPECT_LE(point.x, 101.01);
    }
    EXPECT_NEAR(area(rings.front()), 102 * 102, 1);
    EXPECT_TRUE(view.clipped({{50, 50}, {60, 50}, {60, 60}}).empty());
}

TEST(shade_scale, puts_each_value_into_one_class_and_the_greatest_into_the_darkest) {
    std::vector<MapArea> areas;
    for (const double value : {3.0, 120.0, 1983.0, 4073.0, 11954.0, 17529.0, 209897.0})
        areas.push_back({"", "", value});
    const ShadeScale scale(areas);
    EXPECT_GE(scale.classes(), 3U);
    EXPECT_EQ(scale.class_of(0), 0U);
    EXPECT_EQ(scale.shade_of_class(scale.class_of(209897)), 4U);
    EXPECT_LT(scale.class_of(3), scale.class_of(4073));
    for (const double bound : scale.bounds())
        EXPECT_EQ(scale.class_of(bound), scale.class_of(bound + 0.5));
    EXPECT_EQ(ShadeScale({}).classes(), 1U);
}

TEST(circle_scale, gives_area_in_proportion_to_value) {
    const CircleScale scale({{{}, "", 400.0}, {{}, "", 100.0}, {{}, "", std::nullopt}}, 20);
    EXPECT_EQ(scale.radius_of(400), 20);
    EXPECT_EQ(scale.radius_of(100), 10);
    EXPECT_EQ(scale.samples().front(), 400);
    EXPECT_TRUE(CircleScale({{{}, "", std::nullopt}}, 20).empty());
}

TEST(map, is_not_mirrored_in_arabic) {
    const PangoTextMeasure measure;
    const Map corridor{{.title = "m"}, "", "", "", {}, {{{-99, 20}, "W"}, {{-78, 8}, "E"}}};
    const auto scene = lay_out(corridor, {Language::ar, 400, 10, measure});
    std::vector<double> marks;
    for (const auto& shape : scene.shapes)
        if (const auto* circle = std::get_if<Circle>(&shape)) marks.push_back(circle->centre.x);
    ASSERT_EQ(marks.size(), 2U);
    EXPECT_LT(marks[0], marks[1]);
}

TEST(map_labels, are_pushed_in_from_the_edge_where_a_neighbour_is_in_the_way) {
    const PangoTextMeasure measure;
    const ChartFrame frame{Language::en, 300, 10, measure};
    MapLabels labels({300, 100}, frame);
    labels.keep_free({30, 50}, 10);
    labels.keep_free({60, 50}, 12);
    labels.add_beside({30, 50}, 10, "United States, between ports of entry");
    const auto placed = labels.take();
    ASSERT_EQ(placed.size(), 1U);
    EXPECT_GE(placed.front().at.x, 0);
    EXPECT_LT(placed.front().at.y, 40) << "over the mark";
}

TEST(map_labels, stand_over_several_lines_where_one_finds_no_room) {
    const PangoTextMeasure measure;
    const ChartFrame frame{Language::en, 150, 10, measure};
    MapLabels labels({150, 100}, frame);
    EXPECT_TRUE(labels.add_beside({75, 50}, 4, "United States, between ports of entry"));
    const auto placed = labels.take();
    ASSERT_GT(placed.size(), 1U);
    EXPECT_LT(placed[0].at.y, placed[1].at.y);
    EXPECT_FALSE(labels.add_beside({75, 50}, 60, "One")) << "no room around the mark";
}

TEST(map, explains_by_a_number_what_finds_no_room) {
    const PangoTextMeasure measure;
    Map corridor{{.title = "m"}, "", "", "", {}, {{{-99, 20}, "W"}, {{-78, 8}, "E"}}};
    const std::string name = "Unbreakablynamedplacewhosenameiswiderthantheverypaperthatitstandson";
    corridor.points.push_back({{-88, 14}, name});
    const auto scene = lay_out(corridor, {Language::en, 300, 10, measure});
    std::vector<std::string> texts;
    for (const auto& shape : scene.shapes)
        if (const auto* label = std::get_if<Label>(&shape)) texts.push_back(label->text);
    EXPECT_EQ(std::ranges::count(texts, "1"), 2) << "on the map and below it";
    EXPECT_TRUE(texts.back().starts_with("Unbreakably"));
}

TEST(map, names_each_place_however_close_they_lie) {
    const PangoTextMeasure measure;
    Map crowd{{.title = "m"}, "", "", "", {}, {}};
    for (int i = 10; i < 30; ++i)
        crowd.points.push_back({{-80, 8}, "Place " + std::to_string(i)});
    crowd.points.push_back({{-99, 20}, "Far"});
    const auto scene = lay_out(crowd, {Language::en, 300, 10, measure});
    std::string all;
    std::set<std::pair<double, double>> stand_at;
    std::size_t labels = 0;
    for (const auto& shape : scene.shapes)
        if (const auto* label = std::get_if<Label>(&shape)) {
            all += label->text + "\n";
            stand_at.emplace(label->at.x, label->at.y);
            ++labels;
        }
    for (int i = 10; i < 30; ++i)
        EXPECT_NE(all.find("Place " + std::to_string(i)), std::string::npos) << i << "\n" << all;
    EXPECT_EQ(stand_at.size(), labels) << "none on another";
}

}  // namespace
}  // namespace tenpoint::formats
