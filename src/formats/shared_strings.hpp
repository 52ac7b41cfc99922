// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/byte_source.hpp"

namespace tenpoint::formats {

// The texts that the cells of a workbook refer to by number, one after the other in one block.
class SharedStrings {
  public:
    // With what is kept for each text.
    static constexpr std::size_t most_bytes = std::size_t{256} << 20;

    enum class Outcome { whole, damaged, oversized };

    // Reads the part xl/sharedStrings.xml.
    Outcome read(ByteSource& part);

    // Nothing beyond the last.
    std::optional<std::string_view> at(std::size_t index) const;

  private:
    class Handler;

    std::string text_;
    std::vector<std::uint32_t> ends_;
};

// Workbooks write characters that XML cannot hold as "_x000D_"; puts them back in place.
void decode_escapes(std::string& text, std::size_t from);

}  // namespace tenpoint::formats
