// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "desks/directory/partner.hpp"

namespace tenpoint::directory {

// What a partner is called in the language, else in English, else what it is known by here.
inline std::string name_in(const Partner& partner, Language language) {
    auto names = partner.names;
    if (names.en.empty()) names.en = partner.name;
    return names.in(language);
}

}  // namespace tenpoint::directory
