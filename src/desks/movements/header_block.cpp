// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/header_block.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "desks/movements/personal_cells.hpp"
#include "desks/movements/reading_categories.hpp"
#include "desks/movements/recognition_words.hpp"
#include "formats/dates.hpp"
#include "formats/number.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t most_header_rows = 4;
constexpr std::size_t longest_group_word = 60;

// What the names of sheets stand beside is no matter of theirs.
std::string_view text_at(const SampleRow& row, std::size_t column) {
    const bool is_own = column < row.texts.size() && row.kinds[column] != formats::CellKind::sheet;
    return is_own ? trimmed(row.texts[column]) : std::string_view{};
}

// "2024", "Jan 2024", "2024-Q1": what may head a column of figures.
bool is_period(std::string_view text) {
    const auto date = formats::parse_date(text);
    return date && date->period.unit() != PeriodUnit::day &&
           date->period.unit() != PeriodUnit::week;
}

bool is_number(std::string_view text) {
    return static_cast<bool>(formats::parse_count(text));
}

// Words, but for those that stand in the place of a figure or a date: "n/a".
bool is_word(const SampleRow& row, std::size_t column) {
    const auto text = text_at(row, column);
    return !text.empty() && row.kinds[column] == formats::CellKind::text &&
           formats::parse_decimal(text).kind == formats::NumberKind::not_a_number &&
           !formats::parse_date(text);
}

// The different texts of a row.
std::set<std::string_view> texts_of(const SampleRow& row) {
    std::set<std::string_view> texts;
    for (std::size_t column = 0; column < row.texts.size(); ++column)
        if (const auto text = text_at(row, column); !text.empty()) texts.insert(text);
    return texts;
}

template <class Is>
bool mostly_below(std::span<const SampleRow> below, std::size_t column, Is is) {
    std::size_t filled = 0;
    std::size_t such = 0;
    for (const auto& row : below) {
        const auto text = text_at(row, column);
        if (text.empty()) continue;
        ++filled;
        such += is(text) ? 1 : 0;
    }
    return such * 2 > filled;
}

// Months or years of a wide table, each over a column of figures.
std::size_t periods_over_figures(std::span<const SampleRow> rows, std::size_t at) {
    std::set<std::string_view> periods;
    for (std::size_t column = 0; column < rows[at].texts.size(); ++column) {
        const auto text = text_at(rows[at], column);
        if (is_period(text) && !mostly_below(rows.subspan(at + 1), column, is_period))
            periods.insert(text);
    }
    return periods.size() >= 2 ? periods.size() : 0;
}

// Mostly words. A row that tells how to reach somebody is the first one of a table without a
// header.
bool looks_like_header(std::span<const SampleRow> rows, std::size_t at, std::size_t width) {
    const auto& row = rows[at];
    const auto filled = filled_cells(row);
    std::size_t words = 0;
    for (std::size_t column = 0; column < row.texts.size(); ++column) {
        if (reaches_somebody(text_at(row, column))) return false;
        words += is_word(row, column) ? 1 : 0;
    }
    if (filled == 0 || filled * 3 < width * 2) return false;
    return words * 4 >= filled * 3 ||
           (words > 0 && (words + periods_over_figures(rows, at)) * 4 >= filled * 3);
}

constexpr std::size_t columns_weighed = 100;

// What speaks for a row that looks like a header: words that head columns and periods over figures,
// less what is said of the table as a whole ("Date:", "Source: Migration Institute").
int weight_of_header(std::span<const SampleRow> rows, std::size_t at) {
    const auto& row = rows[at];
    int weight = static_cast<int>(periods_over_figures(rows, at));
    for (std::size_t column = 0; column < std::min(row.texts.size(), columns_weighed); ++column) {
        const auto text = text_at(row, column);
        if (text.ends_with(':') || text.find(": ") != text.npos)
            --weight;
        else if (is_word(row, column) && meaning_of_header(text))
            ++weight;
    }
    return weight;
}

bool may_be_group_word(const SampleRow& row, std::size_t column) {
    const auto text = text_at(row, column);
    return (is_word(row, column) || is_period(text)) && text.size() <= longest_group_word &&
           text.find(':') == text.npos;
}

// Whether `above` names groups of the columns that `below` heads. Titles and what is said of the
// table as a whole ("Country: Mali") are none.
bool is_groups_over(const SampleRow& above, const SampleRow& below) {
    if (above.number + 1 != below.number) return false;
    std::size_t last = 0, last_below = 0, wide_groups = 0, width_of_group = 0;
    bool blank_under_word = false;
    for (std::size_t column = 0; column < below.texts.size(); ++column) {
        const auto text = text_at(above, column);
        if (!text_at(below, column).empty()) last_below = column;
        if (text.empty() || (column > 0 && text == text_at(above, column - 1))) {
            if (++width_of_group == 2) ++wide_groups;
        } else {
            width_of_group = 1;
        }
        if (text.empty()) continue;
        if (!may_be_group_word(above, column)) return false;
        last = column;
        blank_under_word = blank_under_word || text_at(below, column).empty();
    }
    const auto groups = texts_of(above).size();
    if (groups == 0) return false;
    if (text_at(above, 0).empty()) return true;
    if (groups == 1 || last * 2 < last_below) return false;
    const bool words_repeat = texts_of(below).size() < filled_cells(below);
    return words_repeat || blank_under_word || wide_groups >= 2;
}

// Whether the row goes on with the headers above it: words, with none of the dates and figures that
// the rows below have in its columns.
bool is_more_header(std::span<const SampleRow> rows, std::size_t at) {
    const auto below = rows.subspan(at + 1);
    std::size_t columns = 0, words = 0, totals = 0;
    for (std::size_t column = 0; column < rows[at].texts.size(); ++column) {
        const auto is_value = [](std::string_view text) {
            return is_number(text) ||
                   formats::parse_date(text, formats::DateOrder(formats::DayMonthOrder::day_first));
        };
        if (below.empty() || !mostly_below(below, column, is_value)) continue;
        const auto text = text_at(rows[at], column);
        if (text.empty()) continue;
        ++columns;
        if (!is_word(rows[at], column)) return false;
        totals += is_total_word(text) ? 1 : 0;
        ++words;
    }
    return columns > 0 && words == columns && totals * 2 <= words;
}

}  // namespace

std::size_t filled_cells(const SampleRow& row) {
    std::size_t filled = 0;
    for (std::size_t column = 0; column < row.texts.size(); ++column)
        filled += text_at(row, column).empty() ? 0 : 1;
    if (filled < 2) return filled;
    const auto texts = texts_of(row);
    const bool is_one_title = texts.size() == 1 && formats::parse_decimal(*texts.begin()).kind ==
                                                       formats::NumberKind::not_a_number;
    return is_one_title ? 1 : filled;
}

std::size_t usual_width(std::span<const SampleRow> rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows)
        if (const auto filled = filled_cells(row); filled > 0) widths.push_back(filled);
    if (widths.empty()) return 0;
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::ranges::nth_element(widths, middle);
    return *middle;
}

std::size_t find_header(std::span<const SampleRow> rows, std::size_t searched) {
    const auto width = usual_width(rows);
    const auto end = std::min(searched, rows.size());
    std::size_t first = 0;
    while (first < end && !looks_like_header(rows, first, width))
        ++first;
    if (first == end) return rows.size();
    // A title with two filled cells looks like one where few rows stand below.
    const auto weight = weight_of_header(rows, first);
    if (weight > 0) return first;
    const auto filled = filled_cells(rows[first]);
    for (auto at = first + 1; at + 1 < end; ++at)
        if (looks_like_header(rows, at, width) && filled_cells(rows[at]) > filled &&
            (weight < 0 || filled_cells(rows[at]) >= 2 * filled) &&
            weight_of_header(rows, at) > std::max(weight, 0))
            return at;
    return first;
}

HeaderBlock header_block(std::span<const SampleRow> rows, std::size_t header, bool only_above) {
    HeaderBlock block{header, header};
    const auto has_room = [&] { return block.bottom - block.top + 1 < most_header_rows; };
    while (!only_above && has_room() && block.bottom + 2 < rows.size() &&
           rows[block.bottom + 1].number == rows[block.bottom].number + 1 &&
           is_more_header(rows, block.bottom + 1)) {
        const auto &above = rows[block.bottom], &more = rows[block.bottom + 1];
        ++block.bottom;
        // Facts about the table look like a header of their own.
        if (!is_groups_over(above, more) && filled_cells(above) < filled_cells(more))
            block.top = block.bottom;
    }
    while (has_room() && block.top > 0 && is_groups_over(rows[block.top - 1], rows[block.top]))
        --block.top;
    return block;
}

std::vector<std::string> joined_headers(std::span<const SampleRow> rows, const HeaderBlock& block) {
    std::vector<std::string> headers;
    const auto& bottom = rows[block.bottom];
    std::size_t width = bottom.texts.size();
    for (auto at = block.top; at < block.bottom; ++at)
        width = std::max(width, rows[at].texts.size());
    headers.resize(width);
    const auto add = [](std::string& header, std::string& last, std::string_view text) {
        if (text.empty() || text == last) return;
        header += (header.empty() ? "" : " / ");
        header += text;
        last = text;
    };
    std::vector<std::string> last(width);
    for (auto at = block.top; at < block.bottom; ++at) {
        std::string_view carried;
        for (std::size_t column = 0; column < width; ++column) {
            if (const auto text = text_at(rows[at], column); !text.empty()) carried = text;
            const bool is_own = !text_at(rows[at], column).empty();
            // A total beside the groups belongs to none of them; a column without words of its own
            // is no part of a group.
            const auto own = text_at(bottom, column);
            if (is_own || (!own.empty() && !is_total_word(own)))
                add(headers[column], last[column], carried);
        }
    }
    for (std::size_t column = 0; column < width; ++column)
        add(headers[column], last[column], text_at(bottom, column));
    for (std::size_t column = 0; column < bottom.texts.size(); ++column)
        if (bottom.kinds[column] == formats::CellKind::sheet)
            headers[column] = bottom.texts[column];
    return headers;
}

}  // namespace tenpoint::movements
