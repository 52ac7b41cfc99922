// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/segment_format.hpp"

#include <fmt/format.h>

#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "desks/movements/segment_bytes.hpp"

namespace tenpoint::movements {
namespace {

std::string checksum_of(std::string_view bytes) {
    std::string checksum;
    from_hex(hash_of(bytes), checksum);
    return checksum;
}

}  // namespace

std::string open_envelope(std::string_view magic) {
    std::string bytes(magic);
    ByteWriter(bytes).number(segment_format_version);
    return bytes;
}

void close_envelope(std::string& bytes) {
    bytes += checksum_of(bytes);
}

Result<std::string_view> content_of_envelope(std::string_view magic, std::string_view bytes) {
    const auto damaged = [&](std::string_view why) {
        return Problem{ProblemCode::storage_failed, fmt::format("segment, {}: {}", magic, why)};
    };
    ByteReader reader(bytes);
    std::string_view found_magic;
    std::uint16_t version = 0;
    if (!reader.bytes(magic.size(), found_magic) || found_magic != magic)
        return damaged("another sort of bytes");
    if (!reader.number(version)) return damaged("cut short");
    const auto frame = magic.size() + sizeof version;
    if (bytes.size() < frame + envelope_end_bytes) return damaged("cut short");
    const auto covered = bytes.substr(0, bytes.size() - envelope_end_bytes);
    if (checksum_of(covered) != bytes.substr(covered.size())) return damaged("wrong checksum");
    if (version > segment_format_version)
        return Problem{ProblemCode::database_too_new,
                       fmt::format("segment of format version {}", version)};
    return covered.substr(frame);
}

}  // namespace tenpoint::movements
