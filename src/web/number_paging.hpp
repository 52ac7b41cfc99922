// SPDX-License-Identifier: Apache-2.0
#pragma once

// Pages of a list that is made anew for each request, by the number of items before the page.

#include <algorithm>
#include <vector>

#include <boost/json/array.hpp>

#include "web/query_values.hpp"
#include "web/response.hpp"
#include "web/route.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

inline constexpr std::int64_t usual_page = 100, greatest_page = 1000;

// The parameters with those that page_of() reads.
inline std::vector<QueryParameter> paged(std::vector<QueryParameter> parameters) {
    parameters.push_back({"after", number_schema()});
    parameters.push_back({"limit", number_schema()});
    return parameters;
}

// The page that `after` and `limit` ask for, as page_schema() describes it.
template <class Item, class AsJson>
Result<boost::json::object> page_object(const Query& query, const std::vector<Item>& items,
                                        AsJson as_json) {
    TENPOINT_TRY(after, number_of(query, "after", 0, 0, INT32_MAX));
    TENPOINT_TRY(limit, number_of(query, "limit", usual_page, 1, greatest_page));
    const auto size = static_cast<std::int64_t>(items.size());
    const auto end = std::min(size, after + limit);
    boost::json::array page;
    for (auto i = after; i < end; ++i)
        page.push_back(as_json(items[static_cast<std::size_t>(i)]));
    return boost::json::object{
        {"items", std::move(page)},
        {"next", end < size ? boost::json::value(end) : boost::json::value(nullptr)},
        {"total", size}};
}

template <class Item, class AsJson>
Result<Response> page_of(const Query& query, const std::vector<Item>& items, AsJson as_json) {
    TENPOINT_TRY(page, page_object(query, items, as_json));
    return json_response(page);
}

}  // namespace tenpoint::web
