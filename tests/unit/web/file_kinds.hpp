// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/movements/kinds.hpp"
#include "test_node.hpp"

namespace tenpoint::web {

// What partners' files are read into, and whom and what they name.
inline TestNode::KindList kinds_of_files() {
    const auto directory = directory::kinds();
    TestNode::KindList kinds(directory.begin(), directory.end());
    for (const auto* kind : movements::kinds())
        kinds.push_back(kind);
    return kinds;
}

}  // namespace tenpoint::web
