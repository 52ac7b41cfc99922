// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/node.hpp"
#include "app/terminal.hpp"
#include "base/result.hpp"

namespace tenpoint::app {

// Who can try the program out with an example workspace.
struct ExampleAccount {
    std::string name;
    std::string password;
};

// Loads a workspace from its folder (docs/developers/workspace.md) through the store and the
// importer. What is there already by its name or code stays as it is, so that loading it twice adds
// nothing. Tells `terminal` what it does.
Result<std::vector<ExampleAccount>> load_workspace(Node& node, const access::Principal& principal,
                                                   const std::filesystem::path& folder,
                                                   Terminal& terminal);

}  // namespace tenpoint::app
