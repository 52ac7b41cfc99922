// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_places.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "desks/movements/area_words.hpp"
#include "desks/movements/column_cells.hpp"
#include "desks/movements/reading_categories.hpp"
#include "formats/regions.hpp"

namespace tenpoint::movements {
namespace {

constexpr int nested_confidence = 70;
constexpr std::size_t texts_looked_at = 50;

// Whether most of the different texts of a column are places that are known; with a place for all
// rows, within that.
bool holds_known_places(const RecognisedColumn& column, int level, const Recognition& found,
                        std::span<const SampleRow> rows, const PlaceLookup& places) {
    const auto sense = level == 0 ? CountrySense::first : CountrySense::by_name;
    const auto& constant = found.mapping.set.place;
    const auto around = constant ? places.find(*constant) : std::string{};
    const auto counts = [&](const std::string& place) {
        return !constant || (!around.empty() && places.lies_within(place, around));
    };
    std::set<std::string_view> texts;
    std::size_t known = 0;
    for_each_filled_cell(rows, found.layout, column.number - 1, [&](std::string_view text) {
        if (texts.size() >= texts_looked_at || !texts.insert(text).second) return;
        known += std::ranges::any_of(places.find_all(text, sense), counts) ? 1 : 0;
    });
    // Beside a place for all rows the few that are not known would be lost.
    return known > 0 && (constant ? known * 10 >= texts.size() * 9 : known * 2 >= texts.size());
}

// "Africa" and "Asia" below a header of areas say from where people come.
bool holds_parts_of_the_world(const RecognisedColumn& column, const PlaceLookup& places) {
    return std::ranges::all_of(column.samples, [&](const std::string& text) {
        const auto found = places.find_all(text, CountrySense::by_name);
        return names_a_region(text) || std::ranges::any_of(found, [](const std::string& code) {
                   return formats::region(code) != nullptr;
               });
    });
}

bool may_be_place(const RecognisedColumn& column) {
    const bool is_open = column.field == Field::place || column.field == Field::dimension;
    return is_open && !column.personal && column.by != RecognisedBy::mapping;
}

}  // namespace

void suggest_nested_places(Recognition& found, std::span<const SampleRow> rows,
                           const PlaceLookup& places) {
    if (found.layout.hxl_row > 0) return;
    std::vector<RecognisedColumn*> nested;
    std::optional<AreaHeader> last;
    bool has_other = false;  // a place by its header that is not among them
    for (auto& column : found.columns) {
        const auto area = area_header(column.header);
        // A place that is no area, such as a route, is of another order; and who names one in a
        // mapping has decided.
        if (column.field == Field::place && (!area || column.by == RecognisedBy::mapping)) return;
        has_other = has_other || column.field == Field::place;
        if (!area || !may_be_place(column)) continue;
        // Of names and codes of the same areas the codes are surer.
        const bool is_code_of_last =
            last && area->level == last->level && area->has_codes && !last->has_codes;
        if (last && area->level <= last->level && !is_code_of_last) continue;
        if (!holds_known_places(column, area->level, found, rows, places)) continue;
        if (is_code_of_last) nested.pop_back();
        nested.push_back(&column);
        last = area;
    }
    const bool is_alone = nested.size() == 1;
    if (nested.empty() || (is_alone && has_other)) return;
    if (is_alone && holds_parts_of_the_world(*nested.front(), places)) return;
    for (auto& column : found.columns)
        if (column.field == Field::place) column.field = Field::dimension;
    for (auto* column : nested) {
        column->field = Field::place;
        column->by = RecognisedBy::header;
        column->confidence = nested_confidence;
    }
}

}  // namespace tenpoint::movements
