// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "formats/chart.hpp"

namespace tenpoint::formats {

// Finds room for labels on a map, first come first served: a label touches neither another, nor a
// place's mark, nor the edge. What finds none is left out, but for what is asked to stand on a
// mark.
class MapLabels {
  public:
    MapLabels(Point size, const ChartFrame& frame) : size_(size), frame_(frame) {}

    void keep_free(Point centre, double radius);
    // To the right of the mark, else to its left, above or below; over several lines where one
    // finds no room. Whether it found some.
    bool add_beside(Point centre, double radius, const std::string& text);
    // On the mark itself, or over it where another such text stands already: always.
    void add_on(Point centre, const std::string& text);
    // In the middle of an area that is wide enough.
    void add_inside(std::span<const Point> ring, const std::string& text);

    std::vector<Label> take() { return std::move(labels_); }

  private:
    struct Box {
        double left, top, right, bottom;
    };
    static bool overlap(const Box& one, const Box& other);
    bool is_free(const Box& box) const;
    bool add(const Box& box, const std::vector<std::string>& lines, bool bold);
    bool add_beside(Point centre, double radius, const std::vector<std::string>& lines);

    Point size_;
    const ChartFrame& frame_;
    std::vector<Box> taken_;
    std::vector<Box> on_marks_;
    std::vector<Label> labels_;
};

}  // namespace tenpoint::formats
