// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/directory/partner.hpp"

namespace tenpoint::directory {

// Takes over what `partner` does not say of itself and `other` does: a member that is empty, a
// language that a text is not in, an item that a list has not. What both say stays as `partner`
// says it.
void fill(Partner& partner, const Partner& other);

}  // namespace tenpoint::directory
