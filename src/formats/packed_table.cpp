// SPDX-License-Identifier: Apache-2.0
#include "formats/packed_table.hpp"

#include "formats/ods.hpp"
#include "formats/unreadable.hpp"
#include "formats/xlsx.hpp"
#include "formats/zipped_files.hpp"

namespace tenpoint::formats {
namespace {

enum class PackedAs { office_open_xml, open_document, files };

Result<PackedAs> packed_as(const ZipArchive& archive) {
    if (archive.has("_rels/.rels")) return PackedAs::office_open_xml;
    if (!archive.has("mimetype")) return PackedAs::files;
    TENPOINT_TRY(type, archive.text("mimetype"));
    constexpr std::string_view open_document = "application/vnd.oasis.opendocument.";
    if (!type.starts_with(open_document)) return PackedAs::files;
    // Text documents and presentations are packed alike.
    if (!type.substr(open_document.size()).starts_with("spreadsheet"))
        return unreadable("not_a_table", type);
    return PackedAs::open_document;
}

}  // namespace

bool is_packed(std::string_view head) {
    return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06");
}

bool is_compound(std::string_view head) {
    return head.starts_with("\xD0\xCF\x11\xE0");
}

Problem old_or_locked(std::string_view contents) {
    // The table of contents names what the file holds, in UTF-16.
    std::string wanted;
    for (const char c : std::string_view{"EncryptedPackage"})
        wanted.append({c, '\0'});
    const bool locked = contents.find(wanted) != contents.npos;
    return unreadable(locked ? "encrypted_workbook" : "old_workbook", "a compound file");
}

Result<std::unique_ptr<TableReader>> open_packed(const std::filesystem::path& path,
                                                 const TableOptions& options, TableInfo& info) {
    TENPOINT_TRY(archive, ZipArchive::open(path));
    TENPOINT_TRY(kind, packed_as(*archive));
    if (kind == PackedAs::files)
        return open_zipped_file(std::move(archive), path.parent_path(), options, info);
    return open_workbook(std::move(archive), path.parent_path(), options, info, {});
}

Result<std::unique_ptr<TableReader>> open_workbook(std::unique_ptr<ZipArchive> archive,
                                                   const std::filesystem::path& folder,
                                                   const TableOptions& options, TableInfo& info,
                                                   FileFindings findings) {
    TENPOINT_TRY(kind, packed_as(*archive));
    switch (kind) {
        case PackedAs::office_open_xml:
            return open_xlsx(std::move(archive), folder, options, info, std::move(findings));
        case PackedAs::open_document:
            return open_ods(std::move(archive), options, info, std::move(findings));
        case PackedAs::files:
            break;
    }
    return unreadable("nested_archive", "an archive within an archive");
}

}  // namespace tenpoint::formats
