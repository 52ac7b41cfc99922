// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iterator>

#include <boost/describe/enum_to_string.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/import_report.hpp"
#include "app/sharing_choices.hpp"
#include "base/translations.hpp"
#include "desks/movements/corrections.hpp"
#include "desks/movements/deciding.hpp"
#include "store/durable_file.hpp"

namespace tenpoint::app {
namespace {

struct BatchOptions {
    NodeOptions node;
    std::string batch, supersedes, reason, language = "en", output;
};

Result<Id> id_of(const std::string& typed) {
    auto id = id_from_text(typed);
    if (!id) return Problem{ProblemCode::invalid_fields, typed, {{"/batch", "not_an_id"}}};
    return std::move(*id);
}

void say_decided(const record::Record<movements::Batch>& batch, std::string_view what,
                 CommandContext& context) {
    const auto key = fmt::format("reports.{}", reports_key(what, batch.value.content));
    fmt::print(context.terminal().out, "{}\n",
               translate(context.terminal().language, key,
                         {{"name", std::string_view{batch.envelope.id.text}}}));
}

Result<int> accept(const BatchOptions& options, CommandContext& context) {
    TENPOINT_TRY(id, id_of(options.batch));
    std::optional<Id> superseded;
    if (!options.supersedes.empty()) {
        TENPOINT_TRY(other, id_of(options.supersedes));
        superseded = std::move(other);
    }
    TENPOINT_TRY(node, context.node(options.node));
    const auto principal = context.principal();
    TENPOINT_TRY(batch, node->store().write(principal, [&](store::Transaction& transaction) {
        return movements::accept_batch(transaction, id, superseded);
    }));
    const bool counts = movements::counts_jointly(batch.envelope.visibility);
    say_decided(batch, counts ? "accepted" : "accepted_kept", context);
    return exit_done;
}

Result<int> withdraw(const BatchOptions& options, CommandContext& context) {
    TENPOINT_TRY(id, id_of(options.batch));
    TENPOINT_TRY(node, context.node(options.node));
    const auto principal = context.principal();
    TENPOINT_TRY(batch, node->store().write(principal, [&](store::Transaction& transaction) {
        return movements::withdraw_batch(transaction, id, options.reason);
    }));
    say_decided(batch, "withdrawn", context);
    return exit_done;
}

Result<int> share(const BatchOptions& options, const SharingChoice& choice,
                  CommandContext& context) {
    TENPOINT_TRY(id, id_of(options.batch));
    TENPOINT_TRY(node, context.node(options.node));
    const auto principal = context.principal();
    TENPOINT_TRY(batch, node->store().write(principal, [&](store::Transaction& transaction) {
        return movements::share_batch(transaction, id, {choice.visibility});
    }));
    fmt::print(context.terminal().out, "{}\n",
               translate(context.terminal().language, fmt::format("reports.{}", choice.said),
                         {{"name", std::string_view{batch.envelope.id.text}}}));
    return exit_done;
}

Result<int> write_corrections(const BatchOptions& options, CommandContext& context) {
    TENPOINT_TRY(id, id_of(options.batch));
    TENPOINT_TRY(node, context.node(options.node));
    const auto principal = context.principal();
    auto& store = node->store();
    TENPOINT_TRY(batch, store.read(principal, [&](const store::Snapshot& snapshot) {
        return snapshot.get<movements::Batch>(id);
    }));
    const store::UnplacedFile book(store.staging_folder() / "corrections");
    TENPOINT_CHECK(movements::write_corrections(
        store, principal, batch, language_from_tag(options.language).value_or(Language::en),
        book.path()));
    std::ifstream written(book.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(written), {}};
    auto& terminal = context.terminal();
    if (options.output == "-") {
        terminal.out << bytes;
        return exit_done;
    }
    TENPOINT_CHECK(write_file(terminal.files, terminal.resolve(options.output), bytes));
    fmt::print(terminal.out, "{}\n",
               translate(terminal.language, "reports.corrections.written",
                         {{"file", std::string_view{options.output}}}));
    return exit_done;
}

Result<int> list(const NodeOptions& options, CommandContext& context) {
    TENPOINT_TRY(node, context.node(options));
    const auto principal = context.principal();
    return node->store().read(principal, [&](const store::Snapshot& snapshot) -> Result<int> {
        for (const auto& [envelope, batch] : snapshot.all<movements::Batch>()) {
            TENPOINT_TRY(source, snapshot.get<movements::Source>(batch.source.id));
            const auto language = context.terminal().language;
            const auto status =
                translate(language, fmt::format("codes.batch_status.{}",
                                                boost::describe::enum_to_string(batch.status, "")));
            const auto sharing = translate(
                language,
                fmt::format("ui.import.sharing.states.{}", record::to_word(envelope.visibility)));
            fmt::print(context.terminal().out, "{}  {:14}  {:18}  {}  {}  {}\n", envelope.id.text,
                       status, sharing, to_text(day_of(batch.received_at)), source.value.name,
                       batch.file_name);
        }
        return exit_done;
    });
}

}  // namespace

void add_batch_commands(CLI::App& program, Action& action) {
    auto options = std::make_shared<BatchOptions>();
    auto* accept_command = program.add_subcommand("accept", "Let a proposed batch count");
    accept_command->add_option("batch", options->batch, "Its id, as the import printed it")
        ->required()
        ->type_name("BATCH");
    add_node_options(*accept_command, options->node);
    accept_command
        ->add_option("--supersedes", options->supersedes, "The batch whose place it takes")
        ->type_name("BATCH");
    accept_command->callback([options, &action] {
        action = [options](CommandContext& context) { return accept(*options, context); };
    });

    auto* withdraw_command =
        program.add_subcommand("withdraw", "Let a batch count no more; it is kept");
    withdraw_command->add_option("batch", options->batch, "Its id")->required()->type_name("BATCH");
    add_node_options(*withdraw_command, options->node);
    withdraw_command->add_option("--reason", options->reason, "Why, in your words")
        ->type_name("TEXT");
    withdraw_command->callback([options, &action] {
        action = [options](CommandContext& context) { return withdraw(*options, context); };
    });

    auto* corrections_command = program.add_subcommand(
        "corrections", "Write a batch's table with its findings as comments, to be corrected");
    corrections_command->add_option("batch", options->batch, "Its id")
        ->required()
        ->type_name("BATCH");
    add_node_options(*corrections_command, options->node);
    corrections_command->add_option("--lang", options->language, "en, fr, es or ar")
        ->check(CLI::IsMember({"en", "fr", "es", "ar"}));
    corrections_command
        ->add_option("-o,--output", options->output, "Where to; - for standard output")
        ->required()
        ->type_name("FILE");
    corrections_command->callback([options, &action] {
        action = [options](CommandContext& context) {
            return write_corrections(*options, context);
        };
    });

    for (const auto& choice : sharing_choices) {
        auto* command = program.add_subcommand(std::string{choice.word}, std::string{choice.help});
        command->add_option("batch", options->batch, "Its id")->required()->type_name("BATCH");
        add_node_options(*command, options->node);
        command->callback([options, &action, &choice] {
            action = [options, &choice](CommandContext& context) {
                return share(*options, choice, context);
            };
        });
    }

    auto* list_command = program.add_subcommand("batches", "List what was imported");
    add_node_options(*list_command, options->node);
    list_command->callback([options, &action] {
        action = [options](CommandContext& context) { return list(options->node, context); };
    });
}

}  // namespace tenpoint::app
