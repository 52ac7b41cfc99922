// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/mapping_changes.hpp"

#include <algorithm>

#include "desks/movements/reading_plan.hpp"

namespace tenpoint::movements {

Findings changed_columns(const Mapping& remembered, const ColumnLayout& layout) {
    Findings findings;
    if (remembered.columns.empty()) return findings;
    std::vector<bool> known(layout.headers.size(), false);
    std::size_t found = 0;
    for (const auto& column : remembered.columns) {
        const auto index = find_column(layout, column.column, column.number);
        found += index ? 1 : 0;
        if (index)
            known[*index] = true;
        else if (column.field != Field::skip && !column.column.empty())
            findings.push_back(
                {Severity::warning, "column_vanished", 0, column.column, column.column, "", ""});
    }
    if (found * 2 < remembered.columns.size()) return {};
    if (remembered.skip_other_columns) return findings;
    for (std::size_t i = 0; i < known.size(); ++i) {
        const bool named = !layout.headers[i].empty() || layout.tags[i];
        if (known[i] || !named) continue;
        const auto name = name_of_column(layout, i);
        findings.push_back({Severity::warning, "column_appeared", 0, name, name, "", ""});
    }
    return findings;
}

}  // namespace tenpoint::movements
