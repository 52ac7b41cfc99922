// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/sheet_composition.hpp"

#include <array>
#include <cctype>

#include "desks/movements/sheet_composition_parts.hpp"
#include "desks/movements/sheet_content_stretch.hpp"
#include "formats/document_locale.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::array parts{
    &add_lead,          &add_headlines, &add_trend,       &add_corridor_profile,
    &add_map,           &add_origins,   &add_sex_and_age, &add_deaths,
    &add_disagreements, &add_notes,     &add_sources};

std::string edition_text(const SheetWords& words, const EditionLine& line) {
    const auto date = formats::format_day(words.language(), day_of(line.made_at));
    if (!line.edition) return words.text("preview", {{"date", date}});
    return words.text("edition", {{"edition", *line.edition}, {"date", date}});
}

}  // namespace

formats::Document compose_sheet(const SheetContent& content, Language language,
                                const EditionLine& line) {
    const SheetWords words(content, language);
    formats::Document document;
    document.language = language;
    document.title = sheet_title(content, language);
    document.subtitle = words.text("subtitle");
    document.edition_line = edition_text(words, line);
    document.publisher = line.publisher;
    document.made_at = line.made_at;
    if (line.changed_since)
        document.blocks.emplace_back(
            formats::Paragraph{words.text("changed_since"), formats::Tone::remark});
    for (const auto add : parts)
        add(words, document.blocks);
    document.figures = long_table(words);
    return document;
}

std::string sheet_title(const SheetContent& content, Language language) {
    const SheetWords words(content, language);
    return words.text("title", {{"name", std::string_view(content.name.in(language))},
                                {"dates", words.stretch(content.days)}});
}

std::string sheet_file_name(const SheetContent& content) {
    const auto period = period_of(content.days);
    auto name =
        content.code + '-' +
        (period ? to_text(*period) : to_text(content.days.from) + '-' + to_text(content.days.to));
    for (auto& letter : name) {
        const auto byte = static_cast<unsigned char>(letter);
        letter = std::isalnum(byte) ? static_cast<char>(std::tolower(byte)) : '-';
    }
    return name;
}

}  // namespace tenpoint::movements
