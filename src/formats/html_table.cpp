// SPDX-License-Identifier: Apache-2.0
#include "formats/html_table.hpp"

#include <fmt/format.h>

#include "formats/document_tables.hpp"
#include "formats/xml_text.hpp"

namespace tenpoint::formats {
namespace {

std::string_view class_of(ColumnType type) {
    return is_figure(type) ? " class=\"figure\"" : "";
}

std::string row_class(const TableRow& row) {
    std::string classes = row.total ? "total" : "";
    if (!row.note.empty()) classes += row.total ? " noted" : "noted";
    return classes.empty() ? classes : " class=\"" + classes + '"';
}

}  // namespace

std::string html_table(const Table& table, Language language) {
    std::string html = "<table><thead><tr>";
    for (const auto& column : table.columns)
        html += fmt::format("<th scope=\"col\"{}>{}</th>", class_of(column.type),
                            escaped(column.header));
    html += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        html += "<tr" + row_class(row) + ">";
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto type = table.columns[i].type;
            const auto text = escaped(cell_text(row.cells[i], type, language));
            if (i == 0 && !is_figure(type))
                html += fmt::format("<th scope=\"row\">{}</th>", text);
            else
                html += fmt::format("<td{}>{}</td>", class_of(type), text);
        }
        html += "</tr>\n";
        if (!row.note.empty())
            html += fmt::format("<tr class=\"row-note\"><td colspan=\"{}\">{}</td></tr>\n",
                                table.columns.size(), escaped(row.note));
    }
    return html + "</tbody></table>\n";
}

}  // namespace tenpoint::formats
