// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "record/kind_info.hpp"
#include "store/session.hpp"

namespace tenpoint::store {

// Tells whether records of some kinds were written, by whatever node of the database: counts the
// entries that the journal has of each kind since it was first asked. An entry never goes and never
// changes, and so the count of what a reader sees names the state of all records of the kind. What
// is sealed is counted once: only the last blocks, and what waits for its seal, are looked at
// again. Safe from many threads.
class KindChanges {
  public:
    // Names the state of all records of the kinds, as the session's reading transaction sees them;
    // compared with what the same object gave of the same kinds. Empty where it cannot tell: for a
    // transaction that sees less than one that was counted before.
    std::string state_of(Session& session, record::Kinds kinds);

  private:
    using Counts = std::map<std::string, std::int64_t, std::less<>>;  // by the plurals of kinds
    struct Counted {
        std::int64_t block = 0;
        Counts entries;  // up to that block
    };

    std::mutex mutex_;
    std::optional<Counted> counted_;  // under the mutex
};

}  // namespace tenpoint::store
