// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "web/route.hpp"

namespace tenpoint::web {

// What the interface needs to name and draw things: labels of code lists and kinds, countries by
// name, and their shapes. The same for everybody.
Routes reference_routes();

}  // namespace tenpoint::web
