// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/node.hpp"
#include "app/terminal.hpp"

namespace tenpoint::app {

// Carries out a command line, without the program's own name; gives the exit code. `running` as in
// CommandContext. Where the folder is in the hands of a running server, the server carries it out.
int run(const std::vector<std::string>& arguments, Terminal& terminal, Node* running);

}  // namespace tenpoint::app
