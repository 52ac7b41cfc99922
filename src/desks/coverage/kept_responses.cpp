// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/kept_responses.hpp"

#include <array>
#include <unordered_set>

#include "access/may.hpp"
#include "access/the_node.hpp"
#include "desks/arrangements/arrangement.hpp"
#include "desks/coverage/gathering.hpp"
#include "desks/coverage/reach_reports.hpp"
#include "desks/coverage/reported_works.hpp"
#include "desks/coverage/stated_need.hpp"
#include "desks/directory/presence.hpp"

namespace tenpoint::coverage {
namespace {

using Gathered = std::shared_ptr<const GatheredResponse>;

// Who may read the same of each of the desk's sources is told the same.
std::string name_of_view(const access::Principal& principal) {
    return access::readable_predicate(principal, record::Stewardship::partners) + '\n' +
           access::readable_predicate(principal, record::Stewardship::coordinators);
}

// Of all that is made of activity reports.
std::string state_of_reports(const store::Snapshot& snapshot) {
    const std::array sources{&record::kind_info<directory::Place>(),
                             &record::kind_info<activities::ActivityReport>()};
    return snapshot.state_of(sources);
}

// Of all that is gathered from.
std::string state_of_sources(const store::Snapshot& snapshot) {
    const std::array sources{&record::kind_info<directory::Place>(),
                             &record::kind_info<directory::Partner>(),
                             &record::kind_info<directory::Presence>(),
                             &record::kind_info<arrangements::Arrangement>(),
                             &record::kind_info<arrangements::Action>(),
                             &record::kind_info<StatedNeed>(),
                             &record::kind_info<activities::ActivityReport>()};
    return snapshot.state_of(sources);
}

// With those of released sheets that the reader may not see: whom they reached counts for all.
ActivityRecords with_released(const store::Snapshot& snapshot, ActivityRecords reports) {
    std::unordered_set<Id> own;
    for (const auto& [envelope, report] : reports)
        if (envelope.visibility == record::Visibility::restricted) own.insert(envelope.id);
    store::ListQuery query;
    query.equal.emplace("visibility", record::to_word(record::Visibility::restricted));
    for (auto& report : activity_records(snapshot.as_the_node(), std::move(query)))
        if (report.value.batch && !own.contains(report.envelope.id))
            reports.push_back(std::move(report));
    return reports;
}

}  // namespace

GatheredReports::GatheredReports(const store::Snapshot& snapshot, ActivityRecords reports)
    : works(reported_works(reports, known_places(snapshot)->by_code)),
      reached(reach_reports(with_released(snapshot, std::move(reports)))) {}

GatheredResponse::GatheredResponse(const store::Snapshot& snapshot,
                                   std::shared_ptr<const GatheredReports> made_of_reports)
    : reports(std::move(made_of_reports)),
      response(gather(snapshot, reports->works)),
      index(response) {}

Result<Gathered> KeptResponses::of(const access::Principal& principal) {
    bool is_new = false;
    const auto view = name_of_view(principal);
    const auto gather_reports = [&](const store::Snapshot& snapshot) {
        return reports_.of(view, state_of_reports(snapshot),
                           [&] { return std::make_shared<const GatheredReports>(snapshot); });
    };
    TENPOINT_TRY(
        gathered, store_.read(principal, [&](const store::Snapshot& snapshot) -> Result<Gathered> {
            return kept_.of(view, state_of_sources(snapshot), [&] {
                is_new = true;
                return std::make_shared<const GatheredResponse>(snapshot, gather_reports(snapshot));
            });
        }));
    if (is_new) forget_outdated();  // it may have been written meanwhile
    return gathered;
}

void KeptResponses::forget_outdated() {
    struct States {
        std::string sources;
        std::string reports;
    };
    const auto now = store_.read(access::the_node(), [](const store::Snapshot& snapshot) {
        return Result<States>{{state_of_sources(snapshot), state_of_reports(snapshot)}};
    });
    kept_.forget_all_but(now ? now->sources : std::string{});
    reports_.forget_all_but(now ? now->reports : std::string{});
}

}  // namespace tenpoint::coverage
