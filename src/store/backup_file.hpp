// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "base/date.hpp"
#include "base/result.hpp"
#include "store/known_head.hpp"

namespace tenpoint::store {

// A backup is one file: a line that says what it is, a line of JSON with the journal's head and the
// hash of what follows, and then a SQLite database with all that the store keeps.

// Fails with std::system_error; then there is no file of that name that was not there before.
void pack_backup(const std::filesystem::path& database, const KnownHead& head, Instant made_at,
                 const std::filesystem::path& backup);

// Writes the database that a backup holds to a file, and gives the head that it must have. Fails
// with `invalid_fields` on `/file` where that is of another sort or damaged, or cannot be opened.
Result<KnownHead> unpack_backup(const std::filesystem::path& backup,
                                const std::filesystem::path& database);

}  // namespace tenpoint::store
