// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/table_fit.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/text.hpp"
#include "desks/movements/recognition_wide.hpp"
#include "desks/movements/wide_header.hpp"
#include "formats/joined_sheets.hpp"

namespace tenpoint::movements {
namespace {

bool is_dated_count(const ColumnMeaning& column) {
    return column.field == Field::count && column.set.period;
}

// What a file need not have to be of the same table.
bool may_be_absent(const ColumnMeaning& column, const std::vector<Settings>& others) {
    if (column.field == Field::skip && !column.report) return true;
    if (column.column == formats::sheet_column) return true;
    return is_dated_count(column) && std::ranges::any_of(others, [&](const Settings& other) {
               return is_of_one_run(column.set, other);
           });
}

// Columns of an activity sheet speak for themselves: one that is gone changes nothing of the
// others.
bool holds_most_reports(const Mapping& mapping, std::size_t found) {
    return mapping.content == Content::activities && found * 2 > mapping.columns.size();
}

// What the headers say that name a date.
std::vector<Settings> dated_headers(const ColumnLayout& layout) {
    std::vector<Settings> dated;
    for (const auto& header : layout.headers)
        if (auto set = read_wide_header(header, {}); set && set->period)
            dated.push_back(std::move(*set));
    return dated;
}

std::string letters_of(std::string_view name) {
    const auto end = name.rfind('.');
    auto text = folded(end == std::string_view::npos || end == 0 ? name : name.substr(0, end));
    std::erase_if(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x80 && (byte < 'a' || byte > 'z');
    });
    return text;
}

}  // namespace

std::weak_ordering TableFit::operator<=>(const TableFit& other) const {
    const auto rank = [](const TableFit& fit) {
        return std::tuple{fit.fits, fit.same_columns, fit.matching, fit.found};
    };
    return rank(*this) <=> rank(other);
}

TableFit fit_of(const Mapping& mapping, const ColumnLayout& layout) {
    TableFit fit;
    std::vector<bool> known(layout.headers.size(), false);
    bool all = true, all_needed = true;
    std::optional<std::vector<Settings>> dated;
    for (const auto& column : mapping.columns) {
        const auto index = find_column(layout, column.column, column.number);
        if (!column.column.empty()) ++fit.columns;
        if (index) {
            known[*index] = true;
            ++fit.found;
            if (!column.column.empty()) ++fit.matching;
            continue;
        }
        all = false;
        if (!dated) dated = dated_headers(layout);
        all_needed = all_needed && may_be_absent(column, *dated);
    }
    const bool known_filters = std::ranges::all_of(mapping.filters, [&](const RowFilter& filter) {
        return find_column(layout, filter.column, filter.number).has_value();
    });
    const bool suffices = holds_most_reports(mapping, fit.found) || all_needed;
    fit.fits = fit.found > 0 && suffices && known_filters;
    bool others = false;
    for (std::size_t i = 0; i < known.size(); ++i) {
        const bool named = !layout.headers[i].empty() || layout.tags[i];
        others = others || (named && !known[i] && layout.sheet_column != i);
    }
    fit.same_columns = fit.fits && all && !others;
    return fit;
}

NameLikeness likeness_of_names(std::string_view a, std::string_view b) {
    if (a == b) return {true, true, a.size()};
    const auto words_a = letters_of(a), words_b = letters_of(b);
    const auto shorter = std::min(words_a.size(), words_b.size());
    const auto parted = std::ranges::mismatch(words_a, words_b).in1;
    const auto alike = static_cast<std::size_t>(parted - words_a.begin());
    return {false, !words_a.empty() && words_a == words_b, alike * 2 > shorter ? alike : 0};
}

}  // namespace tenpoint::movements
