// SPDX-License-Identifier: Apache-2.0
#include "store/node_key.hpp"

#include <algorithm>
#include <fstream>
#include <system_error>

#include "store/durable_file.hpp"

namespace tenpoint::store {
namespace {

constexpr std::size_t name_digits = 16;

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
    if (!std::filesystem::exists(file_))
        return Problem{ProblemCode::node_key_missing, file_.string()};
    std::ifstream in(file_);
    std::vector<SecretKey> keys;
    for (std::string digits; in >> digits;) {
        const auto key = SecretKey::from_digits(digits);
        if (!key) return Problem{ProblemCode::storage_failed, file_.string() + " holds no key"};
        keys.push_back(*key);
    }
    if (keys.empty()) return Problem{ProblemCode::storage_failed, file_.string() + " holds no key"};
    take(std::move(keys));
    return {};
}

Result<void> NodeKey::read() {
    const std::scoped_lock lock(mutex_);
    return read_locked();
}

Result<void> NodeKey::read_or_make() try {
    const std::scoped_lock lock(mutex_);
    if (!std::filesystem::exists(file_)) write({SecretKey::make(randomness_)});
    return read_locked();
} catch (const std::system_error& error) {
    return Problem{ProblemCode::storage_failed, error.what()};
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

SecretKey NodeKey::first() {
    const std::scoped_lock lock(mutex_);
    return keys_.at(0);
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

void NodeKey::end_change(std::string_view name) {
    const std::scoped_lock lock(mutex_);
    const auto kept = std::ranges::find(keys_, name, name_of);
    std::vector<SecretKey> keys{*kept};
    write(keys);
    take(std::move(keys));
}

void NodeKey::write(const std::vector<SecretKey>& keys) {
    std::string lines;
    for (const auto& key : keys)
        lines += key.digits() + '\n';
    replace_file(file_, lines);
    sodium_memzero(lines.data(), lines.size());
}

}  // namespace tenpoint::store
