// SPDX-License-Identifier: Apache-2.0
#include "formats/pdf_cards.hpp"

#include <algorithm>

#include "formats/document_locale.hpp"
#include "formats/scene_cairo.hpp"

namespace tenpoint::formats {
namespace {

struct CardLine {
    TextLayout layout;
    Paint paint;
    double space_before;
};
using Card = std::vector<CardLine>;

std::string change_text(const Headline& headline, Language language) {
    if (!headline.change) return headline.comparison;
    auto text = format_change(language, *headline.change);
    if (!headline.comparison.empty()) text += ' ' + headline.comparison;
    return text;
}

Card make_card(const PdfPages& pages, const Headline& headline, double width) {
    Card card;
    card.push_back({pages.text(headline.label, 8.5, width), Paint::ink, 5});
    card.push_back({pages.text(format_figure(pages.language(), headline.value, headline.style), 19,
                               width, true),
                    Paint::ink, 0});
    if (headline.change || !headline.comparison.empty())
        card.push_back(
            {pages.text(change_text(headline, pages.language()), 8, width), Paint::quiet, 0});
    if (!headline.note.empty())
        card.push_back({pages.text(headline.note, 7.5, width), Paint::quiet, 1});
    return card;
}

double height_of(const Card& card) {
    double height = 0;
    for (const auto& line : card)
        height += line.space_before + extent_of(line.layout).height;
    return height;
}

void show(const PdfPages& pages, const Card& card, double offset, double width) {
    const PdfElement paragraph(pages, "P");
    use_paint(pages.cairo(), Paint::ink);
    cairo_rectangle(pages.cairo(), pages.left_of(offset, width), pages.y(), width, 1.4);
    cairo_fill(pages.cairo());
    double top = pages.y();
    for (const auto& line : card) {
        top += line.space_before;
        pages.show(line.layout, line.paint, offset, top);
        top += extent_of(line.layout).height;
    }
}

}  // namespace

void add_pdf_cards(PdfPages& pages, const Headlines& headlines) {
    constexpr double gap = 14;
    const auto columns = headlines.columns();
    for (std::size_t first = 0; first < headlines.cards.size(); first += columns) {
        const double width =
            (pages.width() - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
        std::vector<Card> row;
        double height = 0;
        for (auto i = first; i < std::min(first + columns, headlines.cards.size()); ++i) {
            row.push_back(make_card(pages, headlines.cards[i], width));
            height = std::max(height, height_of(row.back()));
        }
        pages.require_room(height);
        for (std::size_t i = 0; i < row.size(); ++i)
            show(pages, row[i], (width + gap) * static_cast<double>(i), width);
        pages.advance(height + 10);
    }
}

}  // namespace tenpoint::formats
