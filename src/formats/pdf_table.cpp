// SPDX-License-Identifier: Apache-2.0
#include "formats/pdf_table.hpp"

#include <algorithm>
#include <numeric>

#include "formats/document_tables.hpp"
#include "formats/scene_cairo.hpp"

namespace tenpoint::formats {
namespace {

constexpr double size = 8;
constexpr double gap = 8;  // between columns
constexpr double padding = 3;

class PdfTable {
  public:
    PdfTable(PdfPages& pages, const Table& table)
        : pages_(pages), table_(table), widths_(column_widths()) {}

    void add() {
        add_head();
        for (const auto& row : table_.rows)
            add_row(row);
    }

    double least_height() const {
        double height = height_of(head());
        for (std::size_t i = 0; i < std::min<std::size_t>(2, table_.rows.size()); ++i)
            height += height_of(cells_of(table_.rows[i])) + note_height(table_.rows[i]);
        return height;
    }

  private:
    using Cells = std::vector<TextLayout>;

    // What the widest cell of each column would need on one line; where that is more than there is,
    // columns wider than an even share give way to the others.
    std::vector<double> column_widths() const {
        std::vector<double> widths;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            double widest = natural_width(table_.columns[i].header, true);
            if (is_figure(table_.columns[i].type)) widest = std::min(widest, 70.0);
            for (const auto& row : table_.rows)
                widest = std::max(widest, natural_width(text_of(row, i), row.total));
            widths.push_back(widest + 1);
        }
        const double available =
            pages_.width() - gap * static_cast<double>(std::max<std::size_t>(widths.size(), 1) - 1);
        const double wanted = std::accumulate(widths.begin(), widths.end(), 0.0);
        if (wanted < available) return spread(std::move(widths), available - wanted);
        return narrowed(std::move(widths), available);
    }

    // The first column takes most of what is left over: figures stay near one another.
    static std::vector<double> spread(std::vector<double> widths, double rest) {
        if (widths.empty()) return widths;
        const double each = rest / static_cast<double>(widths.size() + 1);
        for (auto& width : widths)
            width += each;
        widths.front() += each;
        return widths;
    }

    static std::vector<double> narrowed(std::vector<double> widths, double available) {
        auto sorted = widths;
        std::ranges::sort(sorted);
        double limit = 0;
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            limit = available / static_cast<double>(sorted.size() - i);
            if (sorted[i] >= limit) break;
            available -= sorted[i];
        }
        for (auto& width : widths)
            width = std::min(width, limit);
        return widths;
    }

    double natural_width(std::string_view text, bool bold) const {
        const auto layout = make_text_layout({.size = size, .bold = bold});
        set_text(layout, text);
        return extent_of(layout).width;
    }

    std::string text_of(const TableRow& row, std::size_t column) const {
        return cell_text(row.cells[column], table_.columns[column].type, pages_.language());
    }

    TextLayout cell(std::string_view text, std::size_t column, bool bold) const {
        // Units stand under units, in Arabic too, where a line's start is on the right.
        const bool flush_right = is_figure(table_.columns[column].type);
        const auto end = flush_right && !pages_.right_to_left() ? TextEnd::end : TextEnd::start;
        return pages_.text(text, size, widths_[column], bold, end);
    }

    Cells head() const {
        Cells cells;
        cells.reserve(table_.columns.size());
        for (std::size_t i = 0; i < table_.columns.size(); ++i)
            cells.push_back(cell(table_.columns[i].header, i, true));
        return cells;
    }
    Cells cells_of(const TableRow& row) const {
        Cells cells;
        cells.reserve(table_.columns.size());
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            cells.push_back(cell(text_of(row, i), i, row.total));
        return cells;
    }

    static double height_of(const Cells& cells) {
        double height = 0;
        for (const auto& layout : cells)
            height = std::max(height, extent_of(layout).height);
        return height + 2 * padding;
    }

    double note_height(const TableRow& row) const {
        if (row.note.empty()) return 0;
        return extent_of(pages_.text(row.note, size - 0.5, pages_.width())).height + padding;
    }

    void add_rule(Paint paint, double thickness) const {
        use_paint(pages_.cairo(), paint);
        cairo_rectangle(pages_.cairo(), pages_.left_of(0, pages_.width()), pages_.y(),
                        pages_.width(), thickness);
        cairo_fill(pages_.cairo());
    }

    void add_cells(const Cells& cells, const char* element) {
        const PdfElement row(pages_, "TR");
        double offset = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const PdfElement cell(pages_, element);
            pages_.show(cells[i], Paint::ink, offset, pages_.y() + padding);
            offset += widths_[i] + gap;
        }
    }

    void add_head() {
        const auto cells = head();
        add_cells(cells, "TH");
        pages_.advance(height_of(cells));
        add_rule(Paint::ink, 1);
    }

    void add_row(const TableRow& row) {
        const auto cells = cells_of(row);
        const double height = height_of(cells) + note_height(row);
        if (pages_.room() < height) {
            pages_.turn_page();
            add_head();
        }
        if (row.total) add_rule(Paint::ink, 0.8);
        add_cells(cells, "TD");
        pages_.advance(height_of(cells));
        if (!row.note.empty()) {
            const PdfElement paragraph(pages_, "P");
            pages_.show(pages_.text(row.note, size - 0.5, pages_.width()), Paint::quiet, 0,
                        pages_.y() - padding);
            pages_.advance(note_height(row));
        }
        add_rule(Paint::grid, 0.6);
    }

    PdfPages& pages_;
    const Table& table_;
    std::vector<double> widths_;
};

}  // namespace

void add_pdf_table(PdfPages& pages, const Table& table) {
    PdfTable(pages, table).add();
}

double least_table_height(PdfPages& pages, const Table& table) {
    return PdfTable(pages, table).least_height();
}

}  // namespace tenpoint::formats
