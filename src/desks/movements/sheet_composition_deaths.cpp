// SPDX-License-Identifier: Apache-2.0
// The dead and the missing on the routes.

#include "desks/movements/sheet_composition_parts.hpp"

namespace tenpoint::movements {
namespace {

formats::TableCell cell(const std::optional<std::int64_t>& count) {
    if (!count) return std::monostate{};
    return static_cast<double>(*count);
}

formats::TableRow row_of(const SheetWords& words, const SheetMeasure& measure) {
    formats::TableRow row;
    const auto change = change_of(measure);
    row.cells = {words.place(measure.place), words.indicator(measure.indicator),
                 cell(measure.now.count), cell(measure.before.count),
                 change ? formats::TableCell{*change} : formats::TableCell{}};
    if (measure.now.count && !measure.now.gaps.empty())
        row.note = words.text("card.gaps", {{"stretches", words.stretches(measure.now.gaps)}});
    else if (!measure.other_sources_before.empty())
        row.note = words.other_sources();
    return row;
}

}  // namespace

void add_deaths(const SheetWords& words, Blocks& blocks) {
    const auto& content = words.content();
    if (content.deaths.empty()) return;
    blocks.emplace_back(formats::Heading{words.text("deaths.heading")});
    formats::Table table;
    table.caption = {words.text("deaths.title"), {}, words.text("deaths.note")};
    table.columns = {{words.text("columns.place")},
                     {words.text("columns.what_is_counted")},
                     {words.stretch(content.days), formats::ColumnType::number},
                     {words.stretch(content.days_before), formats::ColumnType::number},
                     {words.change_header(), formats::ColumnType::percent}};
    for (const auto& measure : content.deaths)
        table.rows.push_back(row_of(words, measure));
    blocks.emplace_back(std::move(table));
    add_lines({words.text("deaths.trend"), words.text("trend.unit")}, words, main_deaths(content),
              blocks);
}

}  // namespace tenpoint::movements
