// SPDX-License-Identifier: Apache-2.0
//
// Workbooks of partners. Bytes that begin like an archive are one; others are the parts of a
// workbook, each ended by a line of dashes, which are packed here: an archive's checksums would
// hide what is inside of it from the fuzzer.
#include <array>
#include <string>

#include "partners_file.hpp"
#include "workbook_parts.hpp"

namespace tenpoint::fuzz {
namespace {

constexpr std::string_view end_of_part = "\n---\n";

constexpr std::array parts_in_order{
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",       "xl/styles.xml",
    "xl/workbook.xml",          "xl/_rels/workbook.xml.rels", "_rels/.rels"};

// Those that are not given are a good workbook's.
std::string workbook_of(std::string_view text) {
    auto parts = formats::parts_of_workbook("");
    for (const auto* name : parts_in_order) {
        const auto end = text.find(end_of_part);
        if (!text.empty()) parts[name] = text.substr(0, end);
        if (end == text.npos) break;
        text.remove_prefix(end + end_of_part.size());
    }
    return formats::packed(parts);
}

}  // namespace
}  // namespace tenpoint::fuzz

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace tenpoint::fuzz;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    read_partners_file(bytes.starts_with("PK") ? std::string(bytes) : workbook_of(bytes));
    return 0;
}
