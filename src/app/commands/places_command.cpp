// SPDX-License-Identifier: Apache-2.0
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/import_report.hpp"
#include "base/translations.hpp"
#include "desks/directory/place_adding.hpp"
#include "desks/movements/finding_text.hpp"
#include "formats/countries.hpp"

namespace tenpoint::app {
namespace {

constexpr std::size_t findings_shown = 3;  // of each code

struct PlacesOptions {
    NodeOptions node;
    std::string file, country;
    bool take_over = false, check = false, json = false;
};

Result<std::string> country_code(const std::string& typed) {
    if (typed.empty()) return typed;
    const auto* country = formats::find_country(typed);
    if (country && !country->is_group()) return country->alpha3;
    return Problem{ProblemCode::invalid_fields, typed, {{"/country", "not_a_country", {typed}}}};
}

// The file that was typed, else OCHA's list.
Result<directory::PlaceList> typed_list(const PlacesOptions& options, CommandContext& context,
                                        store::Store& store, const std::string& country) try {
    if (options.file.empty()) return directory::common_place_list(country);
    auto& terminal = context.terminal();
    const auto opened = terminal.files.open(terminal.resolve(options.file), FileUse::reading);
    if (!opened)
        return Problem{
            ProblemCode::unreadable_file, opened.error().detail, {{"/file", "missing_file"}}};
    const store::UnplacedFile copy(store.staging_folder() / "places");
    copy_to(copy, *opened);
    return directory::read_place_list(copy.path(), country);
} catch (const std::system_error& error) {
    return store::storage_problem(error);
}

void print_outcome(const directory::PlaceList& list, const directory::PlaceOutcome& outcome,
                   const PlacesOptions& options, Terminal& terminal) {
    auto& out = terminal.out;
    const auto line = [&](const char* key, std::int64_t number) {
        fmt::print(out, "  {:<34}{:>10}\n",
                   translate(terminal.language, fmt::format("reports.places.{}", key)), number);
    };
    line("rows", list.rows);
    line("rows_elsewhere", list.elsewhere);
    line("rows_refused", list.refused);
    line("areas", static_cast<std::int64_t>(list.areas.size()));
    line(options.check ? "new" : "added", outcome.added);
    line("known", outcome.known);
    line(options.take_over && !options.check ? "taken_over" : "differing", outcome.differing);
    line("refused", outcome.refused);
    for (const auto& [code, count] : outcome.findings.counts()) {
        std::size_t shown = 0;
        for (const auto& finding : outcome.findings.first()) {
            if (finding.code != code || shown == findings_shown) continue;
            fmt::print(out, "  {}\n", movements::finding_line(finding, terminal.language));
            ++shown;
        }
        const auto more = count - static_cast<std::int64_t>(shown);
        if (more > 0)
            fmt::print(out, "  {}\n",
                       translate(terminal.language, "reports.more_findings", {{"count", more}}));
    }
}

boost::json::object outcome_object(const directory::PlaceList& list,
                                   const directory::PlaceOutcome& outcome,
                                   const PlacesOptions& options) {
    boost::json::object counts;
    for (const auto& [code, count] : outcome.findings.counts())
        counts[code] = count;
    return {{"rows", list.rows},
            {"rows_elsewhere", list.elsewhere},
            {"rows_refused", list.refused},
            {"areas", list.areas.size()},
            {options.check ? "new" : "added", outcome.added},
            {"known", outcome.known},
            {"differing", outcome.differing},
            {"taken_over", options.take_over && !options.check ? outcome.differing : 0},
            {"refused", outcome.refused},
            {"findings", std::move(counts)}};
}

Result<int> add_typed_places(const PlacesOptions& options, CommandContext& context) {
    auto& terminal = context.terminal();
    TENPOINT_TRY(country, country_code(options.country));
    if (options.file.empty() && country.empty())
        return Problem{ProblemCode::invalid_fields, {}, {{"/country", "required"}}};
    TENPOINT_TRY(node, context.node(options.node));
    auto& store = node->store();
    const auto principal = context.principal();
    TENPOINT_TRY(list, typed_list(options, context, store, country));
    directory::PlaceOutcome outcome;
    if (options.check) {
        TENPOINT_CHECK(store.read(principal, [&](const store::Snapshot& snapshot) -> Result<void> {
            outcome = directory::compare_places(snapshot, list);
            return {};
        }));
    } else {
        ProgressLine line(terminal, options.file.empty() ? country : options.file);
        const auto differing =
            options.take_over ? directory::Differing::taken_over : directory::Differing::kept;
        auto added = directory::add_places(store, principal, list, differing, [&](double part) {
            line.show(static_cast<std::int64_t>(list.areas.size()), part);
        });
        line.clear();
        if (!added) return std::move(added).error();
        outcome = std::move(*added);
    }
    if (options.json)
        terminal.out << boost::json::serialize(outcome_object(list, outcome, options)) << '\n';
    else
        print_outcome(list, outcome, options, terminal);
    return list.areas.empty() ? exit_refused : exit_done;
}

}  // namespace

void add_places_command(CLI::App& program, Action& action) {
    auto options = std::make_shared<PlacesOptions>();
    auto* command = program.add_subcommand(
        "places", "Add a country's provinces and districts with their P-codes");
    command
        ->add_option("file", options->file,
                     "A list of them (CSV, XLSX, ODS, GeoJSON); without one, OCHA's, which comes "
                     "with the program")
        ->type_name("FILE");
    add_node_options(*command, options->node);
    command
        ->add_option("--country", options->country,
                     "Of this country alone, by code or name; needed without a file")
        ->type_name("COUNTRY");
    command->add_flag("--take-over", options->take_over,
                      "Give places that are there already the names of the list, and points on the "
                      "map where they have none");
    command->add_flag("--check", options->check, "Only say what would be added");
    command->add_flag("--json", options->json, "Print one JSON object");
    command->callback([options, &action] {
        action = [options](CommandContext& context) { return add_typed_places(*options, context); };
    });
}

}  // namespace tenpoint::app
