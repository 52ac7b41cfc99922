// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/column_texts.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <span>

#include "base/text.hpp"
#include "desks/movements/column_cells.hpp"
#include "desks/movements/personal_cells.hpp"
#include "desks/movements/recognition_personal.hpp"
#include "desks/movements/recognition_wide.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t most_counted = 10'000;
constexpr std::size_t longest = 200;

bool is_personal(std::span<const SampleRow> samples, const ColumnLayout& layout, std::size_t column,
                 bool mapped) {
    if (column > layout.headers.size()) return false;
    const auto sign = personal_sign(samples, layout, column - 1);
    return sign == PersonalSign::cells || (sign != PersonalSign::none && !mapped);
}

}  // namespace

ColumnTexts texts_of_column(formats::TableReader& table, std::int64_t header_row,
                            std::size_t column, bool mapped, const ColumnTextLimits& limits) {
    std::map<std::string, std::int64_t, std::less<>> counted;
    bool is_all = true, is_masked = false;
    std::string mask;
    const auto count = [&](std::string_view cell) {
        auto text = trimmed(cell);
        if (text.empty()) return;
        if (is_masked) text = mask = masked(text);
        if (const auto known = counted.find(text); known != counted.end())
            ++known->second;
        else if (text.size() <= longest && counted.size() < most_counted)
            counted.emplace(text, 1);
        else
            is_all = false;
    };
    const auto samples = read_samples(table, header_row);
    const auto layout = find_wide_layout(samples, header_row);
    is_masked = is_personal(samples, layout, column, mapped);
    for_each_cell(samples, layout, column - 1, count);
    std::vector<formats::Cell> cells;
    while (table.next(cells)) {
        if (table.row_number() > limits.rows) {
            is_all = false;
            break;
        }
        if (column <= cells.size()) count(cells[column - 1].text);
    }

    ColumnTexts found{{}, is_all && counted.size() <= limits.texts};
    for (const auto& [text, rows] : counted)
        found.texts.push_back({text, rows});
    std::ranges::stable_sort(found.texts, std::greater{}, &ColumnText::rows);
    if (found.texts.size() > limits.texts) found.texts.resize(limits.texts);
    return found;
}

}  // namespace tenpoint::movements
