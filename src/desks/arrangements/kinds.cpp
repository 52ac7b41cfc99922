// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/kinds.hpp"

#include "desks/arrangements/action.hpp"
#include "desks/arrangements/agreement.hpp"
#include "desks/arrangements/arrangement.hpp"
#include "desks/arrangements/document.hpp"
#include "desks/arrangements/membership.hpp"
#include "desks/arrangements/review.hpp"
#include "desks/arrangements/submission.hpp"
#include "desks/directory/shared_rules.hpp"
#include "record/kind.hpp"

TENPOINT_DERIVE_KIND(tenpoint::arrangements::Arrangement);
TENPOINT_DERIVE_KIND(tenpoint::arrangements::Agreement);
TENPOINT_DERIVE_KIND(tenpoint::arrangements::Membership);
TENPOINT_DERIVE_KIND(tenpoint::arrangements::Action);
TENPOINT_DERIVE_KIND(tenpoint::arrangements::Review);
TENPOINT_DERIVE_KIND(tenpoint::arrangements::Submission);
TENPOINT_DERIVE_KIND(tenpoint::arrangements::Document);

namespace tenpoint::record {

using directory::check_least;
using directory::check_most;
using directory::check_once;
using directory::check_order;

void Kind<arrangements::Arrangement>::check(const Arrangement& arrangement,
                                            std::vector<FieldProblem>& problems) {
    constexpr std::int64_t longest_turn = 1'200;  // a century
    check_order(arrangement.begins, arrangement.ends, "/ends", problems);
    check_once(arrangement.places, "/places", problems);
    check_least(arrangement.phase, 1, "/phase", problems);
    check_least(arrangement.chair_months, 1, "/chair_months", problems);
    check_most(arrangement.chair_months, longest_turn, "/chair_months", problems);
    if (arrangement.chair_begins && !arrangement.chair_months)
        problems.push_back({"/chair_months", "required"});
}

void Kind<arrangements::Agreement>::check(const Agreement& agreement,
                                          std::vector<FieldProblem>& problems) {
    constexpr std::int64_t longest_notice = 3'660;  // ten years
    if (agreement.expires)
        check_order(agreement.signed_on, Period::containing(*agreement.expires, PeriodUnit::day),
                    "/expires", problems);
    check_least(agreement.notice_days, 0, "/notice_days", problems);
    check_most(agreement.notice_days, longest_notice, "/notice_days", problems);
    check_once(agreement.parties, "/parties", problems);
}

void Kind<arrangements::Membership>::check(const Membership& membership,
                                           std::vector<FieldProblem>& problems) {
    check_order(membership.since, membership.until, "/until", problems);
    check_least(membership.chair_order, 1, "/chair_order", problems);
}

void Kind<arrangements::Action>::check(const Action& action, std::vector<FieldProblem>& problems) {
    check_order(action.begins, action.due, "/due", problems);
    check_once(action.partners, "/partners", problems);
    if (!record::is_refused(problems, "/partners") && !action.parts.names_only(action.partners))
        problems.push_back({"/parts", "not_among_partners"});
    check_once(action.places, "/places", problems);
    check_once(action.funders, "/funders", problems);
    check_least(action.progress, 0, "/progress", problems);
    check_most(action.progress, 100, "/progress", problems);
    check_least(action.baseline, 0, "/baseline", problems);
    check_least(action.target, 0, "/target", problems);
    check_least(action.reached, 0, "/reached", problems);
    check_least(action.budget, 0, "/budget", problems);
}

void Kind<arrangements::Review>::check(const Review&, std::vector<FieldProblem>&) {}

void Kind<arrangements::Submission>::check(const Submission& submission,
                                           std::vector<FieldProblem>& problems) {
    if (submission.arrangement == submission.to && !submission.to.empty())
        problems.push_back({"/to", "put_to_itself"});
    if (submission.answered_on && submission.answer.empty())
        problems.push_back({"/answer", "required"});
    if (!is_refused(problems, "/submitted_on"))
        check_order(submission.submitted_on, submission.answered_on, "/answered_on", problems);
}

void Kind<arrangements::Document>::check(const Document&, std::vector<FieldProblem>&) {}

}  // namespace tenpoint::record

namespace tenpoint::arrangements {

std::array<const record::KindInfo*, 7> kinds() {
    return {&record::kind_info<Arrangement>(), &record::kind_info<Agreement>(),
            &record::kind_info<Membership>(),  &record::kind_info<Action>(),
            &record::kind_info<Review>(),      &record::kind_info<Submission>(),
            &record::kind_info<Document>()};
}

}  // namespace tenpoint::arrangements
