// SPDX-License-Identifier: Apache-2.0
#include <boost/describe/enum_from_string.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/named_records.hpp"
#include "base/translations.hpp"
#include "desks/movements/sheet_printing.hpp"

namespace tenpoint::app {
namespace {

struct SheetOptions {
    NodeOptions node;
    std::string corridor, place, from, to, language = "en", format = "pdf", output;
};

Result<int> make_sheet(const SheetOptions& options, CommandContext& context) {
    const auto from = day_from_text(options.from);
    const auto to = day_from_text(options.to);
    if (!from || !to)
        return Problem{
            ProblemCode::invalid_query, "date", {{from ? "/to" : "/from", "not_a_date"}}};
    movements::SheetFormat format{};
    boost::describe::enum_from_string(options.format.c_str(), format);
    const auto language = language_from_tag(options.language).value_or(Language::en);
    TENPOINT_TRY(node, context.node(options.node));
    const auto principal = context.principal();
    movements::SheetRequest request{{}, {}, *from, *to};
    if (!options.corridor.empty()) {
        TENPOINT_TRY(code, known_corridor(node->store(), principal, options.corridor, "/corridor"));
        request.corridor = code;
    } else {
        TENPOINT_TRY(code, known_place(node->store(), principal, options.place, "/place"));
        request.place = code;
    }
    TENPOINT_TRY(edition,
                 movements::print_sheet(node->store(), node->figures(), principal, request));
    TENPOINT_TRY(document, movements::edition_document(node->store(), node->figures(), principal,
                                                       edition.envelope.id, language));
    TENPOINT_TRY(bytes, movements::render(document, format));
    auto& terminal = context.terminal();
    if (options.output == "-") {
        terminal.out << bytes;
        return exit_done;
    }
    TENPOINT_CHECK(write_file(terminal.files, terminal.resolve(options.output), bytes));
    fmt::print(terminal.out, "{}\n",
               translate(terminal.language, "reports.sheet_written",
                         {{"edition", edition.value.edition},
                          {"file", std::string_view{options.output}}}));
    return exit_done;
}

}  // namespace

void add_sheet_command(CLI::App& program, Action& action) {
    auto options = std::make_shared<SheetOptions>();
    auto* command = program.add_subcommand("sheet", "Print a joint information sheet");
    add_node_options(*command, options->node);
    auto* subject = command->add_option_group("subject", "What the sheet is about");
    subject->add_option("--corridor", options->corridor, "A corridor, by code or name")
        ->type_name("NAME");
    subject->add_option("--place", options->place, "A place, by code or name")->type_name("NAME");
    subject->require_option(1);
    command->add_option("--from", options->from, "The first day")
        ->required()
        ->type_name("YYYY-MM-DD");
    command->add_option("--to", options->to, "The last day")->required()->type_name("YYYY-MM-DD");
    command->add_option("--lang", options->language, "en, fr, es or ar")
        ->check(CLI::IsMember({"en", "fr", "es", "ar"}));
    command->add_option("--format", options->format, "html, pdf, xlsx or hxl")
        ->check(CLI::IsMember({"html", "pdf", "xlsx", "hxl"}));
    command->add_option("-o,--output", options->output, "Where to; - for standard output")
        ->required()
        ->type_name("FILE");
    command->callback([options, &action] {
        action = [options](CommandContext& context) { return make_sheet(*options, context); };
    });
}

}  // namespace tenpoint::app
