// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "store/patience.hpp"
#include "store/store.hpp"
#include "web/request.hpp"

namespace tenpoint::web {

// What becomes of a request while the database is gone: who means to change something waits for
// it, as the change itself would. Who came longer ago than that takes has waited in line behind
// others who did so, and is told at once.
inline store::WhileGone while_gone(const Request& request) {
    const auto waited = std::chrono::steady_clock::now() - request.came;
    const bool waits = changes_something(request.method) && waited < store::Patience::most;
    return waits ? store::WhileGone::waits : store::WhileGone::fails;
}

}  // namespace tenpoint::web
