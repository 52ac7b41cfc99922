// SPDX-License-Identifier: Apache-2.0
#include <boost/describe/enum_to_string.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/printed_table.hpp"
#include "app/typed_subjects.hpp"
#include "base/translations.hpp"
#include "desks/movements/figure_explanation.hpp"
#include "desks/movements/figure_output.hpp"
#include "desks/movements/figure_table.hpp"
#include "formats/countries.hpp"

namespace tenpoint::app {
namespace {

using movements::Figure;
using movements::FigureQuery;
using movements::FigureTable;

struct FiguresOptions {
    NodeOptions node;
    std::string by, from, to, format = "table";
    SubjectOptions subjects;
    std::vector<std::string> origins;
    bool explain = false;
};

Result<std::optional<Day>> day_option(const std::string& typed, const std::string& pointer) {
    if (typed.empty()) return std::optional<Day>{};
    const auto day = day_from_text(typed);
    if (!day) return Problem{ProblemCode::invalid_query, typed, {{pointer, "not_a_date"}}};
    return day;
}

// Places and countries as people write them; a word that is none would be a silent nothing.
Result<void> find_named(const FiguresOptions& options, CommandContext& context, Node& node,
                        FigureQuery& query) {
    TENPOINT_TRY(places, typed_places(options.subjects, context, node));
    query.places = places;
    for (const auto& name : options.origins) {
        const auto* country = formats::find_country(name);
        if (!country)
            return Problem{
                ProblemCode::invalid_query, name, {{"/origin", "not_a_country", {name}}}};
        query.origins.push_back(country->alpha3);
    }
    return {};
}

Result<FigureQuery> query_of(const FiguresOptions& options) {
    FigureQuery query;
    TENPOINT_TRY(indicators, typed_indicators(options.subjects));
    query.indicators = indicators;
    TENPOINT_TRY(from, day_option(options.from, "/from"));
    TENPOINT_TRY(to, day_option(options.to, "/to"));
    if (from && to && *to < *from)
        return Problem{ProblemCode::invalid_query, options.to, {{"/to", "ends_before_it_begins"}}};
    query.from = from;
    query.to = to;
    TENPOINT_CHECK(movements::read_groupings(options.by, query));
    return query;
}

void print_explanation(const movements::Explanation& explanation, Terminal& terminal) {
    const auto say = [&](std::string_view key) {
        return translate(terminal.language, fmt::format("figures.reasons.{}", key));
    };
    const auto& persons = explanation.figure.persons;
    fmt::print(
        terminal.out, "    {}\n",
        translate(
            terminal.language, "reports.persons",
            {{"at_least", persons.at_least.value_or(0)},
             {"at_most", persons.at_most},
             {"reason", translate(terminal.language,
                                  fmt::format("figures.bounds.{}", boost::describe::enum_to_string(
                                                                       persons.reason, "")))}}));
    if (explanation.method)
        fmt::print(terminal.out, "    {}: {}\n", translate(terminal.language, "reports.method"),
                   translate(terminal.language,
                             fmt::format("codes.rule_method.{}", boost::describe::enum_to_string(
                                                                     *explanation.method, ""))));
    for (const auto& part : explanation.contributions)
        fmt::print(terminal.out, "    {} {:>12}  {}  {}: {} ({})\n", part.used ? '+' : '-',
                   part.count, to_text(part.period), part.source, say(part.reason),
                   translate(terminal.language, "reports.observations_of_batch",
                             {{"count", part.observations},
                              {"batch", std::string_view{part.batch.text}}}));
}

Result<void> print_explained(const movements::Consolidation& consolidation,
                             const FigureTable& table, const FigureQuery& query,
                             Terminal& terminal) {
    auto single = table;
    for (const auto& figure : table.figures) {
        single.figures = {figure};
        const auto printed = movements::text_table(single, query);
        fmt::print(terminal.out, "{}\n", fmt::join(printed.rows.front(), "  "));
        TENPOINT_TRY(explanation, movements::explain(consolidation, query, figure));
        print_explanation(explanation, terminal);
    }
    return {};
}

Result<void> print_json(const movements::Consolidation& consolidation, const FigureTable& table,
                        const FigureQuery& query, bool explain, Terminal& terminal) {
    auto out = movements::to_json(table, query, terminal.language);
    if (explain) {
        boost::json::array explanations;
        for (const auto& figure : table.figures) {
            TENPOINT_TRY(explanation, movements::explain(consolidation, query, figure));
            explanations.push_back(movements::to_json(explanation, terminal.language));
        }
        out["explanations"] = std::move(explanations);
    }
    terminal.out << boost::json::serialize(out) << '\n';
    return {};
}

Result<int> print_figures(const FiguresOptions& options, CommandContext& context) {
    TENPOINT_TRY(query, query_of(options));
    TENPOINT_TRY(node, context.node(options.node));
    TENPOINT_CHECK(find_named(options, context, *node, query));
    TENPOINT_TRY(consolidation, node->figures().current());
    const auto table = movements::figures(*consolidation, query);
    auto& terminal = context.terminal();
    if (options.format == "json") {
        TENPOINT_CHECK(print_json(*consolidation, table, query, options.explain, terminal));
        return exit_done;
    }
    const auto printed = movements::text_table(table, query);
    if (options.format != "table") {
        terminal.out << formats::to_csv(printed, options.format == "hxl");
        return exit_done;
    }
    if (options.explain) {
        TENPOINT_CHECK(print_explained(*consolidation, table, query, terminal));
    } else {
        print_table(printed, terminal);
    }
    for (const auto& note : table.notes)
        fmt::print(terminal.err, "{}\n",
                   translate(terminal.language, fmt::format("figures.notes.{}", note)));
    return exit_done;
}

}  // namespace

void add_figures_command(CLI::App& program, Action& action) {
    auto options = std::make_shared<FiguresOptions>();
    auto* command = program.add_subcommand("figures", "Print the joint figures");
    add_node_options(*command, options->node);
    add_subject_options(*command, options->subjects);
    command->add_option("--origin", options->origins, "From where, by country code or name")
        ->delimiter(',')
        ->type_name("C");
    command->add_option("--from", options->from, "The first day")->type_name("YYYY-MM-DD");
    command->add_option("--to", options->to, "The last day")->type_name("YYYY-MM-DD");
    command
        ->add_option("--by", options->by,
                     "What to tell apart: period:month,place,origin,sex,age,profile,source "
                     "(day, week, month, quarter, year)")
        ->type_name("LIST");
    command->add_option("--format", options->format, "table, csv, json or hxl")
        ->check(CLI::IsMember({"table", "csv", "json", "hxl"}));
    command->add_flag("--explain", options->explain, "Show what each figure was made from");
    command->callback([options, &action] {
        action = [options](CommandContext& context) { return print_figures(*options, context); };
    });
}

}  // namespace tenpoint::app
