// SPDX-License-Identifier: Apache-2.0
#include "formats/ods.hpp"

#include <algorithm>

#include "formats/joined_sheets.hpp"
#include "formats/ods_sheet.hpp"
#include "formats/sheet_choice.hpp"
#include "formats/unreadable.hpp"

namespace tenpoint::formats {
namespace {

constexpr auto content = "content.xml";

// A spreadsheet under a password names the ciphers of its parts, or is one sealed part.
Result<bool> is_locked(const ZipArchive& archive) {
    if (archive.has("encrypted-package")) return true;
    if (!archive.has("META-INF/manifest.xml")) return false;
    TENPOINT_TRY(text, archive.text("META-INF/manifest.xml"));
    return text.find("encryption-data") != text.npos;
}

// All sheets stand in one part, so one run tells of all of them.
Result<SurveyedSheets> survey_of(const std::shared_ptr<const ZipArchive>& archive) {
    TENPOINT_TRY(part, archive->part(content));
    OdsSheet all(archive, std::move(part), {}, {});
    SurveyedSheets survey;
    std::vector<Cell> cells;
    while (all.next_filled(cells)) {
        for (auto i = survey.looks.size(); i < all.sheets().size(); ++i)
            survey.looks.push_back(SheetLook::of(all.sheets()[i].name, all.sheets()[i].hidden));
        survey.forms.resize(survey.looks.size());
        survey.looks.back().learn(all.row(), cells, all.row_repeats());
        survey.forms.back().learn(all.row(), cells, all.row_repeats());
    }
    for (const auto& sheet : all.sheets())
        survey.names.push_back(sheet.name);
    survey.looks.resize(survey.names.size());
    survey.forms.resize(survey.names.size());
    if (survey.names.empty()) return unreadable("damaged_workbook", "no sheets");
    return survey;
}

Result<std::unique_ptr<TableReader>> open_one(const std::shared_ptr<const ZipArchive>& archive,
                                              std::size_t sheet, FileFindings findings) {
    TENPOINT_TRY(part, archive->part(content));
    return std::unique_ptr<TableReader>{
        std::make_unique<OdsSheet>(archive, std::move(part), sheet, std::move(findings))};
}

// All sheets stand in one part: one reader goes on from sheet to sheet, and another begins only
// where it broke off.
OpenSheet one_after_the_other(const std::shared_ptr<const ZipArchive>& archive) {
    return [archive, last = std::shared_ptr<OdsSheet>{}](
               std::size_t sheet) mutable -> Result<std::shared_ptr<TableReader>> {
        if (!last || !last->go_on_to(sheet)) {
            TENPOINT_TRY(part, archive->part(content));
            last = std::make_shared<OdsSheet>(archive, std::move(part), sheet, FileFindings{});
        }
        return std::shared_ptr<TableReader>{last};
    };
}

}  // namespace

Result<std::unique_ptr<TableReader>> open_ods(const std::shared_ptr<const ZipArchive>& archive,
                                              const TableOptions& options, TableInfo& info,
                                              FileFindings findings) {
    TENPOINT_TRY(locked, is_locked(*archive));
    if (locked) return unreadable("encrypted_workbook", "an OpenDocument file");
    TENPOINT_TRY(survey, survey_of(archive));
    info.format = "ods";
    info.encoding = "UTF-8";
    info.sheets = survey.names;
    TENPOINT_TRY(chosen, choose_sheets(survey, options.sheet, info, findings));
    if (!chosen.joined) return open_one(archive, chosen.sheet, std::move(findings));
    return join_sheets(std::move(*chosen.joined), one_after_the_other(archive),
                       std::move(findings));
}

}  // namespace tenpoint::formats
