// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "base/text.hpp"
#include "base/words_in.hpp"
#include "desks/movements/reading_categories.hpp"
#include "desks/movements/wide_header.hpp"
#include "desks/movements/years_of_age.hpp"

namespace tenpoint::movements {
namespace {

struct FieldWords {
    Field field;
    std::array<std::string_view, 4> words;  // English, French, Spanish, Arabic; "|" between several
};

constexpr std::array header_words{
    FieldWords{Field::period,
               {"date|t|period|time period|reporting date|reported date|date of incident|"
                "incident date|reporting month|month end|year month|yearmonth|day|week|quarter|"
                "semester|half year",
                "date|periode|jour|semaine|trimestre|semestre|date du rapport",
                "fecha|periodo|dia|semana|trimestre|semestre|fecha de reporte",
                "التاريخ|تاريخ|الفترة|اليوم|الأسبوع|نصف السنة"}},
    FieldWords{Field::period_from,
               {"start date|date from|from|from date", "date de debut|du|debut",
                "fecha de inicio|desde|inicio", "تاريخ البدء|من تاريخ|من"}},
    FieldWords{Field::period_to,
               {"end date|date to|to|to date|until", "date de fin|au|fin", "fecha de fin|hasta|fin",
                "تاريخ الانتهاء|إلى تاريخ|إلى"}},
    FieldWords{Field::year, {"year|reported year|yr", "annee|an", "ano|anio", "السنة|العام|سنة"}},
    FieldWords{Field::month, {"month|reported month", "mois", "mes", "الشهر|شهر"}},
    FieldWords{
        Field::place,
        {"place|location|country|destination|route|migration route|border point|crossing point|"
         "country of asylum|country of arrival|coa iso|coa name|iso3coa|asylum country|host "
         "country|country of destination|reporting country|geo|geomaster name|geomaster code|"
         "admin0 name|admin0 pcode",
         "lieu|pays|destination|route|point de passage|pays d asile|pays d accueil|pays d arrivee",
         "lugar|pais|destino|ruta|punto de cruce|paso fronterizo|pais de asilo|pais de acogida",
         "المكان|البلد|الدولة|الوجهة|الطريق|نقطة العبور|بلد اللجوء"}},
    FieldWords{Field::indicator, {"indicator|measure", "indicateur", "indicador", "المؤشر|مؤشر"}},
    FieldWords{Field::origin,
               {"nationality|nat|citizenship|origin|country of origin|country of nationality|"
                "origin country|nationalities|citizen|coo iso|coo name|iso3coo",
                "nationalite|citoyennete|origine|pays d origine|pays de nationalite",
                "nacionalidad|ciudadania|origen|pais de origen|pais de nacionalidad",
                "الجنسية|جنسية|المنشأ|بلد المنشأ|بلد الأصل"}},
    FieldWords{Field::sex,
               {"sex|gender", "sexe|genre", "sexo|genero", "الجنس|النوع الاجتماعي|النوع"}},
    FieldWords{Field::age,
               {"age|age group|age range", "age|tranche d age|groupe d age",
                "edad|grupo de edad|grupo etario|rango de edad", "العمر|الفئة العمرية|السن"}},
    FieldWords{Field::profile,
               {"profile|demographic|demog|population type|population group|demographic group",
                "profil|type de population|groupe de population",
                "perfil|tipo de poblacion|grupo de poblacion", "الصفة|الفئة|فئة السكان"}},
    FieldWords{
        Field::count,
        {"count|n|number|total|individuals|persons|people|number of individuals|"
         "number of persons|number of people|figure|value|obs value|quantity",
         "nombre|effectif|effectifs|total|individus|personnes|nombre de personnes|"
         "nombre d individus|chiffre|valeur|quantite",
         "cantidad|numero|total|personas|individuos|numero de personas|casos|valor|cifra|eventos",
         "العدد|عدد|المجموع|الأفراد|الأشخاص|عدد الأشخاص|عدد الأفراد|القيمة"}},
    FieldWords{Field::latitude, {"latitude|lat", "latitude", "latitud", "خط العرض"}},
    FieldWords{Field::longitude, {"longitude|lon|long|lng", "longitude", "longitud", "خط الطول"}},
    FieldWords{Field::coordinates,
               {"coordinates|location coordinates|lat lon|latlong", "coordonnees", "coordenadas",
                "الإحداثيات"}},
};

const auto& field_by_word() {
    static const auto all = [] {
        std::map<std::string, Field, std::less<>> table;
        for (const auto& [field, languages] : header_words)
            for (const auto words : languages)
                for_each_word(words, '|', [&, meant = field](std::string_view word) {
                    table.emplace(folded(word), meant);
                });
        return table;
    }();
    return all;
}

// Merges what one more word says into `set`; false where it says nothing.
bool add_category(std::string_view word, Settings& set) {
    const auto category = category_from_text(word);
    if (!category) return false;
    if (category->indicator) set.indicator = category->indicator;
    if (category->sex) set.sex = category->sex;
    if (category->age) set.age = category->age;
    if (category->profile) set.profile = category->profile;
    return true;
}

// Attributes of counts whose spelling is HXL's own.
void add_attribute(const std::string& attribute, Settings& set) {
    if (attribute == "i")
        set.sex = Sex::other;
    else if (attribute == "infants" || attribute == "age_0_4")
        set.age = AgeGroup::age_0_4;
    else if (attribute == "age_5_11")
        set.age = AgeGroup::age_5_11;
    else if (attribute == "age_12_17" || attribute == "adolescents")
        set.age = AgeGroup::age_12_17;
    else if (attribute == "age_18_59")
        set.age = AgeGroup::age_18_59;
    else if (attribute == "elderly" || attribute == "age_60plus")
        set.age = AgeGroup::age_60_plus;
    else if (attribute == "displaced")
        set.profile = Profile::internally_displaced;
    else if (attribute == "hosts")
        set.profile = Profile::host_community;
    else if (attribute == "stock")
        set.indicator = Indicator::stay;
    else if (attribute == "newdisp")
        set.indicator = Indicator::displacement;
    else
        add_category(attribute, set);
}

// "f_0_4", "M 60+", "f_total": a sex and an age in one header.
std::optional<Settings> sex_and_age(std::string_view text) {
    const auto space = text.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    const auto first = category_from_text(text.substr(0, space));
    if (!first || !first->sex || first->age) return std::nullopt;
    Settings set = *first;
    const auto rest = text.substr(space + 1);
    if (is_total_word(rest)) return set;
    if (is_unknown_word(rest) || rest == "other") {
        set.age = AgeGroup::unknown;
        return set;
    }
    const auto second = category_from_text(rest == "60" ? "60+" : rest);
    if (!second || !second->age || second->sex) return std::nullopt;
    set.age = second->age;
    return set;
}

// "F 5-17": a sex and years that are no age group of ours.
std::optional<Settings> sex_and_other_years(std::string_view header) {
    const auto words = words_of_header(header);
    if (words.size() < 2) return std::nullopt;
    const auto first = category_from_text(words.front());
    const auto* rest = words[1].data();
    const auto* end = header.data() + header.size();
    if (!first || !first->sex || first->age ||
        !is_other_age({rest, static_cast<std::size_t>(end - rest)}))
        return std::nullopt;
    return Settings{.sex = first->sex, .age = AgeGroup::unknown};
}

// "Number of women", "Total dead": the other words of a count say whom it counts. "Number of sites"
// and "Case number" count something else, and so does "Number of families".
bool counts_people(std::string_view header) {
    static const auto groups_of_people =
        folded_words("families|familles|familias|أسر|عائلات|الأسر|العائلات");
    const bool groups = has_word_of(folded(header), groups_of_people);
    const auto set = read_figure_header(header, {});
    return !groups && set && !set->origin;  // the "ID" of "ID number" is not Indonesia
}

// Shares of people are no people, and households several.
bool counts_no_persons(const formats::HxlTag& tag) {
    static constexpr std::array words{"percentage", "percent",    "pct",       "rate",
                                      "ratio",      "households", "household", "hh"};
    return std::ranges::any_of(words, [&](const char* word) { return tag.has(word); });
}

bool names_households(std::string_view folded_header) {
    static const auto words = folded_words(
        "household|households|hh|hhs|menage|menages|foyer|foyers|hogar|hogares|معيشية|المعيشية");
    return has_word_of(folded_header, words);
}

// What is a date as a whole header, and nothing within a longer one: "IDPs of concern to UNHCR".
bool says_much_alone(std::string_view folded_word) {
    static const auto words = folded_words(
        "from|to|until|du|au|debut|fin|desde|hasta|inicio|من|إلى|an|long|semester|semestre|"
        "half year|نصف السنة");
    return words.contains(folded_word);
}

SuggestedMeaning meaning_of_count_tag(const formats::HxlTag& tag) {
    if (counts_no_persons(tag)) return {Field::dimension, {}, 95};
    SuggestedMeaning meaning{Field::count, {}, 95};
    for (const auto& attribute : tag.attributes)
        add_attribute(attribute, meaning.set);
    if (tag.tag == "#inneed") meaning.set.indicator = Indicator::in_need;
    if (tag.tag == "#targeted") meaning.set.indicator = Indicator::targeted;
    if (tag.tag == "#reached") meaning.set.indicator = Indicator::reached;
    return meaning;
}

}  // namespace

std::string parted_at_capitals(std::string_view header) {
    const auto is = [](char c, char first, char last) { return c >= first && c <= last; };
    if (header.empty() || !is(header.front(), 'a', 'z') || header.find(' ') != header.npos)
        return std::string{header};
    std::string parted;
    for (const auto c : header) {
        const bool begins =
            is(c, 'A', 'Z') && (is(parted.back(), 'a', 'z') || is(parted.back(), '0', '9'));
        if (begins) parted += ' ';
        parted += c;
    }
    return parted;
}

bool names_a_share(std::string_view header) {
    static const auto shares = folded_words(
        "percent|percentage|pct|share|rate|ratio|pourcentage|taux|porcentaje|tasa|نسبة|معدل");
    return header.find('%') != header.npos || has_word_of(folded(header), shares);
}

NumberedPart numbered_part(std::string_view header) {
    static const auto weeks = folded_words("week|weeks|wk|semaine|semana|epiweek|الأسبوع|أسبوع");
    static const auto quarters = folded_words("quarter|qtr|trimestre|trim|الربع|ربع");
    static const auto half_years =
        folded_words("semester|semestre|semestriel|semestral|half|النصف|نصف");
    static const auto months = folded_words("month|months|mois|mes|meses|شهر|الشهر");
    static const auto days = folded_words("day|jour|dia|اليوم|يوم");
    static const auto epidemiological =
        folded_words("epiweek|epi|epidemiological|mmwr|epidemiologique|epidemiologica|الوبائي");
    const auto plain = folded(header);
    if (has_word_of(plain, weeks)) return {PeriodUnit::week, has_word_of(plain, epidemiological)};
    if (has_word_of(plain, quarters)) return {PeriodUnit::quarter};
    if (has_word_of(plain, half_years) && !has_word_of(plain, months)) return {.half_years = true};
    return {has_word_of(plain, days) ? PeriodUnit::day : PeriodUnit::month};
}

bool names_people(std::string_view header) {
    static const auto words = folded_words(
        "people|persons|individuals|concern|personnes|individus|personas|individuos|أشخاص|أفراد|"
        "الأشخاص|الأفراد");
    return has_word_of(folded(header), words) && !names_a_share(header);
}

bool names_running_total(std::string_view header) {
    static const auto phrases = folded_words(
        "cumulative|cumulated|cumul|since january|since 1 january|year to date|ytd|to date|"
        "cumule|cumules|cumulee|cumulees|cumulatif|depuis janvier|depuis le 1er janvier|"
        "acumulado|acumulada|acumulados|acumuladas|desde enero|desde el 1 de enero|"
        "تراكمي|تراكمية|التراكمي|التراكمية|منذ يناير|منذ كانون الثاني");
    const auto text = folded(header);
    return std::ranges::any_of(phrases,
                               [&](const std::string& phrase) { return stands_in(phrase, text); });
}

bool names_returns(std::string_view header) {
    static const auto words = folded_words("returns|retours|retornos|devoluciones|العودة|عودة");
    return has_word_of(folded(header), words);
}

bool names_fiscal_year(std::string_view header) {
    static const auto words = folded_words("fiscal|fiscale|fy");
    return has_word_of(folded(header), words);
}

std::optional<SuggestedMeaning> meaning_of_header(std::string_view header) {
    const auto text = folded(header);
    if (text.empty()) return std::nullopt;
    if (const auto parted = parted_at_capitals(header); parted != header)
        if (auto meaning = meaning_of_header(parted)) return meaning;
    if (names_a_share(header)) return SuggestedMeaning{Field::dimension, {}, 60};
    const auto& table = field_by_word();
    if (const auto known = table.find(text); known != table.end())
        return SuggestedMeaning{known->second, {}, 90};
    if (text.size() > 1)
        if (Settings set; add_category(text, set)) return SuggestedMeaning{Field::count, set, 75};

    if (const auto set = sex_and_age(text)) return SuggestedMeaning{Field::count, *set, 80};
    if (const auto set = sex_and_other_years(header))
        return SuggestedMeaning{Field::count, *set, 70};
    if (is_other_age(header)) return SuggestedMeaning{Field::count, {.age = AgeGroup::unknown}, 70};

    if (names_households(text)) return SuggestedMeaning{Field::dimension, {}, 60};

    // The longest known phrase within the header, and what its other words say of a count.
    std::optional<Field> field;
    std::size_t longest = 0;
    Settings set;
    for (const auto& [word, meant] : table)
        if (word.size() > longest && word.size() > 1 && !says_much_alone(word) &&
            stands_in(word, text)) {
            field = meant;
            longest = word.size();
        }
    for_each_word(text, ' ', [&](std::string_view word) {
        if (word.size() > 1 && word != "other") add_category(word, set);
    });
    if (field == Field::count && !counts_people(header))
        return SuggestedMeaning{Field::dimension, {}, 60};
    if (field == Field::count) return SuggestedMeaning{Field::count, set, 60};
    if (field) return SuggestedMeaning{*field, {}, 60};
    if (!set.empty()) return SuggestedMeaning{Field::count, set, 40};
    return std::nullopt;
}

SuggestedMeaning meaning_of_tag(const formats::HxlTag& tag) {
    const auto& name = tag.tag;
    if (name == "#date") {
        if (tag.has("start")) return {Field::period_from, {}, 95};
        if (tag.has("end")) return {Field::period_to, {}, 95};
        if (tag.has("year")) return {Field::year, {}, 95};
        return {Field::period, {}, 95};
    }
    if (name == "#country")
        return {tag.has("origin") ? Field::origin : Field::place, {}, tag.has("code") ? 97 : 95};
    if (name == "#affected" || name == "#inneed" || name == "#targeted" || name == "#reached" ||
        name == "#population")
        return meaning_of_count_tag(tag);
    if (name == "#geo") {
        if (tag.has("lat")) return {Field::latitude, {}, 95};
        if (tag.has("lon")) return {Field::longitude, {}, 95};
        if (tag.has("coord")) return {Field::coordinates, {}, 95};
    }
    // Only where there is no country: admin areas are places for themselves, the narrowest first,
    // and by code before by name.
    if (name.starts_with("#adm") || name == "#loc") {
        const int level = name.size() == 5 && name[4] >= '1' && name[4] <= '5' ? name[4] - '0' : 0;
        return {Field::place, {}, (tag.has("code") ? 66 : 60) + level};
    }
    if (name == "#indicator" && (tag.has("value") || tag.has("num")))
        return meaning_of_count_tag(tag);
    if (name == "#indicator" && tag.has("name")) return {Field::indicator, {}, 90};
    return {Field::dimension, {}, 90};
}

}  // namespace tenpoint::movements
