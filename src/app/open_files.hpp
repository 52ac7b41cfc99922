// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace tenpoint::app {

// Lets the process open as many files, connections among them, as it may, and gives how many.
std::size_t allow_open_files();

// How many of `wished` connections those files are enough for, beside the database and whatever
// else is open; half of them where there are few. Told in the log where it is fewer.
std::size_t connections_within(std::size_t files, std::size_t wished, std::size_t more_refused);

}  // namespace tenpoint::app
