// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tenpoint::movements {

// What a segment looks like in bytes. All numbers are little-endian.
//
//   chunk  envelope { number i64, observations u32, columns u16, least row i64, greatest row i64,
//                     least period i32, greatest period i32, a ColumnHeader for each column,
//                     the columns' payloads one after the other }
//   head   envelope { observations i64, least period i32, greatest period i32, places, origins,
//                     dimensions u32, for each of these its name and its words }
//          where places, origins and words are lists: u32, then as many texts.
//   envelope  magic of four letters, format version u16, content, BLAKE2b-256 of all before it
//
// The columns stand in the order of ColumnNumber, the extra dimensions after them.
inline constexpr std::uint16_t segment_format_version = 1;
inline constexpr std::size_t observations_per_chunk = 65'536;

enum ColumnNumber : std::size_t {
    indicator_column,
    place_column,
    period_column,
    origin_column,
    sex_column,
    age_column,
    profile_column,
    count_column,
    latitude_column,
    longitude_column,
    row_column,
    first_extra_column,
};

inline constexpr std::string_view chunk_magic = "TPSC";
inline constexpr std::string_view head_magic = "TPSH";

// Begins an envelope; what is appended next is its content.
std::string open_envelope(std::string_view magic);
void close_envelope(std::string& bytes);
inline constexpr std::size_t envelope_end_bytes = 32;  // that close_envelope appends

// The content of an envelope. Fails with `storage_failed` on another magic, bytes missing or
// changed, and with `database_too_new` on a format version later than ours.
Result<std::string_view> content_of_envelope(std::string_view magic, std::string_view bytes);

}  // namespace tenpoint::movements
