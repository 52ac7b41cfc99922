// SPDX-License-Identifier: Apache-2.0
#include "store/database_copy.hpp"

#include <system_error>

#include "store/durable_file.hpp"

namespace tenpoint::store {
namespace {

namespace fs = std::filesystem;

}  // namespace

void copy_database(Session& session, const fs::path& copy) {
    auto part = copy;
    part += ".part";
    fs::remove(part);
    try {
        session.execute("vacuum into ?", {part.string()});
        make_durable(part);  // SQLite leaves that to the system
        fs::rename(part, copy);
        make_durable(copy.parent_path());
    } catch (...) {
        std::error_code ignored;
        fs::remove(part, ignored);
        throw;
    }
}

}  // namespace tenpoint::store
