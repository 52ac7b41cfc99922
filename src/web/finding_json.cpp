// SPDX-License-Identifier: Apache-2.0
#include "web/finding_json.hpp"

#include <boost/describe/enum_to_string.hpp>

#include "desks/movements/finding_text.hpp"
#include "web/optional_json.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;

json::object finding_json(const Finding& finding, Language language) {
    return {{"severity", boost::describe::enum_to_string(finding.severity, "")},
            {"code", finding.code},
            {"message", movements::finding_message(finding, language)},
            {"row", finding.row > 0 ? json::value(finding.row) : json::value(nullptr)},
            {"column", or_null(finding.column)},
            {"text", or_null(finding.text)},
            {"expected", or_null(finding.expected)},
            {"suggestion", or_null(finding.suggestion)}};
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
