// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <vector>

namespace tenpoint::movements {

// Whether a list of what is asked for, where an empty one asks for all, asks for `item`.
template <class T>
bool asks_for(const std::vector<T>& list, const T& item) {
    return list.empty() || std::ranges::find(list, item) != list.end();
}

}  // namespace tenpoint::movements
