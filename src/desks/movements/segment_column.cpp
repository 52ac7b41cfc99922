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

// Differences are taken modulo 2^64, so that no input overflows; adding them back undoes it.
std::uint64_t minus(std::int64_t a, std::int64_t b) {
    return static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b);
}

std::uint8_t width_for(std::uint64_t greatest) {
    if (greatest == 0) return 0;
    return static_cast<std::uint8_t>(
        std::bit_ceil(static_cast<unsigned>(std::bit_width(greatest))));
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

// Stores number(i) for each i in units of `Unit`, several to a byte where width is below 8.
template <class Unit, class Number>
void store(std::size_t count, std::string& packed, Number number) {
    for (std::size_t i = 0; i < count; ++i) {
        const auto unit = boost::endian::native_to_little(static_cast<Unit>(number(i)));
        std::memcpy(packed.data() + i * sizeof(Unit), &unit, sizeof(Unit));
    }
}

template <class Number>
void store_bits(std::size_t count, unsigned width, std::string& packed, Number number) {
    const unsigned per_byte = 8 / width;
    for (std::size_t at = 0, i = 0; i < count; ++at) {
        unsigned byte = 0;
        for (unsigned n = 0; n < per_byte && i < count; ++n, ++i)
            byte |= static_cast<unsigned>(number(i)) << (n * width);
        packed[at] = static_cast<char>(byte);
    }
}

template <class Number>
void pack(std::size_t count, unsigned width, std::string& packed, Number number) {
    packed.resize(packed_size(count, width));
    switch (width) {
        case 0:
            return;
        case 8:
            return store<std::uint8_t>(count, packed, number);
        case 16:
            return store<std::uint16_t>(count, packed, number);
        case 32:
            return store<std::uint32_t>(count, packed, number);
        case 64:
            return store<std::uint64_t>(count, packed, number);
        default:
            return store_bits(count, width, packed, number);
    }
}

// Calls take(i, number) for each stored number in order.
template <class Unit, class Take>
void load(std::size_t count, std::string_view packed, Take take) {
    for (std::size_t i = 0; i < count; ++i) {
        Unit unit{};
        std::memcpy(&unit, packed.data() + i * sizeof(Unit), sizeof(Unit));
        take(i, std::uint64_t{boost::endian::little_to_native(unit)});
    }
}

template <class Take>
void unpack(std::size_t count, unsigned width, std::string_view packed, Take take) {
    switch (width) {
        case 0:
            for (std::size_t i = 0; i < count; ++i)
                take(i, std::uint64_t{0});
            return;
        case 8:
            return load<std::uint8_t>(count, packed, take);
        case 16:
            return load<std::uint16_t>(count, packed, take);
        case 32:
            return load<std::uint32_t>(count, packed, take);
        case 64:
            return load<std::uint64_t>(count, packed, take);
        default:
            break;
    }
    const unsigned per_byte = 8 / width;
    const unsigned mask = (1U << width) - 1;
    for (std::size_t i = 0; i < count; ++i) {
        const auto byte = static_cast<unsigned char>(packed[i / per_byte]);
        take(i, std::uint64_t{(byte >> (i % per_byte * width)) & mask});
    }
}

bool is_width(unsigned width) {
    return width == 0 || (width <= 64 && std::has_single_bit(width));
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
    const auto before = payloads.size();
    if (packed_.size() >= least_to_compress) {
        payloads.resize(before + ZSTD_compressBound(packed_.size()));
        const auto size =
            ZSTD_compressCCtx(context_, payloads.data() + before, payloads.size() - before,
                              packed_.data(), packed_.size(), 1);
        header.compressed = ZSTD_isError(size) == 0 && size < packed_.size() - packed_.size() / 16;
        payloads.resize(before + (header.compressed != 0 ? size : 0));
    }
    if (header.compressed == 0) payloads += packed_;
    header.bytes = static_cast<std::uint32_t>(payloads.size() - before);
}

ColumnDecoder::ColumnDecoder() : context_(ZSTD_createDCtx()) {}
ColumnDecoder::~ColumnDecoder() {
    ZSTD_freeDCtx(context_);
}

template <class T>
bool ColumnDecoder::decode(const ColumnHeader& header, std::string_view payload, std::int64_t least,
                           std::int64_t greatest, std::span<T> numbers) {
    const bool neighbours = header.neighbours != 0;
    if (!is_width(header.width) || (neighbours && numbers.empty())) return false;
    const auto count = numbers.size() - (neighbours ? 1 : 0);
    const auto size = packed_size(count, header.width);
    if (header.compressed != 0) {
        packed_.resize(size);
        const auto got =
            ZSTD_decompressDCtx(context_, packed_.data(), size, payload.data(), payload.size());
        if (ZSTD_isError(got) != 0 || got != size) return false;
        payload = packed_;
    }
    if (payload.size() != size) return false;

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
        unpack(count, header.width, payload, [&](std::size_t i, std::uint64_t stored) {
            last += stored + base;
            put(i + 1, last);
        });
    } else {
        unpack(count, header.width, payload,
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
