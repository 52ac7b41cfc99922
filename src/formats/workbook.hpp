// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "formats/serial_date.hpp"
#include "formats/shared_strings.hpp"
#include "formats/zip_archive.hpp"

namespace tenpoint::formats {

struct WorkbookSheet {
    std::string name;
    std::string part;
    bool hidden = false;
};

// What the sheets of a workbook (Office Open XML, ECMA-376) have in common.
class Workbook {
  public:
    // Fails with `unreadable_file`: damaged_workbook, encrypted_workbook, oversized_workbook,
    // not_a_table (a text document or a presentation); with `storage_failed` where its texts are
    // too long for memory and `folder` has no room for them.
    static Result<std::shared_ptr<const Workbook>> open(std::unique_ptr<ZipArchive> archive,
                                                        const std::filesystem::path& folder);

    // Tables only, in their own order; at least one, at most a thousand.
    const std::vector<WorkbookSheet>& sheets() const { return sheets_; }
    SerialSystem serial_system() const { return serial_system_; }
    const SharedStrings& strings() const { return strings_; }
    // Whether cells of this style show their number as a date.
    bool is_date_style(std::size_t style) const {
        return style < date_styles_.size() && date_styles_[style];
    }
    Result<std::unique_ptr<ZipPart>> part(const WorkbookSheet& sheet) const {
        return archive_->part(sheet.part);
    }

  private:
    struct Parts;

    Result<Parts> read_workbook();
    Result<void> read_strings(const std::string& part, const std::filesystem::path& folder);
    Result<void> read_styles(const std::string& part);

    std::unique_ptr<ZipArchive> archive_;
    std::vector<WorkbookSheet> sheets_;
    SerialSystem serial_system_ = SerialSystem::from_1900;
    SharedStrings strings_;
    std::vector<bool> date_styles_;
};

}  // namespace tenpoint::formats
