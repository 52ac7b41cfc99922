// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>

#include "store/store.hpp"

namespace tenpoint::store {

// What a backup must be beside whole, and what it need not be.
struct RestoreOptions {
    std::optional<KnownHead> kept{};  // a head that was kept elsewhere, which it must hold
    bool of_another_node = false;     // whatever the folder knows of its own past
    Flawed flawed = Flawed::refused;
};

// Puts what a backup holds in the place of a node's database. It is unpacked and verified beside it
// first: where it is damaged, of another sort or not what its journal says, nothing changes. Nor
// where it is not of this node: a folder that knows its journal's head takes only what a node
// signed that it knows, and no other past.
//
// SQLite's database that was there, whatever is left of it, is kept beside it under a name of its
// own; a PostgreSQL database must be empty. What is personal opens with the key of the node that
// made the backup, which must be there. Fails as Store::open, Store::copy_to and unpack_backup do.
// Where the verification has a flaw and flawed ones are refused, nothing was restored.
Result<Verification> restore(const std::filesystem::path& backup, const Location& location,
                             const RestoreOptions& options, record::Kinds kinds, const Clock& clock,
                             Randomness& randomness);

}  // namespace tenpoint::store
