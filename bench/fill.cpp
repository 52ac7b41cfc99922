// SPDX-License-Identifier: Apache-2.0
//
// bench_fill FOLDER COUNT: makes a node in a folder, with so many partners in it.
#include <fmt/format.h>

#include "desks/directory/kinds.hpp"
#include "partners.hpp"

int main(int count, char** words) {
    using namespace tenpoint;
    if (count != 3) throw std::runtime_error("bench_fill FOLDER COUNT");
    const SystemClock clock;
    SystemRandomness randomness;
    const auto kinds = directory::kinds();
    const auto store = store::Store::open({words[1]}, kinds, clock, randomness).value();
    bench::add_partners(*store, std::atoll(words[2]));
}
