// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/place_columns.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.hpp"
#include "formats/hxl.hpp"

namespace tenpoint::directory {
namespace {

constexpr int deepest_level = 2;

// "ADM1_PCODE" -> "adm1pcode"
std::string joined_words(std::string_view header) {
    auto words = folded(header);
    std::erase(words, ' ');
    return words;
}

std::optional<Holds> plain_meaning(const std::string& words) {
    static const std::map<std::string, Holds, std::less<>> meanings{
        {"location", Holds::country},
        {"country", Holds::country},
        {"iso3", Holds::country},
        {"countrycode", Holds::country},
        {"countryiso3", Holds::country},
        {"adminlevel", Holds::level},
        {"level", Holds::level},
        {"pcode", Holds::code},
        {"code", Holds::code},
        {"name", Holds::name},
        {"parentpcode", Holds::parent},
        {"parentcode", Holds::parent},
        {"parent", Holds::parent},
        {"latitude", Holds::latitude},
        {"lat", Holds::latitude},
        {"centerlat", Holds::latitude},
        {"centroidlat", Holds::latitude},
        {"longitude", Holds::longitude},
        {"lon", Holds::longitude},
        {"long", Holds::longitude},
        {"centerlon", Holds::longitude},
        {"centroidlon", Holds::longitude},
    };
    const auto found = meanings.find(words);
    return found == meanings.end() ? std::nullopt : std::optional(found->second);
}

// What stands behind the level: "pcode", "name", "nameen", "fr" …; nothing for other names and
// dates. A name in a language that is none of ours is one without a language.
std::optional<PlaceColumn> of_level(std::string_view rest) {
    if (rest == "pcode" || rest == "code") return PlaceColumn{Holds::code};
    if (rest.starts_with("name")) rest.remove_prefix(4);
    if (rest.empty()) return PlaceColumn{Holds::name};
    if (rest.size() != 2) return std::nullopt;
    return PlaceColumn{Holds::name, 0, language_from_tag(rest)};
}

std::optional<PlaceColumn> meaning_of_header(std::string_view header) {
    const auto words = joined_words(header);
    if (const auto plain = plain_meaning(words)) return PlaceColumn{*plain};
    std::string_view rest = words;
    for (const auto* beginning : {"admin", "adm"})
        if (rest.starts_with(beginning)) {
            rest.remove_prefix(std::string_view(beginning).size());
            break;
        }
    if (rest.size() == words.size() || rest.empty()) return std::nullopt;
    const int level = rest.front() - '0';
    if (level < 0 || level > deepest_level) return std::nullopt;
    auto meaning = of_level(rest.substr(1));
    if (!meaning) return std::nullopt;
    if (level == 0) return PlaceColumn{Holds::country};
    meaning->level = level;
    return meaning;
}

std::optional<PlaceColumn> meaning_of_hashtag(std::string_view cell) {
    const auto tag = formats::parse_hxl_tag(cell);
    if (!tag) return std::nullopt;
    if (tag->tag == "#country") return PlaceColumn{Holds::country};
    if (tag->tag == "#geo" && tag->has("lat")) return PlaceColumn{Holds::latitude};
    if (tag->tag == "#geo" && tag->has("lon")) return PlaceColumn{Holds::longitude};
    const bool is_area = tag->tag == "#adm1" || tag->tag == "#adm2";
    // A second set of codes, or another name.
    const bool is_other =
        tag->has("alt") || std::ranges::any_of(tag->attributes, [](const auto& each) {
            return each.starts_with("v_") && each != "v_pcode";
        });
    if (!is_area || is_other) return std::nullopt;
    PlaceColumn meaning{tag->has("code") ? Holds::code : Holds::name, tag->tag.back() - '0'};
    for (const auto& attribute : tag->attributes)
        if (meaning.holds == Holds::name && !meaning.language)
            meaning.language = language_from_tag(attribute);
    return meaning;
}

// Of two columns that would say the same, the first.
template <class MeaningOf>
PlaceColumns columns_by(std::span<const std::string> cells, MeaningOf meaning_of) {
    PlaceColumns columns;
    for (std::size_t number = 0; number < cells.size(); ++number) {
        auto meaning = meaning_of(cells[number]);
        if (!meaning) continue;
        meaning->number = number;
        const bool may_repeat = meaning->holds == Holds::country;
        const bool is_there = std::ranges::any_of(columns, [&](const PlaceColumn& known) {
            return known.holds == meaning->holds && known.level == meaning->level &&
                   known.language == meaning->language;
        });
        if (may_repeat || !is_there) columns.push_back(*meaning);
    }
    return columns;
}

}  // namespace

PlaceColumns columns_by_header(std::span<const std::string> header) {
    return columns_by(header, meaning_of_header);
}

PlaceColumns columns_by_hashtag(std::span<const std::string> tags) {
    return columns_by(tags, meaning_of_hashtag);
}

bool are_usable(const PlaceColumns& columns) {
    const auto has = [&](Holds holds, int level) {
        return std::ranges::any_of(columns, [&](const PlaceColumn& column) {
            return column.holds == holds && column.level == level;
        });
    };
    if (has(Holds::code, 0) && has(Holds::name, 0) && has(Holds::level, 0)) return true;
    return (has(Holds::code, 1) && has(Holds::name, 1)) ||
           (has(Holds::code, 2) && has(Holds::name, 2));
}

}  // namespace tenpoint::directory
