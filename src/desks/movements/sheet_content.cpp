// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/sheet_content.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <tuple>

namespace tenpoint::movements {

std::optional<double> change_of(const SheetMeasure& measure) {
    const auto& [now, gaps_now] = measure.now;
    const auto& [before, gaps_before] = measure.before;
    if (!now || !before || *before == 0 || !gaps_now.empty() || !gaps_before.empty() ||
        !measure.other_sources_before.empty())
        return std::nullopt;
    return static_cast<double>(*now - *before) / static_cast<double>(*before);
}

std::vector<SheetShare> origins_of(const SheetMeasure& measure) {
    std::optional<Period> last;
    if (is_stock(measure.indicator))
        for (const auto& each : measure.by_origin)
            if (!last || *last < each.period) last = each.period;
    std::map<std::string, std::int64_t> counts;
    for (const auto& each : measure.by_origin)
        if (!last || each.period == *last) counts[each.origin] += each.count;
    std::vector<SheetShare> shares;
    for (const auto& [origin, count] : counts)
        shares.push_back({origin, count});
    const auto rank = [](const SheetShare& share) {
        const int known = share.origin.empty() ? 2 : share.origin == "unknown" ? 1 : 0;
        return std::tuple(known, -share.count, std::string_view(share.origin));
    };
    std::ranges::sort(shares, {}, rank);
    return shares;
}

const SheetPlace& place_of(const SheetContent& content, std::string_view code) {
    const auto found = std::ranges::find(content.places, code, &SheetPlace::code);
    if (found == content.places.end()) throw std::out_of_range("a place that the sheet lacks");
    return *found;
}

}  // namespace tenpoint::movements
