// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "base/date.hpp"
#include "base/result.hpp"
#include "store/known_head.hpp"
#include "store/signing_key.hpp"
#include "store/verification.hpp"

namespace tenpoint::store {

// A backup is one file: a line that says what it is, a line of JSON, and then a SQLite database
// with all that the store keeps. The JSON has the journal's head, the hash of the database, when it
// was made, what is wrong with it if anything, and the signature of the node that made it.

// What a backup says of itself.
struct BackupLabel {
    KnownHead head;
    Instant made_at;
    std::optional<Flaw> flaw{};  // is written for people: who restores it verifies it again
    std::string signer{};  // the public key of the node that made it; put in when it is packed
};

// Writes a backup into an open file; it is durable then. Fails with std::system_error.
void pack_backup(const std::filesystem::path& database, const BackupLabel& label,
                 const SigningKey& key, int backup);

// Writes the database that a backup holds to a file. Fails with `invalid_fields` on `/file` where
// that is of another sort or damaged, cannot be opened, or is not signed by whom it names.
Result<BackupLabel> unpack_backup(const std::filesystem::path& backup,
                                  const std::filesystem::path& database);

// Whether an open file begins as a backup does.
bool is_backup(int file);

}  // namespace tenpoint::store
