// SPDX-License-Identifier: Apache-2.0
#include "formats/hxl.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"

namespace tenpoint::formats {
namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_word_sign(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
}

// Takes the word at the front of `text`, in small letters, and the spaces after it.
std::string take_word(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    std::string word;
    if (text.empty() || !is_letter(text.front())) return word;
    while (!text.empty() && is_word_sign(text.front())) {
        word += static_cast<char>(is_letter(text.front()) ? text.front() | 0x20 : text.front());
        text.remove_prefix(1);
    }
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return word;
}

struct OldTag {
    std::string_view word;
    std::string_view tag;
    std::string_view attributes;  // parted by '+'
};

// The tags of the dictionary of 2014 that have another name today. Its endings _id, _num and _lnk
// are dealt with by rule.
constexpr std::array old_tags{
    OldTag{"report_date", "date", "reported"},
    OldTag{"from_date", "date", "start"},
    OldTag{"to_date", "date", "end"},
    OldTag{"period_date", "date", ""},
    OldTag{"source", "meta", "source"},
    OldTag{"method", "meta", "method"},
    OldTag{"datatype", "meta", "datatype"},
    OldTag{"data", "meta", "data"},
    OldTag{"loctype", "loc", "type"},
    OldTag{"lat_deg", "geo", "lat"},
    OldTag{"lon_deg", "geo", "lon"},
    OldTag{"people_num", "population", ""},
    OldTag{"households_num", "population", "hh"},
    OldTag{"females_num", "population", "f"},
    OldTag{"males_num", "population", "m"},
    OldTag{"origin", "country", "origin"},
    OldTag{"aff_num", "affected", ""},
    OldTag{"injured_num", "affected", "injured"},
    OldTag{"idp_num", "affected", "idps"},
    OldTag{"refugee_num", "affected", "refugees"},
    OldTag{"impact1", "impact", ""},
    OldTag{"impact2", "impact", "detail"},
    OldTag{"name", "contact", "name"},
    OldTag{"email", "contact", "email"},
    OldTag{"phone", "contact", "phone"},
    OldTag{"prog", "org", "prog"},
    OldTag{"impl", "org", "impl"},
    OldTag{"funder", "org", "funder"},
    OldTag{"delivered_num", "output", "delivered"},
};

void add_attributes(HxlTag& tag, std::string_view attributes) {
    while (!attributes.empty()) {
        const auto end = std::min(attributes.find('+'), attributes.size());
        tag.attributes.emplace_back(attributes.substr(0, end));
        attributes.remove_prefix(std::min(end + 1, attributes.size()));
    }
}

bool take_ending(std::string& word, std::string_view ending) {
    if (!word.ends_with(ending) || word.size() == ending.size()) return false;
    word.resize(word.size() - ending.size());
    return true;
}

void put_into_todays_words(std::string word, HxlTag& tag) {
    const auto rename = [&] {
        const auto* old = std::ranges::find(old_tags, word, &OldTag::word);
        if (old == old_tags.end()) return false;
        word = old->tag;
        add_attributes(tag, old->attributes);
        return true;
    };
    if (!rename()) {
        if (take_ending(word, "_id")) tag.attributes.emplace_back("code");
        if (take_ending(word, "_lnk")) tag.attributes.emplace_back("url");
        take_ending(word, "_num");
        rename();
    }
    tag.tag = "#" + word;
}

}  // namespace

bool HxlTag::has(std::string_view attribute) const {
    return std::ranges::binary_search(attributes, attribute);
}

std::string to_text(const HxlTag& tag) {
    auto text = tag.tag;
    for (const auto& attribute : tag.attributes)
        text += "+" + attribute;
    return text;
}

std::optional<HxlTag> parse_hxl_tag(std::string_view cell) {
    cell = trimmed(cell);
    if (!cell.starts_with('#')) return std::nullopt;
    cell.remove_prefix(1);
    // "# people" is a heading.
    auto word = cell.starts_with(' ') ? std::string{} : take_word(cell);
    if (word.empty()) return std::nullopt;
    HxlTag tag;
    put_into_todays_words(std::move(word), tag);
    while (!cell.empty()) {
        const char sign = cell.front();
        cell.remove_prefix(1);
        // "#sector?": its writer was not sure, but there is no better word.
        if (sign == '?' && cell.empty()) break;
        const auto attribute = take_word(cell);
        // "#country/fr" of 2014: the language. "#N/A" is none.
        const bool is_language = sign == '/' && attribute.size() == 2;
        if ((sign != '+' && !is_language) || attribute.empty()) return std::nullopt;
        tag.attributes.push_back(is_language ? "i_" + attribute : attribute);
    }
    std::ranges::sort(tag.attributes);
    const auto repeated = std::ranges::unique(tag.attributes);
    tag.attributes.erase(repeated.begin(), repeated.end());
    return tag;
}

bool is_hxl_row(std::span<const Cell> cells) {
    std::size_t filled = 0;
    std::size_t tags = 0;
    for (const auto& cell : cells) {
        if (trimmed(cell.text).empty()) continue;
        ++filled;
        if (parse_hxl_tag(cell.text)) ++tags;
    }
    return tags * 2 > filled;
}

}  // namespace tenpoint::formats
