// SPDX-License-Identifier: Apache-2.0
#include "base/random.hpp"

#include <sodium.h>

namespace tenpoint {

std::string SystemRandomness::bytes(std::size_t count) {
    std::string out(count, '\0');
    randombytes_buf(out.data(), out.size());
    return out;
}

}  // namespace tenpoint
