// SPDX-License-Identifier: Apache-2.0
#include "formats/number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/text.hpp"

// ICU's macros cast as C does.
#pragma GCC diagnostic ignored "-Wold-style-cast"

namespace tenpoint::formats {
namespace {

constexpr std::size_t longest_number = 40;

// Nothing but ASCII digits, as most cells are; nothing where that is not so.
std::optional<std::int64_t> plain_count(std::string_view text) {
    if (text.empty() || text.size() > 18) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text) {
        const auto digit = static_cast<unsigned>(c - '0');
        if (digit > 9) return std::nullopt;
        value = value * 10 + digit;
    }
    return value;
}

// "-9.104326903", as programs write decimals.
std::optional<double> plain_decimal(std::string_view text) {
    if (text.empty() || text.find_first_not_of("0123456789.-") != text.npos) return std::nullopt;
    double value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return value;
}

// Of ASCII letters.
std::string in_lower_case(std::string_view text) {
    std::string lower{text};
    for (auto& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

bool is_blank(std::string_view text) {
    static constexpr std::array<std::string_view, 35> blanks{
        "",          "-",       "--",  "---",     "–",         "—",
        "_",         ".",       "..",  "...",     "…",         "n/a",
        "na",        "n.a.",    "n.a", "#n/a",    "n/d",       "nd",
        "n.d.",      "n.d",     "s/d", "sd",      "s.d.",      "nil",
        "null",      "none",    "nan", "no data", "sin datos", "non disponible",
        "غير متوفر", "لا يوجد", ":",   ": z",     ": u"};
    if (text.size() > 24) return false;
    return std::ranges::find(blanks, in_lower_case(text)) != blanks.end();
}

// A number's signs, one char each: digits, '.', ',', ' ' for spaces of any kind, '\'' for
// apostrophes and the Arabic thousands sign, 'd' for the Arabic decimal sign.
struct Signs {
    bool negative = false;
    std::array<char, longest_number> text{};
    std::size_t size = 0;

    std::string_view view() const { return {text.data(), size}; }
};

char sign_of(UChar32 c) {
    switch (c) {
        case '.':
        case ',':
            return static_cast<char>(c);
        case 0x060C:
            return ',';
        case ' ':
        case 0x00A0:
        case 0x2007:
        case 0x2009:
        case 0x202F:
            return ' ';
        case '\'':
        case 0x2019:
        case 0x066C:
            return '\'';
        case 0x066B:
            return 'd';
        default:
            return u_isdigit(c) ? static_cast<char>('0' + u_charDigitValue(c)) : '\0';
    }
}

std::optional<Signs> signs_of(std::string_view text) {
    Signs signs;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::size_t i = 0;
    while (i < text.size()) {
        UChar32 c = 0;
        U8_NEXT(bytes, i, text.size(), c);
        if (signs.size == 0 && !signs.negative && (c == '-' || c == 0x2212)) {
            signs.negative = true;
            continue;
        }
        if (c == '+' && signs.size == 0) continue;
        // Marks of direction that Arabic spreadsheets put around figures.
        if (c == 0x200E || c == 0x200F || c == 0x061C) continue;
        const char sign = sign_of(c);
        if (sign == '\0' || signs.size == signs.text.size()) return std::nullopt;
        signs.text[signs.size++] = sign;
    }
    return signs;
}

// "<5", "< 10", "≤4", "less than 5", "moins de 5", "menos de 5", "أقل من 5", "*", "**"; ": c" is
// Eurostat's confidential one.
bool is_suppressed(std::string_view text) {
    static constexpr std::array<std::string_view, 12> beginnings{
        "<=",    "<",        "≤",        "less than", "fewer than", "under",
        "up to", "moins de", "menos de", "menor a",   "أقل من",     "اقل من"};
    if (!text.empty() && text.find_first_not_of('*') == text.npos) return true;
    const auto lower = in_lower_case(text.substr(0, longest_number));
    if (lower == ": c" || lower == ":c") return true;
    for (const auto beginning : beginnings)
        if (lower.starts_with(beginning)) {
            const auto signs = signs_of(trimmed(text.substr(beginning.size())));
            return signs && plain_count(signs->view()).has_value();
        }
    return false;
}

// Whole groups of three digits, or of two before the last (as in India), parted by one sign.
bool is_grouped(std::string_view whole) {
    const auto first = whole.find_first_not_of("0123456789");
    if (first == whole.npos) return true;
    const char separator = whole[first];
    if (first == 0 || first > 3) return false;
    auto rest = whole.substr(first + 1);
    bool in_threes = true;
    bool in_twos = first <= 2;
    while (true) {
        const auto end = rest.find(separator);
        const auto group = rest.substr(0, end);
        if (group.find_first_not_of("0123456789") != group.npos) return false;
        in_threes = in_threes && group.size() == 3;
        if (end == rest.npos) return in_threes || (in_twos && group.size() == 3);
        in_twos = in_twos && group.size() == 2;
        rest = rest.substr(end + 1);
    }
}

// Where the fraction of a number begins, and what that says about its column.
struct Split {
    std::size_t at = std::string_view::npos;  // of the decimal sign; npos: no fraction
    DecimalSign evidence = DecimalSign::unknown;
    bool ambiguous = false;
};

DecimalSign sign_named(char c) {
    return c == '.' ? DecimalSign::point : DecimalSign::comma;
}

DecimalSign other_than(char c) {
    return c == '.' ? DecimalSign::comma : DecimalSign::point;
}

Split split(std::string_view text) {
    if (const auto arabic = text.find('d'); arabic != text.npos) return {.at = arabic};
    const auto last = text.find_last_of(".,");
    if (last == text.npos) return {};
    const char sign = text[last];
    const auto first_of_sign = text.find(sign);
    if (text.find_first_of(sign == '.' ? "," : ".") != text.npos)
        // Both are there: the last parts the fraction, if it stands once.
        return first_of_sign == last ? Split{.at = last, .evidence = sign_named(sign)} : Split{};
    if (first_of_sign != last) return {.evidence = other_than(sign)};
    const auto whole = text.substr(0, last);
    const bool may_be_group = text.size() - last - 1 == 3 && !whole.empty() && whole.size() <= 3 &&
                              whole.front() != '0' &&
                              whole.find_first_not_of("0123456789") == whole.npos;
    if (!may_be_group) return {.at = last, .evidence = sign_named(sign)};
    return {.at = last, .ambiguous = true};
}

// The digits of the two parts of a number.
struct Digits {
    std::string whole;
    std::string fraction;
};

// `when_unknown` says which sign parts the fraction where neither number nor column tells.
std::optional<Digits> digits_of(std::string_view text, NumberStyle style,
                                DecimalSign when_unknown) {
    auto [at, evidence, ambiguous] = split(text);
    if (ambiguous) {
        const auto sign =
            style.decimal_sign() == DecimalSign::unknown ? when_unknown : style.decimal_sign();
        if (sign_named(text[at]) != sign) at = text.npos;
    }
    const auto whole = text.substr(0, at);
    const auto fraction = at == text.npos ? std::string_view{} : text.substr(at + 1);
    if (!is_grouped(whole) || fraction.find_first_not_of("0123456789") != fraction.npos)
        return std::nullopt;
    Digits digits{std::string{whole}, std::string{fraction}};
    std::erase_if(digits.whole, [](char c) { return c < '0' || c > '9'; });
    if (digits.whole.empty() && digits.fraction.empty()) return std::nullopt;
    return digits;
}

// "1.2E+05", as spreadsheets write large figures into text files.
std::optional<double> scientific(std::string_view text) {
    if (text.find_first_of("eE") == text.npos || text.empty() || text.front() > '9')
        return std::nullopt;
    double value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

// Without the sign of a footnote or of a provisional figure behind it: "1,234*", "1 234 (p)", "56
// 1/". The text as it is where there is none.
std::string_view without_mark(std::string_view text) {
    static constexpr std::array<std::string_view, 6> signs{"*", "†", "‡", "¹", "²", "³"};
    const auto is_letter_or_digit = [](char c) {
        const auto lower = static_cast<char>(c | 0x20);
        return (c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'z');
    };
    for (const auto sign : signs)
        while (text.ends_with(sign))
            text.remove_suffix(sign.size());
    if (text.size() < 4) return trimmed(text);
    const auto mark = text.substr(text.size() - 3);
    const bool in_brackets = mark[0] == '(' && mark[2] == ')' && mark[1] > '9';
    const bool before_slash = mark[0] == ' ' && mark[2] == '/';
    if (is_letter_or_digit(mark[1]) && (in_brackets || before_slash)) text.remove_suffix(3);
    return trimmed(text);
}

NumberKind kind_without_number(std::string_view text) {
    if (is_blank(text)) return NumberKind::blank;
    return is_suppressed(text) ? NumberKind::suppressed : NumberKind::not_a_number;
}

}  // namespace

void NumberStyle::learn(std::string_view text) {
    if (plain_count(text)) return;
    const auto signs = signs_of(trimmed(text));
    if (!signs) return;
    const auto [at, evidence, ambiguous] = split(signs->view());
    if (!digits_of(signs->view(), *this, DecimalSign::point)) return;
    ambiguous_ = ambiguous_ || ambiguous;
    if (evidence == DecimalSign::unknown) return;
    contradictory_ = contradictory_ || (sign_ != DecimalSign::unknown && sign_ != evidence);
    if (sign_ == DecimalSign::unknown) sign_ = evidence;
}

ReadNumber<std::int64_t> parse_count(std::string_view text, NumberStyle style) {
    if (const auto plain = plain_count(text)) return {NumberKind::number, *plain};
    text = trimmed(text);
    if (const auto value = scientific(text)) {
        if (std::abs(*value) > 9e15) return {};
        if (*value != std::floor(*value)) return {NumberKind::fractional, 0};
        const auto whole = static_cast<std::int64_t>(*value);
        return {whole < 0 ? NumberKind::negative : NumberKind::number, whole};
    }
    const auto signs = signs_of(text);
    // A sign that may be either groups thousands: people are counted in whole numbers.
    const auto digits =
        signs ? digits_of(signs->view(), style, DecimalSign::unknown) : std::nullopt;
    if (!digits) {
        const auto kind = kind_without_number(text);
        const auto unmarked = without_mark(text);
        if (kind != NumberKind::not_a_number || unmarked.size() == text.size()) return {kind, 0};
        return parse_count(unmarked, style);
    }
    if (digits->fraction.find_first_not_of('0') != std::string::npos)
        return {NumberKind::fractional, 0};
    auto whole = std::string_view{digits->whole};
    whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
    const auto value = whole.empty() ? 0 : plain_count(whole);
    if (!value) return {};
    if (signs->negative && *value > 0) return {NumberKind::negative, -*value};
    return {NumberKind::number, *value};
}

ReadNumber<double> parse_decimal(std::string_view text, NumberStyle style) {
    if (const auto plain = plain_decimal(text); plain && style.decimal_sign() != DecimalSign::comma)
        return {NumberKind::number, *plain};
    text = trimmed(text);
    if (const auto value = scientific(text)) return {NumberKind::number, *value};
    const auto signs = signs_of(text);
    const auto digits = signs ? digits_of(signs->view(), style, DecimalSign::point) : std::nullopt;
    if (!digits) return {kind_without_number(text), 0};
    const auto plain = (signs->negative ? "-0" : "0") + digits->whole + "." + digits->fraction;
    double value = 0;
    std::from_chars(plain.data(), plain.data() + plain.size(), value);
    return {NumberKind::number, value};
}

}  // namespace tenpoint::formats
