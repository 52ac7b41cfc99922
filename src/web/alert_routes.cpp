// SPDX-License-Identifier: Apache-2.0
#include "web/alert_routes.hpp"

#include <memory>

#include <boost/describe/enum_to_string.hpp>
#include <boost/json/array.hpp>

#include "base/remembered.hpp"
#include "desks/movements/figure_alerts.hpp"
#include "web/number_paging.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using movements::Alert;
using movements::Indicator;
using movements::JointFigures;

namespace {

json::object alert_json(const Alert& alert) {
    json::array causes;
    for (const auto& cause : alert.causes)
        causes.push_back({{"period", to_text(cause.period)},
                          {"count", cause.count},
                          {"expected", cause.expected},
                          {"limit", cause.limit}});
    return {{"indicator", boost::describe::enum_to_string(alert.indicator, "")},
            {"place", alert.place},
            {"method", boost::describe::enum_to_string(alert.method, "")},
            {"direction", boost::describe::enum_to_string(alert.direction, "")},
            {"lasting", alert.lasting},
            {"causes", std::move(causes)}};
}

// As long as the figures are the same, for a day.
using KeptAlerts = Remembered<std::shared_ptr<const std::vector<Alert>>>;

std::shared_ptr<const std::vector<Alert>> alerts_of(const movements::Consolidation& joint,
                                                    Day today, KeptAlerts& kept) {
    const auto key = to_text(today);
    if (auto known = kept.find(joint.fingerprint(), key)) return *known;
    auto found = std::make_shared<const std::vector<Alert>>(movements::find_alerts(joint, today));
    kept.keep(joint.fingerprint(), key, found);
    return found;
}

Result<Response> list_alerts(store::Store& store, JointFigures& figures, KeptAlerts& kept,
                             const Request& request) {
    const auto& query = request.target.query;
    movements::AlertQuery asked;
    TENPOINT_TRY(indicators, choices_of<Indicator>(query, "indicator"));
    asked.indicators = std::move(indicators);
    asked.places = words_of(query, "place");
    TENPOINT_TRY(days, days_of(query));
    TENPOINT_TRY(lasting, flag_of(query, "lasting"));
    asked.from = days.from;
    asked.to = days.to;
    asked.lasting = lasting;
    TENPOINT_TRY(joint, figures.current());
    const auto alerts = alerts_of(*joint, day_of(store.clock().now()), kept);
    return page_of(query, movements::those_sought(*alerts, asked), alert_json);
}

json::object alerts_schema() {
    const auto cause = object_schema({{"period", text_schema()},
                                      {"count", number_schema()},
                                      {"expected", number_schema()},
                                      {"limit", number_schema()}});
    return page_schema(object_schema({{"indicator", choice_schema_of<Indicator>()},
                                      {"place", text_schema()},
                                      {"method", choice_schema_of<movements::AlertMethod>()},
                                      {"direction", choice_schema_of<movements::AlertDirection>()},
                                      {"lasting", flag_schema()},
                                      {"causes", list_schema(cause)}}),
                       "integer");
}

}  // namespace

Routes alert_routes(store::Store& store, JointFigures& figures) {
    Route alerts;
    alerts.method = Method::get;
    alerts.path = "/api/alerts";
    alerts.query = paged({{"place", text_schema()},
                          {"indicator", text_schema()},
                          {"from", date_schema()},
                          {"to", date_schema()},
                          {"lasting", flag_schema()}});
    alerts.operation = {
        .id = "list_alerts", .summary = "list_alerts", .tag = "figures", .answer = alerts_schema()};
    auto kept = std::make_shared<KeptAlerts>(1);
    alerts.answer = [&store, &figures, kept](Request& request) {
        return list_alerts(store, figures, *kept, request);
    };
    return {alerts};
}

}  // namespace tenpoint::web
