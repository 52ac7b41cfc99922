// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "record/kind_info.hpp"

namespace tenpoint::arrangements {

// The desk's kinds, each after those it refers to.
std::array<const record::KindInfo*, 7> kinds();

}  // namespace tenpoint::arrangements
