// SPDX-License-Identifier: Apache-2.0
#include "app/command.hpp"
#include "app/kept_head.hpp"
#include "app/verification_report.hpp"

namespace tenpoint::app {
namespace {

struct VerifyOptions {
    NodeOptions node;
    std::string head;
};

Result<int> verify(const VerifyOptions& options, CommandContext& context) {
    std::vector<store::KnownHead> kept;
    if (!options.head.empty()) {
        TENPOINT_TRY(head, read_kept_head(options.head, context.terminal()));
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
