// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/report_places.hpp"

#include <algorithm>
#include <vector>

#include "formats/countries.hpp"
#include "formats/regions.hpp"

namespace tenpoint::activities {

bool ReportPlaces::knows_within(const std::string& country) {
    const auto [known, is_new] = known_countries_.try_emplace(country, false);
    if (is_new) known->second = places_.knows_within(country);
    return known->second;
}

FoundArea ReportPlaces::look_up(std::string_view text, const std::string& area,
                                const std::string& country) {
    auto found = places_.find_all(text, directory::CountrySense::by_name);
    std::erase_if(found, [&](const std::string& code) {
        return code == country || formats::region(code) ||
               (!country.empty() && !places_.lies_within(code, country)) ||
               (country.empty() && formats::country(code));
    });
    if (found.empty()) {
        if (country.empty() || !knows_within(country)) return {};
        return {{}, "unknown_place", places_.suggest(text, area.empty() ? country : area)};
    }
    if (!area.empty() && area != country) {
        const auto elsewhere = [&](const std::string& code) {
            return code == area || !places_.lies_within(code, area);
        };
        if (std::ranges::all_of(found, elsewhere)) return {{}, "place_elsewhere", {}};
        std::erase_if(found, elsewhere);
    }
    // A district often has the name of its region: the wider one is meant, the row has named none.
    const auto all = found;
    std::erase_if(found, [&](const std::string& code) {
        return std::ranges::any_of(all, [&](const std::string& other) {
            return other != code && places_.lies_within(code, other);
        });
    });
    if (found.size() > 1) return {{}, "ambiguous_place", {}};
    return {found.front(), {}, {}};
}

const FoundArea& ReportPlaces::find(std::string_view text, const std::string& area,
                                    const std::string& country) {
    const auto [known, is_new] =
        areas_.try_emplace({std::string(text), area.empty() ? country : area});
    if (is_new) known->second = look_up(text, area, country);
    return known->second;
}

std::string ReportPlaces::country_of(const std::string& code) const {
    if (auto country = places_.country_of(code); !country.empty()) return country;
    const bool is_pcode = code.size() > 2 && std::ranges::all_of(code.substr(2), [](char letter) {
                              return letter >= '0' && letter <= '9';
                          });
    const auto* country = is_pcode ? formats::find_country(code.substr(0, 2)) : nullptr;
    return country && !country->is_group() ? country->alpha3 : std::string{};
}

}  // namespace tenpoint::activities
