// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <fmt/ranges.h>

#include "app/command.hpp"
#include "app/kinds.hpp"
#include "base/translations.hpp"
#include "desks/movements/deciding.hpp"

namespace tenpoint::app {
namespace {

struct EraseOptions {
    NodeOptions node;
    std::string kind, id;
};

void say(CommandContext& context, std::string_view key) {
    auto& terminal = context.terminal();
    fmt::print(terminal.out, "{}\n", translate(terminal.language, key));
}

// Copies of SQLite's database that a migration or a restored backup left: nothing is erased there.
std::vector<std::string> copies_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        auto name = entry.path().filename().string();
        if (name.starts_with("tenpoint-") && name.ends_with(".db"))
            names.push_back(std::move(name));
    }
    std::ranges::sort(names);
    return names;
}

Result<int> rekey(const NodeOptions& options, CommandContext& context) {
    TENPOINT_TRY(node, context.node(options));
    TENPOINT_CHECK(node->store().rekey());
    say(context, "reports.rekeyed");
    return exit_done;
}

Result<int> erase(const EraseOptions& options, CommandContext& context) {
    const auto refuse = [](const char* argument, const char* code) {
        return Problem{ProblemCode::invalid_fields, "erase", {{argument, code}}};
    };
    const auto* kind = record::find_kind(all_kinds(), options.kind);
    const bool is_batch = kind == &record::kind_info<movements::Batch>();
    if (!kind || (!is_batch && !kind->has_protected())) return refuse("/kind", "nothing_personal");
    const auto id = id_from_text(options.id);
    if (!id) return refuse("/id", "not_an_id");
    TENPOINT_TRY(node, context.node(options.node));
    const auto work = [&](store::Transaction& transaction) -> Result<void> {
        if (is_batch) {
            TENPOINT_CHECK(movements::erase_batch(transaction, *id));
            return {};
        }
        TENPOINT_TRY(found, transaction.get(*kind, *id));
        TENPOINT_CHECK(transaction.erase(*kind, *id, found.envelope.version));
        return {};
    };
    TENPOINT_CHECK(node->store().write(context.principal(), work));
    say(context, "reports.erased");
    const auto copies = fmt::format("{}", fmt::join(copies_in(node->store().folder()), ", "));
    auto& terminal = context.terminal();
    if (!copies.empty())
        fmt::print(terminal.out, "{}\n",
                   translate(terminal.language, "reports.copies_hold_it",
                             {{"files", std::string_view{copies}}}));
    return exit_done;
}

}  // namespace

void add_key_commands(CLI::App& program, Action& action) {
    auto node = std::make_shared<NodeOptions>();
    auto* change = program.add_subcommand(
        "rekey", "Give the node a new key, under which all that is personal is kept");
    add_node_options(*change, *node);
    change->callback([node, &action] {
        action = [node](CommandContext& context) { return rekey(*node, context); };
    });

    auto options = std::make_shared<EraseOptions>();
    auto* erasing = program.add_subcommand(
        "erase",
        "Destroy what is personal in a record and in its past, or the file of a batch, for ever");
    erasing->add_option("kind", options->kind, "As in the API: users, batches …")
        ->required()
        ->type_name("KIND");
    erasing->add_option("id", options->id, "The record's id")->required()->type_name("ID");
    add_node_options(*erasing, options->node);
    erasing->callback([options, &action] {
        action = [options](CommandContext& context) { return erase(*options, context); };
    });
}

}  // namespace tenpoint::app
