// SPDX-License-Identifier: Apache-2.0
#include "store/database_copy.hpp"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace tenpoint::store {
namespace {

namespace fs = std::filesystem;

// A file, or a folder with its names.
void make_durable(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool done = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int failure = errno;
    if (descriptor >= 0) ::close(descriptor);
    if (!done) throw std::system_error(failure, std::generic_category(), "a copy is not durable");
}

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
