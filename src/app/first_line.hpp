// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tenpoint::app {

// The first line of a file, which holds a secret; empty where there is none.
std::string first_line_of(const std::string& path);

// What is wrong with such a file; empty: nothing. An empty secret would let everybody in.
std::string check_first_line(const std::string& path);

}  // namespace tenpoint::app
