// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/segment_scan.hpp"

#include <fmt/format.h>

#include "desks/movements/segment_format.hpp"

namespace tenpoint::movements {

Result<void> scan(const StoredSegment& segment, const SegmentReader& reader, WantedColumns wanted,
                  std::int64_t first_chunk, const std::function<bool(const ChunkColumns&)>& take) {
    constexpr auto full = static_cast<std::int64_t>(observations_per_chunk);
    ChunkColumns columns;
    for (auto number = first_chunk; number * full < reader.observations(); ++number) {
        TENPOINT_TRY(bytes, segment.chunk(number));
        TENPOINT_CHECK(reader.read(bytes, wanted, columns));
        const auto expected = std::min(full, reader.observations() - number * full);
        if (columns.number != number || std::cmp_not_equal(columns.observations, expected))
            return Problem{
                ProblemCode::storage_failed,
                fmt::format("segment: chunk {} in the place of {}", columns.number, number)};
        if (columns.least_period < reader.least_period() ||
            columns.greatest_period > reader.greatest_period())
            return Problem{ProblemCode::storage_failed, "segment: a period that its head lacks"};
        if (!take(columns)) return {};
    }
    return {};
}

}  // namespace tenpoint::movements
