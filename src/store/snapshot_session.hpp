// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/snapshot.hpp"

namespace tenpoint::store {

// The connection behind a snapshot or a transaction, for what the store derives from its records.
inline Session& session_of(const Snapshot& snapshot) {
    struct Opened : Snapshot {
        explicit Opened(const Snapshot& same) : Snapshot(same) {}
        Session& session() const { return session_; }
    };
    return Opened(snapshot).session();
}

}  // namespace tenpoint::store
