// SPDX-License-Identifier: Apache-2.0
#include "base/bytes.hpp"

#include <sodium.h>

namespace tenpoint {

std::string to_hex(std::string_view bytes) {
    std::string hex(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                   bytes.size());
    hex.pop_back();
    return hex;
}

bool from_hex(std::string_view hex, std::string& bytes) {
    bytes.resize(hex.size() / 2);
    std::size_t length = 0;
    const char* end = nullptr;
    const int failed = sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                                      hex.data(), hex.size(), nullptr, &length, &end);
    return failed == 0 && end == hex.data() + hex.size() && length == bytes.size();
}

}  // namespace tenpoint
