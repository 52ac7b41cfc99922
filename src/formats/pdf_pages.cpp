// SPDX-License-Identifier: Apache-2.0
#include "formats/pdf_pages.hpp"

#include <algorithm>

#include <cairo-pdf.h>

#include "base/translations.hpp"
#include "formats/document_locale.hpp"
#include "formats/scene_cairo.hpp"

namespace tenpoint::formats {
namespace {

constexpr double page_width = 595.276;  // A4
constexpr double page_height = 841.89;
constexpr double side = 48;
constexpr double top = 62;
constexpr double bottom = 788;
constexpr double head_size = 7.5;
constexpr const char* root_element = "Document";

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

PdfPages::PdfPages(const Document& document, int page_count)
    : document_(document),
      page_count_(page_count),
      y_(side),
      surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, page_width, page_height)),
      cairo_(cairo_create(surface_.get())) {
    cairo_pdf_surface_restrict_to_version(surface_.get(), CAIRO_PDF_VERSION_1_5);
    set_metadata();
    cairo_tag_begin(cairo(), root_element, "");
    add_running_heads();
}

void PdfPages::set_metadata() const {
    const auto set = [&](cairo_pdf_metadata_t field, const std::string& text) {
        cairo_pdf_surface_set_metadata(surface_.get(), field, text.c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, document_.title);
    set(CAIRO_PDF_METADATA_AUTHOR, document_.publisher);
    set(CAIRO_PDF_METADATA_SUBJECT, document_.subtitle);
    set(CAIRO_PDF_METADATA_CREATOR, "Tenpoint");
    const auto made_at = to_text(document_.made_at).substr(0, 19) + 'Z';
    set(CAIRO_PDF_METADATA_CREATE_DATE, made_at);
    set(CAIRO_PDF_METADATA_MOD_DATE, made_at);
}

// The first page has the masthead instead of a head.
void PdfPages::add_running_heads() const {
    const double half = width() / 2 - 6;
    if (page_ > 1) {
        show(text(document_.title, head_size, half), Paint::quiet, 0, 32);
        show(text(document_.edition_line, head_size, half, false, TextEnd::end), Paint::quiet,
             width() - half, 32);
        use_paint(cairo(), Paint::grid);
        cairo_rectangle(cairo(), side, 48, width(), 0.7);
        cairo_fill(cairo());
    }
    const auto numbered = translate(language(), "document.page",
                                    {{"page", format_figure(language(), page_)},
                                     {"pages", format_figure(language(), page_count_)}});
    show(text(document_.publisher, head_size, half), Paint::quiet, 0, 803);
    show(text(numbered, head_size, half, false, TextEnd::end), Paint::quiet, width() - half, 803);
}

double PdfPages::width() const {
    return page_width - 2 * side;
}

double PdfPages::full_height() const {
    return bottom - top;
}

double PdfPages::room() const {
    return bottom - y_;
}

void PdfPages::require_room(double height) {
    if (room() < height && y_ > top) turn_page();
}

void PdfPages::turn_page() {
    cairo_show_page(cairo());
    ++page_;
    y_ = top;
    add_running_heads();
}

double PdfPages::left_of(double offset, double box_width) const {
    return right_to_left() ? page_width - side - offset - box_width : side + offset;
}

TextLayout PdfPages::text(std::string_view text, double size, double box_width, bool bold,
                          TextEnd end) const {
    auto layout = make_text_layout({.size = size, .bold = bold, .right_to_left = right_to_left()});
    pango_layout_set_width(layout.get(), static_cast<int>(box_width * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    const bool flush_right = right_to_left() != (end == TextEnd::end);
    pango_layout_set_alignment(layout.get(), flush_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    set_text(layout, text);
    return layout;
}

void PdfPages::show(const TextLayout& layout, Paint paint, double offset, double at) const {
    const double box_width =
        static_cast<double>(pango_layout_get_width(layout.get())) / PANGO_SCALE;
    use_paint(cairo(), paint);
    cairo_move_to(cairo(), left_of(offset, box_width), at);
    pango_cairo_show_layout(cairo(), layout.get());
    cairo_new_path(cairo());
}

Result<std::string> PdfPages::finish() {
    cairo_tag_end(cairo(), root_element);
    cairo_show_page(cairo());
    const auto drawn = cairo_status(cairo());
    cairo_.reset();
    cairo_surface_finish(surface_.get());
    const auto written = cairo_surface_status(surface_.get());
    for (const auto status : {drawn, written})
        if (status != CAIRO_STATUS_SUCCESS)
            return Problem{ProblemCode::internal_error, cairo_status_to_string(status)};
    return std::move(bytes_);
}

}  // namespace tenpoint::formats
