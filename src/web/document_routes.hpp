// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// The files of documents: attached, downloaded, taken away.
Routes document_routes(store::Store& store);

}  // namespace tenpoint::web
