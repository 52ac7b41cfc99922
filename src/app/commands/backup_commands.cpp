// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/kept_head.hpp"
#include "app/kinds.hpp"
#include "app/verification_report.hpp"
#include "base/translations.hpp"
#include "store/backup_file.hpp"
#include "store/restoring.hpp"

namespace tenpoint::app {
namespace {

namespace fs = std::filesystem;

struct BackupOptions {
    NodeOptions node;
    std::string file;
};

bool is_within(const fs::path& path, const fs::path& folder) {
    const auto inner = fs::weakly_canonical(path);
    const auto outer = fs::weakly_canonical(folder);
    return std::ranges::mismatch(outer, inner).in1 == outer.end();
}

// A backup takes no other file's place, least of all one of the node's own.
Result<void> check_place(const fs::path& file, const fs::path& data, TerminalFiles& files) try {
    const auto refused = [&](const char* code) {
        return Problem{ProblemCode::invalid_fields, file.string(), {{"/file", code}}};
    };
    if (is_within(file, data)) return refused("in_data_folder");
    if (!fs::exists(file)) return {};
    const auto there = files.open(file, FileUse::reading);
    if (!there || !store::is_backup(there->number())) return refused("another_file_there");
    return {};
} catch (const fs::filesystem_error& error) {  // a folder that one may not look into
    return Problem{ProblemCode::storage_failed, error.what()};
}

Result<int> back_up(const BackupOptions& options, CommandContext& context) {
    auto& terminal = context.terminal();
    const auto file = terminal.resolve(options.file);
    if (!context.is_handed_over())
        TENPOINT_CHECK(check_place(file, terminal.resolve(options.node.data), terminal.files));
    TENPOINT_TRY(node, context.node(options.node));
    TENPOINT_TRY(opened, terminal.files.open(file, FileUse::replacing));
    TENPOINT_TRY(found, node->store().back_up(opened.number()));
    if (!found.flaw) {
        TENPOINT_CHECK(terminal.files.put_at(file));
        return report(found, terminal);
    }
    const auto aside = options.file + ".flawed";
    TENPOINT_CHECK(terminal.files.put_at(terminal.resolve(aside)));
    const auto code = report(found, terminal);
    fmt::print(
        terminal.err, "{}\n",
        translate(terminal.language, "verify.flawed_backup", {{"file", std::string_view{aside}}}));
    return code;
}

struct RestoreCommandOptions {
    BackupOptions backup;
    std::string head;
    bool of_another_node = false, flawed = false;
};

Result<int> restore(const RestoreCommandOptions& options, CommandContext& context) {
    const auto& node = options.backup.node;
    if (context.is_handed_over()) return Problem{ProblemCode::folder_in_use, node.data};
    auto& terminal = context.terminal();
    const SystemClock clock;
    SystemRandomness randomness;
    store::RestoreOptions asked{{},
                                options.of_another_node,
                                options.flawed ? store::Flawed::taken : store::Flawed::refused};
    if (!options.head.empty()) {
        TENPOINT_TRY(head, read_kept_head(options.head, terminal));
        asked.kept = std::move(head);
    }
    TENPOINT_TRY(
        found, store::restore(terminal.resolve(options.backup.file), context.location(node), asked,
                              all_kinds(), clock, randomness));
    const auto code = report(found, terminal);
    return options.flawed ? exit_done : code;
}

CLI::App* add(CLI::App& program, const char* name, const char* description,
              BackupOptions& options) {
    auto* command = program.add_subcommand(name, description);
    command->add_option("file", options.file, "The backup")->required()->type_name("FILE");
    add_node_options(*command, options.node);
    return command;
}

}  // namespace

void add_backup_commands(CLI::App& program, Action& action) {
    auto options = std::make_shared<BackupOptions>();
    add(program, "backup", "Write a copy of a node into one file", *options)
        ->callback([options, &action] {
            action = [options](CommandContext& context) { return back_up(*options, context); };
        });

    auto restoring = std::make_shared<RestoreCommandOptions>();
    auto* command =
        add(program, "restore", "Put a backup in the place of what a node has", restoring->backup);
    command
        ->add_option("--head", restoring->head,
                     "A journal.head that was kept elsewhere, which the backup must hold")
        ->type_name("FILE");
    command->add_flag("--of-another-node", restoring->of_another_node,
                      "Take a backup that this node's own past knows nothing of");
    command->add_flag("--flawed", restoring->flawed,
                      "Take a backup that is not as its journal says");
    command->callback([restoring, &action] {
        action = [restoring](CommandContext& context) { return restore(*restoring, context); };
    });
}

}  // namespace tenpoint::app
