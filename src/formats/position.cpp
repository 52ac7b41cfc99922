// SPDX-License-Identifier: Apache-2.0
#include "formats/position.hpp"

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/text.hpp"
#include "formats/number.hpp"

// ICU's macros cast as C does.
#pragma GCC diagnostic ignored "-Wold-style-cast"

namespace tenpoint::formats {
namespace {

constexpr std::size_t longest_position = 200;
constexpr std::size_t most_tokens = 8;  // two angles of three numbers and a hemisphere

char hemisphere_of(std::string_view word) {
    static const std::map<std::string, char, std::less<>> words{
        {"n", 'N'},     {"north", 'N'}, {"nord", 'N'},  {"norte", 'N'}, {"شمال", 'N'},
        {"شمالا", 'N'}, {"s", 'S'},     {"south", 'S'}, {"sud", 'S'},   {"sur", 'S'},
        {"جنوب", 'S'},  {"جنوبا", 'S'}, {"e", 'E'},     {"east", 'E'},  {"est", 'E'},
        {"este", 'E'},  {"شرق", 'E'},   {"شرقا", 'E'},  {"w", 'W'},     {"west", 'W'},
        {"o", 'W'},     {"ouest", 'W'}, {"oeste", 'W'}, {"غرب", 'W'},   {"غربا", 'W'}};
    const auto known = words.find(folded(word));
    return known == words.end() ? '\0' : known->second;
}

// A number with its sign and fraction, or the word of a hemisphere.
struct Token {
    std::string_view text;
    char hemisphere = '\0';
    std::size_t begin = 0;
};

enum class Part { number, word, mark };

Part part_of(UChar32 c) {
    if (c == '.' || c == ',' || c == '-' || c == '+' || c == 0x2212 || c == 0x066B || u_isdigit(c))
        return Part::number;
    return u_isalpha(c) && c != 0x00BA ? Part::word : Part::mark;  // "º" stands for "°"
}

// Nothing where a word names no hemisphere.
std::optional<std::vector<Token>> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto last = Part::mark;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size();) {
        const auto here = i;
        UChar32 c = U_SENTINEL;
        if (i < text.size()) U8_NEXT(bytes, i, text.size(), c);
        const auto part = here == text.size() ? Part::mark : part_of(c);
        if (part != last) {
            const auto run = text.substr(begin, here - begin);
            if (last == Part::number) tokens.push_back({run, '\0', begin});
            if (last == Part::word) tokens.push_back({run, hemisphere_of(run), begin});
            if (last == Part::word && tokens.back().hemisphere == '\0') return std::nullopt;
            if (tokens.size() > most_tokens) return std::nullopt;
            begin = here;
            last = part;
        }
        if (here == text.size()) break;
    }
    return tokens;
}

// An angle has no thousands, so that a single sign parts the fraction.
std::optional<double> number_of(std::string_view text) {
    const bool comma = text.find(',') != text.npos;
    const auto read =
        parse_decimal(text, NumberStyle(comma ? DecimalSign::comma : DecimalSign::point));
    return read ? std::optional{*read} : std::nullopt;
}

// "4 35 56" and "4°35'56": each part but the first under 60 and without a sign.
std::optional<double> degrees_of(const std::vector<Token>& numbers) {
    if (numbers.empty() || numbers.size() > 3) return std::nullopt;
    double sum = 0;
    double unit = 1;
    for (std::size_t i = 0; i < numbers.size(); ++i, unit /= 60) {
        const auto part = number_of(numbers[i].text);
        if (!part || (i > 0 && (std::signbit(*part) || *part >= 60))) return std::nullopt;
        sum += std::abs(*part) * unit;
    }
    const auto first = numbers.front().text;
    return first.starts_with('-') || first.starts_with("−") ? -sum : sum;
}

bool is_east_or_west(char hemisphere) {
    return hemisphere == 'E' || hemisphere == 'W';
}

std::optional<Position> position_of(const std::optional<Angle>& first,
                                    const std::optional<Angle>& second, bool longitude_first) {
    if (!first || !second) return std::nullopt;
    const bool swapped = is_east_or_west(first->hemisphere);
    const bool named = first->hemisphere != '\0' || second->hemisphere != '\0';
    if (named && swapped == is_east_or_west(second->hemisphere)) return std::nullopt;
    if (swapped || (longitude_first && !named)) return Position{second->degrees, first->degrees};
    return Position{first->degrees, second->degrees};
}

// "4 35 56 N 74 04 51 W" and "N4°35' W74°04'": the hemispheres part the two.
std::optional<Position> parted_by_hemispheres(std::string_view text) {
    const auto tokens = tokens_of(text);
    if (!tokens || tokens->empty()) return std::nullopt;
    const bool leading = tokens->front().hemisphere != '\0';
    for (std::size_t i = 1; i < tokens->size(); ++i) {
        const auto& token = (*tokens)[i];
        if (token.hemisphere == '\0') continue;
        const auto at = leading ? token.begin : token.begin + token.text.size();
        return position_of(parse_angle(text.substr(0, at)), parse_angle(text.substr(at)), false);
    }
    return std::nullopt;
}

std::string_view without_brackets(std::string_view text) {
    text = trimmed(text);
    while (text.size() > 1 && (text.front() == '(' || text.front() == '[') &&
           (text.back() == ')' || text.back() == ']'))
        text = trimmed(text.substr(1, text.size() - 2));
    return text;
}

}  // namespace

std::optional<Angle> parse_angle(std::string_view text) {
    text = trimmed(text);
    if (text.size() > longest_position) return std::nullopt;
    if (const auto plain = number_of(text)) return Angle{*plain};
    auto tokens = tokens_of(text);
    if (!tokens || tokens->empty()) return std::nullopt;
    char hemisphere = tokens->front().hemisphere;
    if (hemisphere != '\0') {
        tokens->erase(tokens->begin());
    } else {
        hemisphere = tokens->back().hemisphere;
        if (hemisphere != '\0') tokens->pop_back();
    }
    const auto degrees = degrees_of(*tokens);
    if (!degrees || (hemisphere != '\0' && std::signbit(*degrees))) return std::nullopt;
    const bool negative = hemisphere == 'S' || hemisphere == 'W';
    return Angle{negative ? -*degrees : *degrees, hemisphere};
}

std::optional<Position> parse_position(std::string_view text) {
    if (text.size() > longest_position) return std::nullopt;
    text = trimmed(text);
    const bool is_point = folded(text.substr(0, 5)) == "point";
    text = without_brackets(is_point ? text.substr(5) : text);
    for (const std::string_view separator : {";", "|", "/", ", ", " ", ","}) {
        const auto at = text.find(separator);
        if (at == text.npos || text.find(separator, at + separator.size()) != text.npos) continue;
        if (const auto found =
                position_of(parse_angle(text.substr(0, at)),
                            parse_angle(text.substr(at + separator.size())), is_point))
            return found;
    }
    return parted_by_hemispheres(text);
}

}  // namespace tenpoint::formats
