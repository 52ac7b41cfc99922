// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "store/store.hpp"

namespace tenpoint::store {

// Puts what a backup holds in the place of a node's database. It is unpacked and verified beside it
// first: where it is damaged, of another sort or not what its journal says, nothing changes.
//
// SQLite's database that was there is kept beside it under a name of its own; a PostgreSQL database
// must be empty. Fails as Store::open, Store::copy_to and unpack_backup do. Where the verification
// has a flaw, nothing was restored.
Result<Verification> restore(const std::filesystem::path& backup, const Location& location,
                             record::Kinds kinds, const Clock& clock, Randomness& randomness);

}  // namespace tenpoint::store
