// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/descriptor.hpp"
#include "base/random.hpp"
#include "base/result.hpp"
#include "store/secret_key.hpp"

namespace tenpoint::store {

// The key under which all data keys are wrapped (data_keys.hpp). It is kept outside of the
// database, in a file that only its owner may read: hexadecimal digits, a key a line. While the
// data keys are wrapped anew there are two, the new one first. Nodes that share a database share
// the key, and may share the file. May be used from many threads.
class NodeKey {
  public:
    // The randomness outlives it.
    NodeKey(std::filesystem::path file, Randomness& randomness)
        : file_(std::move(file)), randomness_(randomness) {}

    // Takes the key from the file. Fails with `node_key_missing` where there is none, and with
    // `storage_failed` where there is one that holds no key, or that everybody may read.
    Result<void> read();
    // The same, but makes a file where there is none.
    Result<void> read_or_make();

    // How a key is called beside what it wrapped; it tells nothing of the key.
    static std::string name_of(const SecretKey& key);
    // The key of that name, for which the file is read again where need be: whoever shares it may
    // have changed the key. One that was in the file since this program began is still known, for
    // reads that began before it was changed.
    std::optional<SecretKey> find(std::string_view name);
    // Whether the file, as it was read last, has the key of that name: what only this program
    // remembers is gone with it.
    bool has(std::string_view name);

    // The key in the file; while it is being changed, the new one.
    SecretKey first();

    // A turn at changing the key, which lasts as long as what this gives: one at a time has it,
    // among all who share the file. Where nobody may write beside the file nobody changes it, and
    // there is no turn to be had. Throws std::system_error.
    Descriptor take_turn() const;

    // Whether a change was begun and not ended. Fails as `read` does.
    Result<bool> is_changing();
    // Puts a new key before the one that is there, and gives its name; where that has happened
    // already and was not ended, goes on with it. Fails as `read` does. Throws std::system_error;
    // then nothing changed.
    Result<std::string> begin_change();
    // Leaves the key of that name alone in the file. Fails as `read` does, and with
    // `storage_failed` where it is not in the file. Throws std::system_error.
    Result<void> end_change(std::string_view name);

    Randomness& randomness() { return randomness_; }

  private:
    Result<void> read_locked();
    void take(std::vector<SecretKey> keys);
    void write(const std::vector<SecretKey>& keys) const;
    std::filesystem::path place() const;

    std::filesystem::path file_;
    Randomness& randomness_;
    std::mutex mutex_;
    std::vector<SecretKey> keys_;  // in the file; under the mutex, as the next
    std::vector<SecretKey> seen_;  // that were in it
};

}  // namespace tenpoint::store
