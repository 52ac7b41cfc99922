// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/column_texts.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include "base/text.hpp"
#include "desks/movements/recognition_personal.hpp"
#include "desks/movements/recognition_wide.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t most_counted = 10'000;
constexpr std::size_t longest = 200;

}  // namespace

ColumnTexts texts_of_column(formats::TableReader& table, std::int64_t header_row,
                            std::size_t column, std::size_t most) {
    std::map<std::string, std::int64_t, std::less<>> counted;
    bool is_all = true;
    const auto count = [&](std::string_view cell) {
        const auto text = trimmed(cell);
        if (text.empty()) return;
        if (const auto known = counted.find(text); known != counted.end())
            ++known->second;
        else if (text.size() <= longest && counted.size() < most_counted)
            counted.emplace(text, 1);
        else
            is_all = false;
    };
    const auto samples = read_samples(table);
    const auto layout = find_wide_layout(samples, header_row);
    const bool about_persons = column <= layout.headers.size() &&
                               personal_sign(samples, layout, column - 1) != PersonalSign::none;
    const auto count_shown = [&](std::string_view text) {
        if (about_persons && !trimmed(text).empty())
            count(masked(trimmed(text)));
        else
            count(text);
    };
    for (const auto& row : samples)
        if (row.number >= layout.first_data_row && row.number != layout.hxl_row &&
            column <= row.texts.size())
            count_shown(row.texts[column - 1]);
    std::vector<formats::Cell> cells;
    while (table.next(cells))
        if (column <= cells.size()) count_shown(cells[column - 1].text);

    ColumnTexts found{{}, is_all && counted.size() <= most};
    for (const auto& [text, rows] : counted)
        found.texts.push_back({text, rows});
    std::ranges::stable_sort(found.texts, std::greater{}, &ColumnText::rows);
    if (found.texts.size() > most) found.texts.resize(most);
    return found;
}

}  // namespace tenpoint::movements
