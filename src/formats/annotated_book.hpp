// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "formats/table.hpp"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace tenpoint::formats {

// A workbook of tables as they were received, with remarks on their cells (libxlsxwriter). Rows are
// written one after the other in memory that grows with the remarks only. Texts are stored as texts
// whatever they begin with: no cell can become a formula or a link.
class AnnotatedBook {
  public:
    // What a spreadsheet holds at most.
    static constexpr std::size_t most_rows = 1'048'576;

    // Writes to `file`; passing files beside it.
    explicit AnnotatedBook(const std::filesystem::path& file);
    ~AnnotatedBook();
    AnnotatedBook(const AnnotatedBook&) = delete;
    AnnotatedBook& operator=(const AnnotatedBook&) = delete;

    struct Appearance {
        std::size_t frozen_rows = 0;
        bool right_to_left = false;
        std::vector<double> widths;  // of the first columns, in characters
    };
    // Begins a worksheet named as near to `name` as Excel allows, at its first row.
    void begin_sheet(const std::string& name, const Appearance& look);

    void add_row(std::span<const Cell> cells) { add_row(cells, {}); }
    // The cell of column `column`, from 0, has a colour and, unless `text` is empty, a comment. One
    // row has at most one remark for a column.
    struct Remark {
        std::size_t column = 0;
        Severity severity{};
        std::string text;
    };
    void add_row(std::span<const Cell> cells, std::span<const Remark> remarks);
    void add_heading(std::span<const Cell> cells);

    // Throws std::runtime_error where the disk fails. Nothing may be added after it.
    void finish();

  private:
    struct Formats;

    void add_cells(std::span<const Cell> cells, std::span<const Remark> remarks, bool bold);
    void write(std::size_t column, const Cell& cell, lxw_format* format);
    void comment(std::size_t column, const std::string& text);

    lxw_workbook* book_;
    std::unique_ptr<Formats> formats_;
    lxw_worksheet* sheet_ = nullptr;
    unsigned row_ = 0;
    std::vector<std::string> names_;
};

}  // namespace tenpoint::formats
