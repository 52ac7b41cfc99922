// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "web/collection_routes.hpp"

namespace tenpoint::web {

// Filters of the activity reports by which a row of people reached (reach_routes.hpp) opens to the
// reports behind it: its area and its sector, as the row names them, beside `country` where the
// row has one, and its first and last day.
CollectionExtras activity_report_extras();

}  // namespace tenpoint::web
