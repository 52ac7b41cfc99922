// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/kept.hpp"
#include "store/kind_changes.hpp"

namespace tenpoint::store {

// What a store's readers share of what they derived from its records (Snapshot::derived).
struct DerivedValues {
    static constexpr std::size_t most = 32;

    KindChanges changes;
    Kept<void> values{most};
};

}  // namespace tenpoint::store
