// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <rapidcheck.h>

namespace tenpoint::movements {

// Any of the items, of a property under test.
template <class T>
T one_of(const std::vector<T>& items) {
    return items[*rc::gen::inRange<std::size_t>(0, items.size())];
}

}  // namespace tenpoint::movements
