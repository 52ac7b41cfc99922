// SPDX-License-Identifier: Apache-2.0
#include "formats/workbook.hpp"

#include <algorithm>
#include <map>

#include "formats/number_format.hpp"
#include "formats/relationships.hpp"
#include "formats/unreadable.hpp"
#include "formats/xml.hpp"

namespace tenpoint::formats {
namespace {

constexpr std::size_t most_sheets = 1'000;

// Of xl/workbook.xml: sheets, with the id of their relationship as part, and the date system.
class WorkbookHandler final : public XmlHandler {
  public:
    std::vector<WorkbookSheet> sheets;
    bool from_1904 = false;

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr")
            from_1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true";
        if (name != "sheet" || sheets.size() >= most_sheets) return;
        const auto state = attributes["state"];
        sheets.push_back({std::string{attributes["name"]}, std::string{attributes["id"]},
                          !state.empty() && state != "visible"});
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

// Of xl/styles.xml: which cell formats show dates.
class StylesHandler final : public XmlHandler {
  public:
    std::vector<bool> date_styles;

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "cellXfs") in_cell_formats_ = true;
        const auto id = number_in(attributes["numFmtId"], -1);
        if (name == "numFmt") own_formats_[id] = is_date_format(attributes["formatCode"]);
        if (name != "xf" || !in_cell_formats_) return;
        const auto own = own_formats_.find(id);
        date_styles.push_back(own != own_formats_.end() ? own->second
                                                        : is_built_in_date_format(id));
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") in_cell_formats_ = false;
    }
    void text(std::string_view) override {}

  private:
    std::map<int, bool> own_formats_;
    bool in_cell_formats_ = false;
};

}  // namespace

struct Workbook::Parts {
    std::string strings;
    std::string styles;
};

Result<std::shared_ptr<const Workbook>> Workbook::open(std::unique_ptr<ZipArchive> archive,
                                                       const std::filesystem::path& folder) {
    const auto workbook = std::make_shared<Workbook>();
    workbook->archive_ = std::move(archive);
    TENPOINT_TRY(parts, workbook->read_workbook());
    TENPOINT_CHECK(workbook->read_strings(parts.strings, folder));
    TENPOINT_CHECK(workbook->read_styles(parts.styles));
    return std::shared_ptr<const Workbook>{workbook};
}

Result<Workbook::Parts> Workbook::read_workbook() {
    TENPOINT_TRY(top, relationships_of(*archive_, ""));
    const auto main = target_of_type(top, "officeDocument");
    // Text documents and presentations are packed alike.
    if (!main.starts_with("xl/")) return unreadable("not_a_table", "no workbook but " + main);
    TENPOINT_TRY(part, archive_->part(main, ZipLimits::described_bytes));
    WorkbookHandler handler;
    if (!read_xml(*part, handler)) return unreadable("damaged_workbook", main);
    TENPOINT_TRY(references, relationships_of(*archive_, main));
    for (auto& sheet : handler.sheets) {
        const auto found = std::ranges::find(references, sheet.part, &Relationship::id);
        // Sheets of charts hold no cells.
        if (found == references.end() || found->type != "worksheet") continue;
        sheet.part = found->target;
        sheets_.push_back(std::move(sheet));
    }
    if (sheets_.empty()) return unreadable("damaged_workbook", "no sheets");
    if (handler.from_1904) serial_system_ = SerialSystem::from_1904;
    return Parts{target_of_type(references, "sharedStrings"), target_of_type(references, "styles")};
}

Result<void> Workbook::read_strings(const std::string& name, const std::filesystem::path& folder) {
    if (name.empty()) return {};
    TENPOINT_TRY(part, archive_->part(name));
    const auto outcome = strings_.read(*part, folder);
    if (outcome == SharedStrings::Outcome::oversized || part->state() == ZipPart::State::oversized)
        return unreadable("oversized_workbook", name);
    if (outcome == SharedStrings::Outcome::not_stored)
        return Problem{ProblemCode::storage_failed, "cannot keep the texts of a workbook"};
    if (outcome == SharedStrings::Outcome::damaged) return unreadable("damaged_workbook", name);
    return {};
}

Result<void> Workbook::read_styles(const std::string& name) {
    if (name.empty()) return {};
    TENPOINT_TRY(part, archive_->part(name, ZipLimits::described_bytes));
    StylesHandler handler;
    if (!read_xml(*part, handler)) return unreadable("damaged_workbook", name);
    date_styles_ = std::move(handler.date_styles);
    return {};
}

}  // namespace tenpoint::formats
