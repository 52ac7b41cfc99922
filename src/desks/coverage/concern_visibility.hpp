// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/coverage/concern.hpp"
#include "record/record.hpp"

namespace tenpoint::coverage {

// The narrowest visibility of the needs, works and presences that a concern of that subject can
// rest on, whenever they are: who tells more people of the concern tells them of those. Never wider
// than `partners`.
record::Visibility narrowest_behind(const Response& response, const Subject& subject);

}  // namespace tenpoint::coverage
