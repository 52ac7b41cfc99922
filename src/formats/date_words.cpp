// SPDX-License-Identifier: Apache-2.0
#include "formats/date_words.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/text.hpp"
#include "formats/calendar.hpp"
#include "formats/month_names.hpp"

// ICU's macros cast as C does.
#pragma GCC diagnostic ignored "-Wold-style-cast"

namespace tenpoint::formats {
namespace {

// A run of letters or a run of digits.
struct Piece {
    std::string word;  // folded; empty for a number
    int number = 0;
    std::size_t digits = 0;
    std::string_view gap;  // what stands before it
};

constexpr std::size_t most_pieces = 8;

enum class Sort { digit, letter, other };

Sort sort_of(UChar32 c) {
    if (c < 0) return Sort::other;
    if (u_isdigit(c)) return Sort::digit;
    // Vowel marks belong to the word, and folding drops them.
    return u_isalpha(c) || u_charType(c) == U_NON_SPACING_MARK ? Sort::letter : Sort::other;
}

Piece piece_of(std::string_view text, Sort sort, std::string_view gap) {
    if (sort == Sort::letter) return {folded(text), 0, 0, gap};
    Piece piece{.word = {}, .gap = gap};
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t i = 0; i < text.size() && piece.digits <= 4; ++piece.digits) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, text.size(), c);
        piece.number = piece.number * 10 + u_charDigitValue(c);
    }
    return piece;
}

std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> pieces;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::string_view gap;
    std::size_t start = 0;
    Sort sort = Sort::other;
    for (std::size_t i = 0; i <= text.size() && pieces.size() <= most_pieces;) {
        const auto here = i;
        UChar32 c = U_SENTINEL;
        if (i < text.size()) U8_NEXT(bytes, i, text.size(), c);
        if (const auto next = sort_of(c); next != sort || here == text.size()) {
            const auto run = text.substr(start, here - start);
            if (sort != Sort::other) pieces.push_back(piece_of(run, sort, gap));
            gap = sort == Sort::other ? run : std::string_view{};
            start = here;
            sort = next;
        }
        if (here == text.size()) break;
    }
    return pieces;
}

enum class Unit { none, half_year, quarter, week };

// What the words of a date say: at most one month, or a half-year, quarter or week.
struct Words {
    unsigned month = 0;
    std::size_t month_at = 0;
    Unit unit = Unit::none;
    std::size_t unit_at = 0;
    bool epidemiological = false;  // of a week
    int ordinal = 0;               // of a half-year or quarter, "first"
    bool understood = true;
};

// One of the words beside months.
struct DateWord {
    Unit unit = Unit::none;
    bool epidemiological = false;
    int ordinal = 0;
};

const auto& date_words() {
    static const auto all = [] {
        std::map<std::string, DateWord, std::less<>> table;
        const auto add = [&](std::initializer_list<std::string_view> words, DateWord meaning) {
            for (const auto word : words)
                table.emplace(folded(word), meaning);
        };
        add({"q", "t", "quarter", "trimestre", "trim", "qtr", "الربع", "ربع"}, {Unit::quarter});
        add({"s", "h", "half", "semester", "semestre", "النصف", "نصف"}, {Unit::half_year});
        add({"w", "wk", "week", "semaine", "semana", "sem", "الأسبوع", "أسبوع"}, {Unit::week});
        add({"ew", "epiweek", "epiwk", "se"}, {Unit::week, true});
        add({"epi", "epidemiological", "epidemiologic", "mmwr", "cdc", "epidemiologique",
             "epidemiologica", "الوبائي", "وبائي"},
            {Unit::none, true});
        add({"first", "i", "premier", "primer", "primero", "الأول", "اول"}, {Unit::none, false, 1});
        add({"second", "ii", "deuxieme", "segundo", "الثاني", "ثاني"}, {Unit::none, false, 2});
        add({"third", "iii", "troisieme", "tercer", "tercero", "الثالث", "ثالث"},
            {Unit::none, false, 3});
        add({"fourth", "iv", "quatrieme", "cuarto", "الرابع", "رابع"}, {Unit::none, false, 4});
        return table;
    }();
    return all;
}

// Takes one word beside months into account; false where it is none, or one too many.
bool take_date_word(std::string_view word, std::size_t at, Words& words) {
    const auto known = date_words().find(word);
    if (known == date_words().end()) return is_filler_in_dates(word);
    const auto& [unit, epidemiological, ordinal] = known->second;
    if ((unit != Unit::none && words.unit != Unit::none) || (ordinal > 0 && words.ordinal > 0))
        return false;
    if (unit != Unit::none) {
        words.unit = unit;
        words.unit_at = at;
    }
    if (ordinal > 0) words.ordinal = ordinal;
    words.epidemiological = words.epidemiological || epidemiological;
    return true;
}

Words words_of(const std::vector<Piece>& pieces) {
    Words words;
    for (std::size_t i = 0; i < pieces.size() && words.understood; ++i) {
        const auto& word = pieces[i].word;
        if (word.empty()) continue;
        auto month = month_of_name(word);
        // The Levant's names have two words: "كانون الثاني".
        if (i + 1 < pieces.size() && !pieces[i + 1].word.empty())
            if (const auto both = month_of_name(word + " " + pieces[i + 1].word)) {
                month = both;
                ++i;
            }
        if (month) {
            // The United Nations write both: "كانون الثاني/يناير".
            words.understood = words.month == 0 || words.month == *month;
            words.month = *month;
            words.month_at = i;
        } else {
            words.understood = take_date_word(word, i, words);
        }
    }
    const bool of_a_week = words.unit == Unit::week;
    const bool of_a_part = words.unit == Unit::quarter || words.unit == Unit::half_year;
    if ((words.epidemiological && !of_a_week) || (words.ordinal > 0 && !of_a_part))
        words.understood = false;
    return words;
}

std::optional<Period> month_period(const std::vector<Piece>& pieces, const Words& words) {
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (pieces[i].digits > 0) numbers.push_back(i);
    if (numbers.size() == 1) {
        const auto& only = pieces[numbers[0]];
        if (only.digits == 4) return month_in(only.number, words.month);
        // "Aug-21" is a spreadsheet's month and year; "Aug 21" may be a day.
        const bool parted_by_sign =
            only.gap.empty() || only.gap.find_first_not_of(" .") != only.gap.npos;
        if (only.digits == 2 && numbers[0] == words.month_at + 1 && parted_by_sign)
            return month_in(full_year(only.number), words.month);
        return std::nullopt;
    }
    if (numbers.size() != 2) return std::nullopt;
    const auto& first = pieces[numbers[0]];
    const auto& second = pieces[numbers[1]];
    if (first.digits == 4 && second.digits <= 2)
        return day_in(first.number, words.month, second.number);
    if (first.digits <= 2 && (second.digits == 4 || second.digits == 2))
        return day_in(second.digits == 4 ? second.number : full_year(second.number), words.month,
                      first.number);
    return std::nullopt;
}

// The year and the number of a part of it: "2024 Q1", "Q1-24", "first quarter 2024".
struct NumberedUnit {
    int year = 0;
    int number = 0;
};

std::optional<NumberedUnit> numbered_unit(const std::vector<Piece>& pieces, const Words& words) {
    NumberedUnit unit{0, words.ordinal};
    const Piece* other = nullptr;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto& piece = pieces[i];
        if (piece.digits == 0) continue;
        if (piece.digits == 3 || piece.digits > 4) return std::nullopt;
        if (piece.digits == 4 && unit.year == 0)
            unit.year = piece.number;
        else if (piece.digits <= 2 && unit.number == 0 && i == words.unit_at + 1)
            unit.number = piece.number;
        else if (piece.digits <= 2 && other == nullptr)
            other = &piece;
        else
            return std::nullopt;
    }
    // "Q1-24", "24-Q1": two digits are a year only beside a number that stands at its unit.
    if (other != nullptr && unit.year == 0 && other->digits == 2 && unit.number > 0)
        unit.year = full_year(other->number);
    else if (other != nullptr && unit.number == 0)
        unit.number = other->number;
    else if (other != nullptr)
        return std::nullopt;
    return unit;
}

std::optional<Period> unit_period(const std::vector<Piece>& pieces, const Words& words) {
    const auto unit = numbered_unit(pieces, words);
    if (!unit || unit->year == 0 || words.unit == Unit::half_year) return std::nullopt;
    const auto [year, number] = *unit;
    if (words.unit == Unit::quarter)
        return period_from_text(fmt::format("{:04}-Q{}", year, number));
    return period_from_text(
        fmt::format("{:04}-{}{:02}", year, words.epidemiological ? 'E' : 'W', number));
}

// Words between the two ends of a stretch of time.
bool is_between_dates(std::string_view word) {
    static const std::set<std::string, std::less<>> words{
        "to", "al",    "hasta",       "desde",      "from",
        "au", "until", folded("إلى"), folded("من"), folded("حتى")};
    return words.contains(word) || is_filler_in_dates(word);
}

// The days, months and years of a stretch of time in the order in which they stand.
struct StretchParts {
    std::vector<unsigned> months;
    std::vector<int> days, years;
};

std::optional<StretchParts> parts_of_stretch(const std::vector<Piece>& pieces) {
    StretchParts parts;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto& [word, number, digits, gap] = pieces[i];
        if (digits == 4) {
            parts.years.push_back(number);
        } else if (digits == 1 || digits == 2) {
            parts.days.push_back(number);
        } else if (const auto month = month_of_name(word)) {
            parts.months.push_back(*month);
        } else if (digits > 0 || !is_between_dates(word)) {
            return std::nullopt;
        }
    }
    return parts;
}

// "Jan-Mar 2024", "18-24 March 2024", "du 25 mars au 31 mars 2024".
std::optional<Period> stretch_of_words(const std::vector<Piece>& pieces) {
    const auto parts = parts_of_stretch(pieces);
    if (!parts) return std::nullopt;
    const auto& [months, days, years] = *parts;
    const bool by_days = days.size() == 2 && (months.size() == 1 || months.size() == 2);
    const bool by_months = days.empty() && months.size() == 2;
    if ((!by_days && !by_months) || years.empty() || years.size() > 2) return std::nullopt;
    const auto first = by_days ? day_in(years.front(), months.front(), days.front())
                               : month_in(years.front(), months.front());
    const auto last = by_days ? day_in(years.back(), months.back(), days.back())
                              : month_in(years.back(), months.back());
    if (!first || !last) return std::nullopt;
    return period_of_days(first->first_day(), last->last_day());
}

std::optional<NumberInYear> number_beside_year(const std::vector<Piece>& pieces) {
    if (pieces.size() != 2) return std::nullopt;
    const auto& year = pieces[pieces[0].digits == 4 ? 0 : 1];
    const auto& other = pieces[pieces[0].digits == 4 ? 1 : 0];
    if (year.digits != 4 || other.digits > 2) return std::nullopt;
    if (other.digits > 0) return NumberInYear{year.number, other.number, false};
    static constexpr std::array<std::string_view, 4> numerals{"i", "ii", "iii", "iv"};
    const auto found = std::ranges::find(numerals, other.word);
    if (found == numerals.end()) return std::nullopt;
    return NumberInYear{year.number, static_cast<int>(found - numerals.begin()) + 1, true};
}

// "2024-IV", "I/2025": quarters as statistical offices of Latin America number them.
std::optional<Period> roman_quarter(const std::vector<Piece>& pieces) {
    const auto beside = number_beside_year(pieces);
    if (!beside || !beside->roman) return std::nullopt;
    return period_from_text(fmt::format("{:04}-Q{}", beside->year, beside->number));
}

}  // namespace

std::optional<Period> period_of_days(Day first, Day last) {
    for (const auto unit : {PeriodUnit::day, PeriodUnit::week, PeriodUnit::month,
                            PeriodUnit::quarter, PeriodUnit::year}) {
        const auto period = Period::containing(first, unit);
        if (period.first_day() == first && period.last_day() == last) return period;
    }
    return std::nullopt;
}

std::optional<Period> period_of_words(std::string_view text) {
    const auto pieces = pieces_of(text);
    if (pieces.size() > most_pieces) return std::nullopt;
    if (const auto stretch = stretch_of_words(pieces)) return stretch;
    if (const auto quarter = roman_quarter(pieces)) return quarter;
    const auto words = words_of(pieces);
    if (!words.understood || (words.month != 0) == (words.unit != Unit::none)) return std::nullopt;
    return words.month != 0 ? month_period(pieces, words) : unit_period(pieces, words);
}

bool names_half_year(std::string_view text) {
    const auto pieces = pieces_of(text);
    if (pieces.size() > most_pieces) return false;
    const auto words = words_of(pieces);
    if (!words.understood || words.month != 0 || words.unit != Unit::half_year) return false;
    const auto unit = numbered_unit(pieces, words);
    return unit && unit->year != 0 && (unit->number == 1 || unit->number == 2);
}

std::optional<NumberInYear> number_in_year(std::string_view text) {
    return number_beside_year(pieces_of(text));
}

std::optional<NumberInYear> number_behind_s(std::string_view text) {
    const auto pieces = pieces_of(text);
    if (pieces.size() != 3) return std::nullopt;
    const auto words = words_of(pieces);
    if (!words.understood || words.unit != Unit::half_year || pieces[words.unit_at].word != "s")
        return std::nullopt;
    const auto unit = numbered_unit(pieces, words);
    if (!unit || unit->year == 0 || unit->number == 0) return std::nullopt;
    return NumberInYear{unit->year, unit->number, false};
}

std::optional<Period> month_of_short_year(std::string_view text) {
    const auto pieces = pieces_of(text);
    if (pieces.empty() || pieces.size() > 3 || pieces.back().digits != 2) return std::nullopt;
    const auto words = words_of(pieces);
    const bool is_month = words.understood && words.month != 0 && words.unit == Unit::none;
    if (!is_month || std::ranges::count_if(pieces, &Piece::digits) != 1) return std::nullopt;
    return month_in(full_year(pieces.back().number), words.month);
}

std::optional<YearPart> year_part_of_words(std::string_view text) {
    const auto pieces = pieces_of(text);
    if (pieces.size() > most_pieces) return std::nullopt;
    const auto words = words_of(pieces);
    if (!words.understood) return std::nullopt;
    const bool numbered = std::ranges::any_of(pieces, [](const auto& each) { return each.digits; });
    if (words.month != 0 && words.unit == Unit::none && !numbered)
        return YearPart{PeriodUnit::month, words.month};
    if (words.month != 0 || words.unit != Unit::quarter) return std::nullopt;
    const auto unit = numbered_unit(pieces, words);
    if (!unit || unit->year != 0 || unit->number < 1 || unit->number > 4) return std::nullopt;
    return YearPart{PeriodUnit::quarter, static_cast<unsigned>(unit->number)};
}

std::optional<Period> part_in(int year, const YearPart& part) {
    const auto month = part.unit == PeriodUnit::quarter ? part.number * 3 - 2 : part.number;
    const auto first = day_in(year, month, 1);
    if (!first) return std::nullopt;
    return Period::containing(first->first_day(), part.unit);
}

}  // namespace tenpoint::formats
