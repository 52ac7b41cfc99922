// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/expiry.hpp"

#include <algorithm>
#include <chrono>

namespace tenpoint::arrangements {
namespace {

bool goes_on(const store::Snapshot& snapshot, const Id& arrangement) {
    const auto found = snapshot.get<Arrangement>(arrangement);
    return found && found->value.status != ArrangementStatus::ended;
}

}  // namespace

std::optional<Day> notice_day(const Agreement& agreement) {
    if (!agreement.expires) return std::nullopt;
    return *agreement.expires - std::chrono::days{agreement.notice_days.value_or(0)};
}

std::vector<record::Record<Agreement>> agreements_with_end(const store::Snapshot& snapshot) {
    auto agreements = snapshot.all<Agreement>();
    std::erase_if(agreements, [&](const auto& record) {
        return !record.value.expires || !goes_on(snapshot, record.value.arrangement.id);
    });
    std::ranges::sort(agreements, {}, [](const auto& record) { return *record.value.expires; });
    return agreements;
}

bool is_expiring(const store::Snapshot& snapshot, const Agreement& agreement, Day day) {
    const auto notice = notice_day(agreement);
    return notice && *notice <= day && goes_on(snapshot, agreement.arrangement.id);
}

std::vector<record::Record<Agreement>> expiring_agreements(const store::Snapshot& snapshot,
                                                           Day day) {
    auto agreements = agreements_with_end(snapshot);
    std::erase_if(agreements, [&](const auto& record) { return day < *notice_day(record.value); });
    return agreements;
}

}  // namespace tenpoint::arrangements
