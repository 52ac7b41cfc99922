// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/cell_texts.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <string>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/words_in.hpp"
#include "formats/month_names.hpp"

namespace tenpoint::activities {
namespace {

constexpr std::string_view words_for_nothing =
    "none|na|n a|not applicable|no partner|nil|nada|ninguno|ninguna|no aplica|aucun|aucune|neant|"
    "sans objet|non applicable|لا يوجد|لا ينطبق|لا شيء";

constexpr std::array<std::string_view, 7> marks_of_dollars{
    "us dollars", "us dollar", "us$", "usd", "$", "دولار أمريكي", "دولار"};

bool equal_but_for_case(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) ==
               std::tolower(static_cast<unsigned char>(y));
    });
}

}  // namespace

bool says_nothing(std::string_view text, ReportField field) {
    if (text.empty() || text == "#N/A" || text == "-" || text == "—") return true;
    const auto word = folded(text);
    if (word == "n a") return true;
    if (field != ReportField::implementing_partner && field != ReportField::mechanism &&
        field != ReportField::value_usd)
        return false;
    static const auto words = folded_words(words_for_nothing);
    return words.contains(word) ||
           (field == ReportField::value_usd && without_currency(text).empty());
}

std::string_view without_currency(std::string_view text) {
    text = trimmed(text);
    for (const auto mark : marks_of_dollars) {
        if (text.size() < mark.size()) continue;
        if (equal_but_for_case(text.substr(0, mark.size()), mark))
            return trimmed(text.substr(mark.size()));
        if (equal_but_for_case(text.substr(text.size() - mark.size()), mark))
            return trimmed(text.substr(0, text.size() - mark.size()));
    }
    return text;
}

std::optional<unsigned> bare_month(std::string_view text) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && end == text.data() + text.size() && number >= 1 && number <= 12)
        return number;
    return formats::month_of_name(folded(text));
}

std::optional<Period> month_of(int year, unsigned month) {
    return period_from_text(fmt::format("{:04}-{:02}", year, month));
}

Period as_month(const Period& period) {
    const bool is_shorter = period.unit() == PeriodUnit::day || period.unit() == PeriodUnit::week;
    return is_shorter ? Period::containing(period.first_day(), PeriodUnit::month) : period;
}

bool names_pcodes(std::string_view header) {
    auto letters = folded(header);
    std::erase(letters, ' ');
    return letters.find("pcod") != letters.npos;
}

std::string_view finding_of(formats::NumberKind kind) {
    using enum formats::NumberKind;
    if (kind == negative) return "negative_count";
    return kind == fractional ? "fractional_count" : "bad_count";
}

}  // namespace tenpoint::activities
