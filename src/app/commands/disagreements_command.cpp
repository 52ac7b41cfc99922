// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include <boost/describe/enum_to_string.hpp>
#include <fmt/format.h>

#include "app/command.hpp"
#include "app/printed_table.hpp"
#include "app/typed_subjects.hpp"
#include "desks/movements/source_comparison.hpp"

namespace tenpoint::app {
namespace {

struct DisagreementsOptions {
    NodeOptions node;
    SubjectOptions subjects;
    std::optional<double> share;
    bool unruled = false;
    std::string format = "table";
};

// A row for what each source says.
formats::TextTable disagreement_rows(const std::vector<movements::ComparedSources>& disagreements) {
    formats::TextTable table;
    table.names = {"indicator", "place", "period", "source", "chosen", "ruled", "count", "share"};
    table.numbers = 2;
    for (const auto& [told, disagrees, ruled] : disagreements)
        for (const auto& candidate : told.candidates)
            table.rows.push_back({boost::describe::enum_to_string(told.indicator, ""), told.place,
                                  to_text(told.period), candidate.source_name,
                                  candidate.chosen ? "yes" : "no", ruled ? "yes" : "no",
                                  std::to_string(candidate.count.value_or(0)),
                                  fmt::format("{:.3f}", told.share.value_or(0))});
    return table;
}

Result<int> print_disagreements(const DisagreementsOptions& options, CommandContext& context) {
    movements::DisagreementQuery query;
    TENPOINT_TRY(indicators, typed_indicators(options.subjects));
    query.indicators = indicators;
    query.unruled = options.unruled;
    TENPOINT_TRY(node, context.node(options.node));
    TENPOINT_TRY(places, typed_places(options.subjects, context, *node));
    query.places = places;
    TENPOINT_TRY(joint, node->figures().current());
    const auto set_share = joint->input().disagreement_share;
    query.share = options.share.value_or(set_share);
    if (query.share < set_share)
        return Problem{ProblemCode::invalid_fields,
                       "share",
                       {{"/share", "too_small", {fmt::format("{}", set_share)}}}};
    const auto table = disagreement_rows(movements::find_disagreements(*joint, query));
    print_as(options.format, table, context.terminal());
    return exit_done;
}

}  // namespace

void add_disagreements_command(CLI::App& program, Action& action) {
    auto options = std::make_shared<DisagreementsOptions>();
    auto* command = program.add_subcommand("disagreements", "Print where sources disagree");
    add_node_options(*command, options->node);
    add_subject_options(*command, options->subjects);
    command->add_option("--share", options->share, "Leave out what differs by less, such as 0.25")
        ->check(CLI::Range(0.0, 1.0))
        ->type_name("SHARE");
    command->add_flag("--unruled", options->unruled, "Only what nobody ruled on");
    command->add_option("--format", options->format, "table or csv")
        ->check(CLI::IsMember({"table", "csv"}));
    command->callback([options, &action] {
        action = [options](CommandContext& context) {
            return print_disagreements(*options, context);
        };
    });
}

}  // namespace tenpoint::app
