// SPDX-License-Identifier: Apache-2.0
#include "formats/ods_sheet.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

#include "base/text.hpp"
#include "formats/sheet_number.hpp"

namespace tenpoint::formats {
namespace {

// How often something stands, at least once.
template <class Number>
Number repeats_in(std::string_view text) {
    Number repeats = 1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), repeats);
    if (error == std::errc::result_out_of_range) return std::numeric_limits<Number>::max() / 2;
    return std::max<Number>(repeats, 1);
}

bool is_not_shown(std::string_view visibility) {
    return visibility == "collapse" || visibility == "filter";
}

// What may stand within a paragraph and is none of its text: comments, pictures, readings.
bool is_beside_the_text(std::string_view name) {
    static constexpr std::array names{"annotation", "annotation-end", "frame",    "custom-shape",
                                      "g",          "line",           "rect",     "control",
                                      "ruby-text",  "note",           "text-box", "path"};
    return std::ranges::find(names, name) != names.end();
}

// "2016-01-10T00:00:00.000" is a day; other times keep their seconds.
std::string_view day_or_time(std::string_view value) {
    value = value.substr(0, value.find('.'));
    constexpr std::string_view midnight = "T00:00:00";
    if (value.ends_with(midnight)) value.remove_suffix(midnight.size());
    return value;
}

}  // namespace

OdsSheet::OdsSheet(std::shared_ptr<const ZipArchive> archive, std::unique_ptr<ZipPart> content,
                   std::optional<std::size_t> wanted, FileFindings findings)
    : SheetReader(std::move(content), std::move(findings)),
      archive_(std::move(archive)),
      wanted_(wanted) {}

bool OdsSheet::go_on_to(std::size_t wanted) {
    if (!has_ended_ || wanted < sheets_.size()) return false;
    wanted_ = wanted;
    has_ended_ = false;
    go_on();
    return true;
}

void OdsSheet::begin(std::string_view name, const XmlAttributes& attributes) {
    if (ignored_ > 0) {
        ++ignored_;
    } else if (in_paragraph_ > 0 || in_cell_) {
        begin_within_cell(name, attributes);
    } else if (in_sheet_) {
        begin_within_sheet(name, attributes);
    } else if (name == "table") {
        begin_table(attributes);
    } else if (name == "style") {
        style_ = attributes["name"].substr(0, longest_name);
    } else if (name == "table-properties" && attributes["display"] == "false") {
        if (hidden_styles_.size() < most_sheets) hidden_styles_.insert(style_);
    } else if (name == "tracked-changes") {
        ignored_ = 1;
    }
}

void OdsSheet::begin_table(const XmlAttributes& attributes) {
    if (sheets_.size() >= most_sheets) {
        ignored_ = 1;
        return;
    }
    sheets_.push_back({std::string{whole_characters(attributes["name"], longest_name)},
                       hidden_styles_.contains(attributes["style-name"])});
    in_sheet_ = true;
    columns_ = 0;
    if (!is_wanted()) ignored_ = 1;
    begin_sheet();
}

void OdsSheet::begin_within_sheet(std::string_view name, const XmlAttributes& attributes) {
    if (name == "table-cell" || name == "covered-table-cell") {
        begin_raw_cell(attributes);
        raw_.is_covered = name == "covered-table-cell";
    } else if (name == "table-row") {
        next_column_ = 1;
        begin_row(0, repeats_in<std::int64_t>(attributes["number-rows-repeated"]),
                  is_not_shown(attributes["visibility"]));
    } else if (name == "table-column") {
        const auto repeats = repeats_in<std::size_t>(attributes["number-columns-repeated"]);
        if (is_not_shown(attributes["visibility"])) hide_columns(columns_ + 1, columns_ + repeats);
        columns_ = std::min(columns_ + repeats, TableLimits::columns);
    } else if (name == "shapes" || name == "table" || name == "forms") {
        ignored_ = 1;
    }
}

void OdsSheet::begin_raw_cell(const XmlAttributes& attributes) {
    in_cell_ = true;
    begin_cell(next_column_);
    raw_.repeats = std::min(repeats_in<std::size_t>(attributes["number-columns-repeated"]),
                            TableLimits::columns + 1);
    raw_.type = attributes["office:value-type"];
    raw_.is_error = attributes["calcext:value-type"] == "error";
    raw_.has_formula = !attributes["formula"].empty();
    raw_.has_paragraph = false;
    raw_.value = raw_.type == "date"      ? day_or_time(attributes["date-value"])
                 : raw_.type == "boolean" ? attributes["boolean-value"]
                 : raw_.type == "string"  ? attributes["string-value"]
                 : raw_.type == "time"    ? std::string_view{}
                                          : attributes["value"];
    const auto rows = repeats_in<std::int64_t>(attributes["number-rows-spanned"]);
    const auto columns = repeats_in<std::size_t>(attributes["number-columns-spanned"]);
    if (rows > 1 || columns > 1)
        merged().add({row(), row() + rows - 1, next_column_,
                      next_column_ + std::min(columns, TableLimits::columns) - 1});
}

void OdsSheet::begin_within_cell(std::string_view name, const XmlAttributes& attributes) {
    // The text beside a value only shows it.
    const bool is_wanted = !raw_.is_covered && (raw_.value.empty() || raw_.is_error);
    const bool is_beside = in_paragraph_ == 0 ? name != "p" : is_beside_the_text(name);
    if (!is_wanted || is_beside) {
        ignored_ = 1;
    } else {
        if (name == "p" && std::exchange(raw_.has_paragraph, true)) add_text("\n");
        if (name == "p") after_space_ = true;
        if (name == "tab") add_text("\t");
        if (name == "line-break") add_text("\n");
        if (name == "s") add_spaces(repeats_in<std::size_t>(attributes["c"]));
        ++in_paragraph_;
    }
}

void OdsSheet::text(std::string_view piece) {
    if (in_paragraph_ == 0 || ignored_ > 0) return;
    constexpr std::string_view white = " \t\r\n";
    while (!piece.empty()) {
        const auto space = std::min(piece.find_first_of(white), piece.size());
        if (space > 0) {
            add_text(piece.substr(0, space));
            after_space_ = false;
            piece.remove_prefix(space);
        } else {
            if (!std::exchange(after_space_, true)) add_text(" ");
            piece.remove_prefix(std::min(piece.find_first_not_of(white), piece.size()));
        }
    }
}

void OdsSheet::end(std::string_view name) {
    if (ignored_ > 0) {
        if (--ignored_ == 0) in_sheet_ = in_sheet_ && is_wanted();
    } else if (in_paragraph_ > 0) {
        --in_paragraph_;
    } else if (in_cell_) {
        end_raw_cell();
    } else if (in_sheet_ && name == "table-row") {
        end_row();
    } else if (in_sheet_ && name == "table") {
        in_sheet_ = false;
        has_ended_ = wanted_.has_value();
        if (wanted_) end_sheet();
    }
}

void OdsSheet::end_raw_cell() {
    in_cell_ = false;
    next_column_ = std::min(next_column_ + raw_.repeats, TableLimits::columns + 2);
    if (raw_.is_covered) return;
    if (raw_.type.empty() && raw_.has_formula && raw_.value.empty() && cell_text().empty())
        report(Severity::warning, "formula_without_result");
    const bool is_number =
        raw_.type == "float" || raw_.type == "currency" || raw_.type == "percentage";
    auto kind = raw_.is_error ? CellKind::error : CellKind::text;
    if (is_number && !raw_.is_error && !raw_.value.empty()) {
        const auto number = read_sheet_number(raw_.value, false, SerialSystem::from_1900);
        set_cell_text(number.text);
        kind = number.kind;
    } else if (!raw_.value.empty() && !raw_.is_error) {
        set_cell_text({});
        add_text(raw_.value);
        if (raw_.type == "date") kind = CellKind::date;
        if (raw_.type == "boolean") kind = CellKind::boolean;
    }
    if (!cell_text().empty()) place(kind, {}, raw_.repeats);
}

}  // namespace tenpoint::formats
