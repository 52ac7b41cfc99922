// SPDX-License-Identifier: Apache-2.0
#include "formats/table.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.hpp"
#include "formats/csv.hpp"
#include "formats/unreadable.hpp"
#include "formats/xlsx.hpp"

namespace tenpoint::formats {
namespace {

constexpr std::size_t head_bytes = std::size_t{64} << 10;
constexpr std::size_t contents_bytes = std::size_t{4} << 20;

// What begins like another kind of file is none of ours, whatever its name says.
bool is_of_another_kind(std::string_view head) {
    static constexpr std::array<std::string_view, 10> beginnings{
        "%PDF",     "{\\rtf", "\x89PNG", "\xFF\xD8\xFF", "GIF8",
        "\x1F\x8B", "<!",     "<html",   "<?xml",        "Rar!"};
    if (std::ranges::any_of(beginnings, [&](auto text) { return head.starts_with(text); }))
        return true;
    // JSON
    const auto first = head.find_first_not_of(" \t\r\n");
    const auto second = first == head.npos ? first : head.find_first_not_of(" \t\r\n", first + 1);
    return second != head.npos && (head[first] == '{' || head[first] == '[') &&
           std::string_view{"\"{[]}"}.find(head[second]) != std::string_view::npos;
}

// Text holds hardly any control characters beside line ends and tabs.
bool is_text(std::string_view decoded) {
    const auto controls = std::ranges::count_if(decoded, [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') ||
               c == 0x7f;
    });
    return static_cast<std::size_t>(controls) * 100 <= decoded.size();
}

// The container of old workbooks, which also wraps a new one under a password. Its table of
// contents names what it holds in UTF-16.
Problem old_or_locked(const ByteFile& file) {
    std::string wanted;
    for (const char c : std::string_view{"EncryptedPackage"})
        wanted.append({c, '\0'});
    const bool locked = file.head(contents_bytes).find(wanted) != std::string::npos;
    return unreadable(locked ? "encrypted_workbook" : "old_workbook", "a compound file");
}

Result<std::unique_ptr<TableReader>> open_csv(const std::filesystem::path& path,
                                              std::unique_ptr<ByteFile> file,
                                              const TableOptions& options, TableInfo& info) {
    const auto head = file->head(head_bytes);
    if (is_of_another_kind(head)) return unreadable("not_a_table", "another kind of file");
    const auto encoding = encoding_of(head);
    FileFindings findings;
    if (encoding.guessed) findings.add(Severity::information, "encoding_guessed", 0, encoding.name);

    // The head is decoded apart, so that the reader itself begins at the beginning.
    auto again = ByteFile::open(path);
    if (!again) return unreadable("missing_file", path.string());
    std::string decoded(head_bytes, '\0');
    FileFindings of_the_head;
    decoded.resize(
        TextSource{std::move(again), encoding}.read(decoded.data(), decoded.size(), of_the_head));
    if (!is_text(decoded)) return unreadable("not_a_table", "control characters");
    if (trimmed(decoded).empty()) return unreadable("empty_file", "no characters");

    const auto dialect = csv_dialect_of(decoded, options.delimiter);
    info.format = "csv";
    info.encoding = encoding.name;
    info.delimiter = dialect.delimiter;
    return std::unique_ptr<TableReader>{std::make_unique<CsvReader>(
        std::make_unique<TextSource>(std::move(file), encoding), dialect, std::move(findings))};
}

}  // namespace

Result<std::unique_ptr<TableReader>> open_table(const std::filesystem::path& path,
                                                const TableOptions& options, TableInfo* info) {
    TableInfo unwanted;
    auto& found = info != nullptr ? *info : unwanted;
    found = {};
    auto file = ByteFile::open(path);
    if (!file) return unreadable("missing_file", path.string());
    const auto head = file->head(head_bytes);
    if (head.starts_with("PK\x03\x04")) return open_xlsx(path, options, found);
    if (head.starts_with("\xD0\xCF\x11\xE0")) return old_or_locked(*file);
    return open_csv(path, std::move(file), options, found);
}

}  // namespace tenpoint::formats
