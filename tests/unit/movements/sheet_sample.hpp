// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/movements/sheet_content.hpp"

namespace tenpoint::movements {

// A sheet about a corridor of three places in 2024, with all that a sheet can hold: breakdowns,
// gaps, deaths, sources that disagree and one that contradicts itself. The figures of the Darién
// are those that Panama published; the others are made up.
SheetContent sample_content();

}  // namespace tenpoint::movements
