// SPDX-License-Identifier: Apache-2.0
#include "store/staged_file.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

#include <zstd.h>

namespace tenpoint::store {
namespace {

// The first byte of a stored chunk says how the others are kept.
constexpr char as_it_is = 'r';
constexpr char zstandard = 'z';
constexpr char sealed = 's';  // and within that, one of the others

std::string compressed(std::string_view bytes) {
    std::string out(ZSTD_compressBound(bytes.size()) + 1, zstandard);
    const auto length =
        ZSTD_compress(out.data() + 1, out.size() - 1, bytes.data(), bytes.size(), 1);
    if (ZSTD_isError(length) || length >= bytes.size()) {
        out.assign(1, as_it_is);
        out.append(bytes);
        return out;
    }
    out.resize(length + 1);
    return out;
}

std::string place_of_chunk(std::size_t number) {
    return "chunk " + std::to_string(number);
}

}  // namespace

StagedFile::StagedFile(const std::filesystem::path& folder, std::string name,
                       std::string media_type)
    : name_(std::move(name)), media_type_(std::move(media_type)) {
    const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0)
        throw std::system_error(errno, std::generic_category(), "cannot stage a file");
    file_.reset(::fdopen(descriptor, "w+b"));
}

void StagedFile::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto taken = std::min(bytes.size(), chunk_bytes - pending_.size());
        pending_.append(bytes.substr(0, taken));
        bytes.remove_prefix(taken);
        if (pending_.size() == chunk_bytes) {
            append_chunk(pending_);
            pending_.clear();
        }
    }
}

void StagedFile::append_chunk(std::string_view bytes) {
    hasher_.add(bytes);
    bytes_ += static_cast<std::int64_t>(bytes.size());
    const auto stored =
        sealed + key_.encrypt(compressed(bytes), place_of_chunk(chunks_.size()), randomness_);
    sealed_hasher_.add(stored);
    spool(stored);
}

void StagedFile::finish() {
    if (!pending_.empty()) append_chunk(pending_);
    pending_ = {};
    hash_ = hasher_.digest();
    sealed_hash_ = sealed_hasher_.digest();
    if (std::fflush(file_.get()) != 0)
        throw std::system_error(errno, std::generic_category(), "cannot stage a file");
}

void StagedFile::spool(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size())
        throw std::system_error(errno, std::generic_category(), "cannot stage a file");
    chunks_.push_back({end_, bytes.size()});
    end_ += static_cast<std::int64_t>(bytes.size());
}

std::string StagedFile::stored_chunk(std::size_t number) const {
    const auto& extent = chunks_.at(number);
    std::string bytes(extent.length, '\0');
    const auto got = ::pread(::fileno(file_.get()), bytes.data(), bytes.size(), extent.offset);
    if (got != static_cast<ssize_t>(bytes.size()))
        throw std::system_error(errno, std::generic_category(), "cannot read a staged file");
    return bytes;
}

std::string restore_chunk(std::string_view stored, std::size_t number, const SecretKey* key) {
    if (stored.empty()) throw std::runtime_error("an empty chunk in the database");
    const auto body = stored.substr(1);
    const bool is_sealed = stored.front() == sealed;
    if (key || is_sealed) {
        const auto opened =
            key && is_sealed ? key->decrypt(body, place_of_chunk(number)) : std::nullopt;
        if (!opened || opened->starts_with(sealed))
            throw std::runtime_error("a chunk in the database does not open");
        return restore_chunk(*opened, number, nullptr);
    }
    if (stored.front() == as_it_is) return std::string{body};
    const auto length = ZSTD_getFrameContentSize(body.data(), body.size());
    constexpr unsigned long long most = 1ULL << 30;
    if (length == ZSTD_CONTENTSIZE_ERROR || length == ZSTD_CONTENTSIZE_UNKNOWN || length > most)
        throw std::runtime_error("a damaged chunk in the database");
    std::string bytes(length, '\0');
    const auto got = ZSTD_decompress(bytes.data(), bytes.size(), body.data(), body.size());
    if (ZSTD_isError(got) || got != length)
        throw std::runtime_error("a damaged chunk in the database");
    return bytes;
}

}  // namespace tenpoint::store
