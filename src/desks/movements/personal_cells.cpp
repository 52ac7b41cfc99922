// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/personal_cells.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "base/words_in.hpp"
#include "formats/dates.hpp"
#include "formats/number.hpp"
#include "formats/position.hpp"

namespace tenpoint::movements {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    return at != text.npos && at > 0 && text.find('.', at) != text.npos &&
           text.find('@', at + 1) == text.npos && text.back() != '.' &&
           text.find_first_of(" \t") == text.npos;
}

// Lengths of the groups of digits: "300-123-4567" is 3, 3, 4.
std::vector<std::size_t> digit_groups(std::string_view text) {
    std::vector<std::size_t> groups;
    bool within = false;
    for (const char c : text) {
        if (is_digit(c) && !within) groups.push_back(0);
        within = is_digit(c);
        if (within) ++groups.back();
    }
    return groups;
}

// "+57 300 123 4567", "(0212) 555-1234", "06 12 34 56 78", "300-123-4567": what is no date, no
// coordinate and no code with leading zeros.
bool is_telephone(std::string_view text) {
    const auto digits = std::ranges::count_if(text, is_digit);
    if (digits < 8 || digits > 15 || text.find_first_not_of("0123456789 +-.()") != text.npos)
        return false;
    const auto groups = digit_groups(text);
    const bool marked = text.front() == '+' || (text.front() == '(' && text.back() != ')');
    if (!marked && !(text.front() == '0' && groups.size() > 2) &&
        groups != std::vector<std::size_t>{3, 3, 4})
        return false;
    using formats::DateOrder, formats::DayMonthOrder;
    return !formats::parse_date(text, DateOrder(DayMonthOrder::day_first)) &&
           !formats::parse_date(text, DateOrder(DayMonthOrder::month_first)) &&
           !formats::parse_position(text);
}

// "ask who@example.org (evenings)": a word between blanks and brackets, and no part of an address
// of the web.
bool holds_email(std::string_view text) {
    constexpr std::string_view around = " \t\n\r,;:()[]<>\"'";
    for (auto at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
        const auto begin = text.find_last_of(around, at) + 1;
        auto word = text.substr(begin, text.find_first_of(around, at) - begin);
        while (word.ends_with('.'))
            word.remove_suffix(1);
        if (word.find('/') == word.npos && is_email(word)) return true;
    }
    return false;
}

bool speaks_of_calling(std::string_view text) {
    static const auto words = folded_words(
        "tel|telephone|phone|mobile|cell|call|called|calls|whatsapp|appeler|appelez|portable|gsm|"
        "telefono|llamar|llame|celular|movil|هاتف|الهاتف|جوال|الجوال|واتساب|اتصل|موبايل");
    return has_word_of(folded(text), words);
}

// "call Somebody +509 3456 7890", "Tel. 3456 7890", "06 12 34 56 78 in the evening".
bool holds_telephone(std::string_view text) {
    constexpr std::string_view of_number = "0123456789 -.()";
    const auto enough = [](std::string_view run) {
        const auto digits = std::ranges::count_if(run, is_digit);
        return digits >= 8 && digits <= 15;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at]) && text[at] != '+' && text[at] != '(') {
            ++at;
            continue;
        }
        const auto end = std::min(text.find_first_not_of(of_number, at + 1), text.size());
        const auto run = trimmed(text.substr(at, end - at));
        const auto groups = digit_groups(run);
        const bool of_pairs = groups.size() >= 4 &&
                              std::ranges::all_of(groups, [](auto digits) { return digits <= 3; });
        if (is_telephone(run) && (run.front() == '+' || of_pairs)) return true;
        const bool is_position = run.find('.') != run.npos && formats::parse_position(run);
        if (enough(run) && speaks_of_calling(text) && !formats::parse_date(run) && !is_position)
            return true;
        at = std::max(end, at + 1);
    }
    return false;
}

}  // namespace

bool reaches_somebody(std::string_view text) {
    return is_email(text) || is_telephone(text);
}

bool holds_how_to_reach(std::string_view text) {
    return holds_email(text) || holds_telephone(text);
}

bool is_bare_number(std::string_view text) {
    if (text.find_first_not_of("0123456789") != text.npos) return false;
    const bool national = text.size() == 10 && text[0] != '1' && !text.starts_with("20");
    return national || (text.size() == 11 && text[0] == '0');
}

bool is_short_number(std::string_view text) {
    constexpr std::size_t digits_of_a_telephone = 7;
    return formats::parse_decimal(text) && text.size() < digits_of_a_telephone;
}

std::string masked(std::string_view text) {
    auto length = std::min<std::size_t>(1, text.size());
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80)
        ++length;
    return std::string{text.substr(0, length)} + "•••";
}

}  // namespace tenpoint::movements
