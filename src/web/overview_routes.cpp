// SPDX-License-Identifier: Apache-2.0
#include "web/overview_routes.hpp"

#include <algorithm>
#include <set>

#include <boost/json/array.hpp>
#include <fmt/format.h>

#include "desks/movements/batch.hpp"
#include "desks/movements/corridor.hpp"
#include "desks/movements/sheet_editions.hpp"
#include "web/record_json.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using movements::JointFigures;
using movements::Sheet;

namespace {

constexpr std::size_t most_sheets = 24;

template <class K>
json::array records_as_json(const std::vector<record::Record<K>>& records) {
    json::array items;
    for (const auto& record : records)
        items.push_back(to_json(record));
    return items;
}

// The newest edition about each subject and dates, newest first.
std::vector<record::Record<Sheet>> latest_editions(const store::Snapshot& snapshot) {
    store::ListQuery query;
    query.sort = "printed_at";
    query.descending = true;
    std::vector<record::Record<Sheet>> latest;
    std::set<std::string> seen;
    for (auto& sheet : snapshot.all<Sheet>(query)) {
        const auto& value = sheet.value;
        const auto& subject = value.corridor ? value.corridor->id : value.place->id;
        const auto about =
            fmt::format("{} {} {}", subject.text, to_text(value.from), to_text(value.to));
        if (latest.size() < most_sheets && seen.insert(about).second)
            latest.push_back(std::move(sheet));
    }
    return latest;
}

Result<Response> get_overview(store::Store& store, JointFigures& figures, const Request& request) {
    TENPOINT_TRY(consolidation, figures.current());
    const auto& disagreements = consolidation->disagreements();
    const auto open = std::ranges::count_if(
        disagreements, [](const auto& disagreement) { return disagreement.ruling.empty(); });
    TENPOINT_TRY(inputs, movements::sheet_inputs(store, consolidation));
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        store::ListQuery proposed;
        proposed.equal = {{"status", "proposed"}};
        proposed.descending = true;
        json::array latest;
        json::array changed;
        for (const auto& sheet : latest_editions(snapshot)) {
            const bool is_changed = movements::changed_since(snapshot, sheet, inputs);
            auto item = to_json(sheet);
            item["changed"] = is_changed;
            if (is_changed) changed.push_back(item);
            latest.push_back(std::move(item));
        }
        return json_response(
            {{"corridors", records_as_json(snapshot.all<movements::Corridor>())},
             {"waiting", records_as_json(snapshot.all<movements::Batch>(proposed))},
             {"disagreements", open},
             {"changed_sheets", std::move(changed)},
             {"latest_sheets", std::move(latest)}});
    });
}

}  // namespace

Routes overview_routes(store::Store& store, JointFigures& figures) {
    const auto records = [](std::string_view kind) { return list_schema(named_schema(kind)); };
    Route overview;
    overview.method = Method::get;
    overview.path = "/api/overview";
    overview.answer = [&store, &figures](Request& request) {
        return get_overview(store, figures, request);
    };
    overview.operation = {.id = "get_overview",
                          .summary = "get_overview",
                          .tag = "figures",
                          .answer = object_schema({{"corridors", records("corridor")},
                                                   {"waiting", records("batch")},
                                                   {"disagreements", number_schema()},
                                                   {"changed_sheets", records("sheet")},
                                                   {"latest_sheets", records("sheet")}})};
    return {overview};
}

}  // namespace tenpoint::web
