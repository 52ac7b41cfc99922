// SPDX-License-Identifier: Apache-2.0
#include "formats/month_names.hpp"

#include <array>
#include <map>
#include <set>
#include <span>
#include <stdexcept>
#include <string>

#include <unicode/dtfmtsym.h>

#include "base/text.hpp"

namespace tenpoint::formats {
namespace {

using icu::DateFormatSymbols;

// Arabic has a set of names for each region.
constexpr std::array locales{"en", "fr", "es", "ar", "ar_EG", "ar_SY", "ar_DZ", "ar_MA"};

struct Variant {
    const char* name;
    unsigned month;
};
constexpr std::array variants{
    Variant{"sept", 9},       Variant{"fev", 2},         Variant{"fevr", 2},
    Variant{"avr", 4},        Variant{"juil", 7},        Variant{"juill", 7},
    Variant{"jui", 6},        Variant{"aou", 8},         Variant{"set", 9},
    Variant{"setiembre", 9},  Variant{"sep", 9},         Variant{"jan", 1},
    Variant{"dic", 12},       Variant{"ago", 8},         Variant{"ene", 1},
    Variant{"abr", 4},        Variant{"حزيران", 6},      Variant{"تموز", 7},
    Variant{"آب", 8},         Variant{"أغسطس", 8},       Variant{"اوت", 8},
    Variant{"جويلية", 7},     Variant{"كانون ثاني", 1},  Variant{"كانون أول", 12},
    Variant{"تشرين أول", 10}, Variant{"تشرين ثاني", 11}, Variant{"مايس", 5},
    Variant{"نوفمبر", 11}};

std::string folded_text(const icu::UnicodeString& text) {
    std::string utf8;
    text.toUTF8String(utf8);
    return folded(utf8);
}

struct Names {
    std::map<std::string, unsigned, std::less<>> months;
    std::set<std::string, std::less<>> fillers{"de", "del", "of", "le",  "the", "er",  "e",  "eme",
                                               "st", "nd",  "rd", "th",  "el",  "du",  "l",  "a",
                                               "do", "ro",  "to", "يوم", "شهر", "سنه", "عام"};
};

Names read_names() {
    Names names;
    for (const auto* locale : locales) {
        UErrorCode status = U_ZERO_ERROR;
        const DateFormatSymbols symbols{icu::Locale{locale}, status};
        if (U_FAILURE(status)) throw std::runtime_error("ICU lacks its month names");
        for (auto context : {DateFormatSymbols::FORMAT, DateFormatSymbols::STANDALONE})
            for (auto width : {DateFormatSymbols::WIDE, DateFormatSymbols::ABBREVIATED}) {
                std::int32_t count = 0;
                const auto* months = symbols.getMonths(count, context, width);
                for (unsigned i = 0; i < static_cast<unsigned>(count); ++i)
                    names.months.emplace(folded_text(months[i]), i + 1);
                const auto* weekdays = symbols.getWeekdays(count, context, width);
                for (const auto& day : std::span{weekdays, static_cast<std::size_t>(count)})
                    if (!day.isEmpty()) names.fillers.insert(folded_text(day));
            }
    }
    for (const auto& [name, month] : variants)
        names.months.emplace(folded(name), month);
    return names;
}

const Names& all_names() {
    static const auto names = read_names();
    return names;
}

}  // namespace

std::optional<unsigned> month_of_name(std::string_view folded_name) {
    const auto found = all_names().months.find(folded_name);
    if (found == all_names().months.end()) return std::nullopt;
    return found->second;
}

bool is_filler_in_dates(std::string_view folded_word) {
    return all_names().fillers.contains(folded_word);
}

}  // namespace tenpoint::formats
