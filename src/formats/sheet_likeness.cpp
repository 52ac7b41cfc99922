// SPDX-License-Identifier: Apache-2.0
#include "formats/sheet_likeness.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <set>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "formats/date_words.hpp"
#include "formats/dates.hpp"
#include "formats/hxl.hpp"
#include "formats/number.hpp"

namespace tenpoint::formats {
namespace {

constexpr std::size_t most_top_rows = 25, most_columns_added = 400, longest_text = 200;
constexpr std::int64_t most_rows_added = 100'000;
constexpr std::int64_t largest_count = 10'000'000'000, largest_sum = 1'000'000'000'000'000;
constexpr std::int64_t first_year = 1950, last_year = 2100;

std::optional<std::int64_t> whole_number(const Cell& cell) {
    std::int64_t number = 0;
    const auto* end = cell.text.data() + cell.text.size();
    const auto [stop, error] = std::from_chars(cell.text.data(), end, number);
    if (cell.text.empty() || error != std::errc{} || stop != end) return std::nullopt;
    return number;
}

bool is_year(std::int64_t number) {
    return number >= first_year && number <= last_year;
}

std::size_t filled_in(const SheetForm::Row& row) {
    return static_cast<std::size_t>(
        std::ranges::count_if(row.texts, [](const std::string& text) { return !text.empty(); }));
}

std::size_t usual_width(const std::vector<SheetForm::Row>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows)
        widths.push_back(filled_in(row));
    if (widths.empty()) return 0;
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::ranges::nth_element(widths, middle);
    return *middle;
}

// Mostly words, dates and years, and not all the same.
bool may_be_header(const SheetForm::Row& row) {
    std::size_t filled = 0, such = 0;
    std::set<std::string_view> different;
    for (const auto& text : row.texts) {
        if (text.empty()) continue;
        ++filled;
        different.insert(text);
        const auto number = parse_count(text);
        such += number.kind == NumberKind::not_a_number || (number && is_year(*number)) ? 1 : 0;
    }
    return different.size() >= 2 && such * 4 >= filled * 3;
}

// The first row that may head a table of this width; none where there is none.
std::optional<std::size_t> header_of(const std::vector<SheetForm::Row>& rows) {
    const auto width = usual_width(rows);
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (may_be_header(rows[i]) && filled_in(rows[i]) * 3 >= width * 2) return i;
    return std::nullopt;
}

bool is_hxl(const SheetForm::Row& row) {
    return std::ranges::any_of(row.texts,
                               [](const std::string& text) { return text.starts_with('#'); });
}

// How many rows, from these on, are the same header in both.
std::size_t rows_shared(const std::vector<SheetForm::Row>& a, std::size_t at_a,
                        const std::vector<SheetForm::Row>& b, std::size_t at_b) {
    std::size_t shared = 0;
    while (at_a + shared < a.size() && at_b + shared < b.size()) {
        const auto &of_a = a[at_a + shared], &of_b = b[at_b + shared];
        const auto further = static_cast<std::int64_t>(shared);
        if (of_a.number != a[at_a].number + further || of_b.number != b[at_b].number + further)
            break;
        if (of_a.texts != of_b.texts || !may_be_header(of_a)) break;
        ++shared;
    }
    return shared;
}

bool have_same_titles(const SheetForm& a, std::int64_t header_of_a, const SheetForm& b,
                      std::int64_t header_of_b) {
    const auto titles = [](const SheetForm& form, std::int64_t header) {
        std::vector<std::vector<std::string>> texts;
        for (const auto& row : form.top())
            if (row.number < header) texts.push_back(row.texts);
        return texts;
    };
    return titles(a, header_of_a) == titles(b, header_of_b);
}

bool names_a_time(std::string_view name) {
    return year_part_of_words(name) || parse_date(name, DateOrder(DayMonthOrder::day_first));
}

bool has_digit(std::string_view text) {
    return text.find_first_of("0123456789") != text.npos;
}

// Drops the words that all names begin or end with; years and other numbers stay.
void shorten_names(std::vector<AlikeSheets::Member>& members) {
    std::string_view begin = members.front().name, end = begin;
    for (const auto& member : members) {
        const std::string_view name = member.name;
        const auto [a, in_begin] = std::ranges::mismatch(name, begin);
        begin = begin.substr(0, static_cast<std::size_t>(in_begin - begin.begin()));
        std::size_t same = 0;
        while (same < std::min(name.size(), end.size()) &&
               name[name.size() - 1 - same] == end[end.size() - 1 - same])
            ++same;
        end = end.substr(end.size() - same);
    }
    const auto last = begin.find_last_of(" _-");
    auto from = last == begin.npos ? 0 : last + 1;
    const auto first = end.find_first_of(" _-");
    auto behind = first == end.npos ? 0 : end.size() - first;
    if (has_digit(begin.substr(0, from))) from = 0;
    if (has_digit(end.substr(end.size() - behind))) behind = 0;
    for (auto& member : members)
        if (member.name.size() > from + behind)
            member.name = member.name.substr(from, member.name.size() - from - behind);
}

}  // namespace

void SheetForm::learn(std::int64_t number, std::span<const Cell> cells, std::int64_t repeats) {
    cells = cells.first(std::min(cells.size(), most_columns_added));
    if (top_.size() < most_top_rows) {
        Row row{number, {}};
        for (const auto& cell : cells)
            row.texts.push_back(shortened(trimmed(cell.text), longest_text));
        while (!row.texts.empty() && row.texts.back().empty())
            row.texts.pop_back();
        if (!row.texts.empty()) top_.push_back(std::move(row));
    }
    if (++rows_ > most_rows_added) is_cut();
    if (!is_whole_) return;
    columns_.resize(std::max(columns_.size(), cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto count = whole_number(cells[i]);
        if (!count) continue;
        // What is that large is no count, and is not added.
        if (std::abs(*count) > largest_count) return is_cut();
        columns_[i].has_figures = columns_[i].has_figures || !is_year(*count);
        columns_[i].sum += *count * repeats;
        if (std::abs(columns_[i].sum) > largest_sum) return is_cut();
    }
}

bool SheetForm::adds_up(std::span<const SheetForm* const> forms) const {
    bool any = false;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (!columns_[i].has_figures) continue;
        std::int64_t others = 0;
        for (const auto* form : forms) {
            if (!form->is_whole_) return false;
            if (form != this) others += form->sum_of(i);
        }
        if (others != columns_[i].sum) return false;
        any = any || columns_[i].sum != 0;
    }
    return any && is_whole_;
}

std::optional<AlikeSheets> sheets_like(std::size_t one, std::span<const std::string> names,
                                       std::span<const SheetForm> forms,
                                       const std::vector<bool>& may_join) {
    const auto& top = forms[one].top();
    const auto header = header_of(top);
    if (!header) return std::nullopt;
    AlikeSheets alike;
    alike.share_titles = true;
    std::size_t depth = top.size();
    for (std::size_t i = 0; i < forms.size(); ++i) {
        if (!may_join[i]) continue;
        const auto& other = forms[i].top();
        const auto same = std::ranges::find(other, top[*header].texts, &SheetForm::Row::texts);
        if (same == other.end()) continue;
        const auto at = static_cast<std::size_t>(same - other.begin());
        if (i != one) depth = std::min(depth, rows_shared(top, *header, other, at));
        alike.share_titles = alike.share_titles && have_same_titles(forms[one], top[*header].number,
                                                                    forms[i], same->number);
        alike.members.push_back({i, names[i], same->number, 0, 0});
    }
    if (alike.members.size() >= 3) {
        std::vector<const SheetForm*> all;
        for (const auto& member : alike.members)
            all.push_back(&forms[member.sheet]);
        std::erase_if(alike.members, [&](const AlikeSheets::Member& member) {
            const bool is_total = forms[member.sheet].adds_up(all);
            if (is_total) alike.totals.push_back(member.sheet);
            return is_total;
        });
    }
    if (alike.members.size() < 2) return std::nullopt;
    const bool tagged = depth > 1 && is_hxl(top[*header + depth - 1]);
    for (auto& member : alike.members) {
        member.last_header_row = member.header_row + static_cast<std::int64_t>(depth) - 1;
        member.naming_row = member.last_header_row - (tagged ? 1 : 0);
    }
    shorten_names(alike.members);
    alike.tell_time = std::ranges::all_of(
        alike.members, [](const AlikeSheets::Member& member) { return names_a_time(member.name); });
    return alike;
}

}  // namespace tenpoint::formats
