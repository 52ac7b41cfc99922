// SPDX-License-Identifier: Apache-2.0
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/named_records.hpp"
#include "desks/directory/accounts.hpp"
#include "desks/directory/password.hpp"

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
    TENPOINT_TRY(node, context.node_or_new(options.node));
    const auto principal = context.principal();
    auto& terminal = context.terminal();
    const auto language = language_from_tag(options.language).value_or(Language::en);
    TENPOINT_TRY(
        account,
        directory::make_account(
            {options.name, {}, directory::role_from_word(options.role), language, terminal.input}));
    // In one write, so that an account that is refused leaves no partner behind.
    const auto work = [&](store::Transaction& transaction) -> Result<NamedPartner> {
        TENPOINT_TRY(found, find_or_add_partner(transaction, options.partner));
        account.partner = {found.id};
        TENPOINT_CHECK(directory::keep_account(transaction, account));
        return std::move(found);
    };
    TENPOINT_TRY(partner, node->store().write(principal, work));
    if (partner.is_new) say_made(terminal, "new_partner", partner.name);
    fmt::print(terminal.out, "{} can sign in now, as {} for {}.\n", account.name, options.role,
               partner.name);
    return exit_done;
}

// Changes the account of that name within one write.
template <class Change>
Result<int> change_user(const UserOptions& options, CommandContext& context, Change change) {
    TENPOINT_TRY(node, context.node(options.node));
    const auto principal = context.principal();
    const auto work = [&](store::Transaction& transaction) -> Result<void> {
        auto user = transaction.find<directory::User>("name", options.name);
        if (!user)
            return Problem{
                ProblemCode::invalid_fields, options.name, {{"/name", "unknown_reference"}}};
        change(user->value);
        TENPOINT_CHECK(directory::change_account(transaction, *user));
        return {};
    };
    TENPOINT_CHECK(node->store().write(principal, work));
    return exit_done;
}

Result<int> set_password(const UserOptions& options, CommandContext& context) {
    const auto& password = context.terminal().input;
    TENPOINT_CHECK(directory::check_new_password(password));
    const auto hash = directory::hash_password(password);
    return change_user(options, context, [&](directory::User& user) { user.password_hash = hash; });
}

Result<int> set_disabled(const UserOptions& options, CommandContext& context, bool disabled) {
    return change_user(options, context, [&](directory::User& user) { user.disabled = disabled; });
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

using UserAction = Result<int> (*)(const UserOptions&, CommandContext&);

// A command about the account of one name.
CLI::App* add_named_command(CLI::App& parent, const char* name, const char* description,
                            const std::shared_ptr<UserOptions>& options, UserAction act,
                            Action& action) {
    auto* command = parent.add_subcommand(name, description);
    command->add_option("name", options->name, "What the person signs in with")
        ->required()
        ->type_name("NAME");
    add_node_options(*command, options->node);
    command->callback([options, act, &action] {
        action = [options, act](CommandContext& context) { return act(*options, context); };
    });
    return command;
}

void add_password_option(CLI::App& command, UserOptions& options) {
    command.add_flag("--password-stdin", options.password_from_input,
                     "Read the password from standard input");
}

}  // namespace

void add_user_command(CLI::App& program, Action& action) {
    auto* user = program.add_subcommand("user", "Accounts: who can sign in");
    user->require_subcommand(1);

    auto options = std::make_shared<UserOptions>();
    auto* add = add_named_command(*user, "add", "Add an account; the password is asked for",
                                  options, add_user, action);
    add->add_option("--partner", options->partner, "The partner the person acts for")
        ->required()
        ->type_name("NAME");
    add->add_option("--role", options->role, "What the person does here")
        ->required()
        ->check(CLI::IsMember(role_words()));
    add->add_option("--language", options->language, "en, fr, es or ar")
        ->check(CLI::IsMember({"en", "fr", "es", "ar"}));
    add_password_option(*add, *options);

    auto* password =
        add_named_command(*user, "password", "Give an account a new password; it is asked for",
                          options, set_password, action);
    add_password_option(*password, *options);

    add_named_command(
        *user, "disable", "Let an account sign in no more, and end its sessions", options,
        [](const UserOptions& typed, CommandContext& context) {
            return set_disabled(typed, context, true);
        },
        action);
    add_named_command(
        *user, "enable", "Let a disabled account sign in again", options,
        [](const UserOptions& typed, CommandContext& context) {
            return set_disabled(typed, context, false);
        },
        action);

    auto node = std::make_shared<NodeOptions>();
    auto* list = user->add_subcommand("list", "List the accounts");
    add_node_options(*list, *node);
    list->callback([node, &action] {
        action = [node](CommandContext& context) { return list_users(*node, context); };
    });
}

}  // namespace tenpoint::app
