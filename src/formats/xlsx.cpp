// SPDX-License-Identifier: Apache-2.0
#include "formats/xlsx.hpp"

#include <algorithm>

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

SheetLook look_at(const SharedWorkbook& workbook, const WorkbookSheet& sheet) {
    auto look = SheetLook::of(sheet.name, sheet.hidden);
    const auto reader = open_sheet(workbook, sheet);
    if (!reader) return {};
    std::vector<Cell> cells;
    while ((*reader)->bytes_read() < looked_into && (*reader)->next(cells))
        look.learn((*reader)->row_number(), cells);
    look.rows /= std::max((*reader)->progress(), 1e-6);
    return look;
}

std::vector<SheetLook> looks_of(const SharedWorkbook& workbook) {
    std::vector<SheetLook> looks;
    for (const auto& sheet : workbook->sheets())
        looks.push_back(look_at(workbook, sheet));
    return looks;
}

}  // namespace

Result<std::unique_ptr<TableReader>> open_xlsx(std::unique_ptr<ZipArchive> archive,
                                               const TableOptions& options, TableInfo& info,
                                               FileFindings findings) {
    TENPOINT_TRY(workbook, Workbook::open(std::move(archive)));
    info.format = "xlsx";
    info.encoding = "UTF-8";
    for (const auto& sheet : workbook->sheets())
        info.sheets.push_back(sheet.name);
    std::size_t index = 0;
    if (!options.sheet.empty()) {
        const auto found = find_sheet(info.sheets, options.sheet);
        if (!found) return unknown_sheet(options.sheet);
        index = *found;
    } else if (info.sheets.size() > 1) {
        const auto looks = looks_of(workbook);
        index = likeliest(looks);
        findings.add(weight_of_choice(looks, index), "sheet_chosen", 0, info.sheets[index]);
    }
    const auto& sheet = workbook->sheets()[index];
    info.sheet = sheet.name;
    TENPOINT_TRY(reader, open_sheet(workbook, sheet, std::move(findings)));
    TENPOINT_CHECK(add_merged(workbook, sheet, *reader));
    return std::unique_ptr<TableReader>{std::move(reader)};
}

}  // namespace tenpoint::formats
