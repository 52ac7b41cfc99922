// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/byte_source.hpp"
#include "formats/spilled_bytes.hpp"

namespace tenpoint::formats {

// The texts that the cells of a workbook refer to by number, one after the other in one block; in
// files without names where they are too long for memory.
class SharedStrings {
  public:
    // With what is kept for each text: in memory, and at all.
    static constexpr std::size_t most_memory = std::size_t{32} << 20;
    static constexpr std::uint64_t most_bytes = std::uint64_t{2} << 30;

    enum class Outcome { whole, damaged, oversized, not_stored };

    // Reads the part xl/sharedStrings.xml; files are made in `folder`. Of a text as much is kept as
    // a cell may hold, and one sign more.
    Outcome read(ByteSource& part, const std::filesystem::path& folder);

    // Nothing beyond the last. Where the texts are in memory it stays as long as they do, else
    // until the next one is asked for. Throws std::system_error where the disk fails.
    std::optional<std::string_view> at(std::size_t index) const;
    bool are_in_memory() const { return !spilled_; }

  private:
    class Handler;

    // In files: the texts, and where each ends, as eight bytes.
    struct Spilled {
        SpilledBytes text, ends;
        std::uint64_t count = 0;
        mutable std::string found;
    };

    bool spill(const std::filesystem::path& folder);
    bool add_spilled(std::string_view text);
    std::uint64_t spilled_end(std::uint64_t index) const;

    std::string text_;
    std::vector<std::uint32_t> ends_;
    std::optional<Spilled> spilled_;
};

// Workbooks write characters that XML cannot hold as "_x000D_"; puts them back in place.
void decode_escapes(std::string& text, std::size_t from);

}  // namespace tenpoint::formats
