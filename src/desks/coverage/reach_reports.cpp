// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/reach_reports.hpp"

#include <boost/describe/enum_to_string.hpp>

#include "desks/activities/activity_report.hpp"

namespace tenpoint::coverage {

using activities::ActivityReport;

namespace {

ReachReport reach_of(const ActivityReport& report) {
    ReachReport reach;
    reach.place = report.admin1_code.value_or(report.admin1.value_or(report.country.value_or("")));
    reach.sector = report.theme ? boost::describe::enum_to_string(*report.theme, "")
                                : report.sector.value_or("");
    reach.month = *report.period;
    reach.total = report.beneficiaries.value_or(0);
    reach.fresh = report.new_beneficiaries.value_or(0);
    const auto number = [](const std::optional<std::int64_t>& value) { return value.value_or(0); };
    reach.by_population = {number(report.in_destination), number(report.in_transit),
                           number(report.host_community), number(report.pendular),
                           number(report.returnees)};
    reach.by_age = {number(report.women), number(report.men),  number(report.other_adults),
                    number(report.girls), number(report.boys), number(report.other_children)};
    return reach;
}

bool counts(const ActivityReport& report, const ReachQuery& query) {
    if (!report.period || (query.country && report.country != query.country)) return false;
    if (query.from && report.period->first_day() < *query.from) return false;
    if (query.to && *query.to < report.period->last_day()) return false;
    return report.beneficiaries || report.new_beneficiaries;
}

}  // namespace

std::vector<ReachReport> reach_reports(const store::Snapshot& snapshot, const ReachQuery& query) {
    std::vector<ReachReport> reports;
    for (const auto& [envelope, report] : snapshot.all<ActivityReport>())
        if (counts(report, query)) reports.push_back(reach_of(report));
    return reports;
}

}  // namespace tenpoint::coverage
