// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_places.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/words_in.hpp"

namespace tenpoint::movements {
namespace {

constexpr int nested_confidence = 70;
constexpr std::size_t texts_looked_at = 50;

// How wide the area is that a header names; the least is the widest. What a level is called differs
// by country, so that the order of the columns decides as well.
struct AreaWords {
    int level;
    std::string_view words;  // folded, "|" between several
};

constexpr std::array area_words{
    AreaWords{0, "country|countries|pays|pais|البلد|بلد|الدولة|دولة"},
    AreaWords{1,
              "region|regions|state|governorate|wilaya|admin1|adm1|admin 1|admin level 1|estado|"
              "الاقليم|اقليم|الولاية|ولاية|المحافظة|محافظة|المنطقة|منطقة"},
    AreaWords{2, "province|provinces|provincia|departamento|المقاطعة|مقاطعة"},
    AreaWords{3,
              "district|department|departement|prefecture|cercle|county|zone|municipality|"
              "municipio|admin2|adm2|admin 2|admin level 2|المديرية|مديرية|القضاء|قضاء"},
    AreaWords{4,
              "subdistrict|sub district|commune|canton|distrito|corregimiento|ward|woreda|sous "
              "prefecture|admin3|adm3|admin 3|admin level 3|الناحية|ناحية|البلدية|بلدية"},
    AreaWords{5,
              "city|town|village|locality|site|camp|settlement|location|border point|crossing "
              "point|ville|localite|ciudad|localidad|centro poblado|paso fronterizo|lugar|"
              "الموقع|موقع|المخيم|مخيم|القرية|قرية|المدينة|مدينة"},
};

// The words beside them that leave a header one of places: "Region name", "Admin1 P-code".
bool is_beside_areas(std::string_view word) {
    static const auto words = folded_words(
        "name|names|code|codes|pcode|p|nom|nombre|codigo|of|de|del|du|the|la|el|asylum|"
        "asile|asilo|destination|destino|arrival|arrivee|llegada|اسم|رمز");
    return words.contains(word);
}

// The level of a header that names an area and nothing else.
std::optional<int> level_of(std::string_view header) {
    static const auto levels = [] {
        std::map<std::string, int, std::less<>> all;
        for (const auto& [level, words] : area_words)
            for_each_word(words, '|', [&, meant = level](std::string_view word) {
                all.emplace(folded(word), meant);
            });
        return all;
    }();
    auto plain = folded(header);
    if (const auto whole = levels.find(plain); whole != levels.end()) return whole->second;
    std::string rest;
    for_each_word(plain, ' ', [&](std::string_view word) {
        if (!is_beside_areas(word)) rest.append(rest.empty() ? "" : " ").append(word);
    });
    const auto known = levels.find(rest);
    return known == levels.end() ? std::nullopt : std::optional{known->second};
}

// Whether most of the different texts of a column are places that are known.
bool holds_known_places(const RecognisedColumn& column, int level, const Recognition& found,
                        std::span<const SampleRow> rows, const PlaceLookup& places) {
    const auto sense = level == 0 ? CountrySense::first : CountrySense::by_name;
    std::set<std::string_view> texts;
    std::size_t known = 0;
    for (const auto& row : rows) {
        if (row.number < found.layout.first_data_row || column.number > row.texts.size()) continue;
        const auto text = trimmed(row.texts[column.number - 1]);
        if (text.empty() || texts.size() >= texts_looked_at || !texts.insert(text).second) continue;
        known += places.find_all(text, sense).empty() ? 0 : 1;
    }
    return known > 0 && known * 2 >= texts.size();
}

bool may_be_place(const RecognisedColumn& column) {
    const bool is_open = column.field == Field::place || column.field == Field::dimension;
    return is_open && !column.personal && column.by != RecognisedBy::mapping;
}

}  // namespace

void suggest_nested_places(Recognition& found, std::span<const SampleRow> rows,
                           const PlaceLookup& places) {
    if (found.layout.hxl_row > 0 || found.mapping.set.place) return;
    std::vector<RecognisedColumn*> nested;
    int last = -1;
    for (auto& column : found.columns) {
        const auto level = level_of(column.header);
        // A place that is no area, such as a route, is of another order; and who names one in a
        // mapping has decided.
        if (column.field == Field::place && (!level || column.by == RecognisedBy::mapping)) return;
        if (!level || *level <= last || !may_be_place(column)) continue;
        if (!holds_known_places(column, *level, found, rows, places)) continue;
        nested.push_back(&column);
        last = *level;
    }
    if (nested.size() < 2) return;
    for (auto& column : found.columns)
        if (column.field == Field::place) column.field = Field::dimension;
    for (auto* column : nested) {
        column->field = Field::place;
        column->by = RecognisedBy::header;
        column->confidence = nested_confidence;
    }
}

}  // namespace tenpoint::movements
