// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "desks/directory/contact.hpp"

namespace tenpoint::directory {

// Refuses an e-mail address that is none, and a confirmation that is still to come. What an entry
// said already stays, so that it can be changed in all else; `before` is null for a new one.
Result<void> check_contact(const Contact& contact, const Contact* before, Day today);

}  // namespace tenpoint::directory
