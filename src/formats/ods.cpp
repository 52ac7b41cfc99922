// SPDX-License-Identifier: Apache-2.0
#include "formats/ods.hpp"

#include <algorithm>

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
struct Survey {
    std::vector<std::string> names;
    std::vector<SheetLook> looks;
};

Result<Survey> survey_of(const std::shared_ptr<const ZipArchive>& archive) {
    TENPOINT_TRY(part, archive->part(content));
    OdsSheet all(archive, std::move(part), {}, {});
    Survey survey;
    std::vector<Cell> cells;
    while (all.next_filled(cells)) {
        for (auto i = survey.looks.size(); i < all.sheets().size(); ++i)
            survey.looks.push_back(SheetLook::of(all.sheets()[i].name, all.sheets()[i].hidden));
        survey.looks.back().learn(all.row(), cells, all.row_repeats());
    }
    for (const auto& sheet : all.sheets())
        survey.names.push_back(sheet.name);
    survey.looks.resize(survey.names.size());
    if (survey.names.empty()) return unreadable("damaged_workbook", "no sheets");
    return survey;
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
    std::size_t index = 0;
    if (!options.sheet.empty()) {
        const auto found = find_sheet(info.sheets, options.sheet);
        if (!found) return unknown_sheet(options.sheet);
        index = *found;
    } else if (info.sheets.size() > 1) {
        index = likeliest(survey.looks);
        findings.add(weight_of_choice(survey.looks, index), "sheet_chosen", 0, info.sheets[index]);
    }
    info.sheet = info.sheets[index];
    TENPOINT_TRY(part, archive->part(content));
    return std::unique_ptr<TableReader>{
        std::make_unique<OdsSheet>(archive, std::move(part), index, std::move(findings))};
}

}  // namespace tenpoint::formats
