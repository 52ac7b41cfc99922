// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/corrections.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include <boost/describe/enum_to_string.hpp>
#include <fmt/format.h>

#include "base/translations.hpp"
#include "desks/movements/batch_sheets.hpp"
#include "desks/movements/finding_text.hpp"
#include "desks/movements/importing.hpp"
#include "desks/movements/mapping_json.hpp"
#include "desks/movements/reading_plan.hpp"
#include "desks/movements/received_file.hpp"
#include "desks/movements/recognition_wide.hpp"
#include "desks/movements/stored_findings.hpp"
#include "formats/annotated_book.hpp"
#include "store/durable_file.hpp"

namespace tenpoint::movements {
namespace {

using formats::AnnotatedBook;

constexpr std::size_t page_of_findings = 1'000;
constexpr std::int64_t most_frozen = 10;  // rows; more would leave a small screen nothing to move

// What is to be said about the cells of a table, row by row.
using Remarks = std::map<std::int64_t, std::vector<AnnotatedBook::Remark>>;

struct Remarked {
    Findings findings;  // by cause
    std::int64_t left_out = 0;
};

// The findings with the most weight, cause after cause.
Remarked findings_to_tell(const store::Snapshot& snapshot, const Id& findings, std::size_t most) {
    Remarked told;
    for (const auto& cause : finding_causes(snapshot, findings)) {
        std::optional<std::int64_t> after = 0;
        while (after && told.findings.size() < most) {
            auto page = findings_page(snapshot, findings, {{}, cause.code}, *after,
                                      std::min(page_of_findings, most - told.findings.size()));
            after = page.next;
            std::ranges::move(page.items, std::back_inserter(told.findings));
        }
        told.left_out += cause.count;
    }
    told.left_out -= static_cast<std::int64_t>(told.findings.size());
    return told;
}

// The column that a finding names; the first for what is said of a whole row.
std::size_t column_of(const ColumnLayout& layout, const std::string& name) {
    for (std::size_t i = 0; i < layout.headers.size(); ++i)
        if (name_of_column(layout, i) == name) return i;
    return 0;
}

void add_remark(std::vector<AnnotatedBook::Remark>& row, AnnotatedBook::Remark remark) {
    const auto same = std::ranges::find(row, remark.column, &AnnotatedBook::Remark::column);
    if (same == row.end()) return row.push_back(std::move(remark));
    same->severity = std::min(same->severity, remark.severity);
    same->text += '\n' + remark.text;
}

Remarks remarks_on(const ColumnLayout& layout, const Findings& findings, Language language) {
    Remarks remarks;
    std::map<std::string, std::size_t> columns;
    for (const auto& finding : findings) {
        if (finding.row == 0) continue;
        const auto [known, is_new] = columns.try_emplace(finding.column, 0);
        if (is_new) known->second = column_of(layout, finding.column);
        add_remark(remarks[finding.row],
                   {known->second, finding.severity, finding_message(finding, language)});
    }
    return remarks;
}

// The table as received, on the first sheet; of an excerpt the head and the rows with remarks.
class TableSheet {
  public:
    TableSheet(AnnotatedBook& book, const ColumnLayout& layout, const Remarks& remarks,
               bool is_excerpt)
        : book_(book),
          remarks_(remarks),
          is_excerpt_(is_excerpt),
          first_data_row_(layout.first_data_row) {}

    void add(std::int64_t number, std::span<const formats::Cell> cells) {
        const auto found = remarks_.find(number);
        const bool is_remarked = found != remarks_.end();
        if (is_excerpt_ && number >= first_data_row_ && !is_remarked) return;
        // A row keeps its number, so that whoever is told of it finds it.
        for (; !is_excerpt_ && last_ + 1 < number; ++last_)
            book_.add_row({});
        last_ = number;
        if (is_remarked)
            book_.add_row(cells, found->second);
        else
            book_.add_row(cells);
    }

  private:
    AnnotatedBook& book_;
    const Remarks& remarks_;
    bool is_excerpt_;
    std::int64_t first_data_row_;
    std::int64_t last_ = 0;
};

std::vector<double> widths_of(std::span<const SampleRow> samples, std::size_t columns) {
    constexpr std::size_t least = 8, most = 40;
    std::vector<double> widths;
    for (std::size_t i = 0; i < columns; ++i) {
        auto longest = least;
        for (const auto& row : samples)
            if (i < row.texts.size()) longest = std::max(longest, row.texts[i].size() + 2);
        widths.push_back(static_cast<double>(std::min(longest, most)));
    }
    return widths;
}

std::string label(Language language, std::string_view word) {
    return translate(language, fmt::format("reports.corrections.{}", word));
}

void add_texts(AnnotatedBook& book, const std::vector<std::string>& texts, bool heading = false) {
    std::vector<formats::Cell> cells;
    for (const auto& text : texts)
        cells.push_back({text});
    if (heading)
        book.add_heading(cells);
    else
        book.add_row(cells);
}

// The second sheet: what was found, by cause. Its name says that it is no table of data.
void add_findings(AnnotatedBook& book, const Remarked& told, Language language, bool is_excerpt) {
    book.begin_sheet(label(language, "sheet"), {.frozen_rows = 0,
                                                .right_to_left = is_right_to_left(language),
                                                .widths = {12, 24, 28, 70, 40}});
    add_texts(book, {label(language, is_excerpt ? "excerpt" : "lead")});
    add_texts(book, {});
    std::vector<std::string> header;
    for (const auto* word : {"row", "column", "text", "message", "expected"})
        header.push_back(translate(language, fmt::format("ui.findings.{}", word)));
    std::string_view cause;
    for (const auto& finding : told.findings) {
        if (finding.code != cause) {
            cause = finding.code;
            const auto severity = translate(
                language, fmt::format("codes.severity.{}",
                                      boost::describe::enum_to_string(finding.severity, "")));
            add_texts(book, {});
            add_texts(book,
                      {fmt::format("{}: {}", severity, cause_message(finding.code, language))},
                      true);
            add_texts(book, header, true);
        }
        add_texts(book,
                  {finding.row > 0 ? std::to_string(finding.row) : std::string(), finding.column,
                   finding.text, finding_message(finding, language), finding.expected});
    }
    if (told.left_out == 0) return;
    add_texts(book, {});
    add_texts(book, {translate(language, "reports.more_findings", {{"count", told.left_out}})});
}

}  // namespace

Result<void> write_corrections(store::Store& store, const access::Principal& principal,
                               const record::Record<Batch>& batch, Language language,
                               const std::filesystem::path& to, const CorrectionLimits& limits) {
    TENPOINT_TRY(mapping, mapping_from_json(batch.value.mapping.value));
    const store::UnplacedFile received(store.staging_folder() / "corrections");
    TENPOINT_TRY(told,
                 store.read(principal, [&](const store::Snapshot& snapshot) -> Result<Remarked> {
                     TENPOINT_CHECK(check_received_file(snapshot, batch));
                     TENPOINT_CHECK(spool_file(snapshot, batch.value.file, received.path()));
                     return findings_to_tell(snapshot, batch.value.findings, limits.remarks);
                 }));
    TENPOINT_TRY(table, formats::open_table(received.path(), {batch.value.sheet, {}}));
    const auto samples = read_samples(*table);
    const auto layout = find_wide_layout(samples, mapping.header_row);
    const bool is_excerpt = batch.value.rows > limits.rows;
    const auto remarks = remarks_on(layout, told.findings, language);
    const auto head = layout.first_data_row - 1;
    try {
        AnnotatedBook book(to);
        book.begin_sheet(sheet_of_corrections(batch.value),
                         {.frozen_rows = static_cast<std::size_t>(head > most_frozen ? 0 : head),
                          .right_to_left = false,
                          .widths = widths_of(samples, layout.headers.size())});
        TableSheet sheet(book, layout, remarks, is_excerpt);
        std::vector<formats::Cell> cells;
        for (const auto& row : samples) {
            cells.clear();
            for (std::size_t i = 0; i < row.texts.size(); ++i)
                cells.push_back({row.texts[i], row.kinds[i]});
            sheet.add(row.number, cells);
        }
        while (table->next(cells))
            sheet.add(table->row_number(), cells);
        add_findings(book, told, language, is_excerpt);
        book.finish();
    } catch (const std::runtime_error& error) {
        return Problem{ProblemCode::storage_failed, error.what()};
    }
    return {};
}

std::string corrections_name(const std::string& file_name) {
    return std::filesystem::path(file_name).stem().string() + "-to-correct.xlsx";
}

}  // namespace tenpoint::movements
