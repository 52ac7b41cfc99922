// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "app/node.hpp"
#include "app/terminal.hpp"
#include "base/result.hpp"

namespace tenpoint::app {

// Which node a command works on, as typed.
struct NodeOptions {
    std::string data, database, key_file;
};

// What a command runs in: its terminal, and the node that it names.
class CommandContext {
  public:
    // `running` is the node of the server that carries out the command; null in a process that
    // opens the folder itself.
    CommandContext(Terminal& terminal, Node* running) : terminal_(terminal), running_(running) {}

    Terminal& terminal() { return terminal_; }
    // A running server carries out the command, for a program that found the folder in use.
    bool is_handed_over() const { return running_ != nullptr; }
    // The node that is there. Fails with `invalid_fields` on `/data` where there is none, else as
    // Node::open does; with `folder_in_use` the command is handed to the server.
    Result<Node*> node(const NodeOptions& options);
    // The same for a command that may be a node's first: it makes one where there is none.
    Result<Node*> node_or_new(const NodeOptions& options);
    // Whether there is one already; fails as these do.
    Result<bool> has_node(const NodeOptions& options);
    // Where such a node keeps what it has.
    store::Location location(const NodeOptions& options) const;
    // The folder of that node, once it was asked for.
    std::filesystem::path folder() const { return terminal_.resolve(options_.data); }
    // Who the journal says did it.
    access::Principal principal() const;

  private:
    Terminal& terminal_;
    Node* running_;
    NodeOptions options_;
    std::unique_ptr<Node> opened_;
};

// What is left to do once the arguments are read: gives the exit code, or a problem that is told in
// the terminal's language and makes it 1, or 2 where it is about what was typed.
using Action = std::function<Result<int>(CommandContext&)>;

// Each adds its command, with its options and help, and sets `action` when it was typed.
void add_serve_command(CLI::App& program, Action& action);
void add_example_command(CLI::App& program, Action& action);
void add_user_command(CLI::App& program, Action& action);
void add_import_command(CLI::App& program, Action& action);
void add_batch_commands(CLI::App& program, Action& action);
void add_places_command(CLI::App& program, Action& action);
void add_figures_command(CLI::App& program, Action& action);
void add_disagreements_command(CLI::App& program, Action& action);
void add_alerts_command(CLI::App& program, Action& action);
void add_expiring_command(CLI::App& program, Action& action);
void add_handover_command(CLI::App& program, Action& action);
void add_gaps_command(CLI::App& program, Action& action);
void add_sheet_command(CLI::App& program, Action& action);
void add_search_command(CLI::App& program, Action& action);
void add_backup_commands(CLI::App& program, Action& action);
void add_copy_command(CLI::App& program, Action& action);
void add_verify_command(CLI::App& program, Action& action);
void add_key_commands(CLI::App& program, Action& action);
void add_developer_commands(CLI::App& program, Action& action);

// What is wrong with the address of a database; empty: nothing.
std::string check_database_uri(const std::string& uri);

// Fails with `invalid_fields` on `pointer` where there is no node: a slip, or a disk that is not
// mounted.
Result<void> need_node(const store::Location& location, const std::string& pointer);

// The options every command has that works on a node.
void add_node_options(CLI::App& command, NodeOptions& options);

inline constexpr int exit_done = 0;
inline constexpr int exit_refused = 1;
inline constexpr int exit_wrong_usage = 2;

}  // namespace tenpoint::app
