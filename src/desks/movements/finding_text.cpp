// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/finding_text.hpp"

#include <boost/describe/enum_to_string.hpp>
#include <fmt/format.h>

#include "base/translations.hpp"

namespace tenpoint::movements {

std::string finding_message(const Finding& finding, Language language) {
    auto message = translate(language, fmt::format("findings.{}", finding.code),
                             {{"text", std::string_view{finding.text}},
                              {"expected", std::string_view{finding.expected}},
                              {"suggestion", std::string_view{finding.suggestion}},
                              {"column", std::string_view{finding.column}}});
    if (!finding.suggestion.empty())
        message += ' ' + translate(language, "reports.suggestion",
                                   {{"suggestion", std::string_view{finding.suggestion}}});
    return message;
}

std::string cause_message(const std::string& code, Language language) {
    constexpr std::string_view gap = "…";
    auto message =
        translate(language, fmt::format("findings.{}", code),
                  {{"text", gap}, {"expected", gap}, {"suggestion", gap}, {"column", gap}});
    if (message.ends_with("….")) message.pop_back();
    return message;
}

std::string finding_line(const Finding& finding, Language language) {
    const auto severity = translate(
        language,
        fmt::format("codes.severity.{}", boost::describe::enum_to_string(finding.severity, "")));
    if (finding.row == 0)
        return fmt::format("{}: {}", severity, finding_message(finding, language));
    const auto place = finding.column.empty() ? "reports.at_row" : "reports.at_cell";
    return fmt::format(
        "{}, {}: {}", severity,
        translate(language, place,
                  {{"row", finding.row}, {"column", std::string_view{finding.column}}}),
        finding_message(finding, language));
}

}  // namespace tenpoint::movements
