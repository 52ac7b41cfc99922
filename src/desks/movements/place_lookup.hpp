// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"

namespace tenpoint::movements {

// Finds places by what partners write. Countries are places by their alpha-3 code and need not be
// added; an added place of the same name goes before the country.
class PlaceLookup {
  public:
    void add(const std::string& code, const LocalText& name);

    // The code of the place with this code or name in any language, as folded() sees them.
    // Empty where there is none, or several share the name.
    std::string find(std::string_view text) const;

    // The code of the one place whose name is nearest, as in formats::suggest_country; or empty.
    std::string suggest(std::string_view text) const;

  private:
    std::map<std::string, std::string, std::less<>> codes_;  // by folded code or name
};

}  // namespace tenpoint::movements
