// SPDX-License-Identifier: Apache-2.0
#include "formats/byte_source.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tenpoint::formats {

std::unique_ptr<ByteFile> ByteFile::open(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return nullptr;
    std::unique_ptr<ByteFile> file{new ByteFile{descriptor, 0}};
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return nullptr;
    ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
    file->size_ = static_cast<std::size_t>(status.st_size);
    return file;
}

ByteFile::~ByteFile() {
    ::close(descriptor_);
}

std::size_t ByteFile::read(char* to, std::size_t room) {
    while (true) {
        const auto count = ::read(descriptor_, to, room);
        if (count >= 0) {
            position_ += static_cast<std::size_t>(count);
            return static_cast<std::size_t>(count);
        }
        if (errno == EINTR) continue;
        failed_ = true;
        return 0;
    }
}

std::string ByteFile::head(std::size_t count) const {
    std::string bytes(count, '\0');
    const auto read = ::pread(descriptor_, bytes.data(), count, 0);
    bytes.resize(read > 0 ? static_cast<std::size_t>(read) : 0);
    return bytes;
}

}  // namespace tenpoint::formats
