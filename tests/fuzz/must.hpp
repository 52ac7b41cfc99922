// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <cstdlib>

namespace tenpoint::fuzz {

// What must hold for every input. Where it does not, the fuzzer keeps the input.
inline void must(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "Not so: %s\n", what);
    std::abort();
}

}  // namespace tenpoint::fuzz
