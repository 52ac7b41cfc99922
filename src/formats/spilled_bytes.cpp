// SPDX-License-Identifier: Apache-2.0
#include "formats/spilled_bytes.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace tenpoint::formats {

namespace fs = std::filesystem;

Descriptor file_without_name(const fs::path& folder) {
    const auto place = folder.empty() ? fs::path{"."} : folder;
    // It never has a name where the file system can do so.
    Descriptor nameless{
        ::open(place.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, S_IRUSR | S_IWUSR)};
    if (nameless) return nameless;
    auto name = (place / "unpacked-XXXXXX").string();
    Descriptor file{::mkostemp(name.data(), O_CLOEXEC)};
    if (file) ::unlink(name.c_str());
    return file;
}

std::optional<SpilledBytes> SpilledBytes::in(const fs::path& folder) {
    auto file = file_without_name(folder);
    if (!file) return std::nullopt;
    return SpilledBytes(std::move(file));
}

bool SpilledBytes::append(std::string_view bytes) {
    waiting_ += bytes;
    size_ += bytes.size();
    return waiting_.size() < block_bytes || write_out();
}

bool SpilledBytes::finish() {
    const bool written = write_out();
    waiting_ = {};
    return written;
}

bool SpilledBytes::write_out() {
    for (std::size_t done = 0; done < waiting_.size();) {
        const auto count = ::write(file_.number(), waiting_.data() + done, waiting_.size() - done);
        if (count < 0 && errno != EINTR) return false;
        done += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    }
    waiting_.clear();
    return true;
}

const std::string& SpilledBytes::block(std::uint64_t number) const {
    auto& kept = blocks_[number % blocks_kept];
    if (kept.number == number) return kept.bytes;
    const auto from = number * block_bytes;
    kept.number = none;
    kept.bytes.resize(std::min(std::uint64_t{block_bytes}, size_ - from));
    for (std::size_t done = 0; done < kept.bytes.size();) {
        const auto count = ::pread(file_.number(), kept.bytes.data() + done,
                                   kept.bytes.size() - done, static_cast<off_t>(from + done));
        if (count == 0 || (count < 0 && errno != EINTR))
            throw std::system_error(errno, std::generic_category(), "cannot read a spilled file");
        done += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    }
    kept.number = number;
    return kept.bytes;
}

void SpilledBytes::read(std::uint64_t at, std::size_t count, std::string& to) const {
    to.clear();
    while (to.size() < count) {
        const auto here = at + to.size();
        const auto& bytes = block(here / block_bytes);
        to += std::string_view{bytes}.substr(here % block_bytes, count - to.size());
    }
}

}  // namespace tenpoint::formats
