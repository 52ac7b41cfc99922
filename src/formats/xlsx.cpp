// SPDX-License-Identifier: Apache-2.0
#include "formats/xlsx.hpp"

#include <algorithm>

#include "formats/joined_sheets.hpp"
#include "formats/sheet_choice.hpp"
#include "formats/workbook.hpp"
#include "formats/xlsx_sheet.hpp"

namespace tenpoint::formats {
namespace {

using SharedWorkbook = std::shared_ptr<const Workbook>;

// As far as a sheet is looked into before one is chosen; its rows are estimated from there on.
constexpr std::size_t looked_into = std::size_t{1} << 20;
// Merged cells are sought in sheets as people make them, not in those that programs write.
constexpr std::size_t most_bytes_with_merged = std::size_t{64} << 20;

Result<std::unique_ptr<XlsxSheet>> open_sheet(const SharedWorkbook& workbook,
                                              const WorkbookSheet& sheet,
                                              FileFindings findings = {}) {
    TENPOINT_TRY(part, workbook->part(sheet));
    return std::make_unique<XlsxSheet>(workbook, std::move(part), std::move(findings));
}

Result<void> add_merged(const SharedWorkbook& workbook, const WorkbookSheet& sheet,
                        XlsxSheet& reader) {
    TENPOINT_TRY(part, workbook->part(sheet));
    if (part->size() > most_bytes_with_merged) return {};
    for (const auto& area : merged_areas_in(*part))
        reader.add_merged(area);
    return {};
}

void look_at(const SharedWorkbook& workbook, const WorkbookSheet& sheet, SurveyedSheets& survey) {
    auto look = SheetLook::of(sheet.name, sheet.hidden);
    SheetForm form;
    const auto reader = open_sheet(workbook, sheet);
    bool more = static_cast<bool>(reader);
    std::vector<Cell> cells;
    while (more && (*reader)->bytes_read() < looked_into && (more = (*reader)->next(cells))) {
        look.learn((*reader)->row_number(), cells);
        form.learn((*reader)->row_number(), cells);
    }
    if (more) form.is_cut();
    if (reader) look.rows /= std::max((*reader)->progress(), 1e-6);
    survey.names.push_back(sheet.name);
    survey.looks.push_back(reader ? look : SheetLook{});
    survey.forms.push_back(std::move(form));
}

SurveyedSheets survey_of(const SharedWorkbook& workbook) {
    SurveyedSheets survey;
    for (const auto& sheet : workbook->sheets())
        look_at(workbook, sheet, survey);
    return survey;
}

Result<std::unique_ptr<TableReader>> open_whole(const SharedWorkbook& workbook, std::size_t index,
                                                FileFindings findings) {
    const auto& sheet = workbook->sheets()[index];
    TENPOINT_TRY(reader, open_sheet(workbook, sheet, std::move(findings)));
    TENPOINT_CHECK(add_merged(workbook, sheet, *reader));
    return std::unique_ptr<TableReader>{std::move(reader)};
}

}  // namespace

Result<std::unique_ptr<TableReader>> open_xlsx(std::unique_ptr<ZipArchive> archive,
                                               const std::filesystem::path& folder,
                                               const TableOptions& options, TableInfo& info,
                                               FileFindings findings) {
    TENPOINT_TRY(workbook, Workbook::open(std::move(archive), folder));
    info.format = "xlsx";
    info.encoding = "UTF-8";
    for (const auto& sheet : workbook->sheets())
        info.sheets.push_back(sheet.name);
    ChosenSheets chosen;
    const bool is_named = !options.sheet.empty() && options.sheet != alike_sheets;
    if (info.sheets.size() > 1 && (!is_named || options.survey)) {
        TENPOINT_TRY(found, choose_sheets(survey_of(workbook), options.sheet, info, findings));
        chosen = std::move(found);
    } else {
        if (is_named) {
            const auto found = find_sheet(info.sheets, options.sheet);
            if (!found) return unknown_sheet(options.sheet);
            chosen.sheet = *found;
        }
        info.sheet = info.sheets[chosen.sheet];
    }
    if (!chosen.joined) return open_whole(workbook, chosen.sheet, std::move(findings));
    return join_sheets(
        std::move(*chosen.joined),
        [workbook](std::size_t sheet) -> Result<std::shared_ptr<TableReader>> {
            TENPOINT_TRY(reader, open_whole(workbook, sheet, {}));
            return std::shared_ptr<TableReader>{std::move(reader)};
        },
        std::move(findings));
}

}  // namespace tenpoint::formats
