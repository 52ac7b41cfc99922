// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/command.hpp"
#include "app/printed_table.hpp"
#include "store/search_entry.hpp"
#include "store/search_following.hpp"
#include "store/searching.hpp"

namespace tenpoint::app {
namespace {

struct SearchOptions {
    NodeOptions node;
    std::vector<std::string> words;
    std::string kind, format = "table";
    std::size_t limit = 20;
    bool rebuild = false;
};

// What is sealed of the journal comes into the index a stretch at a time.
Result<void> wait_for_index(store::Store& store, const access::Principal& principal) {
    while (true) {
        store.seal();
        TENPOINT_TRY(is_complete,
                     store.read(principal, [](const store::Snapshot& snapshot) -> Result<bool> {
                         return store::is_search_complete(snapshot);
                     }));
        if (is_complete) return {};
    }
}

std::string text_of(const std::vector<store::ExcerptPiece>& excerpt) {
    std::string text;
    for (const auto& piece : excerpt)
        text += piece.text;
    return text;
}

Result<formats::TextTable> rows_of(const SearchOptions& options, CommandContext& context,
                                   store::Store& store) {
    store::SearchQuery query{fmt::format("{}", fmt::join(options.words, " "))};
    if (!options.kind.empty()) {
        const auto* kind = record::find_kind(store.kinds(), options.kind);
        if (!kind || !store::is_searched(*kind))
            return Problem{
                ProblemCode::invalid_query, options.kind, {{"/kind", "unknown_reference"}}};
        query.kind = kind->plural;
    }
    query.limit = options.limit;
    const auto language = context.terminal().language;
    return store.read(
        context.principal(), [&](const store::Snapshot& snapshot) -> Result<formats::TextTable> {
            formats::TextTable table;
            table.names = {"kind", "id", "title", "excerpt"};
            for (const auto& hit : store::search(snapshot, query).hits)
                table.rows.push_back({std::string{hit.kind->plural}, hit.record.envelope.id.text,
                                      store::title_of(*hit.kind, hit.record.row, language),
                                      text_of(hit.excerpt)});
            return table;
        });
}

Result<int> search(const SearchOptions& options, CommandContext& context) {
    TENPOINT_TRY(node, context.node(options.node));
    auto& store = node->store();
    const auto principal = context.principal();
    if (options.rebuild)
        TENPOINT_CHECK(store.write(principal, [](store::Transaction& transaction) -> Result<void> {
            store::begin_search_anew(transaction);
            return {};
        }));
    TENPOINT_CHECK(wait_for_index(store, principal));
    if (options.words.empty()) return exit_done;
    TENPOINT_TRY(table, rows_of(options, context, store));
    print_as(options.format, table, context.terminal());
    return exit_done;
}

}  // namespace

void add_search_command(CLI::App& program, Action& action) {
    auto options = std::make_shared<SearchOptions>();
    auto* command =
        program.add_subcommand("search", "Find records, and the texts of files, by their words");
    command->add_option("words", options->words, "All of them are to be found")->type_name("WORDS");
    add_node_options(*command, options->node);
    command->add_option("--kind", options->kind, "Only these, as in the API: actions, documents …")
        ->type_name("KIND");
    command->add_option("--limit", options->limit, "How many, the best first")
        ->check(CLI::Range(1, 1000))
        ->type_name("N");
    command->add_option("--format", options->format, "table or csv")
        ->check(CLI::IsMember({"table", "csv"}));
    command->add_flag("--rebuild", options->rebuild, "Make the index anew before");
    command->callback([options, &action] {
        action = [options](CommandContext& context) { return search(*options, context); };
    });
}

}  // namespace tenpoint::app
