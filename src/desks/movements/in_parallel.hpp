// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace tenpoint::movements {

// Into how many pieces work that can be cut into `most` is worth cutting here.
inline std::size_t parallel_pieces(std::size_t most) {
    constexpr std::size_t greatest = 4;  // others use the machine, too
    const std::size_t processors = std::max(std::thread::hardware_concurrency(), 1U);
    return std::max(std::min({processors, greatest, most}), std::size_t{1});
}

// Does work(0) … work(pieces - 1) beside each other, the first on the thread that calls. An
// exception of one of them comes out once all have ended.
template <class Work>
void in_parallel(std::size_t pieces, const Work& work) {
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < pieces; ++i)
        others.push_back(std::async(std::launch::async, [&work, i] { work(i); }));
    work(0);
    for (auto& other : others)
        other.get();
}

}  // namespace tenpoint::movements
