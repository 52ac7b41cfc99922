// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/principal.hpp"
#include "base/result.hpp"
#include "store/store.hpp"

namespace tenpoint::directory {

// Makes every country of ISO 3166-1 a place of the node, by its alpha-3 code and with its names in
// four languages, where the node has no places yet; and every region of M49, by its code in
// formats/regions.hpp, where the node has none of them. A country that lies in nothing yet then
// lies in its region: where a coordinator has said what it lies in, that stays.
Result<void> add_standing_places(store::Store& store, const access::Principal& principal);

}  // namespace tenpoint::directory
