// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "base/words_in.hpp"
#include "desks/movements/reading_categories.hpp"
#include "formats/nationalities.hpp"

namespace tenpoint::movements {

bool is_total_word(std::string_view text) {
    static const auto words = folded_words(
        "total|totals|tot|grand total|sub total|subtotal|all|both|both sexes|all ages|"
        "total general|ensemble|tous|toutes|les deux sexes|sous total|"
        "todos|todas|ambos|ambos sexos|suma|"
        "الإجمالي|إجمالي|المجموع|مجموع|الكل|المجموع الكلي|الإجمالي العام");
    return words.contains(folded(text));
}

bool names_all_of_them(std::string_view text) {
    static const auto beginnings = folded_words(
        "all|all the|tous|tous les|toutes|toutes les|todos|todos los|todas|todas las|جميع|كل|كافة");
    static const auto others = folded_words(
        "santos|saints|souls|other|others|remaining|autre|autres|restants|restantes|otro|otra|"
        "otros|otras|demas|"
        "أخرى|الأخرى|آخر|آخرون|الآخرون");
    constexpr std::ptrdiff_t most_words = 2;
    // "All American Canal, Calexico" is a place, and a note no label.
    if (text.find_first_of(",;:(/.") != text.npos) return false;
    const auto plain = folded(text);
    return std::ranges::any_of(beginnings, [&](const std::string& all) {
        if (!plain.starts_with(all + ' ')) return false;
        const auto whom = std::string_view{plain}.substr(all.size() + 1);
        // "All women" and "all Syrians" are a group of theirs.
        return std::ranges::count(whom, ' ') < most_words && !has_word_of(whom, others) &&
               !category_from_text(whom) && !formats::find_nationality(whom);
    });
}

bool is_both_sexes(std::string_view text) {
    static const auto words = folded_words(
        "t|m f|f m|h m|m h|h f|f h|mf|fm|hm|mh|hf|fh|m and f|m et f|h et f|f et h|h y m|m y h|"
        "male female|female male|men women|women men|male and female|men and women|"
        "women and men|hommes femmes|hommes et femmes|femmes et hommes|hombres mujeres|"
        "hombres y mujeres|mujeres y hombres|رجال ونساء|الرجال والنساء|ذكور وإناث|"
        "الذكور والإناث");
    return words.contains(folded(text));
}

bool is_total_label(std::string_view text) {
    static const auto ends = folded_words(
        "total|totals|totales|totaux|subtotal|subtotals|sous total|sub total|grand total|"
        "إجمالي|الإجمالي|المجموع|مجموع");
    if (is_total_word(text) || names_all_of_them(text)) return true;
    const auto plain = folded(text);
    return std::ranges::any_of(ends, [&](const std::string& word) {
        return plain.starts_with(word + ' ') || plain.ends_with(' ' + word);
    });
}

bool is_subtotal_label(std::string_view text) {
    static const auto words = folded_words(
        "subtotal|subtotals|sub total|sous total|sous totaux|subtotales|المجموع الفرعي|مجموع فرعي");
    const auto plain = folded(text);
    return std::ranges::any_of(words, [&](const std::string& word) {
        return plain == word || plain.starts_with(word + ' ') || plain.ends_with(' ' + word);
    });
}

bool names_a_region(std::string_view text) {
    static const auto words = folded_words(
        "africa|americas|asia|europe|oceania|north africa|northern africa|west africa|"
        "western africa|east africa|eastern africa|central africa|middle africa|southern africa|"
        "sub saharan africa|north america|northern america|central america|south america|"
        "latin america|latin america and the caribbean|caribbean|the caribbean|middle east|"
        "western asia|central asia|south asia|southern asia|south east asia|south eastern asia|"
        "east asia|eastern asia|eastern europe|western europe|northern europe|southern europe|"
        "afrique|amerique|ameriques|asie|oceanie|afrique du nord|afrique de l ouest|"
        "afrique occidentale|afrique de l est|afrique orientale|afrique centrale|"
        "afrique australe|afrique subsaharienne|amerique du nord|amerique centrale|"
        "amerique du sud|amerique latine|caraibes|les caraibes|moyen orient|asie occidentale|"
        "asie centrale|asie du sud|asie du sud est|europe de l est|europe de l ouest|"
        "america|oceania|europa|africa del norte|africa septentrional|africa occidental|"
        "africa oriental|africa central|africa austral|africa subsahariana|america del norte|"
        "norteamerica|america central|centroamerica|america del sur|sudamerica|suramerica|"
        "america latina|caribe|islas del caribe|el caribe|medio oriente|asia occidental|"
        "asia central|asia meridional|sudeste asiatico|asia oriental|europa oriental|"
        "europa occidental|"
        "أفريقيا|افريقيا|أمريكا|آسيا|أوروبا|أوقيانوسيا|شمال أفريقيا|غرب أفريقيا|شرق أفريقيا|"
        "وسط أفريقيا|أمريكا الشمالية|أمريكا الوسطى|أمريكا الجنوبية|أمريكا اللاتينية|"
        "منطقة البحر الكاريبي|الشرق الأوسط");
    return words.contains(folded(text));
}

bool is_unknown_word(std::string_view text) {
    static const auto words = folded_words(
        "n a|na|nd|n d|s d|null|none|unk|unknown|not known|not specified|unspecified|"
        "not stated|undetermined|not available|"
        "inconnu|inconnue|non precise|non specifie|non disponible|indetermine|"
        "desconocido|desconocida|se desconoce|no especificado|no especificada|"
        "sin datos|sin dato|no disponible|ignorado|"
        "غير معروف|غير محدد|غير متوفر|مجهول");
    const auto word = folded(text);
    return word.empty() || words.contains(word);
}

}  // namespace tenpoint::movements
