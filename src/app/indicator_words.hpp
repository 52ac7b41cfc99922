// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace tenpoint::app {

// What may be typed for an indicator, in the order of the list.
std::vector<std::string> indicator_words();

}  // namespace tenpoint::app
