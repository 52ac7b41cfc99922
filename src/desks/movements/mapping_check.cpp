// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/mapping_check.hpp"

#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "desks/movements/column_period.hpp"
#include "formats/countries.hpp"

namespace tenpoint::movements {
namespace {

void check_settings(const Settings& set, const PlaceLookup& places, const std::string& pointer,
                    std::vector<FieldProblem>& problems) {
    if (set.place && places.find(*set.place).empty())
        problems.push_back(directory::unknown_place(places, pointer + "/place", *set.place));
    if (set.origin && !formats::find_country(*set.origin))
        problems.push_back({pointer + "/origin", "not_a_country", {*set.origin}});
    if (set.period && !column_period_from_text(*set.period))
        problems.push_back({pointer + "/period", "not_a_period"});
}

// What a row has once.
bool is_once(Field field) {
    switch (field) {
        case Field::period:
        case Field::period_from:
        case Field::period_to:
        case Field::year:
        case Field::month:
        case Field::latitude:
        case Field::longitude:
        case Field::coordinates:
            return true;
        default:
            return false;
    }
}

}  // namespace

Result<void> refuse_repeated(const Mapping& mapping) {
    std::set<Field> met;
    std::vector<FieldProblem> problems;
    for (std::size_t c = 0; c < mapping.columns.size(); ++c)
        if (is_once(mapping.columns[c].field) && !met.insert(mapping.columns[c].field).second)
            problems.push_back({fmt::format("/columns/{}/field", c), "repeated"});
    if (problems.empty()) return {};
    return Problem{ProblemCode::invalid_fields, "mapping", std::move(problems)};
}

void check_all_settings(const Mapping& mapping, const PlaceLookup& places,
                        std::vector<FieldProblem>& problems) {
    check_settings(mapping.set, places, "/set", problems);
    for (std::size_t c = 0; c < mapping.columns.size(); ++c) {
        const auto& column = mapping.columns[c];
        const auto pointer = fmt::format("/columns/{}", c);
        check_settings(column.set, places, pointer + "/set", problems);
        for (std::size_t v = 0; v < column.values.size(); ++v)
            check_settings(column.values[v].set, places,
                           fmt::format("{}/values/{}/set", pointer, v), problems);
    }
}

}  // namespace tenpoint::movements
