// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <unistd.h>

#include <sodium.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include "app/password_prompt.hpp"
#include "app/run.hpp"

namespace {

// The language of the terminal: LC_ALL, LC_MESSAGES, LANG, in the order of POSIX.
tenpoint::Language terminal_language() {
    for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value && *value)
            return tenpoint::language_from_tag(value).value_or(tenpoint::Language::en);
    return tenpoint::Language::en;
}

}  // namespace

int main(int count, char** words) {
    if (sodium_init() < 0) return 1;
    // What a command prints is its answer; the log stands apart from it.
    spdlog::set_default_logger(spdlog::stderr_color_mt("tenpoint"));
    const std::vector<std::string> arguments(words + 1, words + count);
    tenpoint::app::OwnFiles files;
    tenpoint::app::Terminal terminal{std::cout,
                                     std::cerr,
                                     std::filesystem::current_path(),
                                     tenpoint::app::read_password(arguments),
                                     terminal_language(),
                                     ::isatty(STDERR_FILENO) == 1,
                                     files};
    try {
        return tenpoint::app::run(arguments, terminal, nullptr);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
