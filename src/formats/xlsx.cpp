// SPDX-License-Identifier: Apache-2.0
#include "formats/xlsx.hpp"

#include <algorithm>
#include <array>
#include <ranges>

#include "base/text.hpp"
#include "formats/hxl.hpp"
#include "formats/sheet_reader.hpp"
#include "formats/workbook.hpp"

namespace tenpoint::formats {
namespace {

using SharedWorkbook = std::shared_ptr<const Workbook>;

// As far as a sheet is looked into before one is chosen; its rows are estimated from there on.
constexpr std::size_t looked_into = std::size_t{1} << 20;

Result<std::unique_ptr<SheetReader>> open_sheet(const SharedWorkbook& workbook,
                                                const WorkbookSheet& sheet,
                                                FileFindings findings = {}) {
    TENPOINT_TRY(part, workbook->part(sheet));
    return std::make_unique<SheetReader>(workbook, std::move(part), std::move(findings));
}

// Ranks above all the more where it is likelier to hold the data; compared member by member.
struct Likelihood {
    bool visible = false;
    bool has_hashtags = false;
    bool is_table = false;  // by its name no notes, codes or explanations
    double rows = 0;        // with two filled cells or more

    auto operator<=>(const Likelihood&) const = default;
};

bool is_named_as_notes(std::string_view name) {
    static constexpr std::array words{"read me", "readme",   "notes",    "note",     "metadata",
                                      "about",   "legend",   "lookup",   "lookups",  "lists",
                                      "codes",   "codebook", "glossary", "contents", "lisez moi",
                                      "leame",   "notas",    "listes",   "listas",   "اقراني"};
    const auto name_folded = folded(name);
    return std::ranges::any_of(words, [&](std::string_view word) {
        return name_folded == word || name_folded.starts_with(std::string{word} + " ");
    });
}

Likelihood likelihood_of(const SharedWorkbook& workbook, const WorkbookSheet& sheet) {
    Likelihood likelihood{.visible = !sheet.hidden, .is_table = !is_named_as_notes(sheet.name)};
    const auto reader = open_sheet(workbook, sheet);
    if (!reader) return {};
    std::vector<Cell> cells;
    while ((*reader)->bytes_read() < looked_into && (*reader)->next(cells)) {
        const auto filled = std::ranges::count_if(
            cells, [](const Cell& cell) { return !trimmed(cell.text).empty(); });
        if (filled >= 2) ++likelihood.rows;
        if ((*reader)->row_number() <= hxl_rows_searched && is_hxl_row(cells))
            likelihood.has_hashtags = true;
    }
    likelihood.rows /= std::max((*reader)->progress(), 1e-6);
    return likelihood;
}

const WorkbookSheet& likeliest(const SharedWorkbook& workbook) {
    const auto& sheets = workbook->sheets();
    const auto* best = &sheets.front();
    auto most = likelihood_of(workbook, *best);
    for (const auto& sheet : sheets | std::views::drop(1))
        if (const auto likelihood = likelihood_of(workbook, sheet); likelihood > most) {
            most = likelihood;
            best = &sheet;
        }
    return *best;
}

// By name; spelling alike is enough.
const WorkbookSheet* find_sheet(const Workbook& workbook, std::string_view name) {
    for (const auto& sheet : workbook.sheets())
        if (sheet.name == name) return &sheet;
    for (const auto& sheet : workbook.sheets())
        if (folded(sheet.name) == folded(name)) return &sheet;
    return nullptr;
}

}  // namespace

Result<std::unique_ptr<TableReader>> open_xlsx(const std::filesystem::path& path,
                                               const TableOptions& options, TableInfo& info) {
    TENPOINT_TRY(workbook, Workbook::open(path));
    info.format = "xlsx";
    info.encoding = "UTF-8";
    for (const auto& sheet : workbook->sheets())
        info.sheets.push_back(sheet.name);
    FileFindings findings;
    const WorkbookSheet* sheet = nullptr;
    if (!options.sheet.empty()) {
        sheet = find_sheet(*workbook, options.sheet);
        if (sheet == nullptr)
            return Problem{ProblemCode::unreadable_file,
                           "no sheet " + options.sheet,
                           {{"/sheet", "unknown_sheet", {options.sheet}}}};
    } else if (workbook->sheets().size() == 1) {
        sheet = &workbook->sheets().front();
    } else {
        sheet = &likeliest(workbook);
        findings.add(Severity::information, "sheet_chosen", 0, sheet->name);
    }
    info.sheet = sheet->name;
    TENPOINT_TRY(reader, open_sheet(workbook, *sheet, std::move(findings)));
    return std::unique_ptr<TableReader>{std::move(reader)};
}

}  // namespace tenpoint::formats
