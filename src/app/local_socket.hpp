// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a command line reaches the server that holds its folder: a Unix socket in the folder, which
// only its owner may open. One JSON line asks, {"arguments", "folder", "input", "language"}; JSON
// lines answer, {"out"} and {"err"} as they come (hexadecimal: a document may be binary) and
// {"exit"} last.

#include <atomic>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "app/node.hpp"
#include "app/terminal.hpp"

namespace tenpoint::app {

std::filesystem::path local_socket_of(const std::filesystem::path& data);

// Has the server behind the socket carry out a command; gives its exit code, or nothing where no
// server answers.
std::optional<int> hand_over(const std::filesystem::path& socket,
                             const std::vector<std::string>& arguments, Terminal& terminal);

// Carries out commands that come through the socket, one after the other, until destroyed.
class LocalCommands {
  public:
    static constexpr auto patience = std::chrono::seconds{5};  // with a client that is silent

    // Where the socket cannot be made (its path may have about 100 bytes) the server goes on
    // without one, and the log says so.
    LocalCommands(const std::filesystem::path& socket, Node& node);
    ~LocalCommands();
    LocalCommands(const LocalCommands&) = delete;
    LocalCommands& operator=(const LocalCommands&) = delete;

  private:
    void accept_until_stopped();
    void answer(int connection);
    void answer_at(int connection);

    std::filesystem::path path_;
    Node& node_;
    int listener_;
    std::atomic<bool> stopping_ = false;
    std::mutex answering_;
    int connection_ = -1;  // under the mutex: whom it is answering
    std::thread thread_;
};

}  // namespace tenpoint::app
