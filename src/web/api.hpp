// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "desks/movements/joint_figures.hpp"
#include "store/store.hpp"
#include "web/event_streams.hpp"
#include "web/jobs.hpp"
#include "web/route.hpp"
#include "web/sessions.hpp"

namespace tenpoint::web {

// The whole of /api over one node. What it is given outlives it.
Api make_api(store::Store& store, movements::JointFigures& figures, Sessions& sessions, Jobs& jobs,
             EventStreams& events, const std::string& version);

}  // namespace tenpoint::web
