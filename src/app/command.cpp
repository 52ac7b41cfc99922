// SPDX-License-Identifier: Apache-2.0
#include "app/command.hpp"

#include <pwd.h>
#include <unistd.h>

namespace tenpoint::app {

Result<Node*> CommandContext::node(const std::string& data) {
    data_ = data;
    if (running_) return running_;
    TENPOINT_TRY(opened, Node::open(terminal_.resolve(data)));
    opened_ = std::move(opened);
    return opened_.get();
}

access::Principal CommandContext::principal() const {
    const auto* account = ::getpwuid(::geteuid());
    return access::Principal::local_administrator(
        account ? std::string{account->pw_name} + " (command line)" : "command line");
}

void add_data_option(CLI::App& command, std::string& data) {
    command.add_option("--data", data, "The folder that keeps the data")
        ->required()
        ->type_name("DIR");
}

}  // namespace tenpoint::app
