// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_writer.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace tenpoint::formats {
namespace {

// "-12.5" and "+3", which are figures and not formulas.
bool is_plain_number(std::string_view text) {
    if (text.front() == '-' || text.front() == '+') text.remove_prefix(1);
    return !text.empty() && std::ranges::count(text, '.') <= 1 && text.front() != '.' &&
           std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) || c == '.'; });
}

bool looks_like_formula(std::string_view text) {
    static constexpr std::array<std::string_view, 11> beginnings{"=",  "+",  "-",  "@",  "\t", "\r",
                                                                 "\n", "＝", "＋", "－", "＠"};
    return std::ranges::any_of(beginnings, [&](auto sign) { return text.starts_with(sign); }) &&
           !is_plain_number(text);
}

template <class Text, class WriteCell>
void write_cells(std::ostream& out, std::span<const Text> cells, WriteCell write_cell) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out << ',';
        write_cell(cells[i]);
    }
    out << "\r\n";
}

}  // namespace

void CsvWriter::write_row(std::span<const std::string> cells) {
    write_cells(out_, cells, [this](std::string_view text) { write_cell(text); });
}

void CsvWriter::write_row(std::span<const std::string_view> cells) {
    write_cells(out_, cells, [this](std::string_view text) { write_cell(text); });
}

void CsvWriter::write_cell(std::string_view text) {
    const bool guarded = looks_like_formula(text);
    if (text.find_first_of(",\"\r\n") == text.npos) {
        out_ << (guarded ? "'" : "") << text;
        return;
    }
    out_ << (guarded ? "\"'" : "\"");
    while (true) {
        const auto quote = text.find('"');
        out_ << text.substr(0, quote);
        if (quote == text.npos) break;
        out_ << "\"\"";
        text.remove_prefix(quote + 1);
    }
    out_ << '"';
}

}  // namespace tenpoint::formats
