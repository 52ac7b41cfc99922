// SPDX-License-Identifier: Apache-2.0
#include "formats/sheet_choice.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "formats/hxl.hpp"

namespace tenpoint::formats {

bool is_named_as_notes(std::string_view name) {
    static constexpr std::array words{
        "read me",   "readme", "notes", "note",     "metadata", "about",   "legend",   "lookup",
        "lookups",   "lists",  "codes", "codebook", "license",  "licence", "glossary", "contents",
        "lisez moi", "leame",  "notas", "listes",   "listas",   "اقراني"};
    auto name_folded = folded(name);
    std::ranges::replace(name_folded, '_', ' ');
    return std::ranges::any_of(words, [&](std::string_view word) {
        return name_folded == word || name_folded.starts_with(std::string{word} + " ");
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
    constexpr double rows_of_a_table = 3;
    for (std::size_t i = 0; i < looks.size(); ++i)
        if (i != chosen && looks[i].visible && looks[i].is_table &&
            looks[i].rows >= rows_of_a_table)
            return Severity::warning;
    return Severity::information;
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
