// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/area_words.hpp"

#include <array>
#include <functional>
#include <map>
#include <string>

#include "base/text.hpp"
#include "base/words_in.hpp"
#include "desks/movements/recognition_words.hpp"

namespace tenpoint::movements {
namespace {

struct AreaWords {
    int level;
    int depth;
    std::string_view words;  // folded, "|" between several
};

constexpr int level_of_codes = 6;  // of "P-code" alone, which may be of any level

constexpr std::array area_words{
    AreaWords{0, 0, "country|countries|pays|pais|admin0|adm0|البلد|بلد|الدولة|دولة"},
    AreaWords{1, 1,
              "region|regions|state|governorate|wilaya|admin1|adm1|admin 1|admin level 1|estado|"
              "الاقليم|اقليم|الولاية|ولاية|المحافظة|محافظة|المنطقة|منطقة"},
    AreaWords{2, 0, "province|provinces|provincia|departamento|المقاطعة|مقاطعة"},
    AreaWords{3, 0,
              "district|department|departement|prefecture|cercle|county|zone|municipality|"
              "municipio|المديرية|مديرية|القضاء|قضاء"},
    AreaWords{3, 2, "admin2|adm2|admin 2|admin level 2"},
    AreaWords{4, 0,
              "subdistrict|sub district|commune|canton|distrito|corregimiento|ward|woreda|sous "
              "prefecture|الناحية|ناحية|البلدية|بلدية"},
    AreaWords{4, 3, "admin3|adm3|admin 3|admin level 3"},
    AreaWords{5, 0,
              "city|town|village|locality|site|camp|settlement|location|border point|crossing "
              "point|ville|localite|ciudad|localidad|centro poblado|paso fronterizo|lugar|"
              "الموقع|موقع|المخيم|مخيم|القرية|قرية|المدينة|مدينة"},
};

// The words beside them that leave a header one of places, of which some name codes.
bool is_code_word(std::string_view word) {
    static const auto words = folded_words("code|codes|pcode|pcodes|p|codigo|رمز");
    return words.contains(word);
}
bool is_beside_areas(std::string_view word) {
    static const auto words = folded_words(
        "name|names|nom|nombre|of|de|del|du|the|la|el|asylum|asile|asilo|destination|destino|"
        "arrival|arrivee|llegada|اسم|en|fr|es|ar|pt");
    return words.contains(word);
}

// "Admin1Pcode" and "admin1Pcode" alike; "ADM1_EN" has no words but those parted by signs.
std::string words_of_area(std::string_view header) {
    std::string text{header};
    const auto is = [&](std::size_t at, char first, char last) {
        return at < text.size() && text[at] >= first && text[at] <= last;
    };
    if (is(0, 'A', 'Z') && is(1, 'a', 'z')) text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return folded(parted_at_capitals(text));
}

}  // namespace

std::optional<AreaHeader> area_header(std::string_view header) {
    static const auto areas = [] {
        std::map<std::string, AreaHeader, std::less<>> all;
        for (const auto& [level, depth, words] : area_words)
            for_each_word(words, '|', [&, at = level, below = depth](std::string_view word) {
                all.emplace(folded(word), AreaHeader{at, below});
            });
        return all;
    }();
    const auto plain = words_of_area(header);
    if (const auto whole = areas.find(plain); whole != areas.end()) return whole->second;
    static const auto codes_alone = folded_words("pcode|pcodes|p code|p codes");
    if (codes_alone.contains(plain)) return AreaHeader{level_of_codes, 0, true};
    std::string rest;
    bool has_codes = false;
    for_each_word(plain, ' ', [&](std::string_view word) {
        has_codes = has_codes || is_code_word(word);
        if (!is_code_word(word) && !is_beside_areas(word))
            rest.append(rest.empty() ? "" : " ").append(word);
    });
    const auto known = areas.find(rest);
    if (known == areas.end()) return std::nullopt;
    auto area = known->second;
    area.has_codes = has_codes;
    return area;
}

}  // namespace tenpoint::movements
