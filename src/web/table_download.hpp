// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "base/date.hpp"
#include "base/result.hpp"
#include "formats/document.hpp"
#include "web/request.hpp"
#include "web/response.hpp"

namespace tenpoint::web {

// The forms in which lists and figures are taken away. HXL is CSV with a row of hashtags below the
// header; a workbook has typed numbers, and the hashtags too.
enum class TableFormat { csv, hxl, xlsx };

inline constexpr std::string_view csv_media_type = "text/csv";
inline constexpr std::string_view xlsx_media_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// The form that `format` names, else the one that Accept likes best; nothing for JSON.
// Fails with `not_acceptable`.
Result<std::optional<TableFormat>> asked_table_format(const Request& request);

// The table as a file of that name, without its ending.
Response table_response(const formats::Table& table, TableFormat format, std::string_view name,
                        Language language, Instant made_at);

}  // namespace tenpoint::web
