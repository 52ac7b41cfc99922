// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <sodium.h>

namespace tenpoint {

// BLAKE2b with a digest of 256 bits (RFC 7693), written as 64 hexadecimal digits: the hash of
// files, rows and segments. Feed it in pieces, ask it once.
class Hasher {
  public:
    Hasher();
    void add(std::string_view bytes);
    std::string digest();

  private:
    crypto_generichash_state state_;
};

std::string hash_of(std::string_view bytes);

}  // namespace tenpoint
