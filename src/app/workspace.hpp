// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "app/node.hpp"
#include "app/terminal.hpp"
#include "base/result.hpp"

namespace tenpoint::app {

// Who can try the program out with an example workspace.
struct ExampleAccount {
    std::string name;
    std::string password;
};

// A workspace as data (docs/developers/workspace.md).
struct Workspace {
    std::filesystem::path folder;
    boost::json::object lists;
};

// Fails with `invalid_fields`, by its path, for a file that is not there, also for one that the
// workspace would have imported.
Result<Workspace> read_workspace(const std::filesystem::path& folder);

// Loads a workspace through the store and the importer. What is there already by its name or code
// stays as it is, so that loading it twice adds nothing. Tells `terminal` what it does.
Result<std::vector<ExampleAccount>> load_workspace(Node& node, const access::Principal& principal,
                                                   const Workspace& workspace, Terminal& terminal);

}  // namespace tenpoint::app
