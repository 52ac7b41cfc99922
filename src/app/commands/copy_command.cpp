// SPDX-License-Identifier: Apache-2.0
#include "app/command.hpp"
#include "app/kinds.hpp"
#include "app/verification_report.hpp"

namespace tenpoint::app {
namespace {

struct CopyOptions {
    NodeOptions from, to;
};

// At rest: neither folder may be served meanwhile.
Result<int> copy(const CopyOptions& options, CommandContext& context) {
    auto& terminal = context.terminal();
    const SystemClock clock;
    SystemRandomness randomness;
    const auto source = context.location(options.from);
    TENPOINT_CHECK(need_node(source, "/from"));
    TENPOINT_TRY(from, store::Store::open(source, all_kinds(), clock, randomness));
    TENPOINT_TRY(to,
                 store::Store::open(context.location(options.to), all_kinds(), clock, randomness));
    TENPOINT_TRY(found, from->copy_to(*to));
    return report(found, terminal);
}

}  // namespace

void add_copy_command(CLI::App& program, Action& action) {
    auto options = std::make_shared<CopyOptions>();
    auto* command = program.add_subcommand(
        "copy", "Copy a node into an empty one, also from SQLite to PostgreSQL or back");
    command->add_option("--from", options->from.data, "The folder of the node that is there")
        ->required()
        ->type_name("DIR");
    command
        ->add_option("--from-database", options->from.database, "Its PostgreSQL database, if any")
        ->check(check_database_uri)
        ->type_name("URI");
    command
        ->add_option("--from-key-file", options->from.key_file,
                     "The key that opens its personal data; without it node.key in its folder")
        ->type_name("FILE");
    command->add_option("--to", options->to.data, "The folder of the new node")
        ->required()
        ->type_name("DIR");
    command->add_option("--to-database", options->to.database, "Its PostgreSQL database, if any")
        ->check(check_database_uri)
        ->type_name("URI");
    command
        ->add_option("--to-key-file", options->to.key_file,
                     "Where the new node has its key; without it node.key in its folder")
        ->type_name("FILE");
    command->callback([options, &action] {
        action = [options](CommandContext& context) { return copy(*options, context); };
    });
}

}  // namespace tenpoint::app
