// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "access/principal.hpp"

namespace tenpoint::access {

// The node itself: for its own work, and for rules that hold whoever asks.
inline const Principal& the_node() {
    static const auto node = Principal::local_administrator("node");
    return node;
}

}  // namespace tenpoint::access
