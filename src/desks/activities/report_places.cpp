// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/report_places.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "formats/countries.hpp"
#include "formats/regions.hpp"

namespace tenpoint::activities {

bool ReportPlaces::knows_within(const std::string& country) {
    const auto [known, is_new] = known_countries_.try_emplace(country, false);
    if (is_new) known->second = places_.knows_within(country);
    return known->second;
}

FoundArea ReportPlaces::look_up(std::string_view text, AreaLevel level, const std::string& area,
                                const std::string& country) {
    const auto& within = area.empty() ? country : area;
    const int levels = area.empty() ? static_cast<int>(level) : 1;
    auto found = places_.find_all(text, directory::CountrySense::by_name);
    std::erase_if(found, [&](const std::string& code) {
        return code == country || formats::region(code) || formats::country(code);
    });
    // A place that lies in no country is not known to lie in another.
    const bool has_country = std::ranges::any_of(
        found, [&](const std::string& code) { return !places_.country_of(code).empty(); });
    const bool is_code = found.size() == 1 && folded(found.front()) == folded(text);
    if (!country.empty())
        std::erase_if(found,
                      [&](const std::string& code) { return !places_.lies_within(code, country); });
    if (found.empty()) {
        const bool knows = !country.empty() && knows_within(country);
        if (has_country && (knows || is_code)) return {{}, "place_elsewhere", {}};
        if (!knows) return {};
        return {{}, "unknown_place", places_.suggest(text, within, levels)};
    }
    if (!area.empty()) {
        const auto elsewhere = [&](const std::string& code) {
            return code == area || !places_.lies_within(code, area);
        };
        if (std::ranges::all_of(found, elsewhere)) return {{}, "place_elsewhere", {}};
        std::erase_if(found, elsewhere);
    }
    // A zone may have the name of another region: the level says which is meant.
    const auto is_of_level = [&](const std::string& code) {
        return places_.lies_below(code, area.empty() ? places_.country_of(code) : area, levels);
    };
    if (std::ranges::any_of(found, is_of_level))
        std::erase_if(found, [&](const std::string& code) { return !is_of_level(code); });
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

const FoundArea& ReportPlaces::find(std::string_view text, AreaLevel level, const std::string& area,
                                    const std::string& country) {
    const auto [known, is_new] =
        areas_.try_emplace({std::string(text), level, area.empty() ? country : area});
    if (is_new) known->second = look_up(text, level, area, country);
    return known->second;
}

std::string ReportPlaces::country_of(const std::string& code) const {
    if (auto country = places_.country_of(code); !country.empty()) return country;
    const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool is_pcode = code.size() > 2 && std::ranges::all_of(code.substr(0, 2), is_letter) &&
                          std::ranges::all_of(code.substr(2), is_digit);
    const auto* country = is_pcode ? formats::find_country(code.substr(0, 2)) : nullptr;
    return country && !country->is_group() ? country->alpha3 : std::string{};
}

}  // namespace tenpoint::activities
