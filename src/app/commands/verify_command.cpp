// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <sstream>

#include "app/command.hpp"
#include "app/verification_report.hpp"

namespace tenpoint::app {
namespace {

struct VerifyOptions {
    NodeOptions node;
    std::string head;
};

Result<store::KnownHead> read_head(const std::filesystem::path& path) {
    const auto wrong = [&](const char* code) {
        return Problem{ProblemCode::invalid_fields, path.string(), {{"/head", code}}};
    };
    std::ifstream in(path);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) return wrong("missing_file");
    auto head = store::head_from_text(text.str());
    if (!head) return wrong("not_a_head");
    return std::move(*head);
}

Result<int> verify(const VerifyOptions& options, CommandContext& context) {
    std::vector<store::KnownHead> kept;
    if (!options.head.empty()) {
        TENPOINT_TRY(head, read_head(context.terminal().resolve(options.head)));
        kept.push_back(std::move(head));
    }
    TENPOINT_TRY(node, context.node(options.node));
    TENPOINT_TRY(found, node->store().verify(kept));
    return report(found, context.terminal());
}

}  // namespace

void add_verify_command(CLI::App& program, Action& action) {
    auto options = std::make_shared<VerifyOptions>();
    auto* command =
        program.add_subcommand("verify", "Compare everything that is kept with the journal");
    add_node_options(*command, options->node);
    command
        ->add_option("--head", options->head,
                     "A journal.head that was kept elsewhere, which the journal must hold")
        ->type_name("FILE");
    command->callback([options, &action] {
        action = [options](CommandContext& context) { return verify(*options, context); };
    });
}

}  // namespace tenpoint::app
