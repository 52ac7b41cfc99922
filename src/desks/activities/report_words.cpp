// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/report_words.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "base/words_in.hpp"
#include "desks/activities/report_word_list.hpp"

namespace tenpoint::activities {
namespace {

constexpr int whole_header = 95;
constexpr int part_of_header = 70;
constexpr int short_name = 60;

const auto& report_field_by_word() {
    static const auto all = [] {
        std::map<std::string, ReportField, std::less<>> table;
        for (const auto& [field, languages] : report_words)
            for (const auto words : languages)
                for_each_word(words, '|', [&, meant = field](std::string_view word) {
                    table.emplace(folded(word), meant);
                });
        return table;
    }();
    return all;
}

bool holds_one_of(std::string_view text, const FoldedWords& words) {
    return std::ranges::any_of(words, [&](const auto& word) { return stands_in(word, text); });
}

// "Women <18" and "Women ≥18" fold alike, and are not.
std::string with_words_for_signs(std::string_view header) {
    std::string text;
    for (std::size_t at = 0; at < header.size(); ++at) {
        const auto rest = header.substr(at);
        if (rest.front() == '<')
            text += " under ";
        else if (rest.front() == '>' || rest.front() == '+')
            text += " above ";
        else if (rest.starts_with("≥"))
            text += " above ", at += std::string_view("≥").size() - 1;
        else
            text += rest.front();
    }
    return text;
}

constexpr std::size_t shortest_word = 4;
constexpr std::size_t shortest_group = 3;  // "men"

// By the longest known word in the text that means a field for which `counts`.
template <class Counts>
std::optional<ReportField> longest_in(std::string_view text, Counts counts, std::size_t shortest) {
    std::optional<ReportField> found;
    for (const auto& [word, field] : report_field_by_word())
        if (word.size() >= shortest && counts(field) && stands_in(word, text)) {
            found = field;
            shortest = word.size() + 1;
        }
    return found;
}

bool is_part_of_new(ReportField field) {
    return ReportField::in_destination <= field && field <= ReportField::other_children;
}

bool counts_people(ReportField field) {
    return field == ReportField::beneficiaries || field == ReportField::new_beneficiaries ||
           is_part_of_new(field);
}

bool is_planned(std::string_view text) {
    static const auto plans = folded_words(words_of_plans);
    return holds_one_of(text, plans);
}

// Of a text that counts beneficiaries: all, the new ones, or a part of these; `other` is a part of
// all, which no field is for.
std::optional<ReportField> field_of_people(std::string_view text) {
    static const auto news = folded_words(words_of_new);
    static const auto groups = folded_words(words_of_groups);
    const auto all = longest_in(
        text,
        [](ReportField field) {
            return field == ReportField::beneficiaries || field == ReportField::new_beneficiaries;
        },
        shortest_word);
    if (!all) return std::nullopt;
    const bool is_new = all == ReportField::new_beneficiaries || holds_one_of(text, news);
    const auto part = longest_in(text, is_part_of_new, shortest_group);
    if (part) return is_new ? *part : ReportField::other;
    if (holds_one_of(text, groups)) return ReportField::other;
    return is_new ? ReportField::new_beneficiaries : ReportField::beneficiaries;
}

SuggestedField field_of_part(std::string_view header) {
    const auto text = folded(with_words_for_signs(header));
    if (text.empty()) return {};
    const auto& table = report_field_by_word();
    if (const auto whole = table.find(text); whole != table.end())
        return {whole->second, whole_header};
    static const auto others = folded_words(words_of_others);
    static const auto short_names = folded_words(words_of_short_names);
    if (holds_one_of(text, others) || is_planned(text)) return {};
    const auto found = longest_in(
        text, [](ReportField) { return true; }, shortest_word);
    if (!found) return {};
    if (counts_people(*found))
        if (const auto people = field_of_people(text))
            return {*people, *people == ReportField::other ? 0 : part_of_header};
    return {*found, holds_one_of(text, short_names) ? short_name : part_of_header};
}

}  // namespace

SuggestedField field_of_header(std::string_view header) {
    constexpr std::string_view joint = " / ";
    if (const auto last = header.rfind(joint); last != header.npos) {
        const auto part = field_of_part(header.substr(last + joint.size()));
        if (is_number(part.field) && is_planned(folded(header.substr(0, last)))) return {};
        if (part.confidence > 0) return part;
    }
    return field_of_part(header);
}

bool is_activity_sheet(const ReportFields& fields) {
    using enum ReportField;
    const auto has = [&](ReportField field) { return fields.contains(field); };
    return (has(organisation) || has(implementing_partner)) && (has(sector) || has(activity)) &&
           (has(country) || has(admin1) || has(admin1_code) || has(admin2) || has(period));
}

}  // namespace tenpoint::activities
