// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "desks/movements/sheet_composition_words.hpp"
#include "formats/document.hpp"

// The parts of a sheet, in the order in which they stand in it. Each adds what the content has
// figures for, with its heading, and nothing where it has none.
namespace tenpoint::movements {

using Blocks = std::vector<formats::Block>;

void add_lead(const SheetWords& words, Blocks& blocks);
void add_headlines(const SheetWords& words, Blocks& blocks);
void add_trend(const SheetWords& words, Blocks& blocks);
void add_corridor_profile(const SheetWords& words, Blocks& blocks);
void add_map(const SheetWords& words, Blocks& blocks);
void add_origins(const SheetWords& words, Blocks& blocks);
void add_sex_and_age(const SheetWords& words, Blocks& blocks);
void add_deaths(const SheetWords& words, Blocks& blocks);
void add_disagreements(const SheetWords& words, Blocks& blocks);
void add_notes(const SheetWords& words, Blocks& blocks);
void add_sources(const SheetWords& words, Blocks& blocks);

// All figures in their long form: totals, origins, and sex and age, told apart by a column, since
// they count the same people.
formats::Table long_table(const SheetWords& words);

// What several parts need.

// Dead and missing are told apart by some sources and added by others: for each place, the measure
// that says most.
std::vector<const SheetMeasure*> main_deaths(const SheetContent& content);

// The measure that the sheet speaks of first; null where there are only deaths.
const SheetMeasure* lead_measure(const SheetContent& content);

// The periods of a chart over `days`, and the measure's figures along them.
std::vector<Period> axis_over(const Stretch& days, const std::vector<const SheetMeasure*>& of);
std::vector<std::optional<double>> along(const std::vector<Period>& axis,
                                         const SheetMeasure& measure);

// One line for each measure, from the first period that has a figure; in several charts where they
// are more than can be told apart.
void add_lines(const formats::Caption& caption, const SheetWords& words,
               const std::vector<const SheetMeasure*>& measures, Blocks& blocks);

std::optional<double> as_value(const std::optional<std::int64_t>& count);

}  // namespace tenpoint::movements
