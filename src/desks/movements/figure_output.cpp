// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/figure_output.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include <boost/describe/enum_from_string.hpp>
#include <boost/json/array.hpp>

#include "base/translations.hpp"
#include "desks/movements/breakdown_word.hpp"
#include "record/value_type.hpp"

namespace tenpoint::movements {
namespace {

constexpr const char* choices_of_by =
    "period:day, period:week, period:month, period:quarter, period:year, indicator, place, origin, "
    "sex, age, profile, source";

namespace json = boost::json;

template <class E>
std::string word(E value) {
    return std::string(record::word_of(value));
}

struct Column {
    std::string_view name;
    std::string_view hashtag;
    std::optional<Grouping> grouping;  // nothing: always there
    std::string (*cell)(const Figure&);
    bool is_number = false;
};

const std::array columns{
    Column{"indicator", "#indicator+code", {}, [](const Figure& f) { return word(f.indicator); }},
    Column{"place", "#loc+code", Grouping::place, [](const Figure& f) { return f.place; }},
    Column{"period", "#date", Grouping::period,
           [](const Figure& f) { return f.period ? to_text(*f.period) : std::string{}; }},
    Column{"origin", "#country+code+origin", Grouping::origin,
           [](const Figure& f) { return f.origin; }},
    Column{"sex", "#affected+sex", Grouping::sex,
           [](const Figure& f) { return breakdown_word(f.sex); }},
    Column{"age", "#affected+age", Grouping::age,
           [](const Figure& f) { return breakdown_word(f.age); }},
    Column{"profile", "#affected+type", Grouping::profile,
           [](const Figure& f) { return breakdown_word(f.profile); }},
    Column{"source", "#meta+source", Grouping::source, [](const Figure& f) { return f.source; }},
    Column{"count", "#affected", {}, [](const Figure& f) { return std::to_string(f.count); }, true},
    Column{"at_least",
           "#affected+ind+min",
           {},
           [](const Figure& f) {
               const auto& at_least = f.persons.at_least;
               return at_least ? std::to_string(*at_least) : std::string{};
           },
           true},
    Column{"at_most",
           "#affected+ind+max",
           {},
           [](const Figure& f) { return std::to_string(f.persons.at_most); },
           true},
};

bool asks(const FigureQuery& query, Grouping grouping) {
    return std::ranges::find(query.by, grouping) != query.by.end();
}

// Places are told apart also where nobody asked, when they cannot be added.
std::vector<const Column*> columns_of(const FigureTable& table, const FigureQuery& query) {
    std::vector<const Column*> present;
    for (const auto& column : columns) {
        const bool is_filled =
            column.grouping == Grouping::place &&
            std::ranges::any_of(table.figures, [](const auto& f) { return !f.place.empty(); });
        if (!column.grouping || is_filled || asks(query, *column.grouping))
            present.push_back(&column);
    }
    return present;
}

std::string grouping_text(Grouping grouping, const FigureQuery& query) {
    if (grouping != Grouping::period) return word(grouping);
    return "period:" + word(query.period_unit);
}

json::object written(const Figure& figure, const std::vector<const Column*>& present) {
    json::object out;
    for (const auto* column : present) {
        const auto cell = column->cell(figure);
        if (cell.empty())
            out[column->name] = nullptr;
        else if (column->is_number)
            out[column->name] = std::stoll(cell);
        else
            out[column->name] = cell;
    }
    out["bounds"] = word(figure.persons.reason);
    out["disagreement"] = figure.disagreement;
    out["not_broken_down"] = figure.not_broken_down;
    return out;
}

}  // namespace

Result<void> read_groupings(std::string_view text, FigureQuery& query) {
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        const auto item = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        const auto colon = item.find(':');
        const std::string name{item.substr(0, colon)};
        Grouping grouping{};
        bool known = boost::describe::enum_from_string(name.c_str(), grouping);
        if (colon != std::string_view::npos) {
            const std::string unit{item.substr(colon + 1)};
            known = known && grouping == Grouping::period &&
                    boost::describe::enum_from_string(unit.c_str(), query.period_unit);
        }
        if (!known)
            return Problem{ProblemCode::invalid_query,
                           std::string{item},
                           {{"/by", "not_a_choice", {std::string{item}, choices_of_by}}}};
        if (!asks(query, grouping)) query.by.push_back(grouping);
    }
    return {};
}

formats::TextTable text_table(const FigureTable& table, const FigureQuery& query) {
    const auto present = columns_of(table, query);
    formats::TextTable made;
    for (const auto* column : present) {
        made.names.emplace_back(column->name);
        made.hashtags.emplace_back(column->hashtag);
        made.numbers += column->is_number ? 1 : 0;
    }
    made.rows.reserve(table.figures.size());
    for (const auto& figure : table.figures) {
        auto& row = made.rows.emplace_back();
        for (const auto* column : present)
            row.push_back(column->cell(figure));
    }
    return made;
}

json::object to_json(const Figure& figure) {
    std::vector<const Column*> all;
    for (const auto& column : columns)
        all.push_back(&column);
    return written(figure, all);
}

json::object to_json(const FigureTable& table, const FigureQuery& query, Language language) {
    const auto present = columns_of(table, query);
    json::array by;
    for (const auto grouping : query.by)
        by.emplace_back(grouping_text(grouping, query));
    json::array figures;
    figures.reserve(table.figures.size());
    for (const auto& figure : table.figures)
        figures.push_back(written(figure, present));
    json::array notes;
    for (const auto& note : table.notes)
        notes.emplace_back(translate(language, "figures.notes." + note));
    return {{"by", std::move(by)},
            {"figures", std::move(figures)},
            {"notes", std::move(notes)},
            {"fingerprint", table.fingerprint}};
}

json::object to_json(const Explanation& explanation, Language language) {
    const auto value_or_null = [](bool is_there, auto value) {
        return is_there ? json::value(std::move(value)) : json::value(nullptr);
    };
    const auto id_or_null = [&](const Id& id) { return value_or_null(!id.empty(), id.text); };
    json::array contributions;
    for (const auto& part : explanation.contributions) {
        const bool is_known = !part.batch.empty();
        contributions.push_back(
            {{"batch", id_or_null(part.batch)},
             {"place", part.place},
             {"source", value_or_null(is_known, part.source)},
             {"period", value_or_null(is_known || part.used, to_text(part.period))},
             {"count", value_or_null(is_known || part.used, part.count)},
             {"observations", value_or_null(is_known, part.observations)},
             {"used", part.used},
             {"reason", part.reason},
             {"reason_text", translate(language, "figures.reasons." + part.reason)},
             {"breakdown", json::array(part.breakdown.begin(), part.breakdown.end())}});
    }
    return {{"figure", to_json(explanation.figure)},
            {"bounds_text",
             translate(language, "figures.bounds." + word(explanation.figure.persons.reason))},
            {"method",
             explanation.method ? json::value(word(*explanation.method)) : json::value(nullptr)},
            {"rule", id_or_null(explanation.rule)},
            {"ruling", id_or_null(explanation.ruling)},
            {"contributions", std::move(contributions)}};
}

}  // namespace tenpoint::movements
