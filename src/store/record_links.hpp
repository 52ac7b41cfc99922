// SPDX-License-Identifier: Apache-2.0
#pragma once

// A record's rows of the link table: its lists of references, and the partners it is shared with.

#include "store/record_columns.hpp"

namespace tenpoint::store {

void insert_links(Session& session, const record::KindInfo& kind, const Found& found);
// Puts them into a record that was found without.
void load_links(Session& session, const record::KindInfo& kind, Found& found);

}  // namespace tenpoint::store
