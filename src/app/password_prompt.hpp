// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace tenpoint::app {

// The password that a command line needs, asked for before the command is carried out, perhaps by a
// server: the first line of standard input with `--password-stdin`, else twice at the terminal,
// unseen. Empty where the command needs none, or none was given.
std::string read_password(const std::vector<std::string>& arguments);

}  // namespace tenpoint::app
