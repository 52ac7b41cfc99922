// SPDX-License-Identifier: Apache-2.0
#include "formats/document_xlsx.hpp"

#include "base/translations.hpp"
#include "formats/document_check.hpp"
#include "formats/document_tables.hpp"
#include "formats/xlsx_book.hpp"

namespace tenpoint::formats {
namespace {

using Style = XlsxBook::Style;

// What is read as text, on the first sheet.
class SummarySheet {
  public:
    explicit SummarySheet(XlsxBook& book) : book_(book) {}

    void operator()(const Heading& heading) {
        book_.skip_row();
        book_.add_text(heading.text, Style::bold);
    }
    void operator()(const Paragraph& paragraph) { book_.add_text(paragraph.text, Style::wrapped); }
    void operator()(const Headlines& headlines) {
        book_.skip_row();
        for (const auto& card : headlines.cards)
            book_.add_headline(card);
    }
    void operator()(const Notes& notes) {
        book_.skip_row();
        book_.add_text(notes.title, Style::bold);
        for (std::size_t i = 0; i < notes.items.size(); ++i)
            book_.add_text(std::to_string(i + 1) + ". " + notes.items[i], Style::wrapped);
    }
    // The rest has sheets of its own.
    void operator()(const auto&) {}

  private:
    XlsxBook& book_;
};

// A sheet for each block that has figures.
class FigureSheets {
  public:
    FigureSheets(XlsxBook& book, Language language) : book_(book), language_(language) {}

    void operator()(const Table& table) {
        book_.begin_sheet(table.caption.title);
        book_.add_text(table.caption.title, Style::bold);
        if (!table.caption.unit.empty()) book_.add_text(table.caption.unit, Style::quiet);
        if (!table.caption.note.empty()) book_.add_text(table.caption.note, Style::quiet);
        book_.skip_row();
        book_.add_table(table);
    }
    template <class Block>
    void operator()(const Block& block) {
        if constexpr (requires { table_of(block, language_); }) (*this)(table_of(block, language_));
    }

  private:
    XlsxBook& book_;
    Language language_;
};

}  // namespace

std::string render_xlsx(const Document& document) {
    require_consistent(document);
    XlsxBook book(document.language, document.title, document.publisher, document.made_at);
    book.begin_sheet(translate(document.language, "document.summary"));
    book.set_column_width(0, 60);
    for (int column = 1; column <= 4; ++column)
        book.set_column_width(column, column > 2 ? 32 : 14);
    book.add_text(document.title, Style::title);
    book.add_text(document.subtitle);
    book.add_text(document.publisher);
    book.add_text(document.edition_line, Style::quiet);
    SummarySheet summary(book);
    for (const auto& block : document.blocks)
        std::visit(summary, block);
    FigureSheets figures(book, document.language);
    for (const auto& block : document.blocks)
        std::visit(figures, block);
    if (!document.figures.columns.empty()) {
        book.begin_sheet(document.figures.caption.title);
        book.add_table(document.figures);
    }
    return book.finish();
}

}  // namespace tenpoint::formats
