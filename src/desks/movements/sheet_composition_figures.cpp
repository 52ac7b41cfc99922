// SPDX-License-Identifier: Apache-2.0
// The figures in their long form.

#include "desks/movements/breakdown_word.hpp"
#include "desks/movements/sheet_composition_parts.hpp"
#include "desks/movements/sheet_content_stretch.hpp"
#include "record/value_type.hpp"

namespace tenpoint::movements {
namespace {

using formats::ColumnType;
using formats::TableCell;

// A breakdown that a figure does not have is an empty cell.
TableCell cell(std::string text) {
    if (text.empty()) return std::monostate{};
    return text;
}

class LongTable {
  public:
    LongTable(const SheetWords& words, formats::Table& table) : words_(words), table_(table) {}

    void add(const SheetMeasure& measure) {
        for (const auto& [period, count] : measure.periods)
            if (contains(words_.content().days, stretch_of(period)))
                add_row(measure, "total", period, "", "", "", count);
        for (const auto& [period, origin, count] : measure.by_origin)
            add_row(measure, "origin", period, origin, "", "", count);
        for (const auto& [period, sex, age, count] : measure.by_sex_age)
            add_row(measure, "sex_age", period, "", breakdown_word(sex), breakdown_word(age),
                    count);
    }

  private:
    void add_row(const SheetMeasure& measure, std::string breakdown, const Period& period,
                 const std::string& origin, std::string sex, std::string age, std::int64_t count) {
        table_.rows.push_back(
            {{std::string(record::word_of(measure.indicator)), words_.indicator(measure.indicator),
              measure.place, words_.place(measure.place), period, std::move(breakdown),
              cell(origin), cell(origin.empty() ? "" : words_.origin(origin)), cell(std::move(sex)),
              cell(std::move(age)), static_cast<double>(count)}});
    }

    const SheetWords& words_;
    formats::Table& table_;
};

}  // namespace

formats::Table long_table(const SheetWords& words) {
    formats::Table table;
    table.caption.title = words.text("figures.title");
    table.columns = {{words.text("columns.indicator_code"), ColumnType::text, "#indicator+code"},
                     {words.text("columns.what_is_counted"), ColumnType::text, "#indicator+name"},
                     {words.text("columns.place_code"), ColumnType::text, "#loc+code"},
                     {words.text("columns.place"), ColumnType::text, "#loc+name"},
                     {words.text("columns.period"), ColumnType::period, "#date+period"},
                     {words.text("columns.breakdown"), ColumnType::text, "#meta+breakdown"},
                     {words.text("columns.origin_code"), ColumnType::text, "#country+origin+code"},
                     {words.text("columns.nationality"), ColumnType::text, "#country+origin+name"},
                     {words.text("columns.sex"), ColumnType::text, "#affected+sex"},
                     {words.text("columns.age"), ColumnType::text, "#affected+age"},
                     {words.text("columns.count"), ColumnType::number, "#affected+count"}};
    LongTable rows(words, table);
    for (const auto* measures : {&words.content().measures, &words.content().deaths})
        for (const auto& measure : *measures)
            rows.add(measure);
    return table;
}

}  // namespace tenpoint::movements
