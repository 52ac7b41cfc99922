// SPDX-License-Identifier: Apache-2.0
#include "app/command.hpp"
#include "app/kinds.hpp"
#include "app/verification_report.hpp"
#include "store/restoring.hpp"

namespace tenpoint::app {
namespace {

struct BackupOptions {
    NodeOptions node;
    std::string file;
};

Result<int> back_up(const BackupOptions& options, CommandContext& context) {
    TENPOINT_TRY(node, context.node(options.node));
    auto& terminal = context.terminal();
    TENPOINT_TRY(found, node->store().back_up(terminal.resolve(options.file)));
    return report(found, terminal);
}

Result<int> restore(const BackupOptions& options, CommandContext& context) {
    if (context.is_handed_over()) return Problem{ProblemCode::folder_in_use, options.node.data};
    auto& terminal = context.terminal();
    const SystemClock clock;
    SystemRandomness randomness;
    const store::Location location{terminal.resolve(options.node.data), options.node.database};
    TENPOINT_TRY(found, store::restore(terminal.resolve(options.file), location, all_kinds(), clock,
                                       randomness));
    return report(found, terminal);
}

using BackupAction = Result<int> (*)(const BackupOptions&, CommandContext&);

void add(CLI::App& program, Action& action, const char* name, const char* description,
         BackupAction act) {
    auto options = std::make_shared<BackupOptions>();
    auto* command = program.add_subcommand(name, description);
    command->add_option("file", options->file, "The backup")->required()->type_name("FILE");
    add_node_options(*command, options->node);
    command->callback([options, act, &action] {
        action = [options, act](CommandContext& context) { return act(*options, context); };
    });
}

}  // namespace

void add_backup_commands(CLI::App& program, Action& action) {
    add(program, action, "backup", "Write a copy of a node into one file", back_up);
    add(program, action, "restore", "Put a backup in the place of what a node has", restore);
}

}  // namespace tenpoint::app
