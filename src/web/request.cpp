// SPDX-License-Identifier: Apache-2.0
#include "web/request.hpp"

#include <array>

namespace tenpoint::web {

std::string_view to_word(Method method) {
    static constexpr std::array<std::string_view, 5> words{"GET", "POST", "PATCH", "PUT", "DELETE"};
    return words.at(static_cast<std::size_t>(method));
}

}  // namespace tenpoint::web
