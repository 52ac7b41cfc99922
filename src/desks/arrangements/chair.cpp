// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/chair.hpp"

#include <algorithm>
#include <ranges>

#include "desks/arrangements/family.hpp"

namespace tenpoint::arrangements {
namespace {

using MembershipRecord = record::Record<Membership>;
using Memberships = std::vector<MembershipRecord>;

constexpr std::size_t turns_ahead = 3;
constexpr Day last_of_days{std::chrono::year{9999} / 12 / 31};

// The same day of the month, or the month's last where it has no such day. Counted from the first
// turn, so that a 31st comes back after February.
Day months_after(Day day, std::int64_t months) {
    const auto date = std::chrono::year_month_day{day} + std::chrono::months{months};
    return date.ok() ? Day{date} : Day{date.year() / date.month() / std::chrono::last};
}

bool is_chair(const Membership& membership) {
    return membership.role == MemberRole::chair || membership.role == MemberRole::co_chair;
}

Day end_of_all(const Arrangement& arrangement) {
    return arrangement.ends ? arrangement.ends->last_day() : last_of_days;
}

ChairTurn turn_of(const Arrangement& arrangement, const MembershipRecord& membership) {
    const auto& [envelope, value] = membership;
    ChairTurn turn{envelope.id, value.partner.id, value.role};
    if (value.since) turn.begins = value.since->first_day();
    if (value.until) turn.ends = std::min(value.until->last_day(), end_of_all(arrangement));
    return turn;
}

// The turns of a rotating chair, one after the other.
class Rotation {
  public:
    Rotation(const Arrangement& arrangement, const Memberships& memberships)
        : arrangement_(arrangement), memberships_(memberships) {
        for (const auto& membership : memberships)
            if (membership.value.chair_order) order_.push_back(&membership);
        std::ranges::stable_sort(
            order_, {}, [](const auto* membership) { return *membership->value.chair_order; });
    }

    // The turn that holds the day, if any, into `now`; those that begin behind it into `next`.
    void tell(Day day, Chair& chair, bool is_taken) const {
        if (!arrangement_.chair_months || !arrangement_.chair_begins) return;
        std::size_t seat = 0;  // who is next in the order
        for (std::int64_t number = 0; chair.next.size() < turns_ahead; ++number) {
            const auto begins = begin_of(number);
            if (begins > end_of_all(arrangement_)) return;
            const auto found = member_from(seat, begins);
            if (!found) {
                if (begins > day && !has_members_from(begins)) return;  // nobody is left
                continue;
            }
            const auto after = begin_of(number + 1);
            const auto& member = *order_[*found];
            const ChairTurn turn{member.envelope.id, member.value.partner.id, member.value.role,
                                 begins,
                                 std::min(after - std::chrono::days{1}, end_of_all(arrangement_))};
            if (begins > day)
                chair.next.push_back(turn);
            else if (day < after && !is_taken)
                chair.now.push_back(turn);
            seat = is_renewed(member.value, after) ? *found : (*found + 1) % order_.size();
        }
    }

  private:
    Day begin_of(std::int64_t number) const {
        return months_after(*arrangement_.chair_begins, number * *arrangement_.chair_months);
    }
    std::optional<std::size_t> member_from(std::size_t seat, Day day) const {
        for (std::size_t step = 0; step < order_.size(); ++step) {
            const auto place = (seat + step) % order_.size();
            if (holds_on(order_[place]->value, day)) return place;
        }
        return std::nullopt;
    }
    // On the day or later.
    bool has_members_from(Day day) const {
        return std::ranges::any_of(order_, [&](const auto* membership) {
            const auto& until = membership->value.until;
            return !until || day <= until->last_day();
        });
    }
    bool is_renewed(const Membership& member, Day day) const {
        return arrangement_.chair_renewable &&
               std::ranges::any_of(memberships_, [&](const auto& other) {
                   return is_chair(other.value) && other.value.partner == member.partner &&
                          holds_on(other.value, day);
               });
    }

    const Arrangement& arrangement_;
    const Memberships& memberships_;
    std::vector<const MembershipRecord*> order_;
};

}  // namespace

bool holds_on(const Membership& membership, Day day) {
    return (!membership.since || membership.since->first_day() <= day) &&
           (!membership.until || day <= membership.until->last_day());
}

Chair chair_on(const Arrangement& arrangement, const Memberships& memberships, Day day) {
    Chair chair;
    if (arrangement.ends && arrangement.ends->last_day() < day) return chair;
    for (const auto& membership : memberships)
        if (is_chair(membership.value) && holds_on(membership.value, day))
            chair.now.push_back(turn_of(arrangement, membership));
    const bool is_taken = !chair.now.empty();
    Rotation(arrangement, memberships).tell(day, chair, is_taken);
    return chair;
}

Result<Chair> chair_on(const store::Snapshot& snapshot, const Id& id, Day day, Day today) {
    TENPOINT_TRY(found, snapshot.get<Arrangement>(id));
    auto& arrangement = found.value;
    if (arrangement.status == ArrangementStatus::ended && !arrangement.ends)
        arrangement.ends = Period::containing(today - std::chrono::days{1}, PeriodUnit::day);
    auto chair = chair_on(arrangement, all_of<Membership>(snapshot.as_the_node(), id), day);
    const auto is_hidden = [&](const ChairTurn& turn) {
        return !snapshot.get<Membership>(turn.membership);
    };
    std::erase_if(chair.now, is_hidden);
    std::erase_if(chair.next, is_hidden);
    return chair;
}

}  // namespace tenpoint::arrangements
