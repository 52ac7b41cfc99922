// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/reach_reports.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include <boost/describe/enum_to_string.hpp>

#include "base/text.hpp"

namespace tenpoint::coverage {

using activities::ActivityReport;

namespace {

// Under one spelling what reports write in several: an area by its code, where any report of the
// country names that with it, a sector by its theme; else as it was written first.
class Spellings {
  public:
    void learn(const ActivityReport& report) {
        if (report.admin1_code && report.admin1)
            codes_.try_emplace(key_of(report, *report.admin1), *report.admin1_code);
    }
    ReachPlace place(const ActivityReport& report) {
        const auto country = report.country.value_or("");
        if (report.admin1_code) return {country, *report.admin1_code};
        if (!report.admin1) return {country, {}};
        return {country,
                codes_.try_emplace(key_of(report, *report.admin1), *report.admin1).first->second};
    }
    std::string sector(const ActivityReport& report) {
        if (report.theme) return boost::describe::enum_to_string(*report.theme, "");
        const auto written = report.sector.value_or("");
        return sectors_.try_emplace(folded(written), written).first->second;
    }

  private:
    using Key = std::pair<std::string, std::string>;
    static Key key_of(const ActivityReport& report, const std::string& name) {
        return {report.country.value_or(""), folded(name)};
    }

    std::map<Key, std::string> codes_;
    std::map<std::string, std::string> sectors_;
};

ReachReport reach_of(const ActivityReport& report, Spellings& spellings) {
    ReachReport reach;
    reach.place = spellings.place(report);
    reach.sector = spellings.sector(report);
    reach.month = *report.period;
    reach.total = report.beneficiaries;
    reach.fresh = report.new_beneficiaries;
    const auto number = [](const std::optional<std::int64_t>& value) { return value.value_or(0); };
    reach.by_population = {number(report.in_destination), number(report.in_transit),
                           number(report.host_community), number(report.pendular),
                           number(report.returnees)};
    reach.by_age = {number(report.women), number(report.men),  number(report.other_adults),
                    number(report.girls), number(report.boys), number(report.other_children)};
    return reach;
}

bool asks_for(const ReachQuery& query, const ReachReport& report) {
    return (!query.country || report.place.country == *query.country) &&
           (!query.from || *query.from <= report.month.first_day()) &&
           (!query.to || report.month.last_day() <= *query.to);
}

// Whether a report says of a month whom it reached.
bool counts(const ActivityReport& report) {
    return report.period && (report.beneficiaries || report.new_beneficiaries);
}

// Calls `see(id, reach)` for each report that counts.
template <class See>
void for_each_reach(const ActivityRecords& all, See see) {
    Spellings spellings;
    for (const auto& [envelope, report] : all)
        spellings.learn(report);
    for (const auto& [envelope, report] : all)
        if (counts(report)) see(envelope.id, reach_of(report, spellings));
}

}  // namespace

std::vector<ReachReport> reach_reports(const ActivityRecords& all) {
    std::vector<ReachReport> reports;
    for_each_reach(all, [&](const Id&, ReachReport reach) { reports.push_back(std::move(reach)); });
    return reports;
}

std::unordered_set<Id> reports_behind(const ActivityRecords& all, const ReachRow& row) {
    std::unordered_set<Id> behind;
    for_each_reach(all, [&](const Id& id, const ReachReport& reach) {
        if ((!row.place || reach.place == *row.place) &&
            (!row.sector || reach.sector == *row.sector) && asks_for({{}, row.from, row.to}, reach))
            behind.insert(id);
    });
    return behind;
}

std::vector<ReachReport> asked_reports(const std::vector<ReachReport>& all,
                                       const ReachQuery& query) {
    std::vector<ReachReport> reports;
    std::ranges::copy_if(all, std::back_inserter(reports),
                         [&](const ReachReport& report) { return asks_for(query, report); });
    return reports;
}

std::optional<Period> last_reports_before(const std::vector<ReachReport>& all, ReachQuery query) {
    std::optional<Period> last;
    if (!query.from || !asked_reports(all, query).empty()) return last;
    query.to = *query.from - std::chrono::days(1);
    query.from.reset();
    for (const auto& report : asked_reports(all, query))
        last = last ? std::max(*last, report.month) : report.month;
    return last;
}

}  // namespace tenpoint::coverage
