// SPDX-License-Identifier: Apache-2.0
#include "store/durable_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace tenpoint::store {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(int failure, const char* what) {
    throw std::system_error(failure, std::generic_category(), what);
}

void write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(errno, "a file cannot be written");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

void make_durable(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool done = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int failure = errno;
    if (descriptor >= 0) ::close(descriptor);
    if (!done) fail(failure, "a file is not durable");
}

void replace_file(const fs::path& path, std::string_view bytes) {
    auto part = path;
    part += ".part";
    const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0) fail(errno, "a file cannot be written");
    try {
        write_all(descriptor, bytes);
    } catch (...) {
        ::close(descriptor);
        throw;
    }
    ::close(descriptor);
    make_durable(part);
    fs::rename(part, path);
    make_durable(path.parent_path());
}

}  // namespace tenpoint::store
