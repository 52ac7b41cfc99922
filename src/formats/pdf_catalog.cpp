// SPDX-License-Identifier: Apache-2.0
#include "formats/pdf_catalog.hpp"

#include <string_view>

#include <fmt/format.h>

namespace tenpoint::formats {

std::string with_language(std::string pdf, Language language) {
    constexpr std::string_view catalog = "<< /Type /Catalog\n";
    constexpr std::string_view object_end = "endobj\n";
    const auto begin = pdf.rfind(catalog);
    const auto table = pdf.rfind("\nxref\n");
    if (begin == std::string::npos || table == std::string::npos || table < begin) return pdf;
    const auto end = pdf.find(object_end, begin);
    if (end + object_end.size() != table + 1) return pdf;

    const auto entries = fmt::format(
        "   /Lang ({})\n   /MarkInfo << /Marked true >>\n"
        "   /ViewerPreferences << /DisplayDocTitle true /Direction /{} >>\n",
        to_word(language), is_right_to_left(language) ? "R2L" : "L2R");
    pdf.insert(begin + catalog.size(), entries);

    constexpr std::string_view offset = "startxref\n";
    const auto number = pdf.rfind(offset) + offset.size();
    pdf.replace(number, pdf.find('\n', number) - number,
                std::to_string(table + 1 + entries.size()));
    return pdf;
}

}  // namespace tenpoint::formats
