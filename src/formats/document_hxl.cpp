// SPDX-License-Identifier: Apache-2.0
#include "formats/document_hxl.hpp"

#include <sstream>
#include <vector>

#include <fmt/format.h>

#include "formats/csv_writer.hpp"
#include "formats/document_check.hpp"

namespace tenpoint::formats {
namespace {

struct ToPlainText {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(const Period& period) const { return to_text(period); }
};

}  // namespace

std::string render_hxl(const Document& document) {
    require_consistent(document);
    std::ostringstream text;
    CsvWriter csv(text);
    const auto& columns = document.figures.columns;
    std::vector<std::string> cells(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i)
        cells[i] = columns[i].header;
    csv.write_row(std::span<const std::string>(cells));
    for (std::size_t i = 0; i < columns.size(); ++i)
        cells[i] = columns[i].hxl;
    csv.write_row(std::span<const std::string>(cells));
    for (const auto& row : document.figures.rows) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            cells[i] = std::visit(ToPlainText{}, row.cells[i]);
        csv.write_row(std::span<const std::string>(cells));
    }
    return std::move(text).str();
}

}  // namespace tenpoint::formats
