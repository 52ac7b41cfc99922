// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "record/kind_info.hpp"

namespace tenpoint::activities {

// The desk's kinds; they refer to partners and to batches.
std::array<const record::KindInfo*, 2> kinds();

}  // namespace tenpoint::activities
