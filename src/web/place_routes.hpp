// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "web/jobs.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// Places as a tree: what lies in one, page by page, with how much lies in each of these, and what
// it lies in itself. There may be tens of thousands, so that nobody reads them all: names of those
// that are shown somewhere are asked for by their ids or codes.
Routes place_routes(store::Store& store);

// Lists of administrative areas, for coordinators: OCHA's common one, or a file of theirs. What
// adding a list would do is told beforehand, and the same question answers afterwards what it did.
Routes place_list_routes(store::Store& store, Jobs& jobs);

}  // namespace tenpoint::web
