// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/language.hpp"
#include "base/problem.hpp"

namespace tenpoint::directory {

// How the text of a place may name a country.
enum class CountrySense {
    also,     // by code or name, beside the places of that name
    by_name,  // not by code: "CA" is California, "004" a district
    first,    // of a column of countries: "Niger" is the country, not the state
};

// Finds places by what partners write. Countries are places by their alpha-3 code and need not be
// added; an added place of the same name goes before the country, unless it lies in another place,
// as the state Niger lies in Nigeria: then either may be meant. A region of M49 is found by its
// code and by those of its names that no country has: "Micronesia" is the country.
class PlaceLookup {
  public:
    PlaceLookup() = default;
    PlaceLookup(PlaceLookup&&) = default;
    PlaceLookup& operator=(PlaceLookup&&) = default;

    // `parent` is the code of the place that it lies in; empty for none.
    void add(const std::string& code, const LocalText& name, const std::string& parent = {});

    // The code of the place with this code or name in any language, as folded() sees them.
    // Empty where there is none, or several share the name.
    std::string find(std::string_view text) const;

    // All places with this code or this name; a code goes before the names of others.
    std::vector<std::string> find_all(std::string_view text,
                                      CountrySense countries = CountrySense::also) const;

    // Whether the one place is the other or lies in it, by the parents of both.
    bool lies_within(std::string_view place, std::string_view area) const;

    // The code of the place that it lies in; empty for none.
    std::string parent_of(std::string_view place) const;

    // How many places it lies in up to its country, which is at 0; negative where none is known.
    int depth_of(std::string_view place) const;

    // Whether it lies in the area as many levels below as are asked for.
    bool lies_below(std::string_view place, std::string_view area, int levels) const;

    // The alpha-3 code of the country that a place is or lies in; empty where that is not known.
    std::string country_of(std::string_view place) const;

    // Whether any place is known that lies in the area, at whatever depth.
    bool knows_within(std::string_view area) const;

    // The code of the one place whose name is nearest, as in formats::suggest_country; of those
    // within `area` where one is given, and so many `levels` below it where that is not 0. Or
    // empty.
    std::string suggest(std::string_view text, std::string_view area = {}, int levels = 0) const;

  private:
    struct AnyTextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    template <class Value>
    using ByText = std::unordered_map<std::string, Value, AnyTextHash, std::equal_to<>>;

    // What a suggestion is sought by, without a look at most names: which letters occur in one.
    struct Sought {
        const std::string* name = nullptr;
        const std::vector<std::string>* codes = nullptr;
        std::uint64_t letters = 0;
    };

    ByText<std::vector<std::string>> codes_;  // by folded code or name
    ByText<std::string> parents_;             // by code
    std::vector<Sought> sought_;              // all of codes_, whose entries stay where they are
};

// What is wrong with a member that names no place, with the nearest one where there is one.
FieldProblem unknown_place(const PlaceLookup& places, std::string pointer, const std::string& name);

}  // namespace tenpoint::directory
