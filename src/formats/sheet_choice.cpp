// SPDX-License-Identifier: Apache-2.0
#include "formats/sheet_choice.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "formats/hxl.hpp"

namespace tenpoint::formats {

namespace {

constexpr double rows_of_a_table = 3;

std::string plain_name(std::string_view name) {
    auto plain = folded(name);
    std::ranges::replace(plain, '_', ' ');
    return plain;
}

// The sheets that hold tables beside those that are read.
bool is_other_table(const SheetLook& look) {
    return look.visible && look.is_table && look.rows >= rows_of_a_table;
}

std::string listed(const SurveyedSheets& survey, const std::vector<std::size_t>& sheets) {
    std::vector<std::string> names;
    for (const auto sheet : sheets)
        names.push_back(survey.names[sheet]);
    return listed_names(names);
}

std::vector<bool> those_that_may_join(const SurveyedSheets& survey) {
    std::vector<bool> may_join;
    for (std::size_t i = 0; i < survey.names.size(); ++i)
        may_join.push_back(survey.looks[i].visible && survey.looks[i].is_table &&
                           !is_named_as_summary(survey.names[i]));
    return may_join;
}

std::optional<AlikeSheets> alike_of(const SurveyedSheets& survey, std::size_t one) {
    return sheets_like(one, survey.names, survey.forms, those_that_may_join(survey));
}

// The likeliest that is no summary of others; the likeliest where all are.
std::size_t likeliest_part(const SurveyedSheets& survey) {
    auto looks = survey.looks;
    const auto may_join = those_that_may_join(survey);
    for (std::size_t i = 0; i < looks.size(); ++i)
        if (!may_join[i]) looks[i].visible = false;
    const auto part = likeliest(looks);
    return may_join[part] ? part : likeliest(survey.looks);
}

void say_what_is_joined(const SurveyedSheets& survey, const AlikeSheets& joined,
                        FileFindings& findings) {
    if (joined.total)
        findings.add(Severity::warning, "sheet_of_totals", 0, survey.names[*joined.total]);
    if (!joined.may_be_totals.empty())
        findings.add(Severity::warning, "sheet_may_be_total", 0,
                     listed(survey, joined.may_be_totals));
    if (!joined.sums_known) findings.add(Severity::warning, "sheet_sums_unknown");
    std::vector<std::size_t> left_out;
    for (std::size_t i = 0; i < survey.names.size(); ++i)
        if (is_other_table(survey.looks[i]) &&
            std::ranges::find(joined.members, i, &AlikeSheets::Member::sheet) ==
                joined.members.end() &&
            joined.total != i)
            left_out.push_back(i);
    if (!left_out.empty())
        findings.add(Severity::warning, "sheets_left_out", 0, listed(survey, left_out));
}

void say_what_is_chosen(const SurveyedSheets& survey, std::size_t chosen,
                        const std::optional<AlikeSheets>& alike, FileFindings& findings) {
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < survey.names.size(); ++i)
        if (i != chosen) others.push_back(i);
    findings.add({weight_of_choice(survey.looks, chosen),
                  "one_table_read",
                  0,
                  {},
                  survey.names[chosen],
                  listed(survey, others),
                  {}});
    if (!alike) return;
    std::vector<std::size_t> members;
    for (const auto& member : alike->members)
        members.push_back(member.sheet);
    findings.add(Severity::warning, "alike_sheets", 0, listed(survey, members));
}

}  // namespace

std::string listed_names(std::span<const std::string> names) {
    constexpr std::size_t most_bytes = 200;
    std::string list;
    for (const auto& name : names)
        list.append(list.empty() ? "" : ", ").append(name);
    return shortened(list, most_bytes);
}

bool is_named_as_notes(std::string_view name) {
    static constexpr std::array words{
        "read me",   "readme", "notes", "note",     "metadata", "about",   "legend",   "lookup",
        "lookups",   "lists",  "codes", "codebook", "license",  "licence", "glossary", "contents",
        "lisez moi", "leame",  "notas", "listes",   "listas",   "اقراني"};
    const auto plain = plain_name(name);
    return std::ranges::any_of(words, [&](std::string_view word) {
        return plain == word || plain.starts_with(std::string{word} + " ");
    });
}

bool is_named_as_summary(std::string_view name) {
    static constexpr std::array words{
        "summary",     "total",   "totals",    "overview",        "all",      "consolidated",
        "dashboard",   "recap",   "national",  "resume",          "synthese", "recapitulatif",
        "ensemble",    "cumul",   "tous",      "tableau de bord", "totaux",   "resumen",
        "consolidado", "general", "acumulado", "totales",         "todos",    "todo",
        "الملخص",      "ملخص",    "الاجمالي",  "اجمالي",          "المجموع",  "مجموع"};
    const auto plain = plain_name(name);
    return std::ranges::any_of(words, [&](std::string_view word) {
        const auto wanted = folded(word);
        return plain == wanted || plain.starts_with(wanted + ' ') || plain.ends_with(' ' + wanted);
    });
}

SheetLook SheetLook::of(std::string_view name, bool hidden) {
    return {.visible = !hidden, .is_table = !is_named_as_notes(name)};
}

void SheetLook::learn(std::int64_t number, std::span<const Cell> cells, std::int64_t repeats) {
    const auto filled =
        std::ranges::count_if(cells, [](const Cell& cell) { return !trimmed(cell.text).empty(); });
    if (filled >= 2) rows += static_cast<double>(repeats);
    if (number <= hxl_rows_searched && is_hxl_row(cells)) has_hashtags = true;
}

std::size_t likeliest(std::span<const SheetLook> looks) {
    return static_cast<std::size_t>(std::ranges::max_element(looks) - looks.begin());
}

Severity weight_of_choice(std::span<const SheetLook> looks, std::size_t chosen) {
    for (std::size_t i = 0; i < looks.size(); ++i)
        if (i != chosen && is_other_table(looks[i])) return Severity::warning;
    return Severity::information;
}

Result<ChosenSheets> choose_sheets(const SurveyedSheets& survey, const std::string& wanted,
                                   TableInfo& info, FileFindings& findings) {
    const bool is_open = wanted.empty();
    std::size_t sheet = 0;
    if (is_open) {
        sheet = likeliest(survey.looks);
    } else if (wanted == alike_sheets) {
        sheet = likeliest_part(survey);
    } else if (const auto found = find_sheet(survey.names, wanted)) {
        sheet = *found;
    } else {
        return unknown_sheet(wanted);
    }
    auto alike = alike_of(survey, sheet);
    // Beside its parts a summary is no table of its own.
    if (is_open && !(alike && alike->are_surely_one()) && is_named_as_summary(survey.names[sheet]))
        if (auto parts = alike_of(survey, likeliest_part(survey)); parts && parts->are_surely_one())
            alike = std::move(parts);
    if (alike)
        for (const auto& member : alike->members)
            info.alike.push_back(survey.names[member.sheet]);
    if (alike) info.alike_as_one = alike_sheets;
    if (alike && (wanted == alike_sheets || (is_open && alike->are_surely_one()))) {
        info.sheet = alike_sheets;
        say_what_is_joined(survey, *alike, findings);
        return ChosenSheets{alike->members.front().sheet, std::move(alike)};
    }
    info.sheet = survey.names[sheet];
    if (survey.names.size() > 1 && (is_open || wanted == alike_sheets))
        say_what_is_chosen(survey, sheet, alike, findings);
    return ChosenSheets{sheet, std::nullopt};
}

std::optional<std::size_t> find_sheet(std::span<const std::string> names, std::string_view wanted) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == wanted) return i;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (folded(names[i]) == folded(wanted)) return i;
    return std::nullopt;
}

Problem unknown_sheet(const std::string& name) {
    return {
        ProblemCode::unreadable_file, "no sheet " + name, {{"/sheet", "unknown_sheet", {name}}}};
}

}  // namespace tenpoint::formats
