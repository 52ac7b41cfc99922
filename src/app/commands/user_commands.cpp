// SPDX-License-Identifier: Apache-2.0
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/accounts.hpp"
#include "app/command.hpp"
#include "app/named_records.hpp"

namespace tenpoint::app {
namespace {

std::vector<std::string> role_words() {
    std::vector<std::string> words;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<access::Role>>(
        [&](auto role) { words.emplace_back(role.name); });
    return words;
}

struct UserOptions {
    NodeOptions node;
    std::string name, partner, role, language = "en";
    bool password_from_input = false;
};

Result<int> add_user(const UserOptions& options, CommandContext& context) {
    TENPOINT_TRY(node, context.node(options.node));
    const auto principal = context.principal();
    TENPOINT_TRY(partner, find_or_add_partner(node->store(), principal, options.partner));
    const auto language = language_from_tag(options.language).value_or(Language::en);
    TENPOINT_CHECK(add_account(
        node->store(), principal,
        {options.name, partner, role_from_word(options.role), language, context.terminal().input}));
    fmt::print(context.terminal().out, "{} can sign in now, as {} for {}.\n", options.name,
               options.role, options.partner);
    return exit_done;
}

Result<int> list_users(const NodeOptions& options, CommandContext& context) {
    TENPOINT_TRY(node, context.node(options));
    const auto principal = context.principal();
    return node->store().read(principal, [&](const store::Snapshot& snapshot) -> Result<int> {
        store::ListQuery by_name;
        by_name.sort = "name";
        for (const auto& user : snapshot.all<directory::User>(by_name)) {
            TENPOINT_TRY(partner, snapshot.get<directory::Partner>(user.value.partner.id));
            fmt::print(context.terminal().out, "{:24} {:20} {:40}{}\n", user.value.name,
                       boost::describe::enum_to_string(user.value.role, ""), partner.value.name,
                       user.value.disabled ? " disabled" : "");
        }
        return exit_done;
    });
}

}  // namespace

void add_user_command(CLI::App& program, Action& action) {
    auto* user = program.add_subcommand("user", "Accounts: who can sign in");
    user->require_subcommand(1);

    auto options = std::make_shared<UserOptions>();
    auto* add = user->add_subcommand("add", "Add an account; the password is asked for");
    add->add_option("name", options->name, "What the person signs in with")
        ->required()
        ->type_name("NAME");
    add_node_options(*add, options->node);
    add->add_option("--partner", options->partner, "The partner the person acts for")
        ->required()
        ->type_name("NAME");
    add->add_option("--role", options->role, "What the person does here")
        ->required()
        ->check(CLI::IsMember(role_words()));
    add->add_option("--language", options->language, "en, fr, es or ar")
        ->check(CLI::IsMember({"en", "fr", "es", "ar"}));
    add->add_flag("--password-stdin", options->password_from_input,
                  "Read the password from standard input");
    add->callback([options, &action] {
        action = [options](CommandContext& context) { return add_user(*options, context); };
    });

    auto node = std::make_shared<NodeOptions>();
    auto* list = user->add_subcommand("list", "List the accounts");
    add_node_options(*list, *node);
    list->callback([node, &action] {
        action = [node](CommandContext& context) { return list_users(*node, context); };
    });
}

}  // namespace tenpoint::app
