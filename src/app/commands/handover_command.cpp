// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "base/translations.hpp"
#include "desks/arrangements/arrangement.hpp"
#include "desks/arrangements/hand_over.hpp"
#include "formats/document_html.hpp"
#include "formats/document_pdf.hpp"

namespace tenpoint::app {
namespace {

struct HandOverOptions {
    NodeOptions node;
    std::string arrangement, language = "en", format = "pdf", output;
};

Result<formats::Document> pack_of(const store::Snapshot& snapshot, const HandOverOptions& options,
                                  Instant now) {
    const auto found = snapshot.find<arrangements::Arrangement>("code", options.arrangement);
    if (!found)
        return Problem{ProblemCode::invalid_query,
                       options.arrangement,
                       {{"/arrangement", "unknown_reference"}}};
    const auto language = language_from_tag(options.language).value_or(Language::en);
    return arrangements::hand_over_pack(snapshot, {found->envelope.id, language, now});
}

Result<int> write_hand_over(const HandOverOptions& options, CommandContext& context) {
    TENPOINT_TRY(node, context.node(options.node));
    auto& store = node->store();
    TENPOINT_TRY(document, store.read(context.principal(), [&](const store::Snapshot& snapshot) {
        return pack_of(snapshot, options, store.clock().now());
    }));
    Result<std::string> bytes =
        options.format == "pdf" ? formats::render_pdf(document) : formats::render_html(document);
    if (!bytes) return bytes.error();
    auto& terminal = context.terminal();
    if (options.output == "-") {
        terminal.out << *bytes;
        return exit_done;
    }
    TENPOINT_CHECK(write_file(terminal.files, terminal.resolve(options.output), *bytes));
    fmt::print(terminal.out, "{}\n",
               translate(terminal.language, "reports.hand_over.written",
                         {{"file", std::string_view{options.output}}}));
    return exit_done;
}

}  // namespace

void add_handover_command(CLI::App& program, Action& action) {
    auto options = std::make_shared<HandOverOptions>();
    auto* command =
        program.add_subcommand("handover", "Write what the next chair of an arrangement needs");
    add_node_options(*command, options->node);
    command->add_option("arrangement", options->arrangement, "An arrangement, by its code")
        ->required()
        ->type_name("CODE");
    command->add_option("--lang", options->language, "en, fr, es or ar")
        ->check(CLI::IsMember({"en", "fr", "es", "ar"}));
    command->add_option("--format", options->format, "pdf or html")
        ->check(CLI::IsMember({"pdf", "html"}));
    command->add_option("-o,--output", options->output, "Where to; - for standard output")
        ->required()
        ->type_name("FILE");
    command->callback([options, &action] {
        action = [options](CommandContext& context) { return write_hand_over(*options, context); };
    });
}

}  // namespace tenpoint::app
