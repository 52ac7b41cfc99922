// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/language.hpp"
#include "desks/movements/source.hpp"

namespace tenpoint::web {

// What a source is called in a language; its name where nobody gave it a title.
inline std::string title_of(const movements::Source& source, Language language) {
    const auto& title = source.title.in(language);
    return title.empty() ? source.name : title;
}

}  // namespace tenpoint::web
