// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_file.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "formats/csv.hpp"
#include "formats/csv_key_column.hpp"
#include "formats/csv_wrapped.hpp"
#include "formats/unreadable.hpp"

namespace tenpoint::formats {
namespace {

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

}  // namespace

Result<std::string> head_of(const OpenBytes& bytes) {
    TENPOINT_TRY(source, bytes());
    std::string head(head_bytes, '\0');
    std::size_t read = 0;
    while (read < head.size()) {
        const auto count = source->read(head.data() + read, head.size() - read);
        if (count == 0) break;
        read += count;
    }
    if (source->failed()) return unreadable("damaged_workbook", "its first bytes");
    head.resize(read);
    return head;
}

Result<std::unique_ptr<TableReader>> open_csv(const OpenBytes& bytes, const TableOptions& options,
                                              TableInfo& info, FileFindings findings) {
    TENPOINT_TRY(head, head_of(bytes));
    if (is_of_another_kind(head)) return unreadable("not_a_table", "another kind of file");
    const auto encoding = encoding_of(head);
    if (encoding.guessed) findings.add(Severity::information, "encoding_guessed", 0, encoding.name);

    // The head is decoded apart, so that the reader itself begins at the beginning.
    TENPOINT_TRY(again, bytes());
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
    TENPOINT_TRY(whole, bytes());
    std::unique_ptr<TableReader> table = std::make_unique<CsvReader>(
        std::make_unique<TextSource>(std::move(whole), encoding), dialect, std::move(findings));
    if (const auto within = delimiter_of_wrapped_rows(decoded)) {
        info.delimiter = options.delimiter.value_or(*within);
        table = unwrap_rows(std::move(table), info.delimiter);
    } else if (has_key_column(decoded, dialect)) {
        table = part_key_column(std::move(table));
    }
    return table;
}

}  // namespace tenpoint::formats
