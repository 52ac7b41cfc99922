// SPDX-License-Identifier: Apache-2.0
#include "formats/annotated_book.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <stdexcept>

#include <xlsxwriter.h>

#include "base/text.hpp"
#include "formats/sheet_name.hpp"

namespace tenpoint::formats {
namespace {

constexpr std::size_t longest_cell = 32'767 - 3;  // Excel's limit, in UTF-16 units
constexpr auto most_columns = TableLimits::columns;
constexpr double characters_in_a_box = 160;  // of a comment that is twice as wide as usual

// A whole number that a spreadsheet shows again just as it was written.
std::optional<double> plain_number(std::string_view text) {
    constexpr std::size_t exact_digits = 15;
    const bool is_plain = !text.empty() && text.size() <= exact_digits &&
                          (text[0] != '0' || text.size() == 1) &&
                          std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    double number = 0;
    if (!is_plain) return std::nullopt;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::optional<double> decimal_in(std::string_view text) {
    double number = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && stop == end ? std::optional(number) : std::nullopt;
}

// "2016-01-10" or "2016-01-10T12:30:00", as TableReader delivers dates.
std::optional<lxw_datetime> date_in(std::string_view text) {
    const auto part = [&](std::size_t at, std::size_t digits) {
        int number = 0;
        if (at + digits <= text.size())
            std::from_chars(text.data() + at, text.data() + at + digits, number);
        return number;
    };
    lxw_datetime date{part(0, 4),  part(5, 2),  part(8, 2),
                      part(11, 2), part(14, 2), static_cast<double>(part(17, 2))};
    const bool fits = date.year >= 1900 && date.month >= 1 && date.day >= 1;
    return fits ? std::optional(date) : std::nullopt;
}

}  // namespace

struct AnnotatedBook::Formats {
    // Of each severity and of what is in order: for dates, and for all else.
    struct Pair {
        lxw_format* plain = nullptr;
        lxw_format* date = nullptr;
    };
    std::array<Pair, 3> marked;
    Pair in_order;
    lxw_format* bold = nullptr;

    const Pair& of(const Remark* remark) const {
        return remark == nullptr ? in_order : marked.at(static_cast<std::size_t>(remark->severity));
    }
};

AnnotatedBook::AnnotatedBook(const std::filesystem::path& file) {
    auto folder = file.parent_path().string();
    lxw_workbook_options options{LXW_TRUE, folder.data(), LXW_FALSE};
    book_ = workbook_new_opt(file.c_str(), &options);
    if (book_ == nullptr) throw std::runtime_error("a workbook that cannot be begun");
    formats_ = std::make_unique<Formats>();
    constexpr std::array colours{0xf8c9c4U, 0xfde9b0U, 0xdfe9f3U};
    const auto dated = [&] {
        auto* format = workbook_add_format(book_);
        format_set_num_format(format, "yyyy-mm-dd");
        return format;
    };
    for (std::size_t i = 0; i < colours.size(); ++i) {
        formats_->marked[i] = {workbook_add_format(book_), dated()};
        for (auto* format : {formats_->marked[i].plain, formats_->marked[i].date})
            format_set_bg_color(format, colours[i]);
    }
    formats_->in_order.date = dated();
    formats_->bold = workbook_add_format(book_);
    format_set_bold(formats_->bold);
}

AnnotatedBook::~AnnotatedBook() {
    if (book_ != nullptr) workbook_close(book_);
}

void AnnotatedBook::begin_sheet(const std::string& name, const Appearance& look) {
    sheet_ = workbook_add_worksheet(book_, free_sheet_name(name, names_).c_str());
    if (sheet_ == nullptr) throw std::runtime_error("a worksheet that cannot be begun");
    if (look.right_to_left) worksheet_right_to_left(sheet_);
    if (look.frozen_rows > 0)
        worksheet_freeze_panes(sheet_, static_cast<lxw_row_t>(look.frozen_rows), 0);
    for (std::size_t i = 0; i < look.widths.size() && i < most_columns; ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(sheet_, column, column, look.widths[i], nullptr);
    }
    row_ = 0;
}

void AnnotatedBook::write(std::size_t index, const Cell& cell, lxw_format* format) {
    const auto column = static_cast<lxw_col_t>(index);
    const auto number = cell.kind == CellKind::number ? decimal_in(cell.text)
                        : cell.kind == CellKind::text ? plain_number(cell.text)
                                                      : std::nullopt;
    if (number)
        worksheet_write_number(sheet_, row_, column, *number, format);
    else if (cell.kind == CellKind::boolean)
        worksheet_write_boolean(sheet_, row_, column, cell.text == "true" ? 1 : 0, format);
    else if (!cell.text.empty())
        worksheet_write_string(sheet_, row_, column, shortened(cell.text, longest_cell).c_str(),
                               format);
    else if (format != nullptr)
        worksheet_write_blank(sheet_, row_, column, format);
}

void AnnotatedBook::comment(std::size_t column, const std::string& text) {
    lxw_comment_options options{};
    options.x_scale = 2;
    const auto shown = shortened(text, longest_cell);
    options.y_scale = 1 + static_cast<double>(shown.size()) / characters_in_a_box;
    options.font_size = 9;
    worksheet_write_comment_opt(sheet_, row_, static_cast<lxw_col_t>(column), shown.c_str(),
                                &options);
}

void AnnotatedBook::add_cells(std::span<const Cell> cells, std::span<const Remark> remarks,
                              bool bold) {
    if (row_ >= most_rows) return;
    std::size_t width = std::min(cells.size(), most_columns);
    for (const auto& remark : remarks)
        width = std::max(width, std::min(remark.column + 1, most_columns));
    for (std::size_t i = 0; i < width; ++i) {
        const auto remark = std::ranges::find(remarks, i, &Remark::column);
        const auto& formats = formats_->of(remark == remarks.end() ? nullptr : &*remark);
        const auto cell = i < cells.size() ? cells[i] : Cell{};
        auto date = cell.kind == CellKind::date ? date_in(cell.text) : std::nullopt;
        if (date)
            worksheet_write_datetime(sheet_, row_, static_cast<lxw_col_t>(i), &*date, formats.date);
        else
            write(i, cell, bold ? formats_->bold : formats.plain);
        if (remark != remarks.end() && !remark->text.empty()) comment(i, remark->text);
    }
    ++row_;
}

void AnnotatedBook::add_row(std::span<const Cell> cells, std::span<const Remark> remarks) {
    add_cells(cells, remarks, false);
}

void AnnotatedBook::add_heading(std::span<const Cell> cells) {
    add_cells(cells, {}, true);
}

void AnnotatedBook::finish() {
    const auto outcome = workbook_close(book_);
    book_ = nullptr;
    if (outcome != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(outcome));
}

}  // namespace tenpoint::formats
