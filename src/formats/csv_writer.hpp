// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace tenpoint::formats {

// Writes CSV (RFC 4180, UTF-8, CRLF). A cell that a spreadsheet would run as a formula, that is,
// one that begins with = + - @ (also in full width, as in East Asian texts), TAB, CR or LF and is
// no plain number, gets an apostrophe in front.
class CsvWriter {
  public:
    explicit CsvWriter(std::ostream& out) : out_(out) {}

    void write_row(std::span<const std::string> cells);
    void write_row(std::span<const std::string_view> cells);

  private:
    void write_cell(std::string_view text);

    std::ostream& out_;
};

}  // namespace tenpoint::formats
