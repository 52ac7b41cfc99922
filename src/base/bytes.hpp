// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tenpoint {

// Binary data, told apart by type from text, which is always UTF-8.
struct Bytes {
    std::string data;

    bool operator==(const Bytes&) const = default;
};

std::string to_hex(std::string_view bytes);
// Fails on an odd length or a digit that is none.
bool from_hex(std::string_view hex, std::string& bytes);

}  // namespace tenpoint
