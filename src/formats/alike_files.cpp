// SPDX-License-Identifier: Apache-2.0
#include "formats/alike_files.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "formats/dates.hpp"
#include "formats/number.hpp"
#include "formats/sheet_choice.hpp"

namespace tenpoint::formats {
namespace {

constexpr std::size_t most_bytes_added = std::size_t{32} << 20;
constexpr std::int64_t most_rows_looked_at = 100'000, rows_of_a_top = 50;

std::string_view without_ending(std::string_view name) {
    const auto dot = name.rfind('.');
    const auto folder = name.find_last_of("/\\");
    const bool ends = dot != name.npos && (folder == name.npos || dot > folder + 1) && dot > 0;
    return ends ? name.substr(0, dot) : name;
}

// Up to the last folder that all names begin with.
std::size_t shared_folder(std::span<const ZipEntry> entries) {
    std::string_view shared = entries.front().name;
    for (const auto& entry : entries) {
        const auto [end, other] = std::ranges::mismatch(shared, entry.name);
        shared = shared.substr(0, static_cast<std::size_t>(end - shared.begin()));
    }
    const auto last = shared.find_last_of("/\\");
    return last == shared.npos ? 0 : last + 1;
}

// What the files are called by, each otherwise: the less of folders and endings the better.
std::vector<std::string> names_of(std::span<const ZipEntry> entries) {
    const auto folder = shared_folder(entries);
    const auto named = [&](auto name_of) {
        std::vector<std::string> names;
        for (const auto& entry : entries)
            names.emplace_back(name_of(std::string_view{entry.name}));
        return names;
    };
    const auto differ = [](const std::vector<std::string>& names) {
        return std::set<std::string>(names.begin(), names.end()).size() == names.size();
    };
    auto names = named([](std::string_view name) {
        return without_ending(name.substr(name.find_last_of("/\\") + 1));
    });
    if (differ(names)) return names;
    names = named([&](std::string_view name) { return without_ending(name.substr(folder)); });
    return differ(names) ? names : named([](std::string_view name) { return name; });
}

// "1,234" and " 5": a figure that is not added up as it stands.
bool is_written_with_signs(const Cell& cell) {
    return cell.text.find_first_not_of("0123456789") != cell.text.npos && parse_count(cell.text);
}

// Files whose rows say when may each hold all that the one before held: exports of one table.
bool says_when(const Cell& cell) {
    const auto date = parse_date(cell.text, DateOrder(DayMonthOrder::day_first));
    return date && date->period.unit() != PeriodUnit::year;
}

void look_through(TableReader& table, bool all, SheetLook& look, SheetForm& form) {
    std::vector<Cell> cells;
    std::int64_t rows = 0;
    while (table.next(cells)) {
        if (++rows > (all ? most_rows_looked_at : rows_of_a_top)) return form.is_cut();
        look.learn(table.row_number(), cells);
        form.learn(table.row_number(), cells);
        if (std::ranges::any_of(cells, is_written_with_signs)) form.is_cut();
        if (rows <= rows_of_a_top && std::ranges::any_of(cells, says_when)) form.is_cut();
    }
    if (std::ranges::find(table.findings(), "damaged_file", &Finding::code) !=
        table.findings().end())
        form.is_cut();
}

struct SurveyedFiles {
    SurveyedSheets sheets;
    std::vector<TableInfo> infos;
};

SurveyedFiles survey_texts(std::span<const ZipEntry> entries, const OpenText& open) {
    SurveyedFiles survey;
    survey.sheets.names = names_of(entries);
    std::size_t bytes = 0;
    for (const auto& entry : entries)
        bytes += std::min(entry.size, most_bytes_added);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto look = SheetLook::of(survey.sheets.names[i], false);
        SheetForm form;
        TableInfo info;
        if (const auto table = open(i, info))
            look_through(**table, bytes <= most_bytes_added, look, form);
        else
            look.rows = static_cast<double>(entries[i].size);  // the larger the likelier
        survey.sheets.looks.push_back(look);
        survey.sheets.forms.push_back(std::move(form));
        survey.infos.push_back(std::move(info));
    }
    return survey;
}

std::vector<std::size_t> places_of(std::span<const std::string> chosen,
                                   const std::vector<std::string>& names) {
    std::vector<std::size_t> places;
    for (const auto& name : chosen)
        places.push_back(static_cast<std::size_t>(std::ranges::find(names, name) - names.begin()));
    return places;
}

}  // namespace

AlikeFiles files_like(std::span<const ZipEntry> entries, std::size_t one, const std::string& wanted,
                      const OpenText& open, FileFindings& findings) {
    const auto survey = survey_texts(entries, open);
    const auto& names = survey.sheets.names;
    AlikeFiles alike;
    if (wanted.empty() || wanted == alike_sheets) {
        TableInfo seen;
        FileFindings said;
        auto chosen = choose_sheets(survey.sheets, wanted, seen, said);
        if (chosen && chosen->joined) {
            for (const auto& finding : said.all())
                findings.add(finding);
            alike.files = places_of(seen.alike, names);
            alike.first = survey.infos[chosen->sheet];
            alike.joined = std::move(chosen->joined);
            return alike;
        }
    }
    TableInfo seen;
    FileFindings unsaid;
    if (choose_sheets(survey.sheets, names[one], seen, unsaid))
        alike.files = places_of(seen.alike, names);
    if (wanted.empty() && !alike.files.empty())
        findings.add(Severity::warning, "alike_sheets", 0, listed_names(seen.alike));
    return alike;
}

}  // namespace tenpoint::formats
