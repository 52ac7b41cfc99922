// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/kinds.hpp"

#include <algorithm>

#include "desks/coverage/dismissal.hpp"
#include "desks/coverage/stated_need.hpp"
#include "desks/directory/shared_rules.hpp"
#include "record/kind.hpp"

TENPOINT_DERIVE_KIND(tenpoint::coverage::StatedNeed);
TENPOINT_DERIVE_KIND(tenpoint::coverage::Dismissal);

namespace tenpoint::record {

void Kind<coverage::StatedNeed>::check(const Need& need, std::vector<FieldProblem>& problems) {
    directory::check_order(need.since, need.until, "/until", problems);
    directory::check_least(need.count, 1, "/count", problems);
}

void Kind<coverage::Dismissal>::check(const Dismissal& dismissal,
                                      std::vector<FieldProblem>& problems) {
    directory::check_once(dismissal.partners, "/partners", problems);
    if (!is_refused(problems, "/concern") &&
        coverage::names_nobody(coverage::subject_of(dismissal)))
        problems.push_back({"/partners", "concern_of_nobody"});
}

}  // namespace tenpoint::record

namespace tenpoint::coverage {

Subject subject_of(const Dismissal& dismissal) {
    Subject subject{dismissal.concern, {}, dismissal.theme, dismissal.people, {}};
    if (dismissal.place) subject.place = dismissal.place->id;
    for (const auto& partner : dismissal.partners)
        subject.partners.push_back(partner.id);
    std::ranges::sort(subject.partners);
    return subject;
}

std::array<const record::KindInfo*, 2> kinds() {
    return {&record::kind_info<StatedNeed>(), &record::kind_info<Dismissal>()};
}

}  // namespace tenpoint::coverage
