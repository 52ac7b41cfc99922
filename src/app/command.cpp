// SPDX-License-Identifier: Apache-2.0
#include "app/command.hpp"

#include <array>
#include <pwd.h>
#include <unistd.h>

namespace tenpoint::app {

Result<Node*> CommandContext::node(const NodeOptions& options) {
    options_ = options;
    if (!running_) TENPOINT_CHECK(need_node(location(options), "/data"));
    return node_or_new(options);
}

Result<bool> CommandContext::has_node(const NodeOptions& options) {
    options_ = options;
    if (running_) return true;
    return store::has_node(location(options));
}

Result<Node*> CommandContext::node_or_new(const NodeOptions& options) {
    options_ = options;
    if (running_) return running_;
    TENPOINT_TRY(opened, Node::open(location(options)));
    opened_ = std::move(opened);
    return opened_.get();
}

store::Location CommandContext::location(const NodeOptions& options) const {
    store::Location location{terminal_.resolve(options.data), options.database, {}};
    if (!options.key_file.empty()) location.key_file = terminal_.resolve(options.key_file);
    return location;
}

access::Principal CommandContext::principal() const {
    std::array<char, 16 * 1024> text{};
    passwd entry{};
    passwd* account = nullptr;
    ::getpwuid_r(::geteuid(), &entry, text.data(), text.size(), &account);
    return access::Principal::local_administrator(
        account ? std::string{account->pw_name} + " (command line)" : "command line");
}

Result<void> need_node(const store::Location& location, const std::string& pointer) {
    TENPOINT_TRY(is_there, store::has_node(location));
    if (is_there) return {};
    return Problem{ProblemCode::invalid_fields, location.folder.string(), {{pointer, "no_node"}}};
}

std::string check_database_uri(const std::string& uri) {
    const bool is_uri = uri.starts_with("postgresql://") || uri.starts_with("postgres://");
    return is_uri ? "" : "not a postgresql:// address";
}

void add_node_options(CLI::App& command, NodeOptions& options) {
    command.add_option("--data", options.data, "The folder that keeps the data")
        ->required()
        ->type_name("DIR");
    // A password in it would be seen by whoever lists the processes; the variable is not.
    command
        .add_option(
            "--database", options.database,
            "Keep the data in PostgreSQL: postgresql://…; the folder is still the node's own")
        ->envname("TENPOINT_DATABASE")
        ->check(check_database_uri)
        ->type_name("URI");
    command
        .add_option("--key-file", options.key_file,
                    "The key that opens personal data; without it node.key in the folder")
        ->envname("TENPOINT_KEY_FILE")
        ->type_name("FILE");
}

}  // namespace tenpoint::app
