// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/reading_categories.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "base/text.hpp"
#include "base/words_in.hpp"
#include "desks/movements/years_of_age.hpp"
#include "record/value_type.hpp"

namespace tenpoint::movements {
namespace {

struct Category {
    Settings set;
    std::array<std::string_view, 4> words;  // English, French, Spanish, Arabic; "|" between several
};

Settings sex(Sex value, std::optional<AgeGroup> age = {}) {
    return {.sex = value, .age = age};
}
Settings age(AgeGroup value) {
    return {.age = value};
}
Settings profile(Profile value, std::optional<AgeGroup> age = {}) {
    return {.age = age, .profile = value};
}
Settings indicator(Indicator value) {
    return {.indicator = value};
}

const auto& categories() {
    static const std::array table{
        Category{sex(Sex::female),
                 {"f|female|females|woman|women", "femme|femmes|feminin|fem",
                  "mujer|mujeres|femenino|hembra", "أنثى|إناث|امرأة|نساء|النساء|الإناث"}},
        Category{sex(Sex::male),
                 {"m|male|males|man|men", "h|homme|hommes|masculin|masc",
                  "hombre|hombres|masculino|varon|varones", "ذكر|ذكور|رجل|رجال|الرجال|الذكور"}},
        Category{sex(Sex::other),
                 {"other gender|non binary|x", "autre genre|non binaire", "otro genero|no binario",
                  "جنس آخر"}},
        Category{sex(Sex::female, AgeGroup::child),
                 {"girl|girls", "fille|filles", "nina|ninas", "فتاة|فتيات|بنات|الفتيات"}},
        Category{sex(Sex::male, AgeGroup::child),
                 {"boy|boys", "garcon|garcons", "nino varon|ninos varones", "فتى|فتيان|الفتيان"}},
        Category{
            age(AgeGroup::adult),
            {"adult|adults|over 18|18 and over", "adulte|adultes|majeur|majeurs|18 ans et plus",
             "adulto|adultos|mayor de edad|mayores de edad|mayores",
             "بالغ|بالغون|بالغين|البالغون|البالغين|راشد|راشدون|راشدين"}},
        Category{age(AgeGroup::child),
                 {"child|children|minor|minors|under 18|0 17",
                  "enfant|enfants|mineur|mineurs|moins de 18 ans",
                  "nino|ninos|menor|menores|menor de edad|menores de edad|nna|ninos ninas y "
                  "adolescentes",
                  "طفل|أطفال|الأطفال|قاصر|قاصرون|قاصرين|القاصرون|القاصرين"}},
        Category{
            profile(Profile::unaccompanied_child, AgeGroup::child),
            {"unaccompanied child|unaccompanied children|unaccompanied minor|unaccompanied "
             "minors|uac|uasc",
             "enfant non accompagne|enfants non accompagnes|mineurs non accompagnes|mna",
             "nino no acompanado|ninos no acompanados|menores no acompanados|nna no acompanados",
             "طفل غير مصحوب|أطفال غير مصحوبين|الأطفال غير المصحوبين"}},
        Category{profile(Profile::accompanied_child, AgeGroup::child),
                 {"accompanied child|accompanied children|accompanied minor|accompanied minors",
                  "enfant accompagne|enfants accompagnes|mineurs accompagnes",
                  "nino acompanado|ninos acompanados|menores acompanados|nna acompanados",
                  "طفل مصحوب|أطفال مصحوبون|الأطفال المصحوبون"}},
        Category{profile(Profile::family_member),
                 {"family member|family members|family unit|families", "membre de famille|familles",
                  "miembro de familia|familias|unidad familiar", "أفراد الأسرة|أسر|عائلات"}},
        Category{profile(Profile::single_adult, AgeGroup::adult),
                 {"single adult|single adults", "adulte seul|adultes seuls",
                  "adulto solo|adultos solos", "بالغ بمفرده|بالغون بمفردهم"}},
        Category{profile(Profile::refugee),
                 {"refugee|refugees", "refugie|refugies", "refugiado|refugiados",
                  "لاجئ|لاجئون|لاجئين|اللاجئون|اللاجئين"}},
        Category{profile(Profile::asylum_seeker),
                 {"asylum seeker|asylum seekers", "demandeur d asile|demandeurs d asile",
                  "solicitante de asilo|solicitantes de asilo",
                  "طالب لجوء|طالبو اللجوء|طالبي اللجوء|ملتمسو اللجوء|ملتمسي اللجوء"}},
        Category{profile(Profile::internally_displaced),
                 {"idp|idps|internally displaced|internally displaced persons",
                  "deplace interne|deplaces internes|pdi",
                  "desplazado interno|desplazados internos|desplazados",
                  "نازح|نازحون|نازحين|النازحون|النازحين"}},
        Category{profile(Profile::returnee),
                 {"returnee|returnees", "retourne|retournes|rapatries", "retornado|retornados",
                  "عائد|عائدون|عائدين|العائدون|العائدين"}},
        Category{profile(Profile::stateless),
                 {"stateless|stateless person|stateless persons|stateless people",
                  "apatride|apatrides", "apatrida|apatridas", "عديم الجنسية|عديمو الجنسية"}},
        Category{profile(Profile::migrant),
                 {"migrant|migrants", "migrante|migrantes", "migrante|migrantes",
                  "مهاجر|مهاجرون|مهاجرين|المهاجرون|المهاجرين"}},
        Category{
            profile(Profile::host_community),
            {"host community|host communities|non displaced|hst",
             "communaute hote|communaute d accueil", "comunidad de acogida", "المجتمع المضيف"}},
        Category{profile(Profile::trafficked),
                 {"trafficked|victim of trafficking|victims of trafficking",
                  "victime de la traite|victimes de la traite",
                  "victima de trata|victimas de trata", "ضحية الاتجار|ضحايا الاتجار"}},
        Category{profile(Profile::in_need_of_protection),
                 {"oip|others in need of international protection|other people in need of "
                  "international protection|people in need of international protection",
                  "autres personnes ayant besoin d une protection internationale",
                  "otras personas necesitadas de proteccion internacional|otras personas que "
                  "necesitan proteccion internacional",
                  "أشخاص آخرون بحاجة إلى الحماية الدولية"}},
        Category{profile(Profile::of_concern),
                 {"ooc|others of concern|others of concern to unhcr|other persons of concern",
                  "autres personnes relevant de la competence du hcr|autres personnes relevant de "
                  "la competence",
                  "otras personas de interes|otras personas de interes para el acnur",
                  "آخرون مشمولون بالاهتمام|آخرون مشمولون باهتمام المفوضية"}},
        Category{
            {.indicator = Indicator::return_received, .profile = Profile::refugee},
            {"returned refugees|refugee returnees|refugee returns", "refugies rapatries",
             "refugiados retornados|refugiados repatriados", "لاجئون عائدون|اللاجئون العائدون"}},
        Category{
            {.indicator = Indicator::return_received, .profile = Profile::internally_displaced},
            {"returned idps|idp returnees|idp returns|returned internally displaced persons",
             "deplaces internes retournes|pdi retournees",
             "desplazados internos retornados|desplazados retornados",
             "نازحون عائدون|النازحون العائدون"}},
        Category{indicator(Indicator::arrival),
                 {"arrival|arrivals", "arrivee|arrivees", "llegada|llegadas",
                  "وصول|وافدون|وافدين|الوافدون|الوافدين"}},
        Category{indicator(Indicator::departure),
                 {"departure|departures", "depart|departs", "salida|salidas",
                  "مغادرة|مغادرون|مغادرين|المغادرون|المغادرين"}},
        Category{indicator(Indicator::crossing),
                 {"crossing|crossings|border crossings|entries",
                  "traversee|traversees|franchissements|entrees", "cruce|cruces|transito|ingresos",
                  "عبور|عمليات العبور"}},
        Category{
            indicator(Indicator::encounter),
            {"encounter|encounters|apprehension|apprehensions", "interpellation|interpellations",
             "encuentro|encuentros|detencion|detenciones|aprehensiones", "ضبط|حالات الضبط"}},
        Category{indicator(Indicator::interception),
                 {"interception|interceptions|intercepted", "interceptes",
                  "intercepcion|intercepciones|interceptados", "اعتراض|عمليات الاعتراض"}},
        Category{indicator(Indicator::detection),
                 {"detection|detections", "detection|detections", "deteccion|detecciones",
                  "كشف|حالات الكشف"}},
        Category{indicator(Indicator::expulsion),
                 {"expulsion|expulsions", "expulsion|expulsions", "expulsion|expulsiones",
                  "طرد|عمليات الطرد"}},
        Category{indicator(Indicator::death),
                 {"death|deaths|dead|killed|fatalities", "deces|mort|morts",
                  "muerte|muertes|muertos|fallecidos", "وفاة|وفيات|قتلى"}},
        Category{indicator(Indicator::missing),
                 {"missing|disappeared", "disparu|disparus", "desaparecido|desaparecidos",
                  "مفقود|مفقودون|مفقودين|المفقودون|المفقودين"}},
        Category{
            indicator(Indicator::death_and_missing),
            {"dead and missing|deaths and missing|total dead and missing|dead missing|"
             "number of dead and missing|total number of dead and missing",
             "morts et disparus", "muertos y desaparecidos", "قتلى ومفقودون|الوفيات والمفقودون"}},
        Category{
            indicator(Indicator::survivor),
            {"survivor|survivors", "survivant|survivants",
             "sobreviviente|sobrevivientes|supervivientes", "ناج|ناجون|ناجين|الناجون|الناجين"}},
        Category{indicator(Indicator::asylum_application),
                 {"asylum application|asylum applications|applications", "demandes d asile",
                  "solicitudes de asilo", "طلبات اللجوء"}},
        Category{indicator(Indicator::displacement),
                 {"displacement|displacements|newly displaced",
                  "deplacement|deplacements|nouveaux deplaces", "desplazamiento|desplazamientos",
                  "نزوح|حالات النزوح"}},
        Category{indicator(Indicator::stay),
                 {"people present|still displaced|displaced to date",
                  "personnes presentes|encore deplacees", "personas presentes|aun desplazadas",
                  "الأشخاص الموجودون|لا يزالون نازحين"}},
        Category{{.indicator = Indicator::stay, .profile = Profile::internally_displaced},
                 {"idps present|present idps|num present idp ind|idps still displaced",
                  "pdi presentes", "desplazados internos presentes", "النازحون الموجودون"}},
        Category{indicator(Indicator::in_need),
                 {"in need|people in need|pin", "dans le besoin|personnes dans le besoin",
                  "personas necesitadas|necesitados", "المحتاجون|المحتاجين|محتاجون|محتاجين"}},
        Category{indicator(Indicator::targeted),
                 {"targeted|people targeted", "ciblees|personnes ciblees",
                  "personas meta|poblacion meta", "المستهدفون|المستهدفين"}},
        Category{indicator(Indicator::reached),
                 {"reached|people reached", "atteintes|personnes atteintes",
                  "personas alcanzadas|alcanzados", "من تم الوصول إليهم"}},
    };
    return table;
}

const auto& settings_by_word() {
    static const auto all = [] {
        std::map<std::string, Settings, std::less<>> table;
        for (const auto& category : categories())
            for (const auto words : category.words)
                for_each_word(words, '|', [&](std::string_view word) {
                    table.emplace(folded(word), category.set);
                });
        return table;
    }();
    return all;
}

template <class E>
bool take_enumerator(std::string_view word, std::optional<E>& member) {
    member = record::value_of<E>(word);
    return member.has_value();
}

}  // namespace

std::optional<Settings> category_from_text(std::string_view text) {
    if (const auto years = age_from_years(text)) return age(*years);
    const auto& table = settings_by_word();
    if (const auto known = table.find(folded(text)); known != table.end()) return known->second;
    Settings set;
    if (take_enumerator(text, set.indicator) || take_enumerator(text, set.sex) ||
        take_enumerator(text, set.age) || take_enumerator(text, set.profile))
        return set;
    return std::nullopt;
}

void SexLetters::learn(std::string_view word) {
    h_ = h_ || word == "H" || word == "h";
    f_ = f_ || word == "F" || word == "f";
}

}  // namespace tenpoint::movements
