// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/segment_column.hpp"

#include <algorithm>
#include <bit>
#include <limits>

#include <zstd.h>

namespace tenpoint::movements {
namespace {

// Below this a frame of zstd costs more than it can save.
constexpr std::size_t least_to_compress = 64;
// Finds repetitions and leaves the rest as it is: packed numbers have no spare bits to squeeze.
constexpr int compression_level = -1;

// Differences are taken modulo 2^64, so that no input overflows; adding them back undoes it.
std::uint64_t minus(std::int64_t a, std::int64_t b) {
    return static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b);
}

// Wider numbers than 56 bits, which no word of 64 holds at every offset, take all 64.
constexpr unsigned greatest_packed_width = 56;
constexpr std::size_t read_ahead = 8;

std::uint8_t width_for(std::uint64_t greatest) {
    const auto width = static_cast<unsigned>(std::bit_width(greatest));
    return static_cast<std::uint8_t>(width > greatest_packed_width ? 64 : width);
}

std::size_t packed_size(std::size_t count, unsigned width) {
    return (count * width + 7) / 8;
}

struct Range {
    std::int64_t least = 0;
    std::int64_t greatest = 0;

    std::uint8_t width() const { return width_for(minus(greatest, least)); }
};

template <class T>
Range range_of(std::span<const T> numbers) {
    const auto [least, greatest] = std::ranges::minmax(numbers);
    return {static_cast<std::int64_t>(least), static_cast<std::int64_t>(greatest)};
}

// Of the differences between neighbours; wide enough to be useless where one would overflow.
template <class T>
Range range_of_neighbours(std::span<const T> numbers) {
    Range range{std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()};
    if (numbers.size() < 2) return {};
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        const auto step = static_cast<std::int64_t>(minus(
            static_cast<std::int64_t>(numbers[i]), static_cast<std::int64_t>(numbers[i - 1])));
        range.least = std::min(range.least, step);
        range.greatest = std::max(range.greatest, step);
    }
    return range;
}

// Stores number(i) for each i < count, one behind the other from the lowest bit, in words of 64.
template <class Number>
void pack(std::size_t count, unsigned width, std::string& packed, Number number) {
    packed.resize(packed_size(count, width));
    if (width == 0) return;
    auto* out = packed.data();
    std::uint64_t word = 0;
    unsigned filled = 0;
    const auto put = [&](std::size_t bytes) {
        const auto little = boost::endian::native_to_little(word);
        std::memcpy(out, &little, bytes);
        out += bytes;
    };
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t value = number(i);
        word |= value << filled;
        filled += width;
        if (filled < 64) continue;
        put(8);
        filled -= 64;
        word = filled == 0 ? 0 : value >> (width - filled);
    }
    put((filled + 7) / 8);
}

// Calls take(i, number) for each number that pack stored, in order. `packed` is followed by
// read_ahead bytes that may be read.
template <class Take>
void unpack(std::size_t count, unsigned width, const char* packed, Take take) {
    if (width == 64 || width == 0) {
        for (std::size_t i = 0; i < count; ++i) {
            std::uint64_t word = 0;
            if (width != 0) std::memcpy(&word, packed + i * 8, 8);
            take(i, boost::endian::little_to_native(word));
        }
        return;
    }
    const auto mask = (std::uint64_t{1} << width) - 1;
    for (std::size_t i = 0, bit = 0; i < count; ++i, bit += width) {
        std::uint64_t word = 0;
        std::memcpy(&word, packed + bit / 8, 8);
        take(i, (boost::endian::little_to_native(word) >> (bit % 8)) & mask);
    }
}

}  // namespace

void ColumnHeader::write(ByteWriter writer) const {
    writer.number(base);
    writer.number(first);
    writer.number(bytes);
    writer.number(width);
    writer.number(neighbours);
    writer.number(compressed);
}

bool ColumnHeader::read(ByteReader& reader) {
    return reader.number(base) && reader.number(first) && reader.number(bytes) &&
           reader.number(width) && reader.number(neighbours) && reader.number(compressed);
}

ColumnEncoder::ColumnEncoder() : context_(ZSTD_createCCtx()) {}
ColumnEncoder::~ColumnEncoder() {
    ZSTD_freeCCtx(context_);
}

template <class T>
ColumnHeader ColumnEncoder::encode(std::span<const T> numbers, std::string& payloads) {
    ColumnHeader header;
    const auto range = range_of(numbers);
    header.base = range.least;
    header.width = range.width();
    if (header.width > 1) {
        const auto steps = range_of_neighbours(numbers);
        if (steps.width() < header.width) {
            header.neighbours = 1;
            header.base = steps.least;
            header.width = steps.width();
            header.first = static_cast<std::int64_t>(numbers.front());
        }
    }
    if (header.neighbours != 0) {
        pack(numbers.size() - 1, header.width, packed_, [&](std::size_t i) {
            const auto step = minus(static_cast<std::int64_t>(numbers[i + 1]),
                                    static_cast<std::int64_t>(numbers[i]));
            return step - static_cast<std::uint64_t>(header.base);
        });
    } else {
        pack(numbers.size(), header.width, packed_, [&](std::size_t i) {
            return minus(static_cast<std::int64_t>(numbers[i]), header.base);
        });
    }
    compress(header, payloads);
    return header;
}

void ColumnEncoder::compress(ColumnHeader& header, std::string& payloads) {
    std::string_view best = packed_;
    if (packed_.size() >= least_to_compress) {
        compressed_.resize(std::max(compressed_.size(), ZSTD_compressBound(packed_.size())));
        const auto size = ZSTD_compressCCtx(context_, compressed_.data(), compressed_.size(),
                                            packed_.data(), packed_.size(), compression_level);
        if (ZSTD_isError(size) == 0 && size < packed_.size() - packed_.size() / 16) {
            header.compressed = 1;
            best = std::string_view(compressed_).substr(0, size);
        }
    }
    header.bytes = static_cast<std::uint32_t>(best.size());
    payloads += best;
}

ColumnDecoder::ColumnDecoder() : context_(ZSTD_createDCtx()) {}
ColumnDecoder::~ColumnDecoder() {
    ZSTD_freeDCtx(context_);
}

template <class T>
bool ColumnDecoder::decode(const ColumnHeader& header, std::string_view payload, std::int64_t least,
                           std::int64_t greatest, std::span<T> numbers) {
    const bool neighbours = header.neighbours != 0;
    if ((header.width > greatest_packed_width && header.width != 64) ||
        (neighbours && numbers.empty()))
        return false;
    const auto count = numbers.size() - (neighbours ? 1 : 0);
    const auto size = packed_size(count, header.width);
    packed_.resize(size + read_ahead);
    if (header.compressed != 0) {
        const auto got =
            ZSTD_decompressDCtx(context_, packed_.data(), size, payload.data(), payload.size());
        if (ZSTD_isError(got) != 0 || got != size) return false;
    } else {
        if (payload.size() != size) return false;
        payload.copy(packed_.data(), size);
    }

    // Comparisons are gathered, not branched on, so that the loops stay simple.
    bool outside = false;
    const auto put = [&](std::size_t i, std::uint64_t value) {
        const auto number = static_cast<std::int64_t>(value);
        outside |= number < least || number > greatest;
        numbers[i] = static_cast<T>(number);
    };
    const auto base = static_cast<std::uint64_t>(header.base);
    if (neighbours) {
        auto last = static_cast<std::uint64_t>(header.first);
        put(0, last);
        unpack(count, header.width, packed_.data(), [&](std::size_t i, std::uint64_t stored) {
            last += stored + base;
            put(i + 1, last);
        });
    } else {
        unpack(count, header.width, packed_.data(),
               [&](std::size_t i, std::uint64_t stored) { put(i, stored + base); });
    }
    return !outside;
}

template ColumnHeader ColumnEncoder::encode(std::span<const std::uint8_t>, std::string&);
template ColumnHeader ColumnEncoder::encode(std::span<const std::uint32_t>, std::string&);
template ColumnHeader ColumnEncoder::encode(std::span<const std::int32_t>, std::string&);
template ColumnHeader ColumnEncoder::encode(std::span<const std::int64_t>, std::string&);
template bool ColumnDecoder::decode(const ColumnHeader&, std::string_view, std::int64_t,
                                    std::int64_t, std::span<std::uint8_t>);
template bool ColumnDecoder::decode(const ColumnHeader&, std::string_view, std::int64_t,
                                    std::int64_t, std::span<std::uint32_t>);
template bool ColumnDecoder::decode(const ColumnHeader&, std::string_view, std::int64_t,
                                    std::int64_t, std::span<std::int32_t>);
template bool ColumnDecoder::decode(const ColumnHeader&, std::string_view, std::int64_t,
                                    std::int64_t, std::span<std::int64_t>);

}  // namespace tenpoint::movements
