// SPDX-License-Identifier: Apache-2.0
#include "store/node_key.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>

#include "store/durable_file.hpp"
#include "store/storage_problem.hpp"

namespace tenpoint::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t name_digits = 16;
constexpr std::size_t longest_file = 4096;

Problem unreadable(const fs::path& file) {
    return file_problem("/key_file", file, std::generic_category().message(errno));
}

// `code` is what is wrong with a key's file, below `field_problems`.
Problem unusable(const fs::path& file, const char* code) {
    return {ProblemCode::storage_failed,
            fmt::format("{}: {}", file.string(), code),
            {{"/key_file", code, {file.string()}}}};
}

// A group may read it, as where one keeps the secrets of a machine.
Result<std::string> content_of(const fs::path& file) {
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat state {};
    if (!opened || ::fstat(opened.number(), &state) != 0) {
        if (errno == ENOENT) return Problem{ProblemCode::node_key_missing, file.string()};
        return unreadable(file);
    }
    if ((state.st_mode & (S_IWGRP | S_IRWXO)) != 0) return unusable(file, "key_of_others");
    std::string content(longest_file, '\0');
    const auto length = ::read(opened.number(), content.data(), content.size());
    if (length < 0) return unreadable(file);
    content.resize(static_cast<std::size_t>(length));
    return content;
}

// Empty where a line is no key.
std::vector<SecretKey> keys_in(std::string_view content) {
    constexpr std::string_view spaces = " \t\r\n";
    std::vector<SecretKey> keys;
    while (true) {
        content.remove_prefix(std::min(content.find_first_not_of(spaces), content.size()));
        if (content.empty()) return keys;
        const auto digits = content.substr(0, content.find_first_of(spaces));
        const auto key = SecretKey::from_digits(digits);
        if (!key) return {};
        keys.push_back(*key);
        content.remove_prefix(digits.size());
    }
}

std::string lines_of(const std::vector<SecretKey>& keys) {
    std::string lines;
    lines.reserve(longest_file);  // so that no part of it stays behind in memory
    for (const auto& key : keys) {
        auto digits = key.digits();
        lines += digits;
        lines += '\n';
        forget(digits);
    }
    return lines;
}

}  // namespace

void NodeKey::take(std::vector<SecretKey> keys) {
    keys_ = std::move(keys);
    for (const auto& key : keys_)
        if (std::ranges::find(seen_, name_of(key), name_of) == seen_.end()) seen_.push_back(key);
}

std::string NodeKey::name_of(const SecretKey& key) {
    return key.hash("name of a node's key").substr(0, name_digits);
}

Result<void> NodeKey::read_locked() {
    TENPOINT_TRY(content, content_of(file_));
    auto keys = keys_in(content);
    forget(content);
    if (keys.empty()) return unusable(file_, "no_key");
    take(std::move(keys));
    return {};
}

Result<void> NodeKey::read() {
    const std::scoped_lock lock(mutex_);
    return read_locked();
}

Result<void> NodeKey::read_or_make() try {
    auto found = read();
    if (found || found.error().code != ProblemCode::node_key_missing) return found;
    const auto turn = take_turn();
    remove_unplaced(place());
    auto lines = lines_of({SecretKey::make(randomness_)});
    make_file(place(), lines);
    forget(lines);
    return read();
} catch (const std::system_error& error) {
    return storage_problem(error);
}

std::optional<SecretKey> NodeKey::find(std::string_view name) {
    const std::scoped_lock lock(mutex_);
    const auto known = [&]() -> std::optional<SecretKey> {
        const auto found = std::ranges::find(seen_, name, name_of);
        if (found == seen_.end()) return std::nullopt;
        return *found;
    };
    if (auto key = known()) return key;
    if (!read_locked()) return std::nullopt;
    return known();
}

bool NodeKey::has(std::string_view name) {
    const std::scoped_lock lock(mutex_);
    return std::ranges::find(keys_, name, name_of) != keys_.end();
}

SecretKey NodeKey::first() {
    const std::scoped_lock lock(mutex_);
    return keys_.at(0);
}

Descriptor NodeKey::take_turn() const {
    const auto file = place().string() + ".lock";
    Descriptor turn(::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600));
    const auto fail = [&] { throw std::system_error(errno, std::generic_category(), file); };
    if (!turn) {
        constexpr std::array nobody_writes{EROFS, EACCES, EPERM, ENOENT};
        if (std::ranges::find(nobody_writes, errno) == nobody_writes.end()) fail();
        return turn;
    }
    while (::flock(turn.number(), LOCK_EX) != 0)
        if (errno != EINTR) fail();
    return turn;
}

Result<bool> NodeKey::is_changing() {
    const std::scoped_lock lock(mutex_);
    TENPOINT_CHECK(read_locked());
    return keys_.size() > 1;
}

Result<std::string> NodeKey::begin_change() {
    const std::scoped_lock lock(mutex_);
    TENPOINT_CHECK(read_locked());
    if (keys_.size() == 1) {
        auto keys = keys_;
        keys.insert(keys.begin(), SecretKey::make(randomness_));
        write(keys);
        take(std::move(keys));
    }
    return name_of(keys_.front());
}

Result<void> NodeKey::end_change(std::string_view name) {
    const std::scoped_lock lock(mutex_);
    TENPOINT_CHECK(read_locked());
    const auto kept = std::ranges::find(keys_, name, name_of);
    if (kept == keys_.end())
        return Problem{ProblemCode::storage_failed,
                       fmt::format("{}: holds another key than it did", file_.string())};
    std::vector<SecretKey> keys{*kept};
    write(keys);
    take(std::move(keys));
    return {};
}

void NodeKey::write(const std::vector<SecretKey>& keys) const {
    remove_unplaced(place());
    auto lines = lines_of(keys);
    replace_file(place(), lines);
    forget(lines);
}

// A link stays a link: others may have it too.
fs::path NodeKey::place() const {
    return fs::weakly_canonical(file_);
}

}  // namespace tenpoint::store
