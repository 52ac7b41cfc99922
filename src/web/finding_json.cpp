// SPDX-License-Identifier: Apache-2.0
#include "web/finding_json.hpp"

#include <boost/describe/enum_to_string.hpp>

#include "desks/movements/finding_text.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

json::value null_if_empty(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

}  // namespace

json::object finding_json(const Finding& finding, Language language) {
    return {{"severity", boost::describe::enum_to_string(finding.severity, "")},
            {"code", finding.code},
            {"message", movements::finding_message(finding, language)},
            {"row", finding.row > 0 ? json::value(finding.row) : json::value(nullptr)},
            {"column", null_if_empty(finding.column)},
            {"text", null_if_empty(finding.text)},
            {"expected", null_if_empty(finding.expected)},
            {"suggestion", null_if_empty(finding.suggestion)}};
}

json::object finding_schema() {
    return object_schema({{"severity", choice_schema_of<Severity>()},
                          {"code", text_schema()},
                          {"message", text_schema()},
                          {"row", nullable(number_schema())},
                          {"column", nullable(text_schema())},
                          {"text", nullable(text_schema())},
                          {"expected", nullable(text_schema())},
                          {"suggestion", nullable(text_schema())}});
}

}  // namespace tenpoint::web
