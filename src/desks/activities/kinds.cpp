// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/kinds.hpp"

#include "desks/activities/activity_report.hpp"
#include "desks/activities/plan_indicator.hpp"
#include "desks/directory/shared_rules.hpp"
#include "record/kind.hpp"

TENPOINT_DERIVE_KIND(tenpoint::activities::PlanIndicator);
TENPOINT_DERIVE_KIND(tenpoint::activities::ActivityReport);

namespace tenpoint::record {

void Kind<activities::PlanIndicator>::check(const PlanIndicator&, std::vector<FieldProblem>&) {}

void Kind<activities::ActivityReport>::check(const ActivityReport& report,
                                             std::vector<FieldProblem>& problems) {
    for_each_member<ActivityReport>([&]<class D>(D) {
        if constexpr (std::same_as<MemberType<ActivityReport, D>, std::optional<std::int64_t>>)
            directory::check_least(report.*D::pointer, 0, fmt::format("/{}", D::name).c_str(),
                                   problems);
    });
}

}  // namespace tenpoint::record

namespace tenpoint::activities {

std::array<const record::KindInfo*, 2> kinds() {
    return {&record::kind_info<PlanIndicator>(), &record::kind_info<ActivityReport>()};
}

}  // namespace tenpoint::activities
