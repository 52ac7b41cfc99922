// SPDX-License-Identifier: Apache-2.0
#include "formats/date_words.hpp"

#include <array>
#include <charconv>
#include <string>

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

enum class Unit { none, quarter, week };

Unit unit_of(std::string_view word) {
    for (const std::string_view quarter : {"q", "t", "quarter", "trimestre", "trim", "qtr"})
        if (word == quarter) return Unit::quarter;
    for (const std::string_view week : {"w", "wk", "week", "semaine", "semana", "sem"})
        if (word == week) return Unit::week;
    return Unit::none;
}

// What the words of a date say: at most one month, or a quarter or week.
struct Words {
    unsigned month = 0;
    std::size_t month_at = 0;
    Unit unit = Unit::none;
    bool understood = true;
};

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
        } else if (const auto unit = unit_of(word); unit != Unit::none) {
            words.understood = words.unit == Unit::none;
            words.unit = unit;
        } else {
            words.understood = is_filler_in_dates(word);
        }
    }
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

std::optional<Period> unit_period(const std::vector<Piece>& pieces, Unit unit) {
    int year = 0;
    int count = 0;
    for (const auto& piece : pieces) {
        if (piece.digits == 0) continue;
        auto& part = piece.digits == 4 ? year : count;
        if (piece.digits == 3 || piece.digits > 4 || part != 0) return std::nullopt;
        part = piece.number;
    }
    if (year == 0) return std::nullopt;
    return period_from_text(unit == Unit::quarter ? fmt::format("{:04}-Q{}", year, count)
                                                  : fmt::format("{:04}-W{:02}", year, count));
}

}  // namespace

std::optional<Period> period_of_words(std::string_view text) {
    const auto pieces = pieces_of(text);
    if (pieces.size() > most_pieces) return std::nullopt;
    const auto words = words_of(pieces);
    if (!words.understood || (words.month != 0) == (words.unit != Unit::none)) return std::nullopt;
    return words.month != 0 ? month_period(pieces, words) : unit_period(pieces, words.unit);
}

}  // namespace tenpoint::formats
