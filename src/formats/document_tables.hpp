// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/language.hpp"
#include "formats/document.hpp"

namespace tenpoint::formats {

// The figures of a block as a table, with the block's caption: what HTML offers beside each picture
// to who cannot see it, and what XLSX holds on the picture's worksheet. An unknown figure stays
// empty.
Table table_of(const LineChart& chart, Language language);
Table table_of(const BarChart& chart, Language language);
Table table_of(const StackedBars& chart, Language language);
Table table_of(const CorridorProfile& profile, Language language);
Table table_of(const Map& map, Language language);

// The sources as rows: name, publisher, licence, link, when received, remark.
Table table_of(const Sources& sources, Language language);

// A cell as a reader of the language expects it; empty cells give "".
std::string cell_text(const TableCell& cell, ColumnType type, Language language);

// Whether cells of the type are figures, set flush to the end of the line.
constexpr bool is_figure(ColumnType type) {
    return type == ColumnType::number || type == ColumnType::percent;
}

// What a reader who cannot see the picture is told: the caption's description, else title and unit.
std::string description_of(const Caption& caption);

}  // namespace tenpoint::formats
