// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <boost/describe/enum_from_string.hpp>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/import_report.hpp"
#include "app/indicator_words.hpp"
#include "app/named_records.hpp"
#include "app/problem_text.hpp"
#include "app/sharing_choices.hpp"
#include "base/translations.hpp"
#include "desks/directory/all_places.hpp"
#include "desks/movements/deciding.hpp"
#include "desks/movements/importing.hpp"
#include "desks/movements/mapping_json.hpp"
#include "desks/movements/mapping_memory.hpp"
#include "desks/movements/overlapping.hpp"
#include "desks/movements/reading_plan.hpp"
#include "record/value_type.hpp"

namespace tenpoint::app {
namespace {

struct ImportOptions {
    std::vector<std::string> files;
    NodeOptions node;
    std::string source, partner, indicator, place, map, map_file, sheet, repeated, supersedes;
    bool propose = false, keep_both = false, cumulative = false, json = false;
    std::string as, as_of;
    std::optional<record::Visibility> visibility;  // nothing: as the source's last file
};

// What the command line says of columns. The same for all files, and wrong before any is read.
struct GivenMapping {
    std::optional<movements::Mapping> file;
    std::vector<movements::ColumnMeaning> columns;
};

Result<movements::Mapping> read_mapping_file(const std::string& typed, const Terminal& terminal) {
    const auto wrong = [&](const char* code) {
        return Problem{ProblemCode::invalid_fields, typed, {{"/map_file", code}}};
    };
    const auto text = read_text(terminal.files, terminal.resolve(typed));
    if (!text) return wrong("missing_file");
    auto mapping = movements::mapping_from_text(*text);
    if (!mapping && mapping.error().code == ProblemCode::malformed_json)
        return wrong("not_an_object");
    return mapping;
}

Result<GivenMapping> given_mapping(const ImportOptions& options, const Terminal& terminal) {
    GivenMapping given;
    if (!options.map_file.empty()) {
        TENPOINT_TRY(read, read_mapping_file(options.map_file, terminal));
        given.file = std::move(read);
    }
    if (!options.map.empty()) {
        TENPOINT_TRY(columns, movements::columns_from_short_form(options.map));
        given.columns = std::move(columns);
    }
    return given;
}

// How a file is to be read, and the part of it that must fit the file's columns.
struct KnownMapping {
    movements::Mapping mapping;
    movements::Mapping given;
};

// What was said on the command line goes before a mapping file, and that before what the source
// remembers; but a mapping file leaves nothing of the memory.
Result<KnownMapping> known_mapping(const ImportOptions& options, const GivenMapping& said,
                                   movements::Mapping remembered) {
    auto given = said.file.value_or(movements::Mapping{});
    auto mapping = said.file ? given : std::move(remembered);
    mapping = movements::with_columns(std::move(mapping), said.columns);
    given = movements::with_columns(std::move(given), said.columns);
    if (!options.sheet.empty()) mapping.sheet = options.sheet;
    if (!options.as.empty()) mapping.content = record::value_of<movements::Content>(options.as);
    if (options.cumulative) mapping.cumulative = movements::Cumulation::year;
    if (!options.as_of.empty()) {
        mapping.as_of = day_from_text(options.as_of);
        if (!mapping.as_of)
            return Problem{ProblemCode::invalid_fields, options.as_of, {{"/as_of", "not_a_date"}}};
    }
    if (!options.repeated.empty())
        boost::describe::enum_from_string(options.repeated.c_str(), mapping.repeated);
    if (!options.place.empty()) mapping.set.place = options.place;
    if (!options.indicator.empty()) {
        movements::Indicator indicator{};
        boost::describe::enum_from_string(options.indicator.c_str(), indicator);
        mapping.set.indicator = indicator;
    }
    return KnownMapping{std::move(mapping), std::move(given)};
}

// What the node knows that a file of the source is read by.
struct Memory {
    std::vector<movements::KnownTable> tables;
    std::shared_ptr<const movements::PlaceLookup> places;
};

// The last file of activities that has some of the same as the batch, and more; or empty.
std::string file_counted_twice(std::span<const movements::Overlap> overlapping) {
    const auto doubled = std::ranges::find_if(overlapping, &movements::Overlap::counts_twice);
    return doubled == overlapping.end() ? std::string{}
                                        : fmt::format("{} ({})", doubled->batch.value.file_name,
                                                      doubled->batch.envelope.id.text);
}

// Lets the batch count, unless it is to wait or nothing in it could be read.
Result<void> decide(Node& node, const access::Principal& principal, const ImportOptions& options,
                    FileReport& report) {
    const auto id = report.outcome.batch.envelope.id;
    if (options.propose || report.outcome.same_file || report.outcome.batch.value.used == 0)
        return {};
    return node.store().write(principal, [&](store::Transaction& transaction) -> Result<void> {
        std::optional<Id> superseded;
        report.superseded_file.clear();
        report.doubled_file.clear();
        if (!options.supersedes.empty()) {
            superseded = Id{options.supersedes};
        } else if (!options.keep_both) {
            TENPOINT_TRY(overlapping, movements::overlapping_batches(transaction, id));
            if (const auto forerunner = movements::forerunner_among(overlapping)) {
                superseded = forerunner->envelope.id;
                report.superseded_file = forerunner->value.file_name;
            } else {
                report.doubled_file = file_counted_twice(overlapping);
            }
        }
        TENPOINT_TRY(batch, movements::accept_batch(transaction, id, superseded));
        report.outcome.batch = std::move(batch);
        return {};
    });
}

// What is the same for all files of the command.
struct ImportTask {
    Node& node;
    const ImportOptions& options;
    GivenMapping given;
    Id partner;
};

Result<FileReport> import_one(const ImportTask& task, CommandContext& context,
                              const std::filesystem::path& file) try {
    auto& node = task.node;
    const auto& options = task.options;
    const auto& given = task.given;
    const auto& partner = task.partner;
    auto& terminal = context.terminal();
    const auto principal = context.principal();
    TENPOINT_TRY(source, find_or_add_source(node.store(), principal, options.source, partner));
    const auto recall = [&](const store::Snapshot& snapshot) -> Result<Memory> {
        return Memory{movements::known_tables(snapshot, source), directory::all_places(snapshot)};
    };
    TENPOINT_TRY(memory, node.store().read(principal, recall));
    const auto opened = terminal.files.open(file, FileUse::reading);
    if (!opened)
        return Problem{
            ProblemCode::unreadable_file, opened.error().detail, {{"/file", "missing_file"}}};
    const store::UnplacedFile copy(node.store().staging_folder() / "import");
    copy_to(copy, *opened);
    const auto& here = copy.path();
    movements::Mapping remembered;
    if (!given.file) {
        TENPOINT_TRY(recalled, movements::recall_mapping(here, {options.sheet, {}}, memory.tables,
                                                         file.filename().string()));
        remembered = std::move(recalled);
    }
    TENPOINT_TRY(known, known_mapping(options, given, std::move(remembered)));
    const auto& sheet = options.sheet.empty() ? known.given.sheet : options.sheet;
    TENPOINT_TRY(recognised,
                 movements::recognise_file(here, {sheet, {}}, known.mapping,
                                           file.filename().string(), memory.places.get()));
    TENPOINT_CHECK(movements::require_columns(recognised.recognition.layout, known.given));
    movements::ImportRequest request{here,
                                     file.filename().string(),
                                     {},
                                     source,
                                     partner.empty() ? source.envelope.owner : partner,
                                     recognised.recognition.mapping,
                                     {options.visibility},
                                     true,
                                     recognised.recognition.remarks};
    ProgressLine line(terminal, request.file_name);
    auto outcome =
        movements::import_file(node.store(), principal, request,
                               [&](std::int64_t rows, double part) { line.show(rows, part); });
    line.clear();
    if (!outcome) return std::move(outcome).error();
    FileReport report{request.file_name, std::move(*outcome), {}, {}, {}};
    TENPOINT_CHECK(decide(node, principal, options, report));
    return report;
} catch (const std::system_error& error) {
    return store::storage_problem(error);
}

struct NamedRecords {
    NamedPartner partner;
    bool is_new_place = false;
};

// What a command names beside its source; in one write, so that a slip leaves nothing behind.
Result<NamedRecords> name_records(store::Transaction& transaction, const ImportOptions& options) {
    NamedRecords named;
    if (!options.partner.empty()) {
        TENPOINT_TRY(partner, find_or_add_partner(transaction, options.partner));
        named.partner = std::move(partner);
    }
    if (!options.place.empty()) {
        TENPOINT_TRY(is_new, ensure_place(transaction, options.place, "/place"));
        named.is_new_place = is_new;
    }
    return named;
}

Result<int> import_files(const ImportOptions& options, CommandContext& context) {
    auto& terminal = context.terminal();
    TENPOINT_TRY(given, given_mapping(options, terminal));
    if (!options.supersedes.empty() && !id_from_text(options.supersedes))
        return Problem{
            ProblemCode::invalid_fields, options.supersedes, {{"/supersedes", "not_an_id"}}};
    TENPOINT_TRY(is_there, context.has_node(options.node));
    TENPOINT_TRY(node, context.node_or_new(options.node));
    if (!is_there) say_made(terminal, "new_node", context.folder().string());
    const auto principal = context.principal();
    ImportTask task{*node, options, std::move(given), {}};
    TENPOINT_TRY(named, node->store().write(principal, [&](store::Transaction& transaction) {
        return name_records(transaction, options);
    }));
    if (named.partner.is_new) say_made(terminal, "new_partner", named.partner.name);
    if (named.is_new_place) say_made(terminal, "new_place", options.place);
    task.partner = named.partner.id;
    // A file that is refused keeps the others from nothing.
    std::vector<FileReport> reports;
    for (const auto& typed : options.files) {
        const auto file = terminal.resolve(typed);
        auto report = import_one(task, context, file);
        if (report) {
            reports.push_back(std::move(*report));
        } else {
            auto& refused = reports.emplace_back();
            refused.file = file.filename().string();
            refused.problem = report.error();
        }
    }
    if (options.json) {
        terminal.out << boost::json::serialize(report_json(reports, terminal.language)) << '\n';
    } else {
        TENPOINT_CHECK(
            node->store().read(principal, [&](const store::Snapshot& snapshot) -> Result<void> {
                for (const auto& report : reports)
                    if (!report.problem) print_report(snapshot, report, terminal);
                return {};
            }));
    }
    for (const auto& [name, outcome, superseded, doubled, problem] : reports)
        if (problem)
            fmt::print(terminal.err, "{}: {}", name, problem_text(*problem, terminal.language));
    const bool anything_read = std::ranges::any_of(
        reports, [](const auto& report) { return report.outcome.batch.value.used > 0; });
    return anything_read ? exit_done : exit_refused;
}

}  // namespace

void add_import_command(CLI::App& program, Action& action) {
    auto options = std::make_shared<ImportOptions>();
    auto* command = program.add_subcommand(
        "import", "Read partners' files (CSV, XLSX, ODS, or zip archives of them)");
    command->add_option("files", options->files, "The files")->required()->type_name("FILE");
    add_node_options(*command, options->node);
    command->add_option("--source", options->source, "Who reports; new names are added")
        ->required()
        ->type_name("NAME");
    command->add_option("--partner", options->partner, "The partner that enters the figures")
        ->type_name("NAME");
    command->add_option("--indicator", options->indicator, "What they count, if no column says so")
        ->check(CLI::IsMember(indicator_words()))
        ->type_name("I");
    command
        ->add_option("--place", options->place, "Where, if no column says so; new codes are added")
        ->type_name("P");
    command
        ->add_option("--map", options->map,
                     "What columns mean: 't=period,nat=origin,n=count' (docs/users/mapping.md)")
        ->type_name("'COLUMN=FIELD,…'");
    command->add_option("--map-file", options->map_file, "The mapping as a JSON file")
        ->type_name("FILE");
    command
        ->add_option("--as", options->as,
                     "What the rows are; else found out: figures, or activities (5W)")
        ->check(CLI::IsMember({"figures", "activities"}))
        ->type_name("WHAT");
    command->add_option("--sheet", options->sheet, "The sheet of a workbook, * for all alike")
        ->type_name("NAME");
    command->add_flag("--cumulative", options->cumulative,
                      "The figures are running totals since January");
    command
        ->add_option("--repeated", options->repeated,
                     "Figures given again: add them, count equal ones once, or take the latest")
        ->check(CLI::IsMember({"add", "once", "latest"}))
        ->type_name("WHAT");
    command
        ->add_option("--as-of", options->as_of,
                     "When it was so: of the same figure the file as of a later day stands")
        ->type_name("YYYY-MM-DD");
    auto* supersedes = command
                           ->add_option("--supersedes", options->supersedes,
                                        "The batch whose place this file takes")
                           ->type_name("BATCH");
    command
        ->add_flag("--keep-both", options->keep_both,
                   "Take no earlier file's place, although this one holds all of it")
        ->excludes(supersedes);
    command->add_flag("--propose", options->propose, "Let it wait until `tenpoint accept`");
    auto* sharing = command->add_option_group("sharing", "Who may see it; else as the last file");
    for (const auto& choice : sharing_choices)
        sharing->add_flag_callback(
            fmt::format("--{}", choice.word),
            [options, &choice] { options->visibility = choice.visibility; },
            std::string{choice.help});
    sharing->require_option(0, 1);
    command->add_flag("--json", options->json, "Print one JSON object");
    command->callback([options, &action] {
        action = [options](CommandContext& context) { return import_files(*options, context); };
    });
}

}  // namespace tenpoint::app
