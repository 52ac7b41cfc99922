// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/place_lookup.hpp"

#include "base/text.hpp"
#include "formats/countries.hpp"

namespace tenpoint::movements {
namespace {

// Names of five letters or fewer are near at one letter, longer ones at two.
constexpr std::size_t short_name = 5;

}  // namespace

void PlaceLookup::add(const std::string& code, const LocalText& name) {
    for (const auto* text : {&code, &name.en, &name.fr, &name.es, &name.ar}) {
        const auto key = folded(*text);
        if (key.empty()) continue;
        const auto [known, added] = codes_.emplace(key, code);
        if (!added && known->second != code) known->second.clear();
    }
}

std::string PlaceLookup::find(std::string_view text) const {
    const auto found = codes_.find(folded(text));
    if (found != codes_.end()) return found->second;
    const auto* country = formats::find_country(text);
    return country && !country->is_group() ? country->alpha3 : std::string{};
}

std::string PlaceLookup::suggest(std::string_view text) const {
    const auto wanted = folded(text);
    auto nearest = (wanted.size() <= short_name ? std::size_t{1} : std::size_t{2}) + 1;
    std::string code;
    for (const auto& [name, place] : codes_) {
        const auto distance = edit_distance(wanted, name, nearest);
        if (distance > nearest || (distance == nearest && code.empty())) continue;
        if (distance == nearest && place != code)
            code.clear();
        else if (distance < nearest)
            code = place;
        nearest = distance;
    }
    if (!code.empty()) return code;
    const auto* country = formats::suggest_country(text);
    return country && !country->is_group() ? country->alpha3 : std::string{};
}

}  // namespace tenpoint::movements
