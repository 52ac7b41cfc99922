// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "web/jobs.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// The way of a partner's file in: it is kept and its columns are recognised; a person checks what
// they mean; a job reads it into a proposed batch.
Routes file_routes(store::Store& store, Jobs& jobs);

}  // namespace tenpoint::web
