// SPDX-License-Identifier: Apache-2.0
#include "app/password_prompt.hpp"

#include <algorithm>
#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace tenpoint::app {
namespace {

// Keeps what is typed from the screen while it lives.
class Unseen {
  public:
    Unseen() {
        ::tcgetattr(STDIN_FILENO, &before_);
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Unseen() { ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

  private:
    termios before_{};
};

std::string ask(const char* question) {
    std::string answer;
    std::cerr << question << std::flush;
    const Unseen unseen;
    std::getline(std::cin, answer);
    std::cerr << '\n';
    return answer;
}

bool needs_password(const std::vector<std::string>& arguments) {
    if (std::ranges::find(arguments, "--help") != arguments.end()) return false;
    return arguments.size() > 2 && arguments[0] == "user" &&
           (arguments[1] == "add" || arguments[1] == "password");
}

}  // namespace

std::string read_password(const std::vector<std::string>& arguments) {
    if (!needs_password(arguments)) return {};
    if (std::ranges::find(arguments, "--password-stdin") != arguments.end()) {
        std::string line;
        std::getline(std::cin, line);
        if (!line.empty() && line.back() == '\r') line.pop_back();
        return line;
    }
    if (::isatty(STDIN_FILENO) != 1) return {};
    auto password = ask("Password: ");
    if (ask("The same again: ") == password) return password;
    std::cerr << "The two are not the same.\n";
    return {};
}

}  // namespace tenpoint::app
