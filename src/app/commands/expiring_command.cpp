// SPDX-License-Identifier: Apache-2.0
#include "app/command.hpp"
#include "app/printed_table.hpp"
#include "desks/arrangements/expiry.hpp"

namespace tenpoint::app {
namespace {

using arrangements::Agreement;
using arrangements::Arrangement;

struct ExpiringOptions {
    NodeOptions node;
    std::string on, format = "table";
};

Result<formats::TextTable> agreement_rows(const store::Snapshot& snapshot, Day day,
                                          Language language) {
    formats::TextTable table;
    table.names = {"expires", "notice_from", "arrangement", "agreement"};
    for (const auto& [envelope, agreement] : arrangements::expiring_agreements(snapshot, day)) {
        TENPOINT_TRY(arrangement, snapshot.get<Arrangement>(agreement.arrangement.id));
        table.rows.push_back({to_text(*agreement.expires),
                              to_text(*arrangements::notice_day(agreement)),
                              arrangement.value.title.in(language), agreement.title.in(language)});
    }
    return table;
}

Result<int> print_expiring(const ExpiringOptions& options, CommandContext& context) {
    const auto typed = day_from_text(options.on);
    if (!options.on.empty() && !typed)
        return Problem{ProblemCode::invalid_query, "date", {{"/on", "not_a_date"}}};
    TENPOINT_TRY(node, context.node(options.node));
    auto& store = node->store();
    const auto day = typed.value_or(day_of(store.clock().now()));
    TENPOINT_TRY(table, store.read(context.principal(), [&](const store::Snapshot& snapshot) {
        return agreement_rows(snapshot, day, context.terminal().language);
    }));
    print_as(options.format, table, context.terminal());
    return exit_done;
}

}  // namespace

void add_expiring_command(CLI::App& program, Action& action) {
    auto options = std::make_shared<ExpiringOptions>();
    auto* command =
        program.add_subcommand("expiring", "List the agreements that expire, or have expired");
    add_node_options(*command, options->node);
    command->add_option("--on", options->on, "As of that day; today where it is not given")
        ->type_name("YYYY-MM-DD");
    command->add_option("--format", options->format, "table or csv")
        ->check(CLI::IsMember({"table", "csv"}));
    command->callback([options, &action] {
        action = [options](CommandContext& context) { return print_expiring(*options, context); };
    });
}

}  // namespace tenpoint::app
