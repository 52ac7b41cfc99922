// SPDX-License-Identifier: Apache-2.0
// What belongs to an arrangement is open to no more people than the arrangement is.
#include "desks/arrangements/openness.hpp"

#include <gtest/gtest.h>

#include "desks/arrangements/next_phase.hpp"
#include "desks/arrangements/replication.hpp"
#include "node.hpp"

namespace tenpoint::arrangements {
namespace {

using record::Visibility;
using Partners = std::vector<Id>;

struct Within {
    store::Draft draft;
    Visibility whole;
    Partners named;  // by the whole, which "b" owns
    Visibility closed;
    Partners shared;
};

TEST(Openness, IsThatOfTheNarrowerOfTwo) {
    using enum Visibility;
    const Id a{"a"}, b{"b"}, c{"c"}, d{"d"};
    for (const auto& [draft, whole, named, closed, shared] : {
             Within{{a, partners}, everybody, {}, partners, {}},
             Within{{a, everybody}, partners, {}, everybody, {}},
             Within{{a, partners}, restricted, {a, c}, restricted, {c, b}},
             Within{{b, everybody}, restricted, {}, restricted, {}},
             Within{{a, restricted, {c, d}}, restricted, {c}, restricted, {c}},
             Within{{a, restricted, {c}}, partners, {}, restricted, {c}},
             Within{{a, restricted, {c}}, confidential, {}, confidential, {}},
             Within{{a, confidential}, restricted, {c}, confidential, {}},
         }) {
        record::Envelope envelope{};
        envelope.owner = b;
        envelope.visibility = whole;
        envelope.shared_with = named;
        const auto found = no_more_open(draft, envelope);
        EXPECT_EQ(found.owner, draft.owner);
        EXPECT_EQ(record::to_word(found.visibility), record::to_word(closed));
        EXPECT_EQ(found.shared_with, shared);
    }
}

class Closed : public TaskForce {
  protected:
    void restrict_force() {
        auto force = family(force_).front();
        write([&](store::Transaction& transaction) -> Result<void> {
            TENPOINT_TRY(after,
                         transaction.update(record::kind_info<Arrangement>(), force_,
                                            force.envelope.version, record::to_row(force.value),
                                            "change", {Visibility::restricted, Partners{}}));
            close_parts(transaction, after.envelope);
            return {};
        });
    }
    template <class K>
    void expect_restricted(const Id& arrangement) {
        for (const auto& [envelope, value] : of<K>(arrangement))
            EXPECT_EQ(record::to_word(envelope.visibility), "restricted");
    }
};

TEST_P(Closed, AreTheGroupsAndAllThatHangsOnThem) {
    restrict_force();
    EXPECT_EQ(family(force_)[1].envelope.visibility, Visibility::restricted);
    for (const auto& arrangement : {force_, group_}) {
        expect_restricted<Action>(arrangement);
        expect_restricted<Membership>(arrangement);
    }
}

TEST_P(Closed, AreCopiesOfWhatIsClosed) {
    restrict_force();
    write([&](store::Transaction& transaction) {
        return add_action(transaction, force_, "Announce", ActionStatus::planned, {},
                          Visibility::everybody);
    });
    Replica replica;
    replica.code = "elsewhere";
    replica.title.en = "Elsewhere";
    Phase phase{"phase-2", {}};
    phase.title.en = "Second phase";
    const auto copies = write([&](store::Transaction& transaction) -> Result<Partners> {
        TENPOINT_TRY(copy, replicate(transaction, force_, replica));
        TENPOINT_TRY(next, open_next_phase(transaction, force_, phase));
        return Partners{copy.envelope.id, next.envelope.id};
    });
    for (const auto& copy : copies) {
        EXPECT_EQ(action("Announce", copy).envelope.visibility, Visibility::restricted);
        expect_restricted<Action>(copy);
    }
}

INSTANTIATE_TEST_SUITE_P(On, Closed, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::arrangements
