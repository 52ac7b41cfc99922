// SPDX-License-Identifier: Apache-2.0
#include "web/disagreement_routes.hpp"

#include <map>

#include <boost/describe/enum_to_string.hpp>
#include <boost/json/array.hpp>
#include <fmt/format.h>

#include "desks/movements/known_batches.hpp"
#include "desks/movements/source.hpp"
#include "desks/movements/source_comparison.hpp"
#include "web/number_paging.hpp"
#include "web/optional_json.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"
#include "web/source_titles.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using movements::ComparedSources;
using movements::Consolidation;
using movements::DisagreementQuery;
using movements::Indicator;
using movements::JointFigures;
using movements::Source;

namespace {

// The titles of the sources that the reader may see, by id.
using SourceTitles = std::map<Id, std::string>;

SourceTitles titles_of(const store::Snapshot& snapshot, Language language) {
    SourceTitles titles;
    for (const auto& [envelope, source] : snapshot.all<Source>())
        titles.emplace(envelope.id, title_of(source, language));
    return titles;
}

json::object compared_json(const ComparedSources& compared, const SourceTitles& titles) {
    const auto& told = compared.told;
    json::array sources;
    for (const auto& candidate : told.candidates) {
        const auto title = titles.find(candidate.source);
        const bool is_known = title != titles.end();
        sources.push_back(
            {{"source", is_known ? json::value(candidate.source.text) : json::value(nullptr)},
             {"title", is_known ? json::value(title->second) : json::value(nullptr)},
             {"count", or_null(candidate.count)},
             {"chosen", candidate.chosen}});
    }
    const auto& ruling = told.ruling;
    return {{"indicator", boost::describe::enum_to_string(told.indicator, "")},
            {"place", told.place},
            {"period", to_text(told.period)},
            {"from", to_text(told.from)},
            {"to", to_text(told.to)},
            {"sources", std::move(sources)},
            {"share", or_null(told.share)},
            {"ruling", or_null(ruling)},
            {"ruled", compared.ruled}};
}

json::object subject_json(const movements::DisputedSubject& subject) {
    return {{"indicator", boost::describe::enum_to_string(subject.indicator, "")},
            {"place", subject.place},
            {"from", to_text(subject.from)},
            {"to", to_text(subject.to)},
            {"disagreements", subject.disagreements},
            {"unruled", subject.unruled},
            {"share", or_null(subject.share)}};
}

// All but who asks.
Result<DisagreementQuery> asked_disagreements(const Query& query, const Consolidation& joint) {
    DisagreementQuery asked;
    TENPOINT_TRY(indicators, choices_of<Indicator>(query, "indicator"));
    asked.indicators = std::move(indicators);
    asked.places = words_of(query, "place");
    TENPOINT_TRY(days, days_of(query));
    asked.from = days.from;
    asked.to = days.to;
    // Smaller differences are none: they were never looked for.
    const auto set_share = joint.input().disagreement_share;
    TENPOINT_TRY(share, share_of(query, "share", set_share));
    if (share < set_share)
        return invalid_parameter("share", "too_small", {fmt::format("{}", set_share)});
    asked.share = share;
    TENPOINT_TRY(unruled, flag_of(query, "unruled"));
    asked.unruled = unruled;
    return asked;
}

Result<Response> list_disagreements(store::Store& store, JointFigures& figures,
                                    const Request& request) {
    const auto& query = request.target.query;
    TENPOINT_TRY(joint, figures.current());
    TENPOINT_TRY(asked, asked_disagreements(query, *joint));
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        asked.knows = movements::known_batches(snapshot);
        const auto titles = titles_of(snapshot, request.language);
        return page_of(query, movements::find_disagreements(*joint, asked),
                       [&](const ComparedSources& each) { return compared_json(each, titles); });
    });
}

Result<Response> list_subjects(store::Store& store, JointFigures& figures, const Request& request) {
    const auto& query = request.target.query;
    TENPOINT_TRY(joint, figures.current());
    TENPOINT_TRY(asked, asked_disagreements(query, *joint));
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        asked.knows = movements::known_batches(snapshot);
        const auto found = movements::find_disagreements(*joint, asked);
        return page_of(query, movements::disputed_subjects(found), subject_json);
    });
}

Result<Response> list_compared(store::Store& store, JointFigures& figures, const Request& request) {
    const auto& query = request.target.query;
    TENPOINT_TRY(indicator, choice_of<Indicator>(query, "indicator"));
    if (!indicator) return invalid_parameter("indicator", "required");
    const auto place = text_of(query, "place");
    TENPOINT_TRY(joint, figures.current());
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        const auto titles = titles_of(snapshot, request.language);
        const auto compared = movements::compare_sources(*joint, *indicator, place,
                                                         movements::known_batches(snapshot));
        return page_of(query, compared, [&](const ComparedSources& each) {
            auto item = compared_json(each, titles);
            item["disagrees"] = each.disagrees;
            return item;
        });
    });
}

json::object compared_properties() {
    const auto source = object_schema({{"source", nullable(id_schema())},
                                       {"title", nullable(text_schema())},
                                       {"count", nullable(number_schema())},
                                       {"chosen", flag_schema()}});
    return {{"indicator", choice_schema_of<Indicator>()},
            {"place", text_schema()},
            {"period", text_schema()},
            {"from", date_schema()},
            {"to", date_schema()},
            {"sources", list_schema(source)},
            {"share", nullable({{"type", "number"}})},
            {"ruling", nullable(id_schema())},
            {"ruled", flag_schema()}};
}

json::object comparison_properties() {
    auto properties = compared_properties();
    properties["disagrees"] = flag_schema();
    return properties;
}

json::object subject_properties() {
    return {{"indicator", choice_schema_of<Indicator>()},
            {"place", text_schema()},
            {"from", date_schema()},
            {"to", date_schema()},
            {"disagreements", number_schema()},
            {"unruled", number_schema()},
            {"share", nullable({{"type", "number"}})}};
}

std::vector<QueryParameter> disagreement_parameters() {
    return paged({{"place", text_schema()},
                  {"indicator", text_schema()},
                  {"from", date_schema()},
                  {"to", date_schema()},
                  {"share",
                   {{"type", "number"},
                    {"minimum", movements::ConsolidationInput{}.disagreement_share},
                    {"maximum", 1}}},
                  {"unruled", flag_schema()}});
}

Route disagreement_route(std::string path, std::string_view name, json::object item,
                         std::vector<QueryParameter> query) {
    Route made;
    made.method = Method::get;
    made.path = std::move(path);
    made.query = std::move(query);
    made.operation.id = name;
    made.operation.summary = name;
    made.operation.tag = "figures";
    made.operation.answer = page_schema(object_schema(std::move(item)), "integer");
    return made;
}

}  // namespace

Routes disagreement_routes(store::Store& store, JointFigures& figures) {
    auto list = disagreement_route("/api/disagreements", "list_disagreements",
                                   compared_properties(), disagreement_parameters());
    list.answer = [&store, &figures](Request& request) {
        return list_disagreements(store, figures, request);
    };
    auto subjects = disagreement_route("/api/disagreements/subjects", "list_disputed_subjects",
                                       subject_properties(), disagreement_parameters());
    subjects.answer = [&store, &figures](Request& request) {
        return list_subjects(store, figures, request);
    };
    auto comparison = disagreement_route(
        "/api/disagreements/comparison", "compare_sources", comparison_properties(),
        paged(
            {{"place", text_schema(), true}, {"indicator", choice_schema_of<Indicator>(), true}}));
    comparison.answer = [&store, &figures](Request& request) {
        return list_compared(store, figures, request);
    };
    return {list, subjects, comparison};
}

}  // namespace tenpoint::web
