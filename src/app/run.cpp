// SPDX-License-Identifier: Apache-2.0
#include "app/run.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/local_socket.hpp"
#include "app/problem_text.hpp"
#include "app/version.hpp"

namespace tenpoint::app {
namespace {

// Arguments that the parser takes as text, and that turn out to mean nothing.
bool is_of_what_was_typed(const Problem& problem) {
    return problem.code == ProblemCode::invalid_query ||
           problem.code == ProblemCode::invalid_fields;
}

}  // namespace

int run(const std::vector<std::string>& arguments, Terminal& terminal, Node* running) {
    CLI::App program("Tenpoint: cooperation on mixed movements.", "tenpoint");
    program.require_subcommand(1);
    program.set_version_flag("--version", std::string{version});
    program.get_formatter()->column_width(34);
    Action action;
    add_serve_command(program, action);
    add_example_command(program, action);
    add_user_command(program, action);
    add_import_command(program, action);
    add_batch_commands(program, action);
    add_places_command(program, action);
    add_figures_command(program, action);
    add_disagreements_command(program, action);
    add_alerts_command(program, action);
    add_expiring_command(program, action);
    add_handover_command(program, action);
    add_gaps_command(program, action);
    add_sheet_command(program, action);
    add_search_command(program, action);
    add_backup_commands(program, action);
    add_copy_command(program, action);
    add_verify_command(program, action);
    add_key_commands(program, action);
    add_developer_commands(program, action);

    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        program.parse(reversed);
    } catch (const CLI::ParseError& error) {
        const int code = program.exit(error, terminal.out, terminal.err);
        return code == 0 ? exit_done : exit_wrong_usage;
    }
    CommandContext context(terminal, running);
    const auto code = action(context);
    if (code) return *code;
    if (code.error().code == ProblemCode::folder_in_use && !running) {
        const auto socket = local_socket_of(context.folder());
        if (const auto answered = hand_over(socket, arguments, terminal)) return *answered;
    }
    fmt::print(terminal.err, "{}", problem_text(code.error(), terminal.language));
    return is_of_what_was_typed(code.error()) ? exit_wrong_usage : exit_refused;
}

}  // namespace tenpoint::app
