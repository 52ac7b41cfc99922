// SPDX-License-Identifier: Apache-2.0
// Who sets an arrangement up elsewhere, opens its next phase, adopts its actions and asks who
// chairs.
#include <gtest/gtest.h>

#include "desks/arrangements/adoption.hpp"
#include "desks/arrangements/chair.hpp"
#include "desks/arrangements/next_phase.hpp"
#include "desks/arrangements/replication.hpp"
#include "node.hpp"

namespace tenpoint::arrangements {
namespace {

// What came of asking: the word of a problem, or "done".
template <class T>
std::string outcome_of(const Result<T>& result) {
    return result ? "done" : std::string{to_word(result.error().code)};
}

class Verbs : public TaskForce {
  protected:
    struct Outcomes {
        std::string replicate, next_phase, adopt, chair;

        bool operator==(const Outcomes&) const = default;
    };
    friend void PrintTo(const Outcomes& outcomes, std::ostream* out) {
        *out << outcomes.replicate << ", " << outcomes.next_phase << ", " << outcomes.adopt << ", "
             << outcomes.chair;
    }

    Outcomes outcomes(const access::Principal& principal) {
        const Day day{std::chrono::year{2008} / 1 / 1};
        Outcomes told;
        Replica replica;
        replica.code = "elsewhere";
        replica.title.en = "Elsewhere";
        told.replicate = outcome_of(store().write(principal, [&](store::Transaction& transaction) {
            return replicate(transaction, force_, replica);
        }));
        Phase phase{"phase-2", {}};
        phase.title.en = "Second phase";
        told.next_phase = outcome_of(store().write(principal, [&](store::Transaction& transaction) {
            return open_next_phase(transaction, force_, phase);
        }));
        told.adopt = outcome_of(store().write(principal, [&](store::Transaction& transaction) {
            return adopt_actions(transaction, force_, day);
        }));
        told.chair = outcome_of(store().read(principal, [&](const store::Snapshot& snapshot) {
            return chair_on(snapshot, force_, day, day);
        }));
        return told;
    }
};

TEST_P(Verbs, AreNobodysWithoutAnAccount) {
    EXPECT_EQ(outcomes({}), (Outcomes{"not_found", "not_found", "not_found", "not_found"}));
}

TEST_P(Verbs, AreForbiddenToTheOfficersOfAnyPartner) {
    using enum access::Role;
    for (const auto& partner : {authority_, agency_})
        for (const auto role : {information_officer, contributor, reader})
            EXPECT_EQ(outcomes(user(role, partner)),
                      (Outcomes{"forbidden", "forbidden", "forbidden", "done"}));
}

TEST_P(Verbs, AreForCoordinators) {
    EXPECT_EQ(outcomes(user(access::Role::coordinator, authority_)),
              (Outcomes{"done", "done", "done", "done"}));
}

TEST_P(Verbs, AreNobodysWhereTheArrangementIsHidden) {
    auto force = family(force_).front();
    write([&](store::Transaction& transaction) {
        return transaction.update(record::kind_info<Arrangement>(), force_, force.envelope.version,
                                  record::to_row(force.value), "change",
                                  {record::Visibility::restricted, {}});
    });
    EXPECT_EQ(outcomes(user(access::Role::coordinator, authority_)),
              (Outcomes{"not_found", "not_found", "not_found", "not_found"}));
    EXPECT_EQ(outcomes(user(access::Role::coordinator, agency_)),
              (Outcomes{"done", "done", "done", "done"}));
}

using StoredChair = TaskForce;

TEST_P(StoredChair, IsTheSameWhoeverAsks) {
    change_force([](Arrangement& force) {
        force.chair_months = 12;
        force.chair_begins = Day{std::chrono::year{2010} / 1 / 1};
    });
    write([&](store::Transaction& transaction) -> Result<void> {
        const store::Draft hidden{authority_, record::Visibility::restricted};
        for (auto& [envelope, member] : all_of<Membership>(transaction, force_))
            TENPOINT_CHECK(transaction.remove(record::kind_info<Membership>(), envelope.id, 1));
        const auto in_the_order = MemberRole::member;
        TENPOINT_CHECK(add_member(transaction, agency_, in_the_order, "", "2007", 1));
        TENPOINT_CHECK(add_member(transaction, authority_, in_the_order, "", "2007", 2, hidden));
        return {};
    });
    const auto year_and_partner = [&](const access::Principal& principal) {
        const Day day{std::chrono::year{2009} / 12 / 31};
        const auto chair = store().read(principal, [&](const store::Snapshot& snapshot) {
            return chair_on(snapshot, force_, day, day);
        });
        std::vector<std::pair<std::string, Id>> turns;
        for (const auto& turn : chair.value().next)
            turns.emplace_back(to_text(*turn.begins).substr(0, 4), turn.partner);
        return turns;
    };
    using Turns = std::vector<std::pair<std::string, Id>>;
    EXPECT_EQ(year_and_partner(admin_),
              (Turns{{"2010", agency_}, {"2011", authority_}, {"2012", agency_}}));
    EXPECT_EQ(year_and_partner(user(access::Role::reader, agency_)),
              (Turns{{"2010", agency_}, {"2012", agency_}}));
}

TEST_P(StoredChair, IsVacantTodayWhereNobodySaidWhenAllEnded) {
    change_force([](Arrangement& force) { force.status = ArrangementStatus::ended; });
    const auto on = [&](const char* text) {
        const auto chair = store().read(admin_, [&](const store::Snapshot& snapshot) {
            return chair_on(snapshot, force_, day_from_text(text).value(),
                            Day{std::chrono::year{2010} / 1 / 1});
        });
        return chair.value().now.size();
    };
    EXPECT_EQ(on("2010-01-01"), 0U);
    EXPECT_EQ(on("2009-12-31"), 1U);
}

INSTANTIATE_TEST_SUITE_P(On, Verbs, store::both_databases(), store::database_name);
INSTANTIATE_TEST_SUITE_P(On, StoredChair, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::arrangements
