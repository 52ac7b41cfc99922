// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>

namespace tenpoint::faults {

// How often a test tries its luck: the short way, or TENPOINT_LONG_FAULTS times as often.
inline int rounds(int short_way) {
    const char* longer = std::getenv("TENPOINT_LONG_FAULTS");
    return short_way * (longer ? std::atoi(longer) : 1);
}

}  // namespace tenpoint::faults
