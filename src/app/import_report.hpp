// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "app/terminal.hpp"
#include "desks/movements/importing.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::app {

// What became of one file of `tenpoint import`.
struct FileReport {
    std::string file;
    movements::ImportOutcome outcome;
    std::string superseded_file;     // whose place it took; empty: none's
    std::string doubled_file;        // whose place it did not take, although it has some of it
    std::optional<Problem> problem;  // why it was refused; there is no outcome then
};

// The key of what is said of a batch, below "reports": activity sheets have reports, not figures.
std::string reports_key(std::string_view what, movements::Content content);

// For a person: counts, reasons, totals, and the first findings of each cause. Of a file that was
// not refused.
void print_report(const store::Snapshot& snapshot, const FileReport& report, Terminal& terminal);

// For a program: {"rows", "used", "rejected", "skipped", "observations", "findings", "totals"} over
// all files, and "files" with the same for each and its batch, or why it was refused.
boost::json::object report_json(std::span<const FileReport> reports, Language language);

// How far a long import is, on one line of the screen.
class ProgressLine {
  public:
    ProgressLine(Terminal& terminal, std::string file)
        : terminal_(terminal), file_(std::move(file)) {}
    void show(std::int64_t rows, double part);
    void clear();

  private:
    Terminal& terminal_;
    std::string file_;
    int shown_percent_ = -1;
};

}  // namespace tenpoint::app
