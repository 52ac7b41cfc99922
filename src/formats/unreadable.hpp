// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "base/problem.hpp"

namespace tenpoint::formats {

// A refused file; `reason` is a code below `field_problems`, for its owner, `detail` for the log.
inline Problem unreadable(std::string reason, std::string detail,
                          std::source_location where = std::source_location::current()) {
    return {ProblemCode::unreadable_file, std::move(detail), {{"/file", std::move(reason)}}, where};
}

}  // namespace tenpoint::formats
