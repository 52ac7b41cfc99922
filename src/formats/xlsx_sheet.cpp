// SPDX-License-Identifier: Apache-2.0
#include "formats/xlsx_sheet.hpp"

#include "formats/cell_reference.hpp"
#include "formats/sheet_number.hpp"

namespace tenpoint::formats {
namespace {

bool is_true(std::string_view text) {
    return text == "1" || text == "true";
}

}  // namespace

XlsxSheet::XlsxSheet(std::shared_ptr<const Workbook> workbook, std::unique_ptr<ZipPart> part,
                     FileFindings findings)
    : SheetReader(std::move(part), std::move(findings)), workbook_(std::move(workbook)) {
    read_through(rows_);
}

void XlsxSheet::begin(std::string_view name, const XmlAttributes& attributes) {
    if (name == "row") {
        begin_row(number_in(attributes["r"], std::int64_t{0}), 1, is_true(attributes["hidden"]));
    } else if (name == "c") {
        begin_raw_cell(attributes["r"], attributes["t"], attributes["s"]);
    } else if (name == "f") {
        raw_.has_formula = true;
    } else if (name == "rPh") {
        in_phonetic_ = true;
    } else if (name == "v" || name == "t") {
        in_value_ = !in_phonetic_;
        raw_.has_value = true;
    } else if (name == "col" && is_true(attributes["hidden"])) {
        hide_columns(number_in(attributes["min"], std::size_t{0}),
                     number_in(attributes["max"], std::size_t{0}));
    } else if (name == "sheetData") {
        pause();
    }
}

bool XlsxSheet::take_row() {
    const auto* row = rows_.next_row();
    if (row == nullptr) return false;
    begin_row(number_in(row->number, std::int64_t{0}), 1, is_true(row->hidden));
    for (const auto& cell : row->cells) {
        begin_raw_cell(cell.reference, cell.type, cell.style);
        raw_.has_value = cell.has_value;
        add_text(cell.value);
        end_raw_cell();
    }
    end_row();
    return true;
}

void XlsxSheet::end(std::string_view name) {
    if (name == "v" || name == "t") {
        in_value_ = false;
    } else if (name == "rPh") {
        in_phonetic_ = false;
    } else if (name == "c") {
        end_raw_cell();
    } else if (name == "row") {
        end_row();
    } else if (name == "sheetData") {
        end_sheet();
    }
}

void XlsxSheet::text(std::string_view piece) {
    if (in_value_) add_text(piece);
}

void XlsxSheet::begin_raw_cell(std::string_view reference, std::string_view type,
                               std::string_view style) {
    const auto place = cell_of(reference);
    begin_cell(place ? place->column : column() + 1);
    raw_.type = type;
    raw_.style = number_in(style, std::size_t{0});
    raw_.has_formula = raw_.has_value = false;
}

void XlsxSheet::end_raw_cell() {
    const auto value = cell_text();
    if (!raw_.has_value && raw_.has_formula) report(Severity::warning, "formula_without_result");
    if (value.empty()) return;
    if (raw_.type.empty() || raw_.type == "n") {
        const auto number = read_sheet_number(value, workbook_->is_date_style(raw_.style),
                                              workbook_->serial_system());
        set_cell_text(number.text);
        place(number.kind);
    } else if (raw_.type == "s") {
        const auto index = number_in(value, std::size_t{0} - 1);
        set_cell_text({});
        place_shared(index);
    } else if (raw_.type == "b") {
        set_cell_text(value == "1" ? "true" : "false");
        place(CellKind::boolean);
    } else if (raw_.type == "e") {
        place(CellKind::error);
    } else if (raw_.type == "d") {
        place(CellKind::date);
    } else {
        decode_cell_escapes();
        place(CellKind::text);
    }
}

void XlsxSheet::place_shared(std::size_t index) {
    const auto& strings = workbook_->strings();
    const auto shared = strings.at(index);
    if (!shared) return;
    if (strings.are_in_memory()) return place(CellKind::text, *shared);
    set_cell_text(*shared);
    place(CellKind::text);
}

}  // namespace tenpoint::formats
