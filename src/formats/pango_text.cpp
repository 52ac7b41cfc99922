// SPDX-License-Identifier: Apache-2.0
#include "formats/pango_text.hpp"

namespace tenpoint::formats {
namespace {

struct FreeFontDescription {
    void operator()(PangoFontDescription* description) const {
        pango_font_description_free(description);
    }
};
struct DestroyFontOptions {
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};

struct FreeAttributes {
    void operator()(PangoAttrList* attributes) const { pango_attr_list_unref(attributes); }
};

using Context = std::unique_ptr<PangoContext, UnreferenceGlib>;

Context make_context(PangoDirection direction) {
    // The default map belongs to its thread.
    Context context(pango_font_map_create_context(pango_cairo_font_map_get_default()));
    pango_cairo_context_set_resolution(context.get(), 72);
    const std::unique_ptr<cairo_font_options_t, DestroyFontOptions> options(
        cairo_font_options_create());
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    pango_context_set_base_dir(context.get(), direction);
    return context;
}

PangoContext* context_of_this_thread(bool right_to_left) {
    thread_local const Context from_left = make_context(PANGO_DIRECTION_LTR);
    thread_local const Context from_right = make_context(PANGO_DIRECTION_RTL);
    return (right_to_left ? from_right : from_left).get();
}

}  // namespace

TextLayout make_text_layout(const TextStyle& style) {
    TextLayout layout(pango_layout_new(context_of_this_thread(style.right_to_left)));
    pango_layout_set_auto_dir(layout.get(), FALSE);
    const std::unique_ptr<PangoFontDescription, FreeFontDescription> font(
        pango_font_description_new());
    pango_font_description_set_family_static(font.get(), "Noto Sans,Noto Sans Arabic,sans-serif");
    pango_font_description_set_size(font.get(), static_cast<gint>(style.size * PANGO_SCALE));
    pango_font_description_set_weight(font.get(),
                                      style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font.get());
    if (style.right_to_left) {
        // Noto Sans Arabic asks for half as much again between lines as Noto Sans.
        const std::unique_ptr<PangoAttrList, FreeAttributes> attributes(pango_attr_list_new());
        pango_attr_list_insert(attributes.get(), pango_attr_line_height_new(0.8));
        pango_layout_set_attributes(layout.get(), attributes.get());
    }
    return layout;
}

void set_text(const TextLayout& layout, std::string_view text) {
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
}

TextExtent extent_of(const TextLayout& layout) {
    PangoRectangle logical{};
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    return {static_cast<double>(logical.width) / PANGO_SCALE,
            static_cast<double>(logical.height) / PANGO_SCALE,
            static_cast<double>(pango_layout_get_baseline(layout.get())) / PANGO_SCALE};
}

}  // namespace tenpoint::formats
