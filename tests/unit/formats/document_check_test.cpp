// SPDX-License-Identifier: Apache-2.0
#include "formats/document_check.hpp"

#include <cmath>
#include <stdexcept>

#include <gtest/gtest.h>

namespace tenpoint::formats {
namespace {

Document holding(Block block) {
    Document document;
    document.blocks.push_back(std::move(block));
    return document;
}

TEST(document_check, accepts_what_fits) {
    EXPECT_NO_THROW(require_consistent(holding(Table{
        {.title = "Deaths"}, {{"Place"}, {"Dead", ColumnType::number}}, {{{"Darién", 12.0}}}})));
    EXPECT_NO_THROW(require_consistent(
        holding(LineChart{{.title = "Trend"}, {Period{}}, {{"All", {std::nullopt}}}})));
}

TEST(document_check, refuses_what_a_reader_would_misread) {
    const std::vector<Block> misfits{
        LineChart{{.title = "Trend"}, {Period{}}, {{"All", {1.0, 2.0}}}},
        LineChart{{.title = ""}, {Period{}}, {{"All", {1.0}}}},
        BarChart{{.title = "Composition"}, "", "", "", {{"Venezuela", std::nan("")}}},
        Table{{.title = "Deaths"}, {{"Place"}, {"Dead", ColumnType::number}}, {{{"Darién"}}}},
        Table{{.title = "Deaths"}, {{"Dead", ColumnType::number}}, {{{"twelve"}}}},
        Map{{.title = "Map"}, "", "", "", {}, {{{181, 0}, "Nowhere"}}},
        Heading{"Deep", 4},
    };
    for (const auto& misfit : misfits)
        EXPECT_THROW(require_consistent(holding(misfit)), std::invalid_argument) << misfit.index();
}

}  // namespace
}  // namespace tenpoint::formats
