// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/sector_words.hpp"

#include <array>
#include <map>
#include <string>

#include "base/text.hpp"
#include "base/words_in.hpp"
#include "record/value_type.hpp"

namespace tenpoint::activities {
namespace {

using directory::Theme;

// Shorter words are near to too many others.
constexpr std::size_t shortest_to_suggest_for = 4;
constexpr std::size_t shortest_at_two_edits = 5;

template <class Meaning>
struct MeantBy {
    Meaning meaning;
    std::string_view words;  // "|" between several
};

constexpr std::array sectors{
    MeantBy<Theme>{Theme::education,
                   "education|education en situations d urgence|eie|educacion|التعليم|تعليم"},
    MeantBy<Theme>{Theme::food_security,
                   "food security|food|food distribution|food security and livelihoods|fsl|fsc|"
                   "agriculture|crop production|securite alimentaire|"
                   "securite alimentaire et moyens d existence|"
                   "seguridad alimentaria|الأمن الغذائي"},
    MeantBy<Theme>{Theme::health,
                   "health|reproductive health|hiv aids|mental health|"
                   "mental health and psychosocial support|mhpss|health care referral services|"
                   "malaria prevention and control|sante|salud|الصحة"},
    MeantBy<Theme>{Theme::nutrition, "nutrition|nutricion|التغذية"},
    MeantBy<Theme>{Theme::protection,
                   "protection|general protection|legal assistance|legal assistance protection|"
                   "explosive hazards|mine action|housing land and property|hlp|"
                   "logement terre et propriete|lpt|ltb|vivienda tierra y propiedad|vtp|"
                   "protection generale|proteccion|الحماية"},
    MeantBy<Theme>{Theme::child_protection,
                   "child protection|cp|protection de l enfance|protection de l enfant|"
                   "proteccion de la infancia|ninez|حماية الطفل"},
    MeantBy<Theme>{Theme::gender_based_violence,
                   "gender based violence|gbv|sgbv|vbg|violences basees sur le genre|"
                   "violence basee sur le genre|violencia basada en genero|vbg proteccion|"
                   "العنف القائم على النوع الاجتماعي"},
    MeantBy<Theme>{Theme::trafficking_and_smuggling,
                   "human trafficking and smuggling|human trafficking|trafficking|"
                   "traite et trafic|trata y trafico|الاتجار بالبشر"},
    MeantBy<Theme>{Theme::shelter,
                   "shelter|shelter and nfis|shelter and nfi|shelter nfi|esnfi|es nfi|"
                   "core relief items cris|core relief items|nfi|shelter other infrastructure|"
                   "domestic needs household support|abris|abri|abris et ame|abris ame|"
                   "alojamiento|albergue|المأوى"},
    MeantBy<Theme>{Theme::water_and_sanitation,
                   "wash|water sanitation|water and sanitation|water sanitation hygiene|"
                   "water sanitation and hygiene|eau hygiene et assainissement|eha|eah|"
                   "agua saneamiento e higiene|المياه والصرف الصحي"},
    MeantBy<Theme>{Theme::livelihoods,
                   "livelihoods|livelihood|income generation|integration|moyens de subsistance|"
                   "moyens d existence|medios de vida|integracion|سبل العيش"},
    MeantBy<Theme>{Theme::cash_assistance,
                   "cash|cash assistance|mpca|multipurpose cash|multi purpose cash assistance|"
                   "multipurpose cash assistance|transferts monetaires|"
                   "transferts monetaires a usage multiple|cash a usages multiples|"
                   "transferencias monetarias multiproposito|النقد متعدد الأغراض"},
    MeantBy<Theme>{Theme::transport,
                   "transport|transportation|humanitarian transportation|transporte|"
                   "transporte humanitario|النقل"},
    MeantBy<Theme>{Theme::logistics,
                   "logistics|transport logistics|logistique|logistica|الخدمات اللوجستية"},
    MeantBy<Theme>{Theme::registration, "registration|enregistrement|registro|التسجيل"},
    MeantBy<Theme>{Theme::cooperation, "coordination|coordinacion|التنسيق"},
    MeantBy<Theme>{Theme::data,
                   "information management|gestion de l information|"
                   "gestion de la informacion|إدارة المعلومات"},
    MeantBy<Theme>{Theme::returns_and_alternatives, "return|retour|retorno|العودة"},
};

// Clusters and sectors that are none of the themes.
constexpr std::string_view other_sectors =
    "cccm|camp coordination and camp management|camp coordination|camp management|site management|"
    "cccm shelter|gestion des camps|coordination et gestion des camps|gestion des sites|"
    "gestion de campamentos|coordinacion y gestion de campamentos|إدارة المخيمات|"
    "تنسيق وإدارة المخيمات|"
    "community services|community based protection|services communautaires|"
    "servicios comunitarios|الخدمات المجتمعية|"
    "environment|environnement|medio ambiente|ambiente|البيئة|"
    "telecom|telecommunications|emergency telecommunications|etc|telecommunications d urgence|"
    "telecomunicaciones|telecomunicaciones de emergencia|الاتصالات|"
    "early recovery|relevement precoce|recuperacion temprana|الإنعاش المبكر|"
    "multi sector|multisector|multisectoral|multisectoriel|multisectorial|intersectoral|"
    "متعدد القطاعات|refugee response|"
    "agency operational support|other|autre|autres|otro|otros|أخرى";

constexpr std::array types{
    MeantBy<ActivityType>{ActivityType::direct_assistance,
                          "direct assistance|assistance directe|asistencia directa|مساعدة مباشرة"},
    MeantBy<ActivityType>{ActivityType::capacity_building,
                          "capacity building|capacity development|renforcement des capacites|"
                          "fortalecimiento de capacidades|بناء القدرات"},
};

constexpr std::array answers{
    MeantBy<bool>{true, "yes|y|true|1|oui|o|si|s|x|نعم"},
    MeantBy<bool>{false, "no|n|false|0|non|لا"},
};

// By a list of meanings, whose words are folded once.
template <const auto& meanings>
auto meaning_of(std::string_view text) {
    using Meaning = decltype(meanings.front().meaning);
    static const auto table = [] {
        std::map<std::string, Meaning, std::less<>> made;
        for (const auto& [meaning, words] : meanings)
            for_each_word(words, '|', [&, meant = meaning](std::string_view word) {
                made.emplace(folded(word), meant);
            });
        return made;
    }();
    const auto found = table.find(folded(text));
    return found == table.end() ? std::optional<Meaning>{} : std::optional<Meaning>(found->second);
}

}  // namespace

std::optional<Theme> theme_of_sector(std::string_view text) {
    if (const auto theme = record::value_of<Theme>(text)) return theme;
    return meaning_of<sectors>(text);
}

bool is_known_sector(std::string_view text) {
    static const auto others = folded_words(other_sectors);
    return theme_of_sector(text).has_value() || others.contains(folded(text));
}

std::string nearest_sector(std::string_view text) {
    const auto wanted = folded(text);
    std::size_t nearest = wanted.size() <= shortest_at_two_edits ? 2 : 3;
    std::string_view found;
    if (wanted.size() < shortest_to_suggest_for) return {};
    const auto try_word = [&](std::string_view word) {
        const auto distance = edit_distance(wanted, folded(word), nearest - 1);
        if (distance >= nearest) return;
        nearest = distance;
        found = word;
    };
    for (const auto& [theme, words] : sectors)
        for_each_word(words, '|', try_word);
    for_each_word(other_sectors, '|', try_word);
    return std::string(found);
}

std::optional<ActivityType> activity_type_of(std::string_view text) {
    if (const auto type = record::value_of<ActivityType>(text)) return type;
    if (folded(text).empty()) return std::nullopt;
    return meaning_of<types>(text).value_or(ActivityType::other);
}

std::optional<bool> yes_or_no(std::string_view text) {
    return meaning_of<answers>(text);
}

}  // namespace tenpoint::activities
