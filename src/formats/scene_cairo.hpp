// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cairo.h>

#include "formats/scene.hpp"

namespace tenpoint::formats {

// Paints the scene with its corner at `corner`, in the palette's light colours.
void paint(cairo_t* cairo, const Scene& scene, Point corner);

// Makes `paint` the colour that cairo draws with.
void use_paint(cairo_t* cairo, Paint paint, double opacity = 1);

// Adds a rectangle with rounded corners to cairo's path.
void add_rounded_rectangle(cairo_t* cairo, const Rectangle& rectangle);

}  // namespace tenpoint::formats
