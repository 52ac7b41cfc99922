// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "record/kind_info.hpp"

namespace tenpoint::directory {

// The desk's kinds, each after those it refers to.
std::array<const record::KindInfo*, 5> kinds();

}  // namespace tenpoint::directory
