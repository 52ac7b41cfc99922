// SPDX-License-Identifier: Apache-2.0
#include "formats/countries.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "formats/reference_list.hpp"

namespace tenpoint::formats {
namespace {

constexpr std::size_t short_name = 5;
constexpr std::size_t shortest_guess = 4;
constexpr std::size_t most_named_in_part = 4;

// Everything that is known of countries, read once.
class Atlas {
  public:
    Atlas() {
        for_each_reference("countries.csv", [this](auto cell) {
            countries_.push_back({cell(0), cell(1), cell(2), {cell(5), cell(6), cell(7), cell(8)}});
        });
        for (const auto& country : countries_) {
            by_code_.emplace(country.alpha3, &country);
            for (const auto& code : {country.alpha2, country.numeric})
                if (!code.empty()) by_code_.emplace(code, &country);
            for (const auto language : all_languages)
                by_name_.emplace(folded(country.name.in(language)), &country);
        }
        for_each_reference("country_aliases.csv", [this](auto cell) {
            by_name_.emplace(folded(cell(1)), by_code_.at(cell(0)));
        });
    }

    const std::vector<Country>& countries() const { return countries_; }
    const Country* by_code(const std::string& code) const { return found(by_code_, code); }
    const Country* by_name(const std::string& folded_name) const {
        return found(by_name_, folded_name);
    }
    const auto& names() const { return by_name_; }

  private:
    using Index = std::unordered_map<std::string, const Country*>;

    static const Country* found(const Index& index, const std::string& key) {
        const auto entry = index.find(key);
        return entry == index.end() ? nullptr : entry->second;
    }

    std::vector<Country> countries_;
    Index by_code_;  // alpha-3, alpha-2 and numeric
    Index by_name_;  // folded names and aliases
};

const Atlas& atlas() {
    static const Atlas atlas;
    return atlas;
}

// In capitals where `text` may be a code; else empty.
std::string code_in(std::string_view text) {
    if (text.size() < 2 || text.size() > 3) return {};
    std::string code{text};
    for (auto& c : code)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return code;
}

// Whether the folded `text` has those words, one behind the other.
bool holds_words(std::string_view text, std::string_view words) {
    for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
        const auto end = at + words.size();
        if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' '))
            return true;
    }
    return false;
}

}  // namespace

std::span<const Country> all_countries() {
    return atlas().countries();
}

const Country* country(std::string_view alpha3) {
    const auto* found = alpha3.size() == 3 ? atlas().by_code(std::string{alpha3}) : nullptr;
    return found != nullptr && found->alpha3 == alpha3 ? found : nullptr;
}

const Country* find_country(std::string_view text) {
    text = trimmed(text);
    if (const auto code = code_in(text); !code.empty())
        if (const auto* found = atlas().by_code(code)) return found;
    const auto name = folded(text);
    return name.empty() ? nullptr : atlas().by_name(name);
}

const Country* find_country_by_number(std::string_view text) {
    text = trimmed(text);
    const bool digits = text.find_first_not_of("0123456789") == std::string_view::npos;
    if (!digits || text.empty() || text.size() > 3) return nullptr;
    return atlas().by_code(std::string(3 - text.size(), '0') + std::string{text});
}

const Country* suggest_country(std::string_view text) {
    const auto wanted = folded(text);
    if (wanted.size() < shortest_guess) return nullptr;
    const Country* best = nullptr;
    auto least = std::string::npos;
    for (const auto& [name, country] : atlas().names()) {
        const std::size_t limit = std::min(name.size(), wanted.size()) <= short_name ? 1 : 2;
        const auto distance = edit_distance(wanted, name, limit);
        if (distance > limit || distance > least) continue;
        if (distance == least && country != best) best = nullptr;
        if (distance < least) best = country;
        least = distance;
    }
    return best;
}

std::string countries_named_in_part(std::string_view text) {
    const auto part = folded(text);
    if (part.size() < shortest_guess) return {};
    std::set<std::string> codes;
    for (const auto& [name, country] : atlas().names())
        if (!country->is_group() && holds_words(name, part)) codes.insert(country->alpha3);
    return codes.size() <= most_named_in_part ? fmt::format("{}", fmt::join(codes, ", "))
                                              : std::string{};
}

}  // namespace tenpoint::formats
