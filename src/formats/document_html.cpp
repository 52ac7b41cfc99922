// SPDX-License-Identifier: Apache-2.0
#include "formats/document_html.hpp"

#include <iterator>

#include <fmt/format.h>

#include "base/embedded.hpp"
#include "base/translations.hpp"
#include "base/web_address.hpp"
#include "embedded/document_style.hpp"
#include "formats/chart.hpp"
#include "formats/document_check.hpp"
#include "formats/document_locale.hpp"
#include "formats/document_tables.hpp"
#include "formats/html_table.hpp"
#include "formats/map.hpp"
#include "formats/svg.hpp"
#include "formats/xml_text.hpp"

namespace tenpoint::formats {
namespace {

// Browsers set text in the fonts they have, which may run wider than those measured here.
constexpr double browser_slack = 1.08;

std::string_view class_of(Tone tone) {
    switch (tone) {
        case Tone::plain:
            return "paragraph";
        case Tone::lead:
            return "paragraph lead";
        case Tone::remark:
            return "paragraph remark";
        case Tone::quiet:
            return "paragraph quiet";
    }
    return "paragraph";
}

class HtmlBlocks {
  public:
    explicit HtmlBlocks(Language language) : language_(language), measure_(browser_slack) {}

    void operator()(const Heading& heading) {
        put("<h{0}>{1}</h{0}>\n", heading.level, escaped(heading.text));
    }
    void operator()(const Paragraph& paragraph) {
        put("<p class=\"{}\">{}</p>\n", class_of(paragraph.tone), escaped(paragraph.text));
    }
    void operator()(const Headlines& headlines) {
        put("<ul class=\"cards by-{}\">\n", headlines.columns());
        for (const auto& card : headlines.cards)
            put_card(card);
        put("</ul>\n");
    }
    void operator()(const LineChart& chart) { put_picture(chart, chart.caption); }
    void operator()(const BarChart& chart) { put_picture(chart, chart.caption); }
    void operator()(const StackedBars& chart) { put_picture(chart, chart.caption); }
    void operator()(const CorridorProfile& profile) { put_picture(profile, profile.caption); }
    void operator()(const Map& map) {
        const auto credit = translate(language_, "document.map_credit");
        auto caption = map.caption;
        caption.note += caption.note.empty() ? credit : ' ' + credit;
        put_picture(map, caption);
    }
    void operator()(const Table& table) {
        put("<figure class=\"tabular\">");
        put_caption(table.caption);
        put_scrolling(table);
        put_note(table.caption);
        put("</figure>\n");
    }
    void operator()(const Notes& notes) {
        put("<section><h2>{}</h2><ol class=\"notes\">\n", escaped(notes.title));
        for (const auto& item : notes.items)
            put("<li>{}</li>\n", escaped(item));
        put("</ol></section>\n");
    }
    void operator()(const Sources& sources) {
        put("<section><h2>{}</h2><ul class=\"sources\">\n", escaped(sources.title));
        for (const auto& source : sources.sources)
            put_source(source);
        put("</ul></section>\n");
    }

    std::string html{};

  private:
    template <class... Parts>
    void put(fmt::format_string<Parts...> format, Parts&&... parts) {
        fmt::format_to(std::back_inserter(html), format, std::forward<Parts>(parts)...);
    }

    void put_card(const Headline& card) {
        put("<li><p class=\"card-label\">{}</p><p class=\"card-value\">{}</p>", escaped(card.label),
            escaped(format_figure(language_, card.value, card.style)));
        if (card.change || !card.comparison.empty()) put_change(card);
        if (!card.note.empty()) put("<p class=\"card-note\">{}</p>", escaped(card.note));
        put("</li>\n");
    }

    void put_change(const Headline& card) {
        put("<p class=\"card-change\">");
        if (card.change) {
            const auto* arrow = *card.change > 0 ? "▲ " : *card.change < 0 ? "▼ " : "";
            put("<span class=\"sign\"><span aria-hidden=\"true\">{}</span><bdi>{}</bdi></span> ",
                arrow, escaped(format_change(language_, *card.change)));
        }
        put("<span class=\"comparison\">{}</span></p>", escaped(card.comparison));
    }

    void put_caption(const Caption& caption) {
        put("<figcaption><h3>{}</h3>", escaped(caption.title));
        if (!caption.unit.empty()) put("<p class=\"unit\">{}</p>", escaped(caption.unit));
        put("</figcaption>\n");
    }

    void put_note(const Caption& caption) {
        if (!caption.note.empty()) put("<p class=\"note\">{}</p>\n", escaped(caption.note));
    }

    void put_scrolling(const Table& table) {
        put("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">{}</div>\n",
            escaped(table.caption.title), html_table(table, language_));
    }

    // Two layouts, one for a telephone; the page shows the one that fits.
    template <class Picture>
    void put_picture(const Picture& picture, const Caption& caption) {
        put("<figure>");
        put_caption(caption);
        const auto description = description_of(caption);
        const ChartFrame wide{language_, 800, 13, measure_};
        const ChartFrame narrow{language_, 340, 12.5, measure_};
        put("{}\n{}\n", to_svg(lay_out(picture, wide), description, "wide"),
            to_svg(lay_out(picture, narrow), description, "narrow"));
        put_note(caption);
        put("<details><summary>{}</summary>\n",
            escaped(translate(language_, "document.figures_as_table")));
        put_scrolling(table_of(picture, language_));
        put("</details></figure>\n");
    }

    void put_source(const Source& source) {
        put("<li><p class=\"source-name\"><bdi>{}</bdi></p><p class=\"source-facts\">",
            escaped(source.name));
        std::string_view between;
        const auto add = [&](std::string_view text) {
            if (text.empty()) return;
            put("{}<bdi>{}</bdi>", between, escaped(text));
            between = " – ";
        };
        add(source.publisher);
        add(source.licence);
        if (source.received)
            add(translate(language_, "document.received_on",
                          {{"date", format_day(language_, *source.received)}}));
        add(source.note);
        put("</p>");
        if (is_web_address(source.link))
            put("<p><a href=\"{0}\" dir=\"ltr\" rel=\"noreferrer\">{0}</a></p>",
                escaped(source.link));
        else if (!source.link.empty())
            put("<p><bdi dir=\"ltr\">{}</bdi></p>", escaped(source.link));
        put("</li>\n");
    }

    Language language_;
    PangoTextMeasure measure_;
};

std::string style() {
    const auto css = find_embedded(embedded::document_style(), "document.css");
    return svg_style() + std::string(css.value());
}

std::string optional_line(std::string_view css_class, std::string_view text) {
    if (text.empty()) return {};
    return fmt::format("<p class=\"{}\">{}</p>\n", css_class, escaped(text));
}

}  // namespace

std::string render_html(const Document& document) {
    require_consistent(document);
    HtmlBlocks blocks(document.language);
    for (const auto& block : document.blocks)
        std::visit(blocks, block);
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head><meta charset=\"utf-8\"/>"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>"
        "<title>{}</title><meta name=\"author\" content=\"{}\"/>"
        "<meta name=\"date\" content=\"{}\"/>\n<style>{}</style></head>\n"
        "<body><main>\n<header class=\"masthead\">\n{}<h1>{}</h1>\n{}{}</header>\n{}"
        "</main></body></html>\n",
        to_word(document.language), is_right_to_left(document.language) ? "rtl" : "ltr",
        escaped(document.title), escaped(document.publisher), to_text(document.made_at), style(),
        optional_line("publisher", document.publisher), escaped(document.title),
        optional_line("subtitle", document.subtitle),
        optional_line("edition", document.edition_line), blocks.html);
}

}  // namespace tenpoint::formats
