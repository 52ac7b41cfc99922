// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace tenpoint::store {

// How far a journal had come, remembered outside of the database: without it nobody would see that
// the journal's end was cut off, or that another key signed another past.
struct KnownHead {
    std::int64_t number = 0;  // of a block
    std::string head;
    std::set<std::string> signers{};  // public keys of the nodes that had signed so far

    bool operator==(const KnownHead&) const = default;
};

// That of a file that holds none.
inline constexpr std::string_view unreadable_head = "unreadable";

// {"number", "head", "signers"}, in one line.
std::string to_text(const KnownHead& head);
// Nothing where the text is no such thing; the signers may be missing.
std::optional<KnownHead> head_from_text(std::string_view text);

// The head in a node's folder; nothing before its first block. One that cannot be read is given as
// a head that no journal has, so that it neither vanishes nor is replaced unseen.
std::optional<KnownHead> read_known_head(const std::filesystem::path& folder);
// Durable when it returns. Fails with std::system_error.
void write_known_head(const std::filesystem::path& folder, const KnownHead& head);

}  // namespace tenpoint::store
