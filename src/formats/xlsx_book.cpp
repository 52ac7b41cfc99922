// SPDX-License-Identifier: Apache-2.0
#include "formats/xlsx_book.hpp"

#include <algorithm>
#include <stdexcept>
#include <sys/mman.h>
#include <unistd.h>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "base/text.hpp"
#include "formats/document_locale.hpp"
#include "formats/document_tables.hpp"
#include "formats/sheet_name.hpp"

namespace tenpoint::formats {
namespace {

constexpr std::size_t longest_cell = 32767;  // Excel's limit, in UTF-16 units

// libxlsxwriter can only write to a path; this one leads to memory.
std::string path_of(int file) {
    return fmt::format("/proc/self/fd/{}", file);
}

std::string content_of(int file) {
    std::string bytes(static_cast<std::size_t>(lseek(file, 0, SEEK_END)), '\0');
    std::size_t read = 0;
    while (read < bytes.size()) {
        const auto got =
            pread(file, bytes.data() + read, bytes.size() - read, static_cast<off_t>(read));
        if (got <= 0) throw std::runtime_error("cannot read back the workbook");
        read += static_cast<std::size_t>(got);
    }
    return bytes;
}

}  // namespace

struct XlsxBook::Formats {
    lxw_format* title;
    lxw_format* bold;
    lxw_format* quiet;
    lxw_format* wrapped;
    lxw_format* header;
    lxw_format* tag;
    lxw_format* number;
    lxw_format* number_bold;
    lxw_format* percent;
    lxw_format* percent_bold;
};

XlsxBook::XlsxBook(Language language, const std::string& title, const std::string& author,
                   Instant made_at)
    : language_(language), file_(memfd_create("workbook", MFD_CLOEXEC)) {
    if (file_ < 0) throw std::runtime_error("no memory for a workbook");
    book_ = workbook_new(path_of(file_).c_str());
    // The library keeps no pointer to these texts but does not take const ones.
    std::string title_text = title;
    std::string author_text = author;
    lxw_doc_properties properties{};
    properties.title = title_text.data();
    properties.author = author_text.data();
    properties.created = made_at.milliseconds / 1000;
    workbook_set_properties(book_, &properties);

    const auto make = [&] { return workbook_add_format(book_); };
    formats_ = std::make_unique<Formats>(
        Formats{make(), make(), make(), make(), make(), make(), make(), make(), make(), make()});
    format_set_bold(formats_->title);
    format_set_font_size(formats_->title, 16);
    format_set_bold(formats_->bold);
    format_set_font_color(formats_->quiet, 0x55626f);
    format_set_text_wrap(formats_->wrapped);
    format_set_align(formats_->wrapped, LXW_ALIGN_VERTICAL_TOP);
    format_set_bold(formats_->header);
    format_set_text_wrap(formats_->header);
    format_set_bottom(formats_->header, LXW_BORDER_THIN);
    format_set_font_color(formats_->tag, 0x55626f);
    for (auto* format : {formats_->number, formats_->number_bold})
        format_set_num_format(format, "#,##0.####");
    for (auto* format : {formats_->percent, formats_->percent_bold})
        format_set_num_format(format, "0.0%");
    format_set_bold(formats_->number_bold);
    format_set_bold(formats_->percent_bold);
}

XlsxBook::~XlsxBook() {
    if (book_ != nullptr) workbook_close(book_);
    close(file_);
}

void XlsxBook::begin_sheet(const std::string& name) {
    sheet_ = workbook_add_worksheet(book_, free_sheet_name(name, names_).c_str());
    if (sheet_ == nullptr) throw std::logic_error("a worksheet's name that Excel refuses");
    if (is_right_to_left(language_)) worksheet_right_to_left(sheet_);
    worksheet_set_paper(sheet_, 9);  // A4
    worksheet_fit_to_pages(sheet_, 1, 0);
    row_ = 0;
}

void XlsxBook::write_text(int column, const std::string& text, lxw_format* format) {
    worksheet_write_string(sheet_, row_, static_cast<lxw_col_t>(column),
                           shortened(text, longest_cell - 3).c_str(), format);
}

void XlsxBook::add_text(const std::string& text, Style style) {
    const auto format_of = [&]() -> lxw_format* {
        switch (style) {
            case Style::plain:
                return nullptr;
            case Style::title:
                return formats_->title;
            case Style::bold:
                return formats_->bold;
            case Style::quiet:
                return formats_->quiet;
            case Style::wrapped:
                return formats_->wrapped;
        }
        return nullptr;
    };
    if (!text.empty()) write_text(0, text, format_of());
    ++row_;
}

void XlsxBook::add_headline(const Headline& headline) {
    write_text(0, headline.label, formats_->wrapped);
    if (headline.value)
        worksheet_write_number(sheet_, row_, 1, *headline.value,
                               headline.style == FigureStyle::percent ? formats_->percent_bold
                                                                      : formats_->number_bold);
    if (headline.change)
        worksheet_write_number(sheet_, row_, 2, *headline.change, formats_->percent);
    write_text(3, headline.comparison, nullptr);
    write_text(4, headline.note, nullptr);
    ++row_;
}

void XlsxBook::set_column_width(int column, double characters) {
    const auto at = static_cast<lxw_col_t>(column);
    worksheet_set_column(sheet_, at, at, characters, nullptr);
}

void XlsxBook::add_table(const Table& table) {
    add_header(table);
    for (const auto& row : table.rows)
        add_row(table, row);
}

void XlsxBook::add_header(const Table& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        write_text(static_cast<int>(i), table.columns[i].header, formats_->header);
    ++row_;
    const bool tagged = std::ranges::any_of(
        table.columns, [](const TableColumn& column) { return !column.hxl.empty(); });
    if (tagged) {
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            write_text(static_cast<int>(i), table.columns[i].hxl, formats_->tag);
        ++row_;
    }
    worksheet_freeze_panes(sheet_, row_, 0);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        std::size_t longest = is_figure(table.columns[i].type) ? 12 : 10;
        for (const auto& row : table.rows)
            if (const auto* text = std::get_if<std::string>(&row.cells[i]))
                longest = std::max(longest, text->size());
        set_column_width(static_cast<int>(i),
                         static_cast<double>(std::min<std::size_t>(longest + 2, 60)));
    }
}

void XlsxBook::add_row(const Table& table, const TableRow& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        add_cell(static_cast<int>(i), row.cells[i], table.columns[i].type, row.total);
    if (!row.note.empty())
        write_text(static_cast<int>(row.cells.size()), row.note, formats_->quiet);
    ++row_;
}

void XlsxBook::add_cell(int column, const TableCell& cell, ColumnType type, bool bold) {
    if (const auto* number = std::get_if<double>(&cell)) {
        auto* format = type == ColumnType::percent
                           ? (bold ? formats_->percent_bold : formats_->percent)
                           : (bold ? formats_->number_bold : formats_->number);
        worksheet_write_number(sheet_, row_, static_cast<lxw_col_t>(column), *number, format);
    } else if (const auto* text = std::get_if<std::string>(&cell)) {
        write_text(column, *text, bold ? formats_->bold : nullptr);
    } else if (const auto* period = std::get_if<Period>(&cell)) {
        write_text(column, to_text(*period), bold ? formats_->bold : nullptr);
    }
}

std::string XlsxBook::finish() {
    const auto outcome = workbook_close(book_);
    book_ = nullptr;
    if (outcome != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(outcome));
    return content_of(file_);
}

}  // namespace tenpoint::formats
