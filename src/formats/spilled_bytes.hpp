// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/descriptor.hpp"

namespace tenpoint::formats {

// A file without a name in the folder, and nowhere else: what is in it may be personal. Not open
// where none can be made there.
Descriptor file_without_name(const std::filesystem::path& folder);

// Bytes that are too many for memory: written one after the other into a file without a name, then
// read here and there, through the blocks read last. Not for use from several threads at once.
class SpilledBytes {
  public:
    // Nothing where no file can be made.
    static std::optional<SpilledBytes> in(const std::filesystem::path& folder);

    // False where the disk fails or is full.
    bool append(std::string_view bytes);
    // After the last of them; false as above.
    bool finish();

    std::uint64_t size() const { return size_; }
    // Puts `count` bytes in the place of `to`. They must have been written. Throws
    // std::system_error where the disk fails.
    void read(std::uint64_t at, std::size_t count, std::string& to) const;

  private:
    static constexpr std::size_t block_bytes = std::size_t{32} << 10;
    static constexpr std::size_t blocks_kept = 64;
    static constexpr std::uint64_t none = ~std::uint64_t{0};

    struct Block {
        std::uint64_t number = none;
        std::string bytes;
    };

    explicit SpilledBytes(Descriptor file) : file_(std::move(file)), blocks_(blocks_kept) {}
    bool write_out();
    const std::string& block(std::uint64_t number) const;

    Descriptor file_;
    std::string waiting_;  // to be written
    std::uint64_t size_ = 0;
    mutable std::vector<Block> blocks_;
};

}  // namespace tenpoint::formats
