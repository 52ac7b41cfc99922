// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/second_table.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "desks/movements/header_block.hpp"
#include "desks/movements/reading_categories.hpp"
#include "desks/movements/recognition_words.hpp"
#include "formats/dates.hpp"
#include "formats/hxl.hpp"
#include "formats/nationalities.hpp"
#include "formats/number.hpp"
#include "formats/sheet_choice.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t longest_heading = 200;

std::string_view cell_text_at(std::span<const formats::Cell> cells, std::size_t column) {
    return column < cells.size() ? trimmed(cells[column].text) : std::string_view{};
}

std::optional<PeriodUnit> unit_of_date(std::string_view text) {
    const auto date =
        formats::parse_date(text, formats::DateOrder(formats::DayMonthOrder::day_first));
    return date ? std::optional{date->period.unit()} : std::nullopt;
}

bool is_plain_word(std::string_view text) {
    return formats::parse_decimal(text).kind == formats::NumberKind::not_a_number &&
           !unit_of_date(text);
}

// A year, month or quarter may head a column.
bool may_be_header(std::string_view text) {
    if (text.size() > longest_heading) return false;
    const auto unit = unit_of_date(text);
    return unit ? *unit != PeriodUnit::day : is_plain_word(text);
}

// Whether the texts can head columns: words and periods, not all the same.
bool may_head_columns(std::span<const formats::Cell> cells) {
    std::set<std::string_view> different;
    for (const auto& cell : cells) {
        const auto text = trimmed(cell.text);
        if (text.empty()) continue;
        if (!may_be_header(text)) return false;
        // "Total" in front is one, and what stands beside it says how much.
        if (different.empty() && is_total_label(text)) return false;
        different.insert(text);
    }
    return different.size() >= 2;
}

// Whether at least half of the cells have words that head columns of partners' files.
bool are_words_of_headers(std::span<const formats::Cell> cells) {
    std::size_t filled = 0, known = 0;
    for (const auto& cell : cells) {
        const auto text = trimmed(cell.text);
        filled += text.empty() ? 0 : 1;
        known += !text.empty() && is_plain_word(text) && meaning_of_header(text) ? 1 : 0;
    }
    return known * 2 >= filled;
}

bool has_figure_below(const SampleRow& header, std::span<const formats::Cell> cells) {
    for (std::size_t i = 0; i < header.texts.size(); ++i)
        if (!trimmed(header.texts[i]).empty() && formats::parse_count(cell_text_at(cells, i)))
            return true;
    return false;
}

}  // namespace

std::span<const SampleRow> rows_of_first_table(std::span<const SampleRow> rows,
                                               const ColumnLayout& layout) {
    const auto repeats_header = [&](const SampleRow& row) {
        const auto cells = cells_of(row);
        const auto own = layout.own_cells(cells);
        return std::ranges::any_of(layout.header_texts, [&](const auto& header) {
            const auto width = std::min(header.size(), layout.sheet_column.value_or(header.size()));
            return std::ranges::equal(own, std::span{header}.first(width), {},
                                      [](const formats::Cell& cell) { return trimmed(cell.text); });
        });
    };
    for (std::size_t i = 1; i + 1 < rows.size(); ++i) {
        const auto& row = rows[i];
        if (row.number <= layout.first_data_row || filled_cells(rows[i - 1]) > 1) continue;
        const auto whole = cells_of(row), below = cells_of(rows[i + 1]);
        const auto cells = layout.own_cells(whole);
        if (may_head_columns(cells) && are_words_of_headers(cells) && !repeats_header(row) &&
            has_figure_below(row, layout.own_cells(below)))
            return rows.first(i);
    }
    return rows;
}

bool SecondTable::says_something_of_its_own(const PlannedColumn& column,
                                            std::string_view text) const {
    switch (column.meaning.field) {
        case Field::origin:
            return formats::find_nationality(text) != nullptr;
        case Field::place:
            return !places_.find_all(text, CountrySense::first).empty();
        case Field::sex:
        case Field::age:
        case Field::profile:
        case Field::indicator:
            return category_from_text(text).has_value();
        default:
            return false;
    }
}

bool SecondTable::may_begin_at(std::span<const formats::Cell> row) const {
    const auto cells = plan_.layout.own_cells(row);
    if (!may_head_columns(cells)) return false;
    if (plan_.period && unit_of_date(cell_text_at(cells, plan_.period->index))) return false;
    if (plan_.year && unit_of_date(cell_text_at(cells, plan_.year->index))) return false;
    for (const auto& column : plan_.lookups)
        if (says_something_of_its_own(column, cell_text_at(cells, column.index))) return false;
    return are_words_of_headers(cells) ||
           std::ranges::any_of(plan_.counts, [&](const PlannedColumn& column) {
               const auto text = cell_text_at(cells, column.index);
               return !text.empty() && is_plain_word(text);
           });
}

void SecondTable::hold(std::int64_t number, std::span<const formats::Cell> cells) {
    held_.emplace();
    held_->number = number;
    for (const auto& cell : cells) {
        held_->texts.emplace_back(cell.text);
        held_->kinds.push_back(cell.kind);
    }
}

bool SecondTable::goes_on_with(std::span<const formats::Cell> cells) const {
    if (formats::is_hxl_row(cells)) return true;
    return has_figure_below(*held_, plan_.layout.own_cells(cells));
}

SampleRow SecondTable::release() {
    auto row = std::move(*held_);
    held_.reset();
    return row;
}

std::string SecondTable::columns_of(const SampleRow& header) {
    std::vector<std::string> columns;
    for (std::size_t i = 0; i < header.texts.size(); ++i)
        if (const auto name = trimmed(header.texts[i]);
            !name.empty() && header.kinds[i] != formats::CellKind::sheet)
            columns.emplace_back(name);
    return formats::listed_names(columns);
}

}  // namespace tenpoint::movements
