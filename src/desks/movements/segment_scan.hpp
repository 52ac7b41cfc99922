// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "desks/movements/segment_reader.hpp"
#include "desks/movements/segment_store.hpp"

namespace tenpoint::movements {

// Decodes the chunks of a segment in order from `first_chunk` on. `take` gives false to stop early.
// Fails where a chunk is missing, damaged or in another's place.
Result<void> scan(const StoredSegment& segment, const SegmentReader& reader, WantedColumns wanted,
                  std::int64_t first_chunk, const std::function<bool(const ChunkColumns&)>& take);

}  // namespace tenpoint::movements
