// SPDX-License-Identifier: Apache-2.0
#include "store/durable_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <system_error>
#include <unistd.h>

namespace tenpoint::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view unplaced_mark = ".unplaced-";

[[noreturn]] void fail(int failure, const fs::path& path) {
    throw std::system_error(failure, std::generic_category(), path.string());
}

// A name without a folder is in the one where the program is.
fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path{"."};
}

}  // namespace

void make_durable(const fs::path& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file || ::fsync(file.number()) != 0) fail(errno, path);
}

void write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(errno, "a file cannot be written");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

TemporaryFile::~TemporaryFile() {
    std::error_code ignored;
    fs::remove(path, ignored);
}

UnplacedFile::UnplacedFile(const fs::path& place) {
    auto pattern = place.string().append(unplaced_mark) + "XXXXXX";
    descriptor_ = Descriptor(::mkostemp(pattern.data(), O_CLOEXEC));
    if (!descriptor_) fail(errno, place);
    path_ = pattern;
}

UnplacedFile::~UnplacedFile() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove(path_, ignored);
}

void UnplacedFile::put_at(const fs::path& place) {
    if (::fsync(descriptor_.number()) != 0) fail(errno, path_);
    fs::rename(path_, place);
    path_.clear();
    make_durable(folder_of(place));
}

bool UnplacedFile::put_new_at(const fs::path& place) {
    if (::fsync(descriptor_.number()) != 0) fail(errno, path_);
    if (::link(path_.c_str(), place.c_str()) != 0) {
        if (errno == EEXIST) return false;
        fail(errno, place);
    }
    make_durable(folder_of(place));
    return true;
}

void replace_file(const fs::path& path, std::string_view bytes) {
    UnplacedFile file(path);
    write_all(file.descriptor(), bytes);
    file.put_at(path);
}

void make_file(const fs::path& path, std::string_view bytes) {
    UnplacedFile file(path);
    write_all(file.descriptor(), bytes);
    file.put_new_at(path);
}

void remove_unplaced(const fs::path& place) {
    const auto start = place.filename().string().append(unplaced_mark);
    for (const auto& entry : fs::directory_iterator(folder_of(place)))
        if (entry.path().filename().string().starts_with(start)) fs::remove(entry.path());
}

}  // namespace tenpoint::store
