// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/persons_elsewhere.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "desks/movements/batch_sheets.hpp"
#include "desks/movements/column_cells.hpp"
#include "desks/movements/column_layout.hpp"
#include "desks/movements/reading_plan.hpp"
#include "desks/movements/recognition_personal.hpp"
#include "formats/sheet_choice.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t rows_of_a_table = 3;
constexpr std::size_t most_findings = 100;
// Each table unpacks its workbook anew, which a hostile one makes slow.
constexpr std::chrono::seconds most_time{20};

class Search {
  public:
    Search(const std::filesystem::path& file, const formats::TableInfo& info) : file_(file) {
        if (stands_for_alike_sheets(info.sheet)) met_.insert(info.alike.begin(), info.alike.end());
        note_tables_of(info);
    }

    Result<Findings> run(const std::function<void()>& alive) {
        const auto end = std::chrono::steady_clock::now() + most_time;
        for (std::size_t i = 0; i < to_look_at_.size(); ++i) {
            const auto name = to_look_at_[i];
            if (alive) alive();
            const bool has_room = findings_.size() < most_findings;
            if (has_room && std::chrono::steady_clock::now() < end)
                TENPOINT_CHECK(look_into(name));
            else
                unknown_.push_back(name);
        }
        if (!unknown_.empty()) add("personal_columns_unknown", {}, formats::listed_names(unknown_));
        return std::move(findings_);
    }

  private:
    void note_tables_of(const formats::TableInfo& info) {
        met_.insert(info.sheet);
        for (const auto& name : info.sheets)
            if (met_.insert(name).second) to_look_at_.push_back(name);
    }

    // A workbook of an archive names its sheets only once it is opened itself.
    Result<void> look_into(const std::string& name) {
        formats::TableInfo info;
        const auto table = formats::open_table(file_, {name, {}}, &info);
        if (!table && table.error().code == ProblemCode::storage_failed) return table.error();
        if (!table) {
            unknown_.push_back(name);
            return {};
        }
        note_tables_of(info);
        look_at(read_samples(**table), name);
        return {};
    }

    void look_at(const std::vector<SampleRow>& rows, const std::string& name) {
        const auto layout = find_layout(rows);
        for (std::size_t i = 0; i < layout.headers.size() && findings_.size() < most_findings; ++i)
            if (tells_of_persons(rows, layout, i))
                add("personal_column_elsewhere", name_of_column(layout, i), name);
    }

    // What stands within a longer text is of whoever wrote the notes; bare numbers are as often
    // codes of places, and nobody says here what they are.
    static bool tells_of_persons(const std::vector<SampleRow>& rows, const ColumnLayout& layout,
                                 std::size_t column) {
        const auto sign = personal_sign(rows, layout, column);
        if (sign != PersonalSign::cells && sign != PersonalSign::header) return false;
        std::size_t filled = 0;
        for_each_filled_cell(rows, layout, column, [&](std::string_view) { ++filled; });
        return filled >= rows_of_a_table;
    }

    void add(std::string code, std::string column, std::string text) {
        findings_.push_back(
            {Severity::warning, std::move(code), 0, std::move(column), std::move(text), {}, {}});
    }

    const std::filesystem::path& file_;
    std::vector<std::string> to_look_at_;
    std::set<std::string> met_;
    std::vector<std::string> unknown_;
    Findings findings_;
};

}  // namespace

Result<Findings> persons_elsewhere(const std::filesystem::path& file,
                                   const formats::TableInfo& info,
                                   const std::function<void()>& alive) {
    return Search(file, info).run(alive);
}

}  // namespace tenpoint::movements
