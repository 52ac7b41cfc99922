// SPDX-License-Identifier: Apache-2.0
#include "app/command.hpp"
#include "app/kinds.hpp"
#include "app/verification_report.hpp"

namespace tenpoint::app {
namespace {

struct CopyOptions {
    std::string from, from_database, to, to_database;
};

// At rest: neither folder may be served meanwhile.
Result<int> copy(const CopyOptions& options, CommandContext& context) {
    auto& terminal = context.terminal();
    const SystemClock clock;
    SystemRandomness randomness;
    const store::Location source{terminal.resolve(options.from), options.from_database};
    TENPOINT_CHECK(need_node(source, "/from"));
    TENPOINT_TRY(from, store::Store::open(source, all_kinds(), clock, randomness));
    TENPOINT_TRY(to, store::Store::open({terminal.resolve(options.to), options.to_database},
                                        all_kinds(), clock, randomness));
    TENPOINT_TRY(found, from->copy_to(*to));
    return report(found, terminal);
}

}  // namespace

void add_copy_command(CLI::App& program, Action& action) {
    auto options = std::make_shared<CopyOptions>();
    auto* command = program.add_subcommand(
        "copy", "Copy a node into an empty one, also from SQLite to PostgreSQL or back");
    command->add_option("--from", options->from, "The folder of the node that is there")
        ->required()
        ->type_name("DIR");
    command
        ->add_option("--from-database", options->from_database, "Its PostgreSQL database, if any")
        ->check(check_database_uri)
        ->type_name("URI");
    command->add_option("--to", options->to, "The folder of the new node")
        ->required()
        ->type_name("DIR");
    command->add_option("--to-database", options->to_database, "Its PostgreSQL database, if any")
        ->check(check_database_uri)
        ->type_name("URI");
    command->callback([options, &action] {
        action = [options](CommandContext& context) { return copy(*options, context); };
    });
}

}  // namespace tenpoint::app
