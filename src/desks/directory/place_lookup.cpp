// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/place_lookup.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "base/text.hpp"
#include "formats/countries.hpp"
#include "formats/regions.hpp"

namespace tenpoint::directory {
namespace {

// Names of five letters or fewer are near at one letter, longer ones at two.
constexpr std::size_t short_name = 5;

// Places that lie in each other by mistake end the search of a parent.
constexpr int deepest_place = 16;

// M49 names it in the plural, tables head it "América" beside "Asia" and "África".
constexpr std::string_view americas = "M49-019";

bool is_code_of(const formats::Country& country, std::string_view folded_text) {
    return folded_text == folded(country.alpha2) || folded_text == folded(country.alpha3) ||
           folded_text == country.numeric;
}

// A bit for each letter of ASCII that occurs, so that names one edit apart differ in two at most.
std::uint64_t letters_of(std::string_view name) {
    std::uint64_t letters = 0;
    for (const auto letter : name)
        if (const auto byte = static_cast<unsigned char>(letter); byte < 0x80)
            letters |= std::uint64_t{1} << (byte & 63U);
    return letters;
}

}  // namespace

void PlaceLookup::add(const std::string& code, const LocalText& name, const std::string& parent) {
    const bool is_region = formats::region(code) != nullptr;
    static const std::string singular[] = {"America", "Amérique"};
    std::vector<const std::string*> texts{&code, &name.en, &name.fr, &name.es, &name.ar};
    if (code == americas) texts.insert(texts.end(), {&singular[0], &singular[1]});
    for (const auto* text : texts) {
        if (is_region && formats::find_country(*text)) continue;
        auto key = folded(*text);
        if (key.empty()) continue;
        const auto [known, is_new] = codes_.try_emplace(std::move(key));
        auto& codes = known->second;
        if (is_new) sought_.push_back({&known->first, &codes, letters_of(known->first)});
        if (std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
    }
    if (!parent.empty()) parents_.emplace(code, parent);
}

std::vector<std::string> PlaceLookup::find_all(std::string_view text,
                                               CountrySense countries) const {
    const auto wanted = folded(text);
    const auto* country = formats::find_country(text);
    const bool is_country = country && !country->is_group() &&
                            (countries != CountrySense::by_name || !is_code_of(*country, wanted));
    const auto known = codes_.find(wanted);
    if (known == codes_.end())
        return is_country ? std::vector{country->alpha3} : std::vector<std::string>{};
    auto found = known->second;
    const auto by_code = std::ranges::find_if(
        found, [&](const std::string& code) { return folded(code) == wanted; });
    if (by_code != found.end()) return {*by_code};
    // A country lies in a region, and is a country nonetheless.
    const auto lies_in_another = [&](const std::string& code) {
        return parents_.contains(code) && !formats::country(code);
    };
    if (!is_country || !std::ranges::all_of(found, lies_in_another)) return found;
    if (countries == CountrySense::first) return {country->alpha3};
    found.push_back(country->alpha3);
    return found;
}

std::string PlaceLookup::find(std::string_view text) const {
    const auto found = find_all(text);
    return found.size() == 1 ? found.front() : std::string{};
}

bool PlaceLookup::lies_within(std::string_view place, std::string_view area) const {
    for (int depth = 0; depth < deepest_place; ++depth) {
        if (place == area) return true;
        const auto parent = parents_.find(place);
        if (parent == parents_.end()) return false;
        place = parent->second;
    }
    return false;
}

std::string PlaceLookup::parent_of(std::string_view place) const {
    const auto parent = parents_.find(place);
    return parent == parents_.end() ? std::string{} : parent->second;
}

int PlaceLookup::depth_of(std::string_view place) const {
    for (int depth = 0; depth < deepest_place; ++depth) {
        if (formats::country(place)) return depth;
        const auto parent = parents_.find(place);
        if (parent == parents_.end()) break;
        place = parent->second;
    }
    return -1;
}

std::string PlaceLookup::country_of(std::string_view place) const {
    for (int depth = 0; depth < deepest_place; ++depth) {
        if (formats::country(place)) return std::string{place};
        const auto parent = parents_.find(place);
        if (parent == parents_.end()) return {};
        place = parent->second;
    }
    return {};
}

bool PlaceLookup::knows_within(std::string_view area) const {
    return std::ranges::any_of(parents_, [&](const auto& place) {
        return place.first != area && lies_within(place.first, area);
    });
}

bool PlaceLookup::lies_below(std::string_view place, std::string_view area, int levels) const {
    for (; levels > 0; --levels) {
        const auto parent = parents_.find(place);
        if (parent == parents_.end()) return false;
        place = parent->second;
    }
    return place == area;
}

std::string PlaceLookup::suggest(std::string_view text, std::string_view area, int levels) const {
    const auto wanted = folded(text);
    auto nearest = (wanted.size() <= short_name ? std::size_t{1} : std::size_t{2}) + 1;
    std::string code;
    const auto letters = letters_of(wanted);
    for (const auto& [name, places, occurring] : sought_) {
        const auto apart = static_cast<std::size_t>(std::popcount(letters ^ occurring));
        if (apart > 2 * nearest) continue;
        const auto distance = edit_distance(wanted, *name, nearest);
        if (distance > nearest || (distance == nearest && code.empty())) continue;
        for (const auto& place : *places) {
            if (!area.empty() &&
                !(levels > 0 ? lies_below(place, area, levels) : lies_within(place, area)))
                continue;
            if (distance == nearest && place != code)
                code.clear();
            else if (distance < nearest)
                code = place;
            nearest = distance;
        }
    }
    if (!code.empty() || !area.empty()) return code;
    const auto* country = formats::suggest_country(text);
    return country && !country->is_group() ? country->alpha3 : std::string{};
}

FieldProblem unknown_place(const PlaceLookup& places, std::string pointer,
                           const std::string& name) {
    auto nearest = places.suggest(name);
    if (nearest.empty()) return {std::move(pointer), "no_such_place", {name}};
    return {std::move(pointer), "unknown_place", {name, std::move(nearest)}};
}

}  // namespace tenpoint::directory
