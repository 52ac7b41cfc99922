// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/reading_findings.hpp"

#include <string>

#include "base/text.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t longest_text = 200;

}  // namespace

void FindingLog::add(const Finding& finding) {
    auto& counted = summary_.findings[finding.code];
    counted.severity = finding.severity;
    ++counted.count;
    if (sink_) sink_(finding);
}

void FindingLog::add(Severity severity, std::string_view code, std::int64_t row,
                     std::string_view column, std::string_view text, std::string_view expected,
                     std::string_view suggestion) {
    add({severity, std::string{code}, row, std::string{column}, shortened(text, longest_text),
         std::string{expected}, std::string{suggestion}});
}

}  // namespace tenpoint::movements
