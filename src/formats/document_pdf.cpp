// SPDX-License-Identifier: Apache-2.0
#include "formats/document_pdf.hpp"

#include <algorithm>

#include <cairo-pdf.h>
#include <fmt/format.h>

#include "base/translations.hpp"
#include "base/web_address.hpp"
#include "formats/chart.hpp"
#include "formats/document_check.hpp"
#include "formats/document_locale.hpp"
#include "formats/document_tables.hpp"
#include "formats/map.hpp"
#include "formats/pdf_cards.hpp"
#include "formats/pdf_catalog.hpp"
#include "formats/pdf_pages.hpp"
#include "formats/pdf_table.hpp"
#include "formats/scene_cairo.hpp"

namespace tenpoint::formats {
namespace {

constexpr double body_size = 9;

// Cairo's attributes quote a text by apostrophes.
std::string link_attributes(std::string_view address) {
    std::string attributes = "uri='";
    for (const char c : address) {
        if (c == '\'' || c == '\\') attributes += '\\';
        attributes += c;
    }
    return attributes + '\'';
}

class PdfBlocks {
  public:
    explicit PdfBlocks(PdfPages& pages) : pages_(pages) {}

    void add_masthead(const Document& document) {
        use_paint(pages_.cairo(), Paint::series_1);
        cairo_rectangle(pages_.cairo(), pages_.left_of(0, pages_.width()), pages_.y(),
                        pages_.width(), 5);
        cairo_fill(pages_.cairo());
        pages_.advance(16);
        add_line(document.publisher, "P", 9.5, true, Paint::series_1);
        add_line(document.title, "H1", 23, true, Paint::ink);
        add_line(document.subtitle, "P", 11.5, false, Paint::ink);
        add_line(document.edition_line, "P", 8.5, false, Paint::quiet);
        pages_.advance(8);
    }

    void operator()(const Heading& heading) { headings_.push_back(heading); }
    void operator()(const Paragraph& paragraph) {
        const bool lead = paragraph.tone == Tone::lead;
        const double size = lead ? 11.5 : paragraph.tone == Tone::quiet ? 8 : body_size;
        begin(30);
        if (paragraph.tone == Tone::remark) {
            add_remark(paragraph.text);
            return;
        }
        flow(pages_.text(paragraph.text, size, pages_.width()), 0,
             paragraph.tone == Tone::quiet ? Paint::quiet : Paint::ink);
        pages_.advance(lead ? 12 : 8);
    }
    void operator()(const Headlines& headlines) {
        begin(80);
        add_pdf_cards(pages_, headlines);
        pages_.advance(4);
    }
    void operator()(const LineChart& chart) { add_picture(chart, chart.caption); }
    void operator()(const BarChart& chart) { add_picture(chart, chart.caption); }
    void operator()(const StackedBars& chart) { add_picture(chart, chart.caption); }
    void operator()(const CorridorProfile& profile) { add_picture(profile, profile.caption); }
    void operator()(const Map& map) {
        auto caption = map.caption;
        const auto credit = translate(pages_.language(), "document.map_credit");
        caption.note += caption.note.empty() ? credit : ' ' + credit;
        add_picture(map, caption);
    }
    void operator()(const Table& table) {
        begin(caption_height(table.caption) + least_table_height(pages_, table));
        add_caption(table.caption);
        add_pdf_table(pages_, table);
        add_note(table.caption);
        pages_.advance(14);
    }
    void operator()(const Notes& notes) {
        headings_.push_back({notes.title});
        begin(40);
        for (std::size_t i = 0; i < notes.items.size(); ++i) {
            constexpr double indent = 16;
            pages_.require_room(24);
            const auto number = format_figure(pages_.language(), static_cast<double>(i + 1)) + '.';
            pages_.show(pages_.text(number, body_size, indent), Paint::quiet, 0, pages_.y());
            flow(pages_.text(notes.items[i], body_size, pages_.width() - indent), indent,
                 Paint::ink);
            pages_.advance(4);
        }
    }
    void operator()(const Sources& sources) {
        headings_.push_back({sources.title});
        begin(50);
        for (const auto& source : sources.sources)
            add_source(source);
    }

    // Headings that nothing followed.
    void finish() {
        if (!headings_.empty()) begin(0);
    }

  private:
    // Makes room for a block's beginning and sets the headings before it with it.
    void begin(double least_height) {
        double height = least_height;
        for (const auto& heading : headings_)
            height += heading_height(heading);
        pages_.require_room(height);
        for (const auto& heading : headings_)
            add_heading(heading);
        headings_.clear();
    }

    double headings_height() const {
        double height = 0;
        for (const auto& heading : headings_)
            height += heading_height(heading);
        return height;
    }

    static double size_of(const Heading& heading) { return heading.level == 2 ? 14 : 11; }
    double heading_height(const Heading& heading) const {
        const auto layout = pages_.text(heading.text, size_of(heading), pages_.width(), true);
        return extent_of(layout).height + (heading.level == 2 ? 24 : 12);
    }

    void add_heading(const Heading& heading) {
        const bool great = heading.level == 2;
        if (great) {
            pages_.advance(10);
            use_paint(pages_.cairo(), Paint::grid);
            cairo_rectangle(pages_.cairo(), pages_.left_of(0, pages_.width()), pages_.y(),
                            pages_.width(), 0.8);
            cairo_fill(pages_.cairo());
        }
        pages_.advance(6);
        add_outline(heading);
        add_line(heading.text, great ? "H2" : "H3", size_of(heading), true, Paint::ink);
        pages_.advance(great ? 8 : 6);
    }

    void add_outline(const Heading& heading) {
        const auto target = fmt::format("page={} pos=[0 {:.0f}]", pages_.page(), pages_.y());
        const int parent = heading.level == 2 ? CAIRO_PDF_OUTLINE_ROOT : section_;
        const int added =
            cairo_pdf_surface_add_outline(pages_.surface(), parent, heading.text.c_str(),
                                          target.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
        if (heading.level == 2) section_ = added;
    }

    void add_line(const std::string& text, const char* element, double size, bool bold,
                  Paint paint) {
        if (text.empty()) return;
        const PdfElement marked(pages_, element);
        const auto layout = pages_.text(text, size, pages_.width(), bold);
        pages_.show(layout, paint, 0, pages_.y());
        pages_.advance(extent_of(layout).height + 2);
    }

    // Sets a layout line by line, over as many pages as it needs.
    void flow(const TextLayout& layout, double offset, Paint paint) {
        const double width =
            static_cast<double>(pango_layout_get_width(layout.get())) / PANGO_SCALE;
        auto* line = pango_layout_get_iter(layout.get());
        do {
            PangoRectangle logical{};
            pango_layout_iter_get_line_extents(line, nullptr, &logical);
            const double height = static_cast<double>(logical.height) / PANGO_SCALE;
            if (pages_.room() < height) pages_.turn_page();
            const double ascent =
                static_cast<double>(pango_layout_iter_get_baseline(line) - logical.y) / PANGO_SCALE;
            const PdfElement paragraph(pages_, "P");
            use_paint(pages_.cairo(), paint);
            cairo_move_to(
                pages_.cairo(),
                pages_.left_of(offset, width) + static_cast<double>(logical.x) / PANGO_SCALE,
                pages_.y() + ascent);
            pango_cairo_show_layout_line(pages_.cairo(), pango_layout_iter_get_line_readonly(line));
            cairo_new_path(pages_.cairo());
            pages_.advance(height);
        } while (pango_layout_iter_next_line(line) != FALSE);
        pango_layout_iter_free(line);
    }

    void add_remark(const std::string& text) {
        constexpr double inside = 12;
        const auto layout = pages_.text(text, body_size, pages_.width() - 2 * inside);
        const double height = extent_of(layout).height + 14;
        pages_.require_room(height);
        const auto box = [&](Paint paint, double width) {
            use_paint(pages_.cairo(), paint);
            cairo_rectangle(pages_.cairo(), pages_.left_of(0, width), pages_.y(), width, height);
            cairo_fill(pages_.cairo());
        };
        box(Paint::water, pages_.width());
        box(Paint::accent, 3);
        const PdfElement paragraph(pages_, "P");
        pages_.show(layout, Paint::ink, inside, pages_.y() + 7);
        pages_.advance(height + 10);
    }

    TextLayout caption_title(const Caption& caption) const {
        return pages_.text(caption.title, 10, pages_.width(), true);
    }
    TextLayout small(const std::string& text) const { return pages_.text(text, 8, pages_.width()); }
    double caption_height(const Caption& caption) const {
        double height = extent_of(caption_title(caption)).height + 6;
        if (!caption.unit.empty()) height += extent_of(small(caption.unit)).height;
        return height;
    }
    double note_height(const Caption& caption) const {
        return caption.note.empty() ? 0 : extent_of(small(caption.note)).height + 3;
    }

    void add_caption(const Caption& caption) {
        const PdfElement marked(pages_, "Caption");
        const auto title = caption_title(caption);
        pages_.show(title, Paint::ink, 0, pages_.y());
        pages_.advance(extent_of(title).height);
        if (!caption.unit.empty()) {
            const auto unit = small(caption.unit);
            pages_.show(unit, Paint::quiet, 0, pages_.y());
            pages_.advance(extent_of(unit).height);
        }
        pages_.advance(6);
    }
    void add_note(const Caption& caption) {
        if (caption.note.empty()) return;
        pages_.advance(3);
        flow(small(caption.note), 0, Paint::quiet);
    }

    // Never broken: a picture that no page holds is made smaller.
    template <class Picture>
    void add_picture(const Picture& picture, const Caption& caption) {
        const auto scene =
            lay_out(picture, ChartFrame{pages_.language(), pages_.width(), 8, measure_});
        const double around = caption_height(caption) + note_height(caption);
        const double held = pages_.full_height() - headings_height() - around;
        const double scale = std::min(1.0, held / scene.height);
        begin(around + scene.height * scale);
        add_caption(caption);
        {
            const PdfElement figure(pages_, "Figure");
            cairo_save(pages_.cairo());
            cairo_translate(pages_.cairo(), pages_.left_of(0, scene.width * scale), pages_.y());
            cairo_scale(pages_.cairo(), scale, scale);
            cairo_rectangle(pages_.cairo(), 0, 0, scene.width, scene.height);
            cairo_clip(pages_.cairo());
            paint(pages_.cairo(), scene, {0, 0});
            cairo_restore(pages_.cairo());
        }
        pages_.advance(scene.height * scale);
        add_note(caption);
        pages_.advance(16);
    }

    // What is known of a source, each part in its own direction of writing.
    std::string facts_of(const Source& source) const {
        std::string facts;
        const auto add = [&](const std::string& text) {
            if (!text.empty()) facts += (facts.empty() ? "\u2068" : " – \u2068") + text + "\u2069";
        };
        add(source.publisher);
        add(source.licence);
        if (source.received)
            add(translate(pages_.language(), "document.received_on",
                          {{"date", format_day(pages_.language(), *source.received)}}));
        add(source.note);
        return facts;
    }

    void add_source(const Source& source) {
        const auto facts = facts_of(source);
        pages_.require_room(40 + extent_of(small(facts)).height);
        add_line(source.name, "P", body_size, true, Paint::ink);
        if (!facts.empty()) flow(small(facts), 0, Paint::quiet);
        if (is_web_address(source.link))
            add_link(source.link);
        else if (!source.link.empty())
            flow(small(source.link), 0, Paint::quiet);
        pages_.advance(7);
    }

    void add_link(const std::string& address) {
        const auto layout = small(address);
        const double height = extent_of(layout).height;
        pages_.require_room(height);
        const PdfElement link(pages_, CAIRO_TAG_LINK, link_attributes(address));
        pages_.show(layout, Paint::series_1, 0, pages_.y());
        pages_.advance(height);
    }

    PdfPages& pages_;
    PangoTextMeasure measure_;
    std::vector<Heading> headings_;  // set with what follows them
    int section_ = CAIRO_PDF_OUTLINE_ROOT;
};

struct Rendering {
    Result<std::string> file;
    int pages;
};

Rendering render_with(const Document& document, int page_count) {
    PdfPages pages(document, page_count);
    PdfBlocks blocks(pages);
    blocks.add_masthead(document);
    for (const auto& block : document.blocks)
        std::visit(blocks, block);
    blocks.finish();
    return {pages.finish(), pages.page()};
}

}  // namespace

Result<std::string> render_pdf(const Document& document) {
    require_consistent(document);
    const int page_count = render_with(document, 1).pages;
    TENPOINT_TRY(file, render_with(document, page_count).file);
    return with_language(std::move(file), document.language);
}

}  // namespace tenpoint::formats
