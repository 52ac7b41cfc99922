// SPDX-License-Identifier: Apache-2.0
#include "web/table_download.hpp"

#include <array>
#include <sstream>
#include <vector>

#include <fmt/format.h>

#include "formats/csv_writer.hpp"
#include "formats/xlsx_book.hpp"
#include "web/header_values.hpp"
#include "web/query_values.hpp"

namespace tenpoint::web {
namespace {

struct ToText {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(const Period& period) const { return to_text(period); }
};

std::string to_csv(const formats::Table& table, bool with_hashtags) {
    std::ostringstream out;
    formats::CsvWriter writer(out);
    std::vector<std::string> cells;
    for (const auto& column : table.columns)
        cells.push_back(column.header);
    writer.write_row(cells);
    cells.clear();
    for (const auto& column : table.columns)
        cells.push_back(column.hxl);
    if (with_hashtags) writer.write_row(cells);
    for (const auto& row : table.rows) {
        cells.clear();
        for (const auto& cell : row.cells)
            cells.push_back(std::visit(ToText{}, cell));
        writer.write_row(cells);
    }
    return out.str();
}

std::string to_xlsx(const formats::Table& table, Language language, Instant made_at) {
    const auto& title = table.caption.title;
    formats::XlsxBook book(language, title, "Tenpoint", made_at);
    book.begin_sheet(title);
    book.add_table(table);
    return book.finish();
}

}  // namespace

Result<std::optional<TableFormat>> asked_table_format(const Request& request) {
    using Asked = std::optional<TableFormat>;
    static constexpr std::array<std::string_view, 3> types{"application/json", csv_media_type,
                                                           xlsx_media_type};
    static constexpr std::array<Asked, 3> by_type{Asked{}, TableFormat::csv, TableFormat::xlsx};
    const auto format = text_of(request.target.query, "format");
    if (format == "json") return Asked{};
    if (format == "csv") return Asked{TableFormat::csv};
    if (format == "hxl") return Asked{TableFormat::hxl};
    if (format == "xlsx") return Asked{TableFormat::xlsx};
    if (!format.empty()) return Problem{ProblemCode::not_acceptable, format};
    const auto best = best_media_type(request.headers.get("Accept"), types);
    if (!best) return Problem{ProblemCode::not_acceptable};
    return by_type.at(*best);
}

Response table_response(const formats::Table& table, TableFormat format, std::string_view name,
                        Language language, Instant made_at) {
    const bool is_workbook = format == TableFormat::xlsx;
    auto response = is_workbook ? text_response(to_xlsx(table, language, made_at), xlsx_media_type)
                                : text_response(to_csv(table, format == TableFormat::hxl),
                                                fmt::format("{}; charset=utf-8", csv_media_type));
    const auto* ending = is_workbook ? "xlsx" : "csv";
    response.headers.set("Content-Disposition", attachment(fmt::format("{}.{}", name, ending)));
    return response;
}

}  // namespace tenpoint::web
