// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/workspace.hpp"

namespace tenpoint::app {
namespace {

namespace fs = std::filesystem;

struct ExampleOptions {
    NodeOptions node;
    std::vector<std::string> folders;
};

// Where the examples are when nobody says so: beside the sources that the program was built from,
// else where a package puts them.
std::vector<fs::path> shipped_examples() {
    const auto program = fs::read_symlink("/proc/self/exe");
    auto folder = program.parent_path().parent_path().parent_path() / "examples";
    if (!fs::is_directory(folder))
        folder = program.parent_path().parent_path() / "share/tenpoint/examples";
    return {folder / "chapter-one", folder / "americas-corridor", folder / "mediterranean"};
}

Result<int> load_examples(const ExampleOptions& options, CommandContext& context) {
    auto& terminal = context.terminal();
    std::vector<fs::path> folders;
    for (const auto& typed : options.folders)
        folders.push_back(terminal.resolve(typed));
    if (folders.empty()) folders = shipped_examples();
    // Before there is a node, which would be left half made.
    std::vector<Workspace> workspaces;
    for (const auto& folder : folders) {
        TENPOINT_TRY(workspace, read_workspace(folder));
        workspaces.push_back(std::move(workspace));
    }
    TENPOINT_TRY(node, context.node_or_new(options.node));
    const auto principal = context.principal();
    std::vector<ExampleAccount> accounts;
    for (const auto& workspace : workspaces) {
        fmt::print(terminal.out, "{}\n", workspace.folder.filename().string());
        TENPOINT_TRY(added, load_workspace(*node, principal, workspace, terminal));
        accounts.insert(accounts.end(), added.begin(), added.end());
    }
    for (const auto& [name, password] : accounts)
        fmt::print(terminal.out, "Sign in as {} with the password {}\n", name, password);
    return exit_done;
}

}  // namespace

void add_example_command(CLI::App& program, Action& action) {
    auto options = std::make_shared<ExampleOptions>();
    auto* command = program.add_subcommand("example", "Load the example workspaces");
    command
        ->add_option("folders", options->folders,
                     "Folders with a workspace.json; those that came with the program")
        ->type_name("FOLDER");
    add_node_options(*command, options->node);
    command->callback([options, &action] {
        action = [options](CommandContext& context) { return load_examples(*options, context); };
    });
}

}  // namespace tenpoint::app
