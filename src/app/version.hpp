// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tenpoint::app {

// As CMake's project() has it.
inline constexpr std::string_view version = TENPOINT_VERSION;

}  // namespace tenpoint::app
