// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace tenpoint::formats {

// Bytes read from front to back.
class ByteSource {
  public:
    virtual ~ByteSource() = default;

    // Reads up to `room` bytes; 0 at the end. A failing disk ends the bytes, see `failed`.
    virtual std::size_t read(char* to, std::size_t room) = 0;
    virtual std::size_t size() const = 0;
    virtual std::size_t position() const = 0;
    virtual bool failed() const { return false; }
};

// Those of a file, without mapping it into memory.
class ByteFile final : public ByteSource {
  public:
    // Null where it cannot be opened or is no regular file.
    static std::unique_ptr<ByteFile> open(const std::filesystem::path& path);

    ByteFile(const ByteFile&) = delete;
    ByteFile& operator=(const ByteFile&) = delete;
    ~ByteFile() override;

    std::size_t read(char* to, std::size_t room) override;
    std::size_t size() const override { return size_; }
    std::size_t position() const override { return position_; }
    bool failed() const override { return failed_; }

    // The first bytes, at most `count`; leaves the place of reading as it is.
    std::string head(std::size_t count) const;

  private:
    ByteFile(int descriptor, std::size_t size) : descriptor_(descriptor), size_(size) {}

    int descriptor_;
    std::size_t size_;
    std::size_t position_ = 0;
    bool failed_ = false;
};

// Those of a text in memory, which must outlive it.
class ByteView final : public ByteSource {
  public:
    explicit ByteView(std::string_view bytes) : bytes_(bytes) {}

    std::size_t read(char* to, std::size_t room) override {
        const auto count = bytes_.copy(to, room, position_);
        position_ += count;
        return count;
    }
    std::size_t size() const override { return bytes_.size(); }
    std::size_t position() const override { return position_; }

  private:
    std::string_view bytes_;
    std::size_t position_ = 0;
};

}  // namespace tenpoint::formats
