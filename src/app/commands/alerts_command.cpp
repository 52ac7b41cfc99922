// SPDX-License-Identifier: Apache-2.0
#include <boost/describe/enum_to_string.hpp>

#include "app/command.hpp"
#include "app/printed_table.hpp"
#include "app/typed_subjects.hpp"
#include "desks/movements/figure_alerts.hpp"

namespace tenpoint::app {
namespace {

struct AlertsOptions {
    NodeOptions node;
    SubjectOptions subjects;
    bool lasting = false;
    std::string format = "table";
};

// A row for each period that caused one.
formats::TextTable alert_rows(const std::vector<movements::Alert>& alerts) {
    formats::TextTable table;
    table.names = {"indicator", "place", "alert", "method", "period", "count", "expected", "limit"};
    table.numbers = 3;
    for (const auto& alert : alerts)
        for (const auto& cause : alert.causes)
            table.rows.push_back({boost::describe::enum_to_string(alert.indicator, ""), alert.place,
                                  boost::describe::enum_to_string(alert.direction, ""),
                                  boost::describe::enum_to_string(alert.method, ""),
                                  to_text(cause.period), std::to_string(cause.count),
                                  std::to_string(cause.expected), std::to_string(cause.limit)});
    return table;
}

Result<int> print_alerts(const AlertsOptions& options, CommandContext& context) {
    movements::AlertQuery query;
    TENPOINT_TRY(indicators, typed_indicators(options.subjects));
    query.indicators = indicators;
    query.lasting = options.lasting;
    TENPOINT_TRY(node, context.node(options.node));
    TENPOINT_TRY(places, typed_places(options.subjects, context, *node));
    query.places = places;
    TENPOINT_TRY(joint, node->figures().current());
    const auto today = day_of(node->store().clock().now());
    const auto table =
        alert_rows(movements::those_sought(movements::find_alerts(*joint, today), query));
    print_as(options.format, table, context.terminal());
    return exit_done;
}

}  // namespace

void add_alerts_command(CLI::App& program, Action& action) {
    auto options = std::make_shared<AlertsOptions>();
    auto* command = program.add_subcommand("alerts", "Print surges and drops of the joint figures");
    add_node_options(*command, options->node);
    add_subject_options(*command, options->subjects);
    command->add_flag("--lasting", options->lasting,
                      "Only those that last to the last figure, of the last 120 days");
    command->add_option("--format", options->format, "table or csv")
        ->check(CLI::IsMember({"table", "csv"}));
    command->callback([options, &action] {
        action = [options](CommandContext& context) { return print_alerts(*options, context); };
    });
}

}  // namespace tenpoint::app
