// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "desks/coverage/kept_responses.hpp"
#include "desks/movements/joint_figures.hpp"
#include "openid/provider.hpp"
#include "store/store.hpp"
#include "web/event_streams.hpp"
#include "web/jobs.hpp"
#include "web/route.hpp"
#include "web/sessions.hpp"

namespace tenpoint::web {

// What the API is made over; it outlives it.
struct ApiGround {
    store::Store& store;
    movements::JointFigures& figures;
    coverage::KeptResponses& responses;
    Sessions& sessions;
    Jobs& jobs;
    EventStreams& events;
    openid::Provider* provider = nullptr;  // null: the node has none
};

// The whole of /api over one node.
Api make_api(const ApiGround& ground, const std::string& version);

}  // namespace tenpoint::web
