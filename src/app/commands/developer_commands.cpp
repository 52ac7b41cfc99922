// SPDX-License-Identifier: Apache-2.0
#include "app/api_description.hpp"
#include "app/command.hpp"
#include "app/kinds.hpp"
#include "store/migrations.hpp"

namespace tenpoint::app {
namespace {

Result<int> draft(const std::string& plural, CommandContext& context) {
    const auto* kind = record::find_kind(all_kinds(), plural);
    if (!kind) return Problem{ProblemCode::not_found, plural};
    context.terminal().out << store::draft_table(*kind);
    return exit_done;
}

Result<int> print_description(CommandContext& context) {
    const auto& terminal = context.terminal();
    TENPOINT_TRY(description, describe_api(terminal.language));
    terminal.out << description << '\n';
    return exit_done;
}

}  // namespace

void add_developer_commands(CLI::App& program, Action& action) {
    auto plural = std::make_shared<std::string>();
    auto* command = program.add_subcommand(
        "draft", "Print the table that a kind's description demands, to start its migration from");
    command->add_option("kind", *plural, "Its plural, as in the API")
        ->required()
        ->type_name("KIND");
    command->callback([plural, &action] {
        action = [plural](CommandContext& context) { return draft(*plural, context); };
    });
    program.add_subcommand("openapi", "Print the description of the API (OpenAPI 3.1)")
        ->callback([&action] { action = print_description; });
}

}  // namespace tenpoint::app
