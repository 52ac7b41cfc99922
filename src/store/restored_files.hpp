// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>

#include "base/date.hpp"

namespace tenpoint::store {

// A restored node takes the place of another in two steps. Its files, whole and verified, get one
// name that decides: from then on they are what the node has. Then each gets its own name. Whoever
// takes the folder after a crash goes on where it ended. All fails with std::system_error.

// Decides: the files in `unpacked`, a folder within `folder`, are what the node has. The database
// that is there will be kept under a name with that time.
void decide_for_restored(const std::filesystem::path& unpacked, const std::filesystem::path& folder,
                         Instant now);

// Whether one was decided for and has still to get its names.
bool is_restore_decided(const std::filesystem::path& folder);

// Gives the files of a decided restore their names; does nothing where there is none. Nobody else
// has the folder open. `after_each` is called after each step.
void place_restored(
    const std::filesystem::path& folder, const std::function<void()>& after_each = [] {});

}  // namespace tenpoint::store
