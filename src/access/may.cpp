// SPDX-License-Identifier: Apache-2.0
#include "access/may.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tenpoint::access {
namespace {

using record::Stewardship;
using record::Visibility;
using Sort = Principal::Sort;

bool is_administrator(const Principal& principal) {
    return principal.sort == Sort::local_administrator ||
           (principal.sort == Sort::user && principal.role == Role::administrator);
}

bool works_with_records(const Principal& principal) {
    return principal.role != Role::reader;
}

// Accounts are nobody's business but the administrators'.
bool may_read(const Principal& principal, const Subject& subject) {
    if (is_administrator(principal)) return true;
    if (subject.stewardship == Stewardship::administrators) return false;
    if (subject.visibility == Visibility::everybody) return true;
    if (principal.sort != Sort::user) return false;
    if (subject.visibility == Visibility::partners) return true;
    if (principal.partner.empty()) return false;
    if (subject.owner == principal.partner)
        return subject.visibility == Visibility::restricted || works_with_records(principal);
    return subject.visibility == Visibility::restricted &&
           std::ranges::find(subject.shared_with, principal.partner) != subject.shared_with.end();
}

bool may_write(const Principal& principal, const Subject& subject) {
    if (is_administrator(principal)) return true;
    if (principal.sort != Sort::user) return false;
    if (subject.stewardship == Stewardship::administrators) return false;
    if (principal.role == Role::coordinator) return true;
    const bool enters_figures =
        principal.role == Role::information_officer || principal.role == Role::contributor;
    return enters_figures && subject.stewardship == Stewardship::partners &&
           !principal.partner.empty() && subject.owner == principal.partner;
}

}  // namespace

Subject subject_of(Stewardship stewardship, const record::Envelope& envelope) {
    return {stewardship, envelope.visibility, envelope.owner, envelope.shared_with};
}

bool may(const Principal& principal, Verb verb, const Subject& subject) {
    if (!may_read(principal, subject)) return false;
    if (verb == Verb::read) return true;
    if (!may_write(principal, subject)) return false;
    const bool is_owners = verb == Verb::share || verb == Verb::erase;
    return !is_owners || is_administrator(principal) || subject.owner.empty() ||
           subject.owner == principal.partner;
}

bool may_have_persons(const Principal& principal, const Subject& subject) {
    auto closest = subject;
    closest.visibility = record::Visibility::confidential;
    return may_read(principal, subject) && may_read(principal, closest);
}

std::string readable_predicate(const Principal& principal, Stewardship stewardship) {
    if (is_administrator(principal)) return "1 = 1";
    if (stewardship == Stewardship::administrators) return "1 = 0";
    if (principal.sort != Sort::user) return "visibility = 'public'";
    if (principal.partner.empty()) return "visibility in ('public', 'partners')";
    // Ids are canonical UUIDs, so that they can stand in the text.
    const auto& partner = principal.partner.text;
    return fmt::format(
        "(visibility in ('public', 'partners') or (owner = '{0}' and visibility {1}) or "
        "(visibility = 'restricted' and id in (select link.owner from link where "
        "link.target_kind = 'partners' and link.target = '{0}' and link.field = '{2}')))",
        partner, works_with_records(principal) ? "<> ''" : "<> 'confidential'", shared_with_field);
}

}  // namespace tenpoint::access
