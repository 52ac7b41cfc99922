// SPDX-License-Identifier: Apache-2.0
#include "formats/zipped_files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <tuple>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "formats/alike_files.hpp"
#include "formats/csv_file.hpp"
#include "formats/joined_sheets.hpp"
#include "formats/packed_table.hpp"
#include "formats/sheet_choice.hpp"
#include "formats/spilled_bytes.hpp"
#include "formats/unreadable.hpp"

namespace tenpoint::formats {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 1'000;
// Of a workbook that is unpacked, which is packed itself already.
constexpr std::size_t workbook_bytes = std::size_t{1} << 30;
// Between the name of a file and that of a sheet in it.
constexpr char sheet_sign = '#';

using SharedArchive = std::shared_ptr<const ZipArchive>;

std::string_view file_name_of(std::string_view name) {
    return name.substr(name.find_last_of("/\\") + 1);
}

std::string ending_of(std::string_view name) {
    const auto file_name = file_name_of(name);
    const auto dot = file_name.rfind('.');
    return dot == file_name.npos ? std::string{} : folded(file_name.substr(dot + 1));
}

template <std::size_t n>
bool is_one_of(std::string_view ending, const std::array<std::string_view, n>& endings) {
    return std::ranges::find(endings, ending) != endings.end();
}

bool may_be_table(std::string_view name) {
    static constexpr std::array<std::string_view, 9> endings{"csv",  "tsv", "tab", "txt", "xlsx",
                                                             "xlsm", "ods", "xls", ""};
    return is_one_of(ending_of(name), endings);
}

bool is_archive(std::string_view name) {
    static constexpr std::array<std::string_view, 5> endings{"zip", "gz", "7z", "rar", "tgz"};
    return is_one_of(ending_of(name), endings);
}

// Folders, and what programs leave beside the files: "__MACOSX/._a.csv", ".DS_Store", "~$a.xlsx".
bool is_beside_the_files(std::string_view name) {
    const auto file_name = file_name_of(name);
    return file_name.empty() || file_name.starts_with('.') || file_name.starts_with("~$") ||
           name.starts_with("__MACOSX/");
}

// Greater the likelier it is that the file holds the data: no notes, no plain text, a large one.
auto likelihood_of(const ZipEntry& entry) {
    const auto ending = ending_of(entry.name);
    return std::tuple(!is_named_as_notes(file_name_of(entry.name)),
                      ending != "txt" && !ending.empty(), entry.size);
}

// Those that may be tables, in the order of the archive.
Result<std::vector<ZipEntry>> tables_in(const ZipArchive& archive) {
    auto entries = archive.entries();
    std::erase_if(entries, [](const auto& entry) { return is_beside_the_files(entry.name); });
    if (entries.empty()) return unreadable("empty_file", "an archive without files");
    const bool nested =
        std::ranges::any_of(entries, [](const auto& entry) { return is_archive(entry.name); });
    std::erase_if(entries, [](const auto& entry) { return !may_be_table(entry.name); });
    if (entries.empty())
        return unreadable(nested ? "nested_archive" : "no_table_in_archive", "no table by name");
    if (entries.size() > most_files) entries.resize(most_files);
    return entries;
}

// A part together with the archive that it is read from.
class PartOfArchive final : public ByteSource {
  public:
    PartOfArchive(SharedArchive archive, std::unique_ptr<ZipPart> part)
        : archive_(std::move(archive)), part_(std::move(part)) {}

    std::size_t read(char* to, std::size_t room) override { return part_->read(to, room); }
    std::size_t size() const override { return part_->size(); }
    std::size_t position() const override { return part_->position(); }
    bool failed() const override { return part_->failed(); }

  private:
    SharedArchive archive_;
    std::unique_ptr<ZipPart> part_;
};

Problem not_unpacked() {
    return {ProblemCode::storage_failed, "cannot unpack a workbook"};
}

Result<Descriptor> unpacked(ZipPart& part, const fs::path& folder) {
    auto file = file_without_name(folder);
    if (!file) return not_unpacked();
    std::string piece(std::size_t{256} << 10, '\0');
    while (const auto count = part.read(piece.data(), piece.size()))
        for (std::size_t done = 0; done < count;) {
            const auto written = ::write(file.number(), piece.data() + done, count - done);
            if (written < 0 && errno != EINTR) return not_unpacked();
            done += static_cast<std::size_t>(std::max<ssize_t>(written, 0));
        }
    if (part.state() == ZipPart::State::oversized)
        return unreadable("oversized_workbook", "in an archive");
    if (part.failed()) return unreadable("damaged_workbook", "in an archive");
    return file;
}

// The sheets of the workbook that is read stand in the place of its name.
void name_sheets(TableInfo& info, std::vector<std::string> files, const std::string& file) {
    const auto sheets = std::exchange(info.sheets, {});
    const bool several = sheets.size() > 1;
    for (auto& name : files) {
        if (name != file || !several) {
            info.sheets.push_back(std::move(name));
            continue;
        }
        for (const auto& sheet : sheets)
            info.sheets.push_back(fmt::format("{}{}{}", file, sheet_sign, sheet));
    }
    info.sheet = several ? file + sheet_sign + info.sheet : file;
    for (auto& name : info.alike)
        name.insert(0, file + sheet_sign);
    if (!info.alike.empty()) info.alike_as_one.insert(0, file + sheet_sign);
}

std::string other_names(const std::vector<std::string>& names, std::size_t chosen) {
    auto others = names;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(chosen));
    return listed_names(others);
}

// Fails where it is a workbook, or no table.
Result<std::unique_ptr<TableReader>> open_text(const SharedArchive& archive, const ZipEntry& entry,
                                               std::optional<char> delimiter, TableInfo& info) {
    const auto bytes = [&]() -> Result<std::unique_ptr<ByteSource>> {
        TENPOINT_TRY(part, archive->part(entry.index));
        return std::unique_ptr<ByteSource>{
            std::make_unique<PartOfArchive>(archive, std::move(part))};
    };
    TENPOINT_TRY(head, head_of(bytes));
    if (is_compound(head) || is_packed(head)) return unreadable("not_a_table", "no text");
    return open_csv(bytes, {{}, delimiter}, info, {});
}

void name_alike(TableInfo& info, const AlikeFiles& alike, const std::vector<std::string>& names) {
    info.alike.clear();
    for (const auto file : alike.files)
        info.alike.push_back(names[file]);
    info.alike_as_one = alike_sheets;
}

std::unique_ptr<TableReader> join_files(AlikeFiles alike, const OpenText& open,
                                        std::vector<std::string> names, TableInfo& info,
                                        FileFindings findings) {
    info = alike.first;
    name_alike(info, alike, names);
    info.sheets = std::move(names);
    info.sheet = alike_sheets;
    return join_sheets(
        std::move(*alike.joined),
        [open](std::size_t file) -> Result<std::shared_ptr<TableReader>> {
            TableInfo unused;
            TENPOINT_TRY(table, open(file, unused));
            return std::shared_ptr<TableReader>{std::move(table)};
        },
        std::move(findings));
}

struct Choice {
    std::size_t file;
    std::string sheet;  // of a workbook
};

Result<Choice> choose(const std::vector<std::string>& names, const std::vector<ZipEntry>& entries,
                      const std::string& wanted) {
    if (wanted.empty()) {
        const auto likeliest = std::ranges::max_element(entries, std::less<>{}, likelihood_of);
        return Choice{static_cast<std::size_t>(likeliest - entries.begin()), {}};
    }
    if (const auto whole = find_sheet(names, wanted)) return Choice{*whole, {}};
    for (auto sign = wanted.find(sheet_sign); sign != wanted.npos;
         sign = wanted.find(sheet_sign, sign + 1))
        if (const auto file = find_sheet(names, wanted.substr(0, sign)))
            return Choice{*file, wanted.substr(sign + 1)};
    return unknown_sheet(wanted);
}

}  // namespace

Result<std::unique_ptr<TableReader>> open_zipped_file(SharedArchive archive, const fs::path& folder,
                                                      const TableOptions& options,
                                                      TableInfo& info) {
    TENPOINT_TRY(entries, tables_in(*archive));
    std::vector<std::string> names;
    for (const auto& entry : entries)
        names.push_back(entry.name);
    const bool all_alike = options.sheet == alike_sheets;
    TENPOINT_TRY(choice, choose(names, entries, all_alike ? std::string{} : options.sheet));
    const auto& entry = entries[choice.file];
    FileFindings findings;
    AlikeFiles alike;
    if (entries.size() > 1 && (options.sheet.empty() || all_alike || options.survey)) {
        const OpenText open = [archive, entries, delimiter = options.delimiter](
                                  std::size_t file, TableInfo& of_file) {
            return open_text(archive, entries[file], delimiter, of_file);
        };
        alike = files_like(entries, choice.file, options.sheet, open, findings);
        if (alike.joined)
            return join_files(std::move(alike), open, std::move(names), info, std::move(findings));
    }
    if (all_alike) return unknown_sheet(options.sheet);
    if (options.sheet.empty() && entries.size() > 1)
        findings.add({Severity::information,
                      "one_table_read",
                      0,
                      {},
                      entry.name,
                      other_names(names, choice.file),
                      {}});

    const auto bytes = [&]() -> Result<std::unique_ptr<ByteSource>> {
        TENPOINT_TRY(part, archive->part(entry.index));
        return std::unique_ptr<ByteSource>{
            std::make_unique<PartOfArchive>(archive, std::move(part))};
    };
    TENPOINT_TRY(head, head_of(bytes));
    if (is_compound(head)) return old_or_locked(head);
    const TableOptions within{choice.sheet, options.delimiter, options.survey};
    auto table = [&]() -> Result<std::unique_ptr<TableReader>> {
        if (!is_packed(head)) return open_csv(bytes, within, info, std::move(findings));
        TENPOINT_TRY(part, archive->part(entry.index, workbook_bytes));
        TENPOINT_TRY(file, unpacked(*part, folder));
        TENPOINT_TRY(workbook, ZipArchive::open(std::move(file)));
        return open_workbook(std::move(workbook), folder, within, info, std::move(findings));
    }();
    name_sheets(info, names, entry.name);
    if (!alike.files.empty()) name_alike(info, alike, names);
    return table;
}

}  // namespace tenpoint::formats
