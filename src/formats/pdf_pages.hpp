// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <cairo.h>

#include "base/result.hpp"
#include "formats/document.hpp"
#include "formats/pango_text.hpp"
#include "formats/scene.hpp"

namespace tenpoint::formats {

enum class TextEnd { start, end };  // the side of its box that text is set flush to

// The pages of a PDF (A4), a pen that moves down them, and their running heads. Lengths are points.
// Offsets count from the side where lines start: from the right in Arabic.
class PdfPages {
  public:
    // `page_count` stands in "Page 1 of 3"; a first rendering finds it out.
    PdfPages(const Document& document, int page_count);

    Language language() const { return document_.language; }
    bool right_to_left() const { return is_right_to_left(document_.language); }
    cairo_t* cairo() const { return cairo_.get(); }
    cairo_surface_t* surface() const { return surface_.get(); }
    int page() const { return page_; }

    double width() const;
    double full_height() const;  // of an empty page
    double room() const;         // below the pen
    double y() const { return y_; }
    void advance(double height) { y_ += height; }
    // Turns the page unless `height` still fits, or the page is empty anyway.
    void require_room(double height);
    void turn_page();

    // Where a box of this width stands that begins `offset` from the start of the line.
    double left_of(double offset, double box_width) const;

    // A layout of the text in the document's direction, wrapped to the width of its box.
    TextLayout text(std::string_view text, double size, double box_width, bool bold = false,
                    TextEnd end = TextEnd::start) const;
    // Sets the layout into the box, the pen staying where it is.
    void show(const TextLayout& layout, Paint paint, double offset, double top) const;

    // The finished file; fails with `internal_error` where Cairo met trouble.
    Result<std::string> finish();

  private:
    struct DestroySurface {
        void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    };
    struct DestroyCairo {
        void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    };

    void set_metadata() const;
    void add_running_heads() const;

    const Document& document_;
    int page_count_;
    int page_ = 1;
    double y_;
    std::string bytes_;
    std::unique_ptr<cairo_surface_t, DestroySurface> surface_;
    std::unique_ptr<cairo_t, DestroyCairo> cairo_;
};

// Marks what is drawn during its life as an element of the document's structure ("H1", "P", "Table"
// …), for readers that cannot see. An element must not span pages.
class PdfElement {
  public:
    PdfElement(const PdfPages& pages, const char* name, const std::string& attributes = {})
        : cairo_(pages.cairo()), name_(name) {
        cairo_tag_begin(cairo_, name_, attributes.c_str());
    }
    ~PdfElement() { cairo_tag_end(cairo_, name_); }
    PdfElement(const PdfElement&) = delete;
    PdfElement& operator=(const PdfElement&) = delete;

  private:
    cairo_t* cairo_;
    const char* name_;
};

}  // namespace tenpoint::formats
