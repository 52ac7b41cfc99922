// SPDX-License-Identifier: Apache-2.0
#include "formats/pdf_text.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/descriptor.hpp"
#include "formats/document_text.hpp"

namespace tenpoint::formats {
namespace {

using std::chrono::steady_clock;

constexpr auto patience = std::chrono::seconds{15};

// Ended and gone with the object.
class Child {
  public:
    explicit Child(pid_t id) : id_(id) {}
    ~Child() {
        kill(id_, SIGKILL);
        while (waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

  private:
    pid_t id_;
};

// Gives its process, which writes to `out`; 0 where there is no such program.
pid_t start_pdftotext(const std::filesystem::path& file, int out) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::string path = std::filesystem::absolute(file).string();
    std::array<std::string, 12> words{"prlimit", "--as=1073741824", "--cpu=10", "--core=0",
                                      "--",      "pdftotext",       "-q",       "-nopgbrk",
                                      "-enc",    "UTF-8",           path,       "-"};
    std::array<char*, 13> arguments{};
    for (std::size_t i = 0; i < words.size(); ++i)
        arguments.at(i) = words.at(i).data();
    std::string where = "PATH=/usr/bin:/bin";
    std::array<char*, 2> environment{where.data(), nullptr};
    pid_t id = 0;
    const int failed =
        posix_spawnp(&id, "prlimit", &actions, nullptr, arguments.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? id : 0;
}

std::string read_within(int from, steady_clock::time_point end) {
    std::string text;
    std::array<char, 64 << 10> piece{};
    while (text.size() < most_document_text) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - steady_clock::now());
        pollfd waiting{from, POLLIN, 0};
        if (left.count() <= 0 || poll(&waiting, 1, static_cast<int>(left.count())) <= 0) break;
        const auto size = read(from, piece.data(), piece.size());
        if (size <= 0) break;
        text.append(piece.data(), static_cast<std::size_t>(size));
    }
    return text;
}

}  // namespace

std::string pdf_text(const std::filesystem::path& file) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return {};
    const Descriptor reading(ends[0]);
    pid_t id = 0;
    {
        const Descriptor writing(ends[1]);
        id = start_pdftotext(file, ends[1]);
    }
    if (id == 0) return {};
    const Child child(id);
    return read_within(ends[0], steady_clock::now() + patience);
}

}  // namespace tenpoint::formats
