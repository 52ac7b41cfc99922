// SPDX-License-Identifier: Apache-2.0
#include "web/concern_routes.hpp"

#include <boost/json/array.hpp>

#include "desks/coverage/concern_visibility.hpp"
#include "desks/coverage/concern_watch.hpp"
#include "desks/coverage/gathering.hpp"
#include "desks/coverage/names.hpp"
#include "desks/coverage/who_does_what.hpp"
#include "desks/movements/people_counted.hpp"
#include "web/enum_word.hpp"
#include "web/number_paging.hpp"
#include "web/optional_json.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"
#include "web/table_download.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using coverage::ConcernQuery;
using coverage::ConcernSort;
using coverage::Grounds;
using coverage::KeptResponses;
using coverage::Names;
using coverage::WatchedConcern;
using movements::JointFigures;

namespace {

enum class ConcernState { standing, dismissed };
BOOST_DESCRIBE_ENUM(ConcernState, standing, dismissed)

// What the texts of concerns are made with.
struct Telling {
    const coverage::Response& response;
    Names names;
    coverage::WorksById works = coverage::works_by_id(response);

    std::string text(const Grounds& grounds) const {
        return coverage::grounds_text(grounds, works, names);
    }
    // Those that are in the directory; and what the others are called.
    json::array partners(const std::vector<Id>& doers) const {
        json::array out;
        for (const auto& doer : doers)
            if (!response.organisations.contains(doer)) out.emplace_back(doer.text);
        return out;
    }
    json::array organisations(const std::vector<Id>& doers) const {
        json::array out;
        for (const auto& doer : doers)
            if (const auto found = response.organisations.find(doer);
                found != response.organisations.end())
                out.emplace_back(found->second);
        return out;
    }
};

json::object grounds_json(const Grounds& grounds, const Telling& telling) {
    json::array works;
    for (const auto& id : grounds.works)
        if (const auto found = telling.works.find(id); found != telling.works.end())
            works.push_back(
                {{"kind", found->second->plural},
                 {"id", id.text},
                 {"title", coverage::title_in(*found->second, telling.names.language())}});
    return {{"reason", enum_word(grounds.reason)},
            {"text", telling.text(grounds)},
            {"partners", telling.partners(grounds.partners)},
            {"works", std::move(works)}};
}

json::object concern_json(const WatchedConcern& watched, const Telling& telling) {
    const auto& [subject, themes, all_grounds] = watched.concern;
    json::array reasons, about;
    for (const auto& grounds : all_grounds)
        reasons.push_back(grounds_json(grounds, telling));
    for (const auto theme : themes)
        about.emplace_back(enum_word(theme));
    return {{"concern", enum_word(subject.sort)},
            {"place", or_null(subject.place)},
            {"theme", or_null(subject.theme)},
            {"people", or_null(subject.people)},
            {"partners", telling.partners(subject.partners)},
            {"organisations", telling.organisations(subject.partners)},
            {"themes", std::move(about)},
            {"reasons", std::move(reasons)},
            {"since", to_text(watched.since)},
            {"longer", watched.longer},
            {"visibility", record::to_word(coverage::narrowest_behind(telling.response, subject))},
            {"dismissal", or_null(watched.dismissal)}};
}

json::array months_json(const std::vector<coverage::ConcernMonth>& months) {
    json::array out;
    for (const auto& [month, found] : months) {
        json::object counts{{"month", to_text(month)}};
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<ConcernSort>>(
            [&, &found = found](auto sort) {
                counts[sort.name] = found.at(static_cast<std::size_t>(sort.value));
            });
        out.push_back(std::move(counts));
    }
    return out;
}

formats::Table concern_table(const std::vector<WatchedConcern>& concerns, const Telling& telling) {
    using enum formats::ColumnType;
    formats::Table table{{"gaps_and_overlaps"},
                         {{"concern", text, "#issue+type"},
                          {"place", text, "#loc+name"},
                          {"place_code", text, "#loc+code"},
                          {"themes", text, "#sector"},
                          {"people", text, "#population"},
                          {"partners", text, "#org"},
                          {"since", period, "#date+start"},
                          {"reasons", text, "#description"},
                          {"dismissed", text, "#status"}},
                         {}};
    const auto& names = telling.names;
    for (const auto& watched : concerns) {
        const auto& [subject, themes, all_grounds] = watched.concern;
        std::string about, partners, reasons;
        for (const auto theme : themes)
            about += (about.empty() ? "" : "; ") + names.theme(theme);
        for (const auto& partner : subject.partners)
            partners += (partners.empty() ? "" : "; ") + names.partner(partner);
        for (const auto& grounds : all_grounds)
            reasons += (reasons.empty() ? "" : " · ") + telling.text(grounds);
        const auto place = subject.place.value_or(Id{});
        table.rows.push_back(
            {{names.label("concern_sort", enum_word(subject.sort)), names.place(place),
              names.code(place), std::move(about),
              subject.people ? names.label("population", enum_word(*subject.people)) : "",
              std::move(partners), watched.since, std::move(reasons),
              std::string(watched.dismissal.empty() ? "" : "yes")}});
    }
    return table;
}

struct AskedConcerns {
    Day on{};
    ConcernQuery query{};
    std::optional<ConcernState> state{};
    Language language{};
    std::optional<TableFormat> format{};
};

Result<AskedConcerns> asked_concerns(const Request& request, Day today) {
    const auto& query = request.target.query;
    AskedConcerns asked;
    TENPOINT_TRY(on, day_of(query, "on"));
    asked.on = on.value_or(today);
    TENPOINT_TRY(sort, choice_of<ConcernSort>(query, "concern"));
    TENPOINT_TRY(place, id_of(query, "place"));
    TENPOINT_TRY(theme, choice_of<directory::Theme>(query, "theme"));
    TENPOINT_TRY(people, choice_of<arrangements::Population>(query, "people"));
    TENPOINT_TRY(partner, id_of(query, "partner"));
    TENPOINT_TRY(phase, choice_of<coverage::ResponsePhase>(query, "phase"));
    TENPOINT_TRY(state, choice_of<ConcernState>(query, "state"));
    TENPOINT_TRY(language, language_of(request));
    TENPOINT_TRY(format, asked_table_format(request));
    asked.query = {sort, place, theme, people, partner, phase};
    asked.state = state;
    asked.language = language;
    asked.format = format;
    return asked;
}

Result<Response> list_concerns(store::Store& store, JointFigures& figures, KeptResponses& responses,
                               const Request& request) {
    TENPOINT_TRY(asked, asked_concerns(request, day_of(store.clock().now())));
    TENPOINT_TRY(joint, figures.current());
    const auto counted =
        movements::people_counted(*joint, coverage::first_watched_day(asked.on), asked.on);
    TENPOINT_TRY(gathered, responses.of(request.principal));
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        const auto& response = gathered->response;
        auto watch =
            coverage::watch_concerns(gathered->index, coverage::counted_needs(counted, response),
                                     asked.on, asked.query, coverage::gather_dismissed(snapshot));
        if (asked.state)
            std::erase_if(watch.concerns, [&](const WatchedConcern& each) {
                return each.dismissal.empty() == (asked.state == ConcernState::dismissed);
            });
        const Telling telling{response, Names(snapshot, asked.language, response.organisations)};
        if (asked.format)
            return table_response(concern_table(watch.concerns, telling), *asked.format,
                                  "gaps_and_overlaps", asked.language, store.clock().now());
        TENPOINT_TRY(page, page_object(request.target.query, watch.concerns,
                                       [&](const WatchedConcern& each) {
                                           return concern_json(each, telling);
                                       }));
        page["on"] = to_text(asked.on);
        page["months"] = months_json(watch.months);
        page["last_reports"] = or_null(coverage::last_reports_before(
            response, {asked.on, asked.on, asked.query.place, asked.query.theme,
                       asked.query.partner, asked.query.people}));
        return json_response(page);
    });
}

json::object concerns_schema() {
    const auto work =
        object_schema({{"kind", text_schema()}, {"id", id_schema()}, {"title", text_schema()}});
    const auto reason = object_schema({{"reason", choice_schema_of<coverage::Reason>()},
                                       {"text", text_schema()},
                                       {"partners", list_schema(id_schema())},
                                       {"works", list_schema(work)}});
    const auto theme = choice_schema_of<directory::Theme>();
    auto page = page_schema(
        object_schema({{"concern", choice_schema_of<ConcernSort>()},
                       {"place", nullable(id_schema())},
                       {"theme", nullable(theme)},
                       {"people", nullable(choice_schema_of<arrangements::Population>())},
                       {"partners", list_schema(id_schema())},
                       {"organisations", list_schema(text_schema())},
                       {"themes", list_schema(theme)},
                       {"reasons", list_schema(reason)},
                       {"since", text_schema()},
                       {"longer", flag_schema()},
                       {"visibility", choice_schema({"partners", "restricted", "confidential"})},
                       {"dismissal", nullable(id_schema())}}),
        "integer");
    json::object month{{"month", text_schema()}};
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<ConcernSort>>(
        [&](auto sort) { month[sort.name] = number_schema(); });
    auto& properties = page["properties"].as_object();
    properties["on"] = date_schema();
    properties["months"] = list_schema(object_schema(std::move(month)));
    auto& required = page["required"].as_array();
    required.emplace_back("on");
    required.emplace_back("months");
    properties["last_reports"] = nullable(text_schema());
    required.emplace_back("last_reports");
    return page;
}

}  // namespace

Routes concern_routes(store::Store& store, JointFigures& figures, KeptResponses& responses) {
    Route concerns;
    concerns.method = Method::get;
    concerns.path = "/api/concerns";
    concerns.query = paged({{"on", date_schema()},
                            {"concern", choice_schema_of<ConcernSort>()},
                            {"place", id_schema()},
                            {"theme", choice_schema_of<directory::Theme>()},
                            {"people", choice_schema_of<arrangements::Population>()},
                            {"partner", id_schema()},
                            {"phase", choice_schema_of<coverage::ResponsePhase>()},
                            {"state", choice_schema_of<ConcernState>()},
                            {"format", choice_schema({"json", "csv", "hxl", "xlsx"})},
                            {"lang", choice_schema_of<Language>()}});
    concerns.operation = {.id = "list_concerns",
                          .summary = "list_concerns",
                          .tag = "coverage",
                          .answer = concerns_schema(),
                          .media_types = {"application/json", std::string(csv_media_type),
                                          std::string(xlsx_media_type)},
                          .problems = {ProblemCode::not_acceptable}};
    concerns.answer = [&store, &figures, &responses](Request& request) {
        return list_concerns(store, figures, responses, request);
    };
    return {concerns};
}

}  // namespace tenpoint::web
