// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "web/collection_routes.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// Contacts that are due to be confirmed can be listed, and what is said of another person than
// before takes its link back.
CollectionExtras contact_extras(const store::Store& store);

// The link by which a contact confirms its own entry: made by who may change the contact, opened
// and used by whoever holds it, who needs no account. The link's token comes in bodies only, so
// that no log and no list of visited pages has it.
Routes contact_routes(store::Store& store);

}  // namespace tenpoint::web
