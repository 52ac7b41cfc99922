// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "store/session.hpp"

namespace tenpoint::store {

// Writes a copy of a SQLite database as it is now, in one file that a program can open. The file is
// whole and durable, or not there. Fails with DatabaseError or std::system_error.
void copy_database(Session& session, const std::filesystem::path& copy);

}  // namespace tenpoint::store
