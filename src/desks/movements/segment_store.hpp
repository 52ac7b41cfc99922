// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/id.hpp"
#include "base/result.hpp"

namespace tenpoint::movements {

// The bytes of one batch's segment, wherever they are kept: its head, and its chunks on demand.
// Chunks are numbered from 0; there are as many as the head's observations need.
struct StoredSegment {
    std::string head;
    std::function<Result<std::string>(std::int64_t number)> chunk;
};

using SegmentLoader = std::function<Result<StoredSegment>(const Id& batch)>;

}  // namespace tenpoint::movements
