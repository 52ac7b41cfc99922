// SPDX-License-Identifier: Apache-2.0
#include "web/figure_routes.hpp"

#include <algorithm>
#include <memory>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_to.hpp>
#include <fmt/format.h>

#include "base/remembered.hpp"
#include "base/translations.hpp"
#include "desks/movements/batch.hpp"
#include "desks/movements/figure_explanation.hpp"
#include "desks/movements/figure_output.hpp"
#include "desks/movements/figure_table.hpp"
#include "desks/movements/known_batches.hpp"
#include "desks/movements/source.hpp"
#include "web/figure_parameters.hpp"
#include "web/observation_json.hpp"
#include "web/optional_json.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"
#include "web/source_titles.hpp"
#include "web/table_download.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using movements::Consolidation;
using movements::FigureQuery;
using movements::FigureTable;
using movements::JointFigures;
using movements::Source;

namespace {

// The question as a reader asks it, who may not know of every batch. The snapshot outlives it.
FigureQuery asked_by_reader(FigureQuery query, const store::Snapshot& snapshot) {
    query.knows = movements::known_batches(snapshot);
    return query;
}

bool names_sources(const FigureQuery& query) {
    return std::ranges::count(query.by, movements::Grouping::source) > 0;
}

// In a file that people take away an empty cell would say nothing.
void name_unknown_sources(FigureTable& table, Language language) {
    for (auto& figure : table.figures)
        if (figure.source.empty()) figure.source = translate(language, "sheet.sources.not_shared");
}

formats::Table to_table(formats::TextTable texts) {
    formats::Table table{{"figures"}, {}, {}};
    for (std::size_t i = 0; i < texts.names.size(); ++i)
        table.columns.push_back({texts.names[i],
                                 i + texts.numbers >= texts.names.size()
                                     ? formats::ColumnType::number
                                     : formats::ColumnType::text,
                                 texts.hashtags[i]});
    for (auto& cells : texts.rows) {
        auto& row = table.rows.emplace_back();
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (table.columns[i].type == formats::ColumnType::number && !cells[i].empty())
                row.cells.emplace_back(std::stod(cells[i]));
            else
                row.cells.emplace_back(std::move(cells[i]));
    }
    return table;
}

struct KeptAnswers {
    // What was answered, as long as figures are made from the same.
    Remembered<std::string> answers{32};
    // Of which batches is known, as long as the store is the same: each is looked up otherwise.
    Remembered<std::string> known{100};
};
constexpr std::size_t largest_kept_answer = std::size_t{1} << 20;

// One sign for each batch of the consolidation.
std::string known_of(KeptAnswers& kept, const std::string& state, const access::Principal& asks,
                     const Consolidation& consolidation, const movements::KnowsBatch& knows) {
    const auto key =
        fmt::format("{} {} {} {}", static_cast<int>(asks.sort), static_cast<int>(asks.role),
                    asks.partner.text, consolidation.fingerprint());
    if (auto known = kept.known.find(state, key)) return std::move(*known);
    std::string signs;
    for (const auto& batch : consolidation.input().batches)
        signs += knows(batch.batch) ? '+' : '-';
    kept.known.keep(state, key, signs);
    return signs;
}

// Equal for those who ask the same and may know of the same batches: they are told the same.
std::string key_of(const Request& request, Language language, std::string_view known) {
    std::string key{to_word(language)};
    for (const auto& [name, value] : request.target.query)
        key += fmt::format("\n{}:{}={}", name.size(), name, value);
    key += '\n';
    key += known;
    return key;
}

Result<Response> list_figures(store::Store& store, JointFigures& figures, KeptAnswers& kept,
                              const Request& request) {
    TENPOINT_TRY(asked, asked_figures(request.target.query));
    TENPOINT_TRY(language, language_of(request));
    TENPOINT_TRY(format, asked_table_format(request));
    TENPOINT_TRY(consolidation, figures.current());
    const auto state = store.state();  // before it is read: never newer
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        const auto query = asked_by_reader(asked.query, snapshot);
        const auto key =
            format ? std::string{}
                   : key_of(request, language,
                            known_of(kept, state, request.principal, *consolidation, query.knows));
        if (auto known =
                format ? std::nullopt : kept.answers.find(consolidation->fingerprint(), key))
            return text_response(std::move(*known), "application/json");
        auto table = movements::figures(*consolidation, query);
        std::erase_if(table.figures, [&](const auto& figure) { return !asked.includes(figure); });
        if (!format) {
            auto text = json::serialize(movements::to_json(table, query, language));
            if (text.size() <= largest_kept_answer)
                kept.answers.keep(consolidation->fingerprint(), key, text);
            return text_response(std::move(text), "application/json");
        }
        if (names_sources(query)) name_unknown_sources(table, language);
        return table_response(to_table(movements::text_table(table, query)), *format, "figures",
                              language, store.clock().now());
    });
}

// Null where the source is not shared with the reader.
json::value title_of(const store::Snapshot& snapshot, const json::value& source_name,
                     Language language) {
    if (!source_name.is_string()) return nullptr;
    const auto source = snapshot.find<Source>("name", json::value_to<std::string>(source_name));
    return source ? json::value(web::title_of(source->value, language)) : json::value(nullptr);
}

// Which of its source's files it is; null where that is not shared with the reader.
json::value file_name_of(const store::Snapshot& snapshot, const json::value& batch) {
    if (!batch.is_string()) return nullptr;
    const auto found = snapshot.get<movements::Batch>(Id{json::value_to<std::string>(batch)});
    return found ? json::value(found->value.file_name) : json::value(nullptr);
}

Result<Response> explain_figure(store::Store& store, JointFigures& figures,
                                const Request& request) {
    TENPOINT_TRY(named, named_figure(request.target.query));
    TENPOINT_TRY(consolidation, figures.current());
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        const auto query = asked_by_reader(named.query, snapshot);
        TENPOINT_TRY(explanation, movements::explain(*consolidation, query, named.figure));
        auto out = movements::to_json(explanation, request.language);
        for (auto& each : out["contributions"].as_array()) {
            auto& contribution = each.as_object();
            contribution["source_title"] =
                title_of(snapshot, contribution.at("source"), request.language);
            contribution["file_name"] = file_name_of(snapshot, contribution.at("batch"));
        }
        return json_response(out);
    });
}

// Those behind one contribution to a figure, which is named by its number in the explanation. That
// it is still of the batch tells that the figures have not changed since.
Result<Response> list_observations(store::Store& store, JointFigures& figures,
                                   const Request& request) {
    const auto& query = request.target.query;
    TENPOINT_TRY(named, named_figure(query));
    TENPOINT_TRY(batch, id_of(query, "batch"));
    if (!batch) return invalid_parameter("batch", "required");
    TENPOINT_TRY(number, number_of(query, "contribution", 0, 0, INT32_MAX));
    TENPOINT_TRY(after, number_of(query, "after", 0, 0, INT64_MAX));
    TENPOINT_TRY(limit, number_of(query, "limit", 100, 1, 1000));
    TENPOINT_TRY(consolidation, figures.current());
    TENPOINT_TRY(explanation, store.read(request.principal, [&](const store::Snapshot& snapshot) {
        return movements::explain(*consolidation, asked_by_reader(named.query, snapshot),
                                  named.figure);
    }));
    const auto at = static_cast<std::size_t>(number);
    if (at >= explanation.contributions.size() || explanation.contributions[at].batch != *batch)
        return Problem{ProblemCode::not_found, "no such contribution of the batch"};
    const auto& contribution = explanation.contributions[at];
    TENPOINT_TRY(segment, figures.segment(*batch));
    TENPOINT_TRY(summarised, figures.batch(*batch));
    const auto filter = movements::filter_of(named.query, explanation.figure, contribution);
    TENPOINT_TRY(page, movements::observations_of(segment, summarised.summary->blank_totals, filter,
                                                  after, static_cast<std::size_t>(limit)));
    json::array items;
    for (const auto& observation : page.observations)
        items.push_back(observation_json(observation, page.dimensions));
    return json_response({{"items", std::move(items)},
                          {"next", or_null(page.next)},
                          {"total", contribution.observations}});
}

// A coordinate is left out where nobody asked for it, and null where the figure lacks it.
json::object figure_schema() {
    return object_schema({{"indicator", choice_schema_of<movements::Indicator>()},
                          {"place", nullable(text_schema())},
                          {"period", nullable(text_schema())},
                          {"origin", nullable(text_schema())},
                          {"sex", nullable(choice_schema_of<movements::Sex>())},
                          {"age", nullable(choice_schema_of<movements::AgeGroup>())},
                          {"profile", nullable(choice_schema_of<movements::Profile>())},
                          {"source", nullable(text_schema())},
                          {"count", number_schema()},
                          {"at_least", nullable(number_schema())},
                          {"at_most", number_schema()},
                          {"bounds", choice_schema_of<movements::BoundsReason>()},
                          {"disagreement", flag_schema()},
                          {"not_broken_down", flag_schema()}},
                         {"place", "period", "origin", "sex", "age", "profile", "source"});
}

json::object explanation_schema() {
    const auto contribution = object_schema({{"batch", nullable(id_schema())},
                                             {"place", text_schema()},
                                             {"source", nullable(text_schema())},
                                             {"source_title", nullable(text_schema())},
                                             {"file_name", nullable(text_schema())},
                                             {"period", nullable(text_schema())},
                                             {"count", nullable(number_schema())},
                                             {"observations", nullable(number_schema())},
                                             {"used", flag_schema()},
                                             {"reason", text_schema()},
                                             {"reason_text", text_schema()},
                                             {"breakdown", list_schema(text_schema())}});
    return object_schema({{"figure", figure_schema()},
                          {"bounds_text", text_schema()},
                          {"method", nullable(choice_schema_of<movements::RuleMethod>())},
                          {"rule", nullable(id_schema())},
                          {"ruling", nullable(id_schema())},
                          {"contributions", list_schema(contribution)}});
}

json::object observations_schema() {
    return page_schema(object_schema(observation_properties()), "integer");
}

Route figure_route(std::string path, std::string_view name, json::object answer) {
    Route made;
    made.method = Method::get;
    made.path = std::move(path);
    made.operation.id = name;
    made.operation.summary = name;
    made.operation.tag = "figures";
    made.operation.answer = std::move(answer);
    return made;
}

}  // namespace

Routes figure_routes(store::Store& store, JointFigures& figures) {
    auto list = figure_route("/api/figures", "list_figures",
                             object_schema({{"by", list_schema(text_schema())},
                                            {"figures", list_schema(figure_schema())},
                                            {"notes", list_schema(text_schema())},
                                            {"fingerprint", text_schema()}}));
    list.query = figure_parameters();
    list.query.push_back({"format", choice_schema({"json", "csv", "hxl", "xlsx"})});
    list.query.push_back({"lang", choice_schema_of<Language>()});
    list.operation.media_types = {"application/json", std::string(csv_media_type),
                                  std::string(xlsx_media_type)};
    list.operation.problems = {ProblemCode::not_acceptable};
    auto kept = std::make_shared<KeptAnswers>();
    list.answer = [&store, &figures, kept](Request& request) {
        return list_figures(store, figures, *kept, request);
    };

    auto explanation =
        figure_route("/api/figures/explanation", "explain_figure", explanation_schema());
    explanation.query = coordinate_parameters();
    explanation.operation.problems = {ProblemCode::not_found};
    explanation.answer = [&store, &figures](Request& request) {
        return explain_figure(store, figures, request);
    };

    auto observations =
        figure_route("/api/figures/observations", "list_observations", observations_schema());
    observations.query = coordinate_parameters();
    observations.query.push_back({"batch", id_schema(), true});
    observations.query.push_back({"contribution", number_schema(), true});
    observations.query.push_back({"after", number_schema()});
    observations.query.push_back({"limit", number_schema()});
    observations.operation.problems = {ProblemCode::not_found};
    observations.answer = [&store, &figures](Request& request) {
        return list_observations(store, figures, request);
    };

    return {list, explanation, observations};
}

}  // namespace tenpoint::web
