// SPDX-License-Identifier: Apache-2.0
#include "formats/document_locale.hpp"

#include <array>
#include <chrono>
#include <cmath>
#include <memory>
#include <stdexcept>

#include <unicode/dtptngen.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>

#include "base/translations.hpp"

namespace tenpoint::formats {
namespace {

namespace number = icu::number;

// Dates in English as the United Nations write them, day before month; Arabic with Arabic-Indic
// digits, which a bare "ar" would give up with the next CLDR.
const icu::Locale& locale_of(Language language) {
    static const std::array locales{icu::Locale("en_GB"), icu::Locale("fr"), icu::Locale("es"),
                                    icu::Locale("ar@numbers=arab")};
    return locales[static_cast<std::size_t>(language)];
}

void require_success(UErrorCode status) {
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

std::string utf8(const icu::UnicodeString& text) {
    std::string result;
    return text.toUTF8String(result);
}

std::string written(const number::LocalizedNumberFormatter& formatter, double value) {
    UErrorCode status = U_ZERO_ERROR;
    auto text = formatter.formatDouble(value, status).toString(status);
    require_success(status);
    return utf8(text);
}

number::LocalizedNumberFormatter percent(Language language, int digits) {
    return number::NumberFormatter::withLocale(locale_of(language))
        .unit(icu::NoUnit::percent())
        .scale(number::Scale::powerOfTen(2))
        .precision(number::Precision::maxFraction(digits));
}

enum class DateShape {
    day,
    day_brief,
    day_axis,
    month,
    month_brief,
    month_axis,
    quarter,
    quarter_axis
};
constexpr std::array<const char*, 8> skeletons{"yMMMMd", "yMMMd", "MMMd", "yMMMM",
                                               "yMMM",   "LLL",   "yQQQ", "QQQ"};
using Patterns = std::array<icu::UnicodeString, skeletons.size()>;

// The language's best pattern for the fields of each skeleton (UTS 35, part 4).
Patterns best_patterns(Language language) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::DateTimePatternGenerator> generator(
        icu::DateTimePatternGenerator::createInstance(locale_of(language), status));
    require_success(status);
    Patterns patterns;
    for (std::size_t i = 0; i < skeletons.size(); ++i)
        patterns[i] = generator->getBestPattern(icu::UnicodeString(skeletons[i]), status);
    require_success(status);
    return patterns;
}

std::string date_text(Language language, Day day, DateShape shape) {
    static const std::array patterns{best_patterns(Language::en), best_patterns(Language::fr),
                                     best_patterns(Language::es), best_patterns(Language::ar)};
    UErrorCode status = U_ZERO_ERROR;
    icu::SimpleDateFormat format(
        patterns[static_cast<std::size_t>(language)][static_cast<std::size_t>(shape)],
        locale_of(language), status);
    require_success(status);
    format.setTimeZone(*icu::TimeZone::getGMT());
    icu::UnicodeString text;
    const std::chrono::milliseconds since = day.time_since_epoch();
    return utf8(format.format(static_cast<UDate>(since.count()), text));
}

// The three shapes of a unit follow one another in the enumeration.
DateShape shape_of(DateShape full, PeriodWidth width) {
    return static_cast<DateShape>(static_cast<int>(full) + static_cast<int>(width));
}

// Written by digits alone: a year or a week takes no separators.
std::string bare_number(Language language, int value) {
    return written(
        number::NumberFormatter::withLocale(locale_of(language)).grouping(UNUM_GROUPING_OFF),
        value);
}

// Weeks by ISO 8601 in every language: CLDR's own numbering follows each region's first weekday.
std::string week_text(Language language, const Period& week, PeriodWidth width) {
    const auto iso = to_text(week);  // "2026-W13"
    const auto year = bare_number(language, std::stoi(iso.substr(0, 4)));
    const auto ordinal = bare_number(language, std::stoi(iso.substr(6)));
    return translate(language, width == PeriodWidth::axis ? "document.week_brief" : "document.week",
                     {{"week", ordinal}, {"year", year}});
}

}  // namespace

std::string format_figure(Language language, double value, FigureStyle style) {
    const auto plain = number::NumberFormatter::withLocale(locale_of(language));
    switch (style) {
        case FigureStyle::whole:
            return written(plain.precision(number::Precision::integer()), value);
        case FigureStyle::decimal:
            return written(plain.precision(number::Precision::maxFraction(2)), value);
        case FigureStyle::percent:
            return written(percent(language, 1), value);
        case FigureStyle::compact:
            return written(plain.notation(number::Notation::compactShort()), value);
    }
    throw std::logic_error("a style of figures without a format");
}

std::string format_figure(Language language, const std::optional<double>& value,
                          FigureStyle style) {
    return value ? format_figure(language, *value, style) : "–";
}

std::string format_change(Language language, double share) {
    const int digits = std::abs(share) < 0.0995 ? 1 : 0;
    return written(percent(language, digits).sign(UNUM_SIGN_EXCEPT_ZERO), share);
}

std::string format_period(Language language, const Period& period, PeriodWidth width) {
    const auto day = period.first_day();
    switch (period.unit()) {
        case PeriodUnit::day:
            return date_text(language, day, shape_of(DateShape::day, width));
        case PeriodUnit::week:
            return week_text(language, period, width);
        case PeriodUnit::month:
            return date_text(language, day, shape_of(DateShape::month, width));
        case PeriodUnit::quarter:
            return date_text(
                language, day,
                width == PeriodWidth::axis ? DateShape::quarter_axis : DateShape::quarter);
        case PeriodUnit::year:
            return bare_number(language, std::stoi(to_text(period)));
    }
    throw std::logic_error("a unit of periods without a format");
}

std::string format_day(Language language, Day day) {
    return date_text(language, day, DateShape::day);
}

}  // namespace tenpoint::formats
