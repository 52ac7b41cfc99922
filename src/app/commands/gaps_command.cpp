// SPDX-License-Identifier: Apache-2.0
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include "app/command.hpp"
#include "app/named_records.hpp"
#include "app/printed_table.hpp"
#include "desks/coverage/gathering.hpp"
#include "desks/coverage/names.hpp"
#include "desks/directory/place.hpp"
#include "desks/movements/people_counted.hpp"

namespace tenpoint::app {
namespace {

using coverage::ConcernSort;

struct GapsOptions {
    NodeOptions node;
    std::string on, sort, place, format = "table";
    bool dismissed = false;
};

template <class E>
std::string word(E value) {
    return boost::describe::enum_to_string(value, "");
}

// A row for each reason.
formats::TextTable gap_rows(const coverage::Watch& watch, const coverage::Response& response,
                            const coverage::Names& names, bool dismissed) {
    formats::TextTable table;
    table.names = {"concern", "place", "theme", "since", "reason"};
    const auto works = coverage::works_by_id(response);
    for (const auto& watched : watch.concerns) {
        if (watched.dismissal.empty() == dismissed) continue;
        const auto& [subject, themes, all_grounds] = watched.concern;
        for (const auto& grounds : all_grounds)
            table.rows.push_back({word(subject.sort),
                                  subject.place ? names.code(*subject.place) : std::string{},
                                  subject.theme ? word(*subject.theme) : std::string{},
                                  (watched.longer ? "<= " : "") + to_text(watched.since),
                                  coverage::grounds_text(grounds, works, names)});
    }
    return table;
}

Result<int> print_gaps(const GapsOptions& options, CommandContext& context) {
    coverage::ConcernQuery query;
    if (!options.sort.empty()) {
        ConcernSort sort{};
        boost::describe::enum_from_string(options.sort.c_str(), sort);
        query.sort = sort;
    }
    TENPOINT_TRY(node, context.node(options.node));
    auto& store = node->store();
    auto day = day_of(store.clock().now());
    if (!options.on.empty()) {
        const auto typed = day_from_text(options.on);
        if (!typed) return Problem{ProblemCode::invalid_query, options.on, {{"/on", "not_a_date"}}};
        day = *typed;
    }
    std::string place;
    if (!options.place.empty()) {
        TENPOINT_TRY(code, known_place(store, context.principal(), options.place, "/place"));
        place = code;
    }
    TENPOINT_TRY(joint, node->figures().current());
    const auto counted = movements::people_counted(*joint, coverage::first_watched_day(day), day);
    const auto read = [&](const store::Snapshot& snapshot) -> Result<formats::TextTable> {
        if (const auto known = snapshot.find<directory::Place>("code", place))
            query.place = known->envelope.id;
        const auto response = coverage::gather(snapshot);
        const auto watch = coverage::watch_concerns(coverage::ResponseIndex(response),
                                                    coverage::counted_needs(counted, response), day,
                                                    query, coverage::gather_dismissed(snapshot));
        return gap_rows(watch, response, {snapshot, context.terminal().language},
                        options.dismissed);
    };
    TENPOINT_TRY(table, store.read(context.principal(), read));
    print_as(options.format, table, context.terminal());
    return exit_done;
}

}  // namespace

void add_gaps_command(CLI::App& program, Action& action) {
    auto options = std::make_shared<GapsOptions>();
    auto* command = program.add_subcommand(
        "gaps", "Print where nobody does what is needed, and where two do the same");
    add_node_options(*command, options->node);
    command->add_option("--on", options->on, "The day; today if left out")->type_name("YYYY-MM-DD");
    command
        ->add_option("--concern", options->sort,
                     "need_without_action, action_without_capacity, mandate_without_presence or "
                     "overlap")
        ->check(CLI::IsMember({"need_without_action", "action_without_capacity",
                               "mandate_without_presence", "overlap"}))
        ->type_name("CONCERN");
    command->add_option("--place", options->place, "Where, by code or name, with what lies in it");
    command->add_flag("--dismissed", options->dismissed, "Those that somebody dismissed");
    command->add_option("--format", options->format, "table or csv")
        ->check(CLI::IsMember({"table", "csv"}));
    command->callback([options, &action] {
        action = [options](CommandContext& context) { return print_gaps(*options, context); };
    });
}

}  // namespace tenpoint::app
