// SPDX-License-Identifier: Apache-2.0
#include "web/figure_parameters.hpp"

#include <algorithm>

#include "desks/movements/figure_output.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

using movements::AgeGroup;
using movements::Figure;
using movements::FigureQuery;
using movements::Grouping;
using movements::Indicator;
using movements::Profile;
using movements::Sex;

namespace {

Result<void> read_days(const Query& query, FigureQuery& asked) {
    TENPOINT_TRY(days, days_of(query));
    asked.from = days.from;
    asked.to = days.to;
    return {};
}

bool has(const std::vector<Grouping>& by, Grouping grouping) {
    return std::ranges::find(by, grouping) != by.end();
}

void group_by(FigureQuery& query, Grouping grouping) {
    if (!has(query.by, grouping)) query.by.push_back(grouping);
}

std::vector<QueryParameter> day_parameters() {
    return {{"from", date_schema()}, {"to", date_schema()}};
}

}  // namespace

bool AskedFigures::includes(const Figure& figure) const {
    return (!sex || figure.sex == *sex) && (!age || figure.age == *age) &&
           (!profile || figure.profile == *profile);
}

Result<AskedFigures> asked_figures(const Query& query) {
    AskedFigures asked;
    TENPOINT_TRY(indicators, choices_of<Indicator>(query, "indicator"));
    asked.query.indicators = std::move(indicators);
    asked.query.places = words_of(query, "place");
    asked.query.origins = words_of(query, "origin");
    TENPOINT_CHECK(read_days(query, asked.query));
    TENPOINT_CHECK(movements::read_groupings(text_of(query, "by"), asked.query));
    TENPOINT_TRY(sex, choice_of<Sex>(query, "sex"));
    TENPOINT_TRY(age, choice_of<AgeGroup>(query, "age"));
    TENPOINT_TRY(profile, choice_of<Profile>(query, "profile"));
    asked.sex = sex;
    asked.age = age;
    asked.profile = profile;
    if (sex) group_by(asked.query, Grouping::sex);
    if (age) group_by(asked.query, Grouping::age);
    if (profile) group_by(asked.query, Grouping::profile);
    return asked;
}

std::vector<QueryParameter> figure_parameters() {
    std::vector<QueryParameter> parameters{{"indicator", text_schema()},
                                           {"place", text_schema()},
                                           {"origin", text_schema()},
                                           {"by", text_schema()},
                                           {"sex", choice_schema_of<Sex>()},
                                           {"age", choice_schema_of<AgeGroup>()},
                                           {"profile", choice_schema_of<Profile>()}};
    std::ranges::move(day_parameters(), std::back_inserter(parameters));
    return parameters;
}

Result<NamedFigure> named_figure(const Query& query) {
    NamedFigure named;
    auto& figure = named.figure;
    TENPOINT_CHECK(read_days(query, named.query));
    TENPOINT_CHECK(movements::read_groupings(text_of(query, "by"), named.query));
    const auto table = named.query.by;
    TENPOINT_TRY(indicator, choice_of<Indicator>(query, "indicator"));
    if (!indicator) return invalid_parameter("indicator", "required");
    figure.indicator = *indicator;
    named.query.indicators = {*indicator};
    if (figure.place = text_of(query, "place"); !figure.place.empty()) {
        named.query.places = {figure.place};
        group_by(named.query, Grouping::place);
    }
    if (const auto text = text_of(query, "period"); !text.empty()) {
        figure.period = period_from_text(text);
        if (!figure.period) return invalid_parameter("period", "not_a_period");
        if (!has(table, Grouping::period)) named.query.period_unit = figure.period->unit();
        group_by(named.query, Grouping::period);
    }
    const auto origins = words_of(query, "origin");
    if (origins.size() == 1 && (table.empty() || has(table, Grouping::origin))) {
        figure.origin = origins.front();
        group_by(named.query, Grouping::origin);
    } else {
        named.query.origins = origins;
    }
    if (figure.source = text_of(query, "source"); !figure.source.empty())
        group_by(named.query, Grouping::source);
    TENPOINT_TRY(sex, choice_of<Sex>(query, "sex"));
    TENPOINT_TRY(age, choice_of<AgeGroup>(query, "age"));
    TENPOINT_TRY(profile, choice_of<Profile>(query, "profile"));
    if (sex) group_by(named.query, Grouping::sex);
    if (age) group_by(named.query, Grouping::age);
    if (profile) group_by(named.query, Grouping::profile);
    figure.sex = sex.value_or(Sex::all);
    figure.age = age.value_or(AgeGroup::all);
    figure.profile = profile.value_or(Profile::all);
    TENPOINT_TRY(not_broken_down, flag_of(query, "not_broken_down"));
    figure.not_broken_down = not_broken_down;
    return named;
}

std::vector<QueryParameter> coordinate_parameters() {
    std::vector<QueryParameter> parameters{{"indicator", choice_schema_of<Indicator>(), true},
                                           {"place", text_schema()},
                                           {"period", text_schema()},
                                           {"origin", text_schema()},
                                           {"source", text_schema()},
                                           {"sex", choice_schema_of<Sex>()},
                                           {"age", choice_schema_of<AgeGroup>()},
                                           {"profile", choice_schema_of<Profile>()},
                                           {"by", text_schema()},
                                           {"not_broken_down", flag_schema()}};
    std::ranges::move(day_parameters(), std::back_inserter(parameters));
    return parameters;
}

}  // namespace tenpoint::web
