// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

namespace tenpoint::formats {

// A file open for reading from front to back, without mapping it into memory.
class ByteFile {
  public:
    // Nothing where it cannot be opened or is no regular file.
    static std::optional<ByteFile> open(const std::filesystem::path& path);

    ByteFile(ByteFile&& other) noexcept;
    ByteFile& operator=(ByteFile&&) = delete;
    ~ByteFile();

    // Reads up to `room` bytes; 0 at the end. A failing disk ends the file, see `failed`.
    std::size_t read(char* to, std::size_t room);
    // The first bytes, at most `count`; leaves the place of reading as it is.
    std::string head(std::size_t count) const;

    std::size_t size() const { return size_; }
    std::size_t position() const { return position_; }
    bool failed() const { return failed_; }

  private:
    ByteFile(int descriptor, std::size_t size) : descriptor_(descriptor), size_(size) {}

    int descriptor_;
    std::size_t size_;
    std::size_t position_ = 0;
    bool failed_ = false;
};

}  // namespace tenpoint::formats
