// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "record/kind_info.hpp"
#include "store/session.hpp"

namespace tenpoint::store {

// Brings the database to the state that this program expects, each numbered migration once and in
// order, all in one transaction. Refuses a database that a newer program has migrated with
// `database_too_new`, before anything is written. Of programs that start together one migrates and
// the others wait. The session is used for nothing else and closed afterwards.
Result<void> migrate(Session& session, const Clock& clock);

// The table of a kind as its description demands it: what a new kind's migration starts from, and
// what a test compares the migrated database with.
std::string draft_table(const record::KindInfo& kind);

}  // namespace tenpoint::store
