// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "store/store.hpp"
#include "web/metrics.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// How the program is, for whoever runs it: /api/health, /api/health/live, /api/health/ready.
Routes health_routes(store::Store& store, std::string version);

// /metrics, for whoever sends `token` as a bearer's. It is no part of the API.
Route metrics_route(const Metrics& metrics, std::string token);

}  // namespace tenpoint::web
