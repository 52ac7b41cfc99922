// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "desks/movements/consolidation_blank.hpp"
#include "desks/movements/segment_reader.hpp"
#include "desks/movements/segment_store.hpp"

namespace tenpoint::movements {

// Words in order, and for each code of a segment's dictionary the place of its word among them.
struct SortedWords {
    std::vector<std::string> words;
    std::vector<std::uint32_t> position;  // by code - first_word_code
};
SortedWords sorted(const std::vector<std::string>& words);

// A segment's observations added up by everything that tells totals from parts.
struct FineCells {
    std::vector<FineCell> cells;      // by group, breakdown, combination; no two are of the same
    std::vector<std::size_t> extras;  // the extra dimensions with blanks …
    std::vector<std::vector<Code>> combinations;  // … and their words, by FineCell::combination
};

inline constexpr unsigned group_indicator_shift = 56, group_place_shift = 32;

// The group of an indicator, a place by its position in order, and a period by its code; ordered
// as these are.
constexpr std::uint64_t group_of(std::uint8_t indicator, std::uint32_t place, std::int32_t period) {
    return std::uint64_t{indicator} << group_indicator_shift |
           std::uint64_t{place} << group_place_shift |
           (static_cast<std::uint32_t>(period) ^ 0x8000'0000U);  // orders as signed numbers do
}

// Reads the segment once, or where extra dimensions have blanks again. A place that observations
// lack is one behind those with a name. Fails as the segment does.
Result<FineCells> add_up(const StoredSegment& segment, const SegmentReader& reader,
                         const SortedWords& places, const SortedWords& origins);

}  // namespace tenpoint::movements
