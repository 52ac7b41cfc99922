// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tenpoint::formats {

// Finds the two signs that part cells and rows, 64 bytes at a time: a bit for each byte.
class CellEnds {
  public:
    static constexpr std::size_t block_bytes = 64;

    CellEnds(char delimiter, char line_end) : delimiter_(delimiter), line_end_(line_end) {}

    // Begins at `at`. Reads whole blocks: 64 bytes beyond the last sign must be readable.
    void seek(const char* at) {
        block_ = at;
        ends_ = ends_in(at);
    }

    // The next sign; there must be one.
    const char* next() {
        while (ends_ == 0)
            seek(block_ + block_bytes);
        const auto* end = block_ + std::countr_zero(ends_);
        ends_ &= ends_ - 1;
        return end;
    }

  private:
#ifdef __SSE2__
    std::uint64_t ends_in(const char* at) const {
        const auto delimiters = _mm_set1_epi8(delimiter_);
        const auto line_ends = _mm_set1_epi8(line_end_);
        std::uint64_t bits = 0;
        for (unsigned i = 0; i < 4; ++i) {
            const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at) + i);
            const auto found =
                _mm_or_si128(_mm_cmpeq_epi8(bytes, delimiters), _mm_cmpeq_epi8(bytes, line_ends));
            bits |= std::uint64_t{static_cast<std::uint16_t>(_mm_movemask_epi8(found))} << (16 * i);
        }
        return bits;
    }
#else
    // Eight bytes in a word: the high bit of a byte is set where it equals the sign.
    static std::uint64_t equal_bytes(std::uint64_t word, char sign) {
        constexpr std::uint64_t low = 0x7f7f7f7f7f7f7f7fU;
        const auto difference = word ^ (0x0101010101010101U * static_cast<unsigned char>(sign));
        return ~(((difference & low) + low) | difference | low);
    }
    std::uint64_t ends_in(const char* at) const {
        static_assert(std::endian::native == std::endian::little);
        std::array<std::uint64_t, 8> words;
        std::memcpy(words.data(), at, block_bytes);
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto found = equal_bytes(words[i], delimiter_) | equal_bytes(words[i], line_end_);
            // Gathers the eight high bits into the top byte.
            bits |= (((found >> 7) * 0x0102040810204080U) >> 56) << (8 * i);
        }
        return bits;
    }
#endif

    char delimiter_, line_end_;
    const char* block_ = nullptr;
    std::uint64_t ends_ = 0;
};

}  // namespace tenpoint::formats
