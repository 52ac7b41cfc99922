// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <zip.h>

#include "base/descriptor.hpp"
#include "base/result.hpp"
#include "formats/byte_source.hpp"

namespace tenpoint::formats {

// What a part may unpack to. A zip bomb gets no further; the ratio counts only where a part is
// large, since a short text of one letter packs very well.
struct ZipLimits {
    static constexpr std::size_t part_bytes = std::size_t{4} << 30;
    static constexpr std::size_t ratio = 200;
    static constexpr std::size_t ratio_counts_from = std::size_t{16} << 20;
    // Of what only describes other parts, and is kept in memory.
    static constexpr std::size_t described_bytes = std::size_t{16} << 20;
    // Of the archive's own list of its parts, which is also kept.
    static constexpr std::size_t list_bytes = std::size_t{8} << 20;
};

// One part of an archive, unpacked while it is read.
class ZipPart final : public ByteSource {
  public:
    enum class State { sound, damaged, oversized };

    std::size_t read(char* to, std::size_t room) override;
    // As the archive claims.
    std::size_t size() const override { return size_; }
    std::size_t position() const override { return position_; }
    bool failed() const override { return state_ != State::sound; }
    State state() const { return state_; }

  private:
    friend class ZipArchive;
    struct Close {
        void operator()(zip_file_t* file) const { zip_fclose(file); }
    };
    ZipPart(zip_file_t* file, std::size_t size, std::size_t packed, std::size_t most)
        : file_(file), size_(size), packed_(packed), most_(most) {}

    std::unique_ptr<zip_file_t, Close> file_;
    std::size_t size_;
    std::size_t packed_;
    std::size_t most_;
    std::size_t position_ = 0;
    State state_ = State::sound;
};

// A part as the archive lists it. Its name is only a name, never a path to write to.
struct ZipEntry {
    std::uint64_t index;
    std::string name;  // UTF-8
    std::size_t size;  // as the archive claims
};

// Not for use from several threads at once. Parts must not outlive their archive.
class ZipArchive {
  public:
    // Fails with `unreadable_file`: damaged_workbook, oversized_workbook (a list of parts that
    // itself is too long).
    static Result<std::unique_ptr<ZipArchive>> open(const std::filesystem::path& path);
    // Of a file that perhaps has no name any more.
    static Result<std::unique_ptr<ZipArchive>> open(Descriptor file);

    bool has(const std::string& part) const;
    // Fails with `unreadable_file`: damaged_workbook (also where there is no such part),
    // encrypted_workbook, unknown_compression, oversized_workbook (by what the archive claims
    // already).
    Result<std::unique_ptr<ZipPart>> part(const std::string& name,
                                          std::size_t most = ZipLimits::part_bytes) const;
    Result<std::unique_ptr<ZipPart>> part(std::uint64_t index,
                                          std::size_t most = ZipLimits::part_bytes) const;
    // The whole of a part that only describes others. Fails in the same way.
    Result<std::string> text(const std::string& name) const;

    std::vector<ZipEntry> entries() const;

  private:
    struct Discard {
        void operator()(zip_t* zip) const { zip_discard(zip); }
    };
    explicit ZipArchive(zip_t* zip) : zip_(zip) {}

    std::unique_ptr<zip_t, Discard> zip_;
};

}  // namespace tenpoint::formats
