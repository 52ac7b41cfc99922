// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <source_location>
#include <string>
#include <string_view>
#include <system_error>

#include "base/problem.hpp"
#include "store/session.hpp"

namespace tenpoint::store {

// The field of a `storage_failed` that passes by itself.
inline constexpr std::string_view unreachable_database = "unreachable_database";

// `storage_failed`, with a field that says what is the matter where that is known: a damaged or
// altered database, a full disk, a server that cannot be reached.
Problem storage_problem(const DatabaseError& error,
                        std::source_location where = std::source_location::current());
Problem storage_problem(const std::system_error& error,
                        std::source_location where = std::source_location::current());
// The same for a file or folder that cannot be opened or written, for whoever named it: `why` is
// in the words of the operating system.
Problem file_problem(std::string pointer, const std::filesystem::path& path, const std::string& why,
                     std::source_location where = std::source_location::current());

}  // namespace tenpoint::store
