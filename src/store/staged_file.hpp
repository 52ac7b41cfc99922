// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.hpp"
#include "base/random.hpp"
#include "store/secret_key.hpp"

namespace tenpoint::store {

// A byte sequence on its way into the store: hashed, cut into chunks, compressed and sealed under a
// key of its own as it comes, and kept in a temporary file meanwhile, so that the writer's turn is
// short and memory does not grow. Its temporary file is gone with it, also after a crash. For one
// thread at a time.
class StagedFile {
  public:
    static constexpr std::size_t chunk_bytes = 256 * 1024;

    // Fails with an exception (std::system_error) where the folder cannot be written.
    StagedFile(const std::filesystem::path& folder, std::string name, std::string media_type);

    // Appends to the sequence, which is cut into chunks of 256 KB.
    void append(std::string_view bytes);
    // Appends one chunk that is to be read back as it is, such as a chunk of a segment. Sequences
    // are made of one or the other.
    void append_chunk(std::string_view bytes);
    // Nothing may be appended after it.
    void finish();

    const std::string& name() const { return name_; }
    const std::string& media_type() const { return media_type_; }
    std::int64_t bytes() const { return bytes_; }
    const std::string& hash() const { return hash_; }
    // Of the chunks as they are stored, so that whoever has no key sees whether they are whole.
    const std::string& sealed_hash() const { return sealed_hash_; }
    const SecretKey& key() const { return key_; }
    std::size_t chunk_count() const { return chunks_.size(); }
    // The chunk as it is stored.
    std::string stored_chunk(std::size_t number) const;

  private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    struct Extent {
        std::int64_t offset;
        std::size_t length;
    };

    void spool(std::string_view bytes);

    std::string name_;
    std::string media_type_;
    std::unique_ptr<std::FILE, Close> file_;
    std::vector<Extent> chunks_;
    std::string pending_;
    SystemRandomness randomness_;
    SecretKey key_ = SecretKey::make(randomness_);
    Hasher hasher_;
    std::string hash_;
    Hasher sealed_hasher_;
    std::string sealed_hash_;
    std::int64_t bytes_ = 0;
    std::int64_t end_ = 0;
};

// The bytes of the chunk of that number that `stored_chunk` gave. There is no `key` for one that
// was stored before chunks were sealed. Fails with an exception where they are damaged, or in the
// open though there is a key.
std::string restore_chunk(std::string_view stored, std::size_t number, const SecretKey* key);

}  // namespace tenpoint::store
