// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "desks/movements/segment_bytes.hpp"

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace tenpoint::movements {

// How one column of a chunk is stored. Its numbers are differences from the least of them (frame
// of reference), packed in as many bits as the greatest needs; where that is narrower, first the
// differences between neighbours are taken (row numbers: 0 or 1). A constant column needs no
// payload at all. zstd comes on top where it saves something.
struct ColumnHeader {
    std::int64_t base = 0;   // added to each stored number
    std::int64_t first = 0;  // of neighbours' differences: the first number
    std::uint32_t bytes = 0;
    std::uint8_t width = 0;
    std::uint8_t neighbours = 0;  // 1: differences between neighbours
    std::uint8_t compressed = 0;  // 1: by zstd

    void write(ByteWriter writer) const;
    bool read(ByteReader& reader);
};

// Encodes columns one after the other; keeps its buffers.
class ColumnEncoder {
  public:
    ColumnEncoder();
    ~ColumnEncoder();
    ColumnEncoder(const ColumnEncoder&) = delete;
    ColumnEncoder& operator=(const ColumnEncoder&) = delete;

    // Appends the payload to `payloads`. T is one of 1, 4 or 8 bytes, as observations have them.
    template <class T>
    ColumnHeader encode(std::span<const T> numbers, std::string& payloads);

  private:
    void compress(ColumnHeader& header, std::string& payloads);

    ZSTD_CCtx_s* context_;
    std::string packed_;
    std::string compressed_;
};

class ColumnDecoder {
  public:
    ColumnDecoder();
    ~ColumnDecoder();
    ColumnDecoder(const ColumnDecoder&) = delete;
    ColumnDecoder& operator=(const ColumnDecoder&) = delete;

    // Fills `numbers`, which has the length of the column. Gives false where the payload is not
    // what the header says, or a number does not lie within [least, greatest].
    template <class T>
    bool decode(const ColumnHeader& header, std::string_view payload, std::int64_t least,
                std::int64_t greatest, std::span<T> numbers);

  private:
    ZSTD_DCtx_s* context_;
    std::string packed_;
};

}  // namespace tenpoint::movements
