// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/language.hpp"
#include "formats/document.hpp"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace tenpoint::formats {

// A workbook being written (libxlsxwriter). Texts are stored as texts whatever they begin with: no
// cell can become a formula or a link. The same content gives the same bytes.
class XlsxBook {
  public:
    XlsxBook(Language language, const std::string& title, const std::string& author,
             Instant made_at);
    ~XlsxBook();
    XlsxBook(const XlsxBook&) = delete;
    XlsxBook& operator=(const XlsxBook&) = delete;

    // Begins a worksheet named as near to `name` as Excel allows; rows then follow one another.
    void begin_sheet(const std::string& name);

    enum class Style { plain, title, bold, quiet, wrapped };
    void add_text(const std::string& text, Style style = Style::plain);
    void skip_row() { ++row_; }

    // A header row, an HXL row where a column has a tag, then the rows with typed cells. The header
    // is frozen with everything above it.
    void add_table(const Table& table);

    // Label, figure, change and comparison in one row, as the first sheet lists the headlines.
    void add_headline(const Headline& headline);

    void set_column_width(int column, double characters);

    // The finished file; the book is empty afterwards. Throws std::runtime_error where no temporary
    // memory is to be had.
    std::string finish();

  private:
    struct Formats;

    void add_header(const Table& table);
    void add_row(const Table& table, const TableRow& row);
    void add_cell(int column, const TableCell& cell, ColumnType type, bool bold);
    void write_text(int column, const std::string& text, lxw_format* format);

    Language language_;
    int file_;  // in memory
    lxw_workbook* book_;
    std::unique_ptr<Formats> formats_;
    lxw_worksheet* sheet_ = nullptr;
    unsigned row_ = 0;
    std::vector<std::string> names_;  // of the worksheets
};

}  // namespace tenpoint::formats
