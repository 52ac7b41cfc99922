// SPDX-License-Identifier: Apache-2.0
#include "web/route.hpp"

#include <algorithm>
#include <iterator>

namespace tenpoint::web {

void Api::add(Routes more) {
    std::ranges::move(more, std::back_inserter(routes));
}

}  // namespace tenpoint::web
