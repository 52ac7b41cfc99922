// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a command line reaches the server that holds its folder: a Unix socket in the folder, which
// only its owner may open. One message (socket_messages.hpp) asks, {"arguments", "folder", "input",
// "language"}; messages answer, {"out"} and {"err"} as they come (hexadecimal: a document may be
// binary) and {"exit"} last. In between the server may ask for a file of the client's, {"open",
// "use"} or {"put_at"}; the answer is {} with the open file, or {"failure"}, why it cannot be
// opened or written.

#include <atomic>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
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

// Carries out commands that come through the socket, a few at a time, until destroyed.
class LocalCommands {
  public:
    static constexpr auto patience = std::chrono::seconds{5};  // with a client that is silent
    static constexpr int most_at_once = 4;

    // Where the socket cannot be made (its path may have about 100 bytes) the server goes on
    // without one, and the log says so.
    LocalCommands(const std::filesystem::path& socket, Node& node);
    ~LocalCommands();
    LocalCommands(const LocalCommands&) = delete;
    LocalCommands& operator=(const LocalCommands&) = delete;

  private:
    void accept_until_stopped();
    void answer(int connection);

    std::filesystem::path path_;
    Node& node_;
    int listener_;
    std::atomic<bool> stopping_ = false;
    std::mutex mutex_;
    std::set<int> connections_;  // under the mutex: whom it is answering
    std::vector<std::thread> threads_;
};

}  // namespace tenpoint::app
