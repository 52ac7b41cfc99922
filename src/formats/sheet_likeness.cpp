// SPDX-License-Identifier: Apache-2.0
#include "formats/sheet_likeness.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <string_view>
#include <utility>

#include "base/hash.hpp"
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

// The least number has no positive counterpart.
bool is_within(std::int64_t number, std::int64_t bound) {
    return number >= -bound && number <= bound;
}

bool is_year(std::int64_t number) {
    return number >= first_year && number <= last_year;
}

std::size_t usual_width(const std::vector<SheetForm::Row>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows)
        widths.push_back(row.filled);
    if (widths.empty()) return 0;
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::ranges::nth_element(widths, middle);
    return *middle;
}

bool is_word_or_year(std::string_view text) {
    const auto number = parse_count(text);
    return number.kind == NumberKind::not_a_number || (number && is_year(*number));
}

SheetForm::Row form_of(std::int64_t number, std::span<const Cell> cells) {
    SheetForm::Row row;
    row.number = number;
    std::string texts;
    std::size_t such = 0;
    std::set<std::string> different;
    for (const auto& cell : cells) {
        const auto text = shortened(trimmed(cell.text), longest_text);
        texts.append(text).push_back('\0');
        if (text.empty()) continue;
        ++row.filled;
        such += is_word_or_year(text) ? 1 : 0;
        row.has_hashtags = row.has_hashtags || text.starts_with('#');
        different.insert(text);
    }
    row.may_be_header = different.size() >= 2 && such * 4 >= row.filled * 3;
    row.fingerprint = hash_of(texts);
    return row;
}

// The first row that may head a table of this width; none where there is none.
std::optional<std::size_t> header_of(const std::vector<SheetForm::Row>& rows) {
    const auto width = usual_width(rows);
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].may_be_header && rows[i].filled * 3 >= width * 2) return i;
    return std::nullopt;
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
        if (of_a.fingerprint != of_b.fingerprint || !of_a.may_be_header) break;
        ++shared;
    }
    return shared;
}

bool have_same_titles(const SheetForm& a, std::int64_t header_of_a, const SheetForm& b,
                      std::int64_t header_of_b) {
    const auto titles = [](const SheetForm& form, std::int64_t header) {
        std::vector<std::string> texts;
        for (const auto& row : form.top())
            if (row.number < header) texts.push_back(row.fingerprint);
        return texts;
    };
    return titles(a, header_of_a) == titles(b, header_of_b);
}

// The length of the time that a sheet is named by; nothing where it is named otherwise.
std::optional<PeriodUnit> unit_of_name(std::string_view name) {
    if (const auto part = year_part_of_words(name)) return part->unit;
    const auto date = parse_date(name, DateOrder(DayMonthOrder::day_first));
    return date ? std::optional{date->period.unit()} : std::nullopt;
}

constexpr std::string_view digits_of_names = "0123456789";

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
    begin = begin.substr(0, begin.find_first_of(digits_of_names));
    end = end.substr(end.find_last_of(digits_of_names) + 1);  // all of it where there is none
    const auto last = begin.find_last_of(" _-");
    const auto from = last == begin.npos ? 0 : last + 1;
    const auto first = end.find_first_of(" _-");
    const auto behind = first == end.npos ? 0 : end.size() - first;
    for (auto& member : members)
        if (member.name.size() > from + behind)
            member.name = member.name.substr(from, member.name.size() - from - behind);
}

// By its name: "2024" beside months, "Country" beside districts; March is no total of months.
bool may_be_total(const std::vector<std::optional<PeriodUnit>>& units, std::size_t one) {
    for (std::size_t i = 0; i < units.size(); ++i)
        if (i != one && units[one] && units[i] && *units[one] <= *units[i]) return false;
    return true;
}

// Takes the one that adds up the others from among them, if there are figures enough to tell;
// others that come to the same are remembered.
void take_total_out(AlikeSheets& alike, std::span<const SheetForm> forms) {
    std::vector<const SheetForm*> all;
    std::size_t with_figures = 0;
    for (const auto& member : alike.members) {
        all.push_back(&forms[member.sheet]);
        with_figures += all.back()->has_figures() ? 1 : 0;
    }
    auto named = alike.members;
    shorten_names(named);
    std::vector<std::optional<PeriodUnit>> units;
    for (const auto& member : named)
        units.push_back(unit_of_name(member.name));
    std::vector<std::size_t> totals;  // places among the members
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i]->adds_up(all)) continue;
        if (with_figures > 2 && may_be_total(units, i))
            totals.push_back(i);
        else
            alike.may_be_totals.push_back(alike.members[i].sheet);
    }
    if (totals.size() == 1) {
        alike.total = alike.members[totals.front()].sheet;
        alike.members.erase(alike.members.begin() + static_cast<std::ptrdiff_t>(totals.front()));
        return;
    }
    for (const auto i : totals)
        alike.may_be_totals.push_back(alike.members[i].sheet);
}

bool are_of_one_time_each(const std::vector<AlikeSheets::Member>& members) {
    const auto unit = unit_of_name(members.front().name);
    return unit && std::ranges::all_of(members, [&](const AlikeSheets::Member& member) {
               return unit_of_name(member.name) == unit;
           });
}

}  // namespace

void SheetForm::learn(std::int64_t number, std::span<const Cell> cells, std::int64_t repeats) {
    while (!cells.empty() && trimmed(cells.back().text).empty())
        cells = cells.first(cells.size() - 1);
    width_ = std::max(width_, cells.size());
    cells = cells.first(std::min(cells.size(), most_columns_added));
    if (top_.size() < most_top_rows && !cells.empty()) top_.push_back(form_of(number, cells));
    if (++rows_ > most_rows_added) is_cut();
    if (!is_whole_) return;
    columns_.resize(std::max(columns_.size(), cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto count = whole_number(cells[i]);
        if (!count) continue;
        // What is that large is no count, and is not added.
        if (!is_within(*count, largest_count)) return is_cut();
        columns_[i].has_figures = columns_[i].has_figures || !is_year(*count);
        columns_[i].sum += *count * repeats;
        if (!is_within(columns_[i].sum, largest_sum)) return is_cut();
    }
}

bool SheetForm::has_figures() const {
    return std::ranges::any_of(
        columns_, [](const Column& column) { return column.has_figures && column.sum != 0; });
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
        const auto same =
            std::ranges::find(other, top[*header].fingerprint, &SheetForm::Row::fingerprint);
        if (same == other.end()) continue;
        const auto at = static_cast<std::size_t>(same - other.begin());
        if (i != one) depth = std::min(depth, rows_shared(top, *header, other, at));
        alike.share_titles = alike.share_titles && have_same_titles(forms[one], top[*header].number,
                                                                    forms[i], same->number);
        alike.members.push_back({i, names[i], same->number, 0, 0});
    }
    if (alike.members.size() < 2) return std::nullopt;
    take_total_out(alike, forms);
    alike.sums_known = true;
    for (const auto& member : alike.members) {
        alike.width = std::max(alike.width, forms[member.sheet].width());
        alike.sums_known = alike.sums_known && forms[member.sheet].is_whole();
    }
    const bool tagged = depth > 1 && top[*header + depth - 1].has_hashtags;
    for (auto& member : alike.members) {
        member.last_header_row = member.header_row + static_cast<std::int64_t>(depth) - 1;
        member.naming_row = member.last_header_row - (tagged ? 1 : 0);
    }
    shorten_names(alike.members);
    alike.tell_time = are_of_one_time_each(alike.members);
    return alike;
}

}  // namespace tenpoint::formats
