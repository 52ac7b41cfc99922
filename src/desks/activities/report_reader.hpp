// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"
#include "desks/activities/activity_report.hpp"
#include "desks/activities/report_field.hpp"
#include "desks/activities/report_ground.hpp"
#include "desks/activities/report_places.hpp"
#include "desks/activities/sheet_columns.hpp"
#include "formats/table.hpp"

namespace tenpoint::activities {

// A column of the sheet with its meaning.
struct ReportColumn {
    std::size_t index = 0;
    std::string header;  // as findings name it
    ReportField field = ReportField::other;
    // What single texts, as folded() sees them, stand for: "mali situation" for MLI.
    std::map<std::string, std::string, std::less<>> meant{};
    bool filled = false;  // a cell of the first rows is
};

// What holds for all rows of one sheet, where no column says it.
struct SheetConstants {
    std::string country;      // alpha-3; empty: none
    std::optional<int> year;  // of months that stand without one
};

// Reads the rows of an activity sheet into reports. A row is rejected where a cell cannot be read,
// a place lies elsewhere or a rule of the plan is broken; names that the directory does not know
// are kept as they are written, with a warning. Of several columns of one meaning the first that is
// filled counts; what is in the others is kept under their headers. On a sheet that is not the
// plan's form a column counts as there from its first filled cell on, or from the first row where
// `filled` says so.
class ReportReader {
  public:
    // `ground` outlives the reader. Columns of one meaning stand in the order of preference.
    ReportReader(std::vector<ReportColumn> columns, const ReportGround& ground,
                 SheetConstants constants);

    // Nothing for a row that is rejected.
    std::optional<ActivityReport> read(std::int64_t row, std::span<const formats::Cell> cells,
                                       const std::function<void(const Finding&)>& found);

  private:
    struct Row;
    void read_places(Row& row);
    // By the letters of a P-code of whatever level.
    std::string country_by_code(const Row& row) const;
    void read_partners(Row& row);
    void read_period(Row& row);
    void read_what(Row& row);
    void read_sector(Row& row);
    void read_numbers(Row& row);
    void keep_others(Row& row);

    std::vector<ReportColumn> columns_;
    const ReportGround& ground_;
    SheetConstants constants_;
    SheetColumns sheet_;
    ReportPlaces places_;
    std::map<std::string, std::optional<std::string>, std::less<>> partners_;  // text: suggestion
    std::map<std::string, std::string, std::less<>> sectors_;  // not known: the nearest that is
};

}  // namespace tenpoint::activities
