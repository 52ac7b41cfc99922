// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "record/kind_info.hpp"
#include "store/session.hpp"

namespace tenpoint::store {

struct Migration {
    int number = 0;
    std::string_view name;  // "0001_start.sql"
    std::string_view sql;   // statements, each ended by a semicolon at the end of a line
};

// Those that this program brings, in their order.
std::vector<Migration> shipped_migrations();

// Brings the database to the state after `migrations`, each once and in order, all in one
// transaction. Calls `before` with the number of the last one that was applied, before a database
// with something in it changes. Refuses a database that a newer program has migrated with
// `database_too_new`, before anything is written. Of programs that start together one migrates and
// the others wait. The session is used for nothing else and closed afterwards.
Result<void> migrate(Session& session, const Clock& clock, std::span<const Migration> migrations,
                     const std::function<void(int applied)>& before);

// The table of a kind as its description demands it: what a new kind's migration starts from, and
// what a test compares the migrated database with.
std::string draft_table(const record::KindInfo& kind);

}  // namespace tenpoint::store
