// SPDX-License-Identifier: Apache-2.0
// Of an agreement that runs out somebody knows in time.
#include "desks/arrangements/expiry.hpp"

#include <gtest/gtest.h>

#include "node.hpp"

namespace tenpoint::arrangements {
namespace {

class Expiring : public TaskForce {
  protected:
    Id add(const char* title, const char* expires, std::optional<std::int64_t> notice = {}) {
        Agreement agreement;
        agreement.arrangement = {force_};
        agreement.title.en = title;
        agreement.expires = day_from_text(expires);
        agreement.notice_days = notice;
        return write([&](store::Transaction& transaction) {
                   return transaction.insert(agreement, {agency_});
               })
            .envelope.id;
    }
    // Their titles, one after the other.
    std::string on(const char* day) {
        return store()
            .read(admin_,
                  [&](const store::Snapshot& snapshot) -> Result<std::string> {
                      std::string titles;
                      for (const auto& found : expiring_agreements(snapshot, *day_from_text(day)))
                          titles += found.value.title.en + ' ';
                      return titles;
                  })
            .value();
    }
};

TEST_P(Expiring, AreToldFromTheDayOfTheirNoticeUntilSomebodyGivesThemALaterEnd) {
    const auto memorandum = add("memorandum", "2025-03-31", 90);
    EXPECT_EQ(on("2024-12-30"), "");
    EXPECT_EQ(on("2024-12-31"), "memorandum ");
    EXPECT_EQ(on("2025-04-01"), "memorandum ");  // it has expired, and nobody has seen to it
    write([&](store::Transaction& transaction) -> Result<record::Record<Agreement>> {
        TENPOINT_TRY(found, transaction.get<Agreement>(memorandum));
        found.value.expires = day_from_text("2030-03-31");
        return transaction.update(found);
    });
    EXPECT_EQ(on("2025-04-01"), "");
}

TEST_P(Expiring, AreToldOnTheDayItselfWhereNoNoticeIsGiven) {
    add("protocol", "2025-03-31");
    EXPECT_EQ(on("2025-03-30"), "");
    EXPECT_EQ(on("2025-03-31"), "protocol ");
}

TEST_P(Expiring, ComeInTheOrderInWhichTheyEndAndNotWhereTheyHaveNoEnd) {
    add("later", "2025-06-30", 200);
    add("sooner", "2025-05-31", 200);
    add("endless", "");
    EXPECT_EQ(on("2025-05-01"), "sooner later ");
}

TEST_P(Expiring, AskNothingOnceTheirArrangementHasEnded) {
    add("memorandum", "2025-03-31", 90);
    change_force([](Arrangement& force) { force.status = ArrangementStatus::ended; });
    EXPECT_EQ(on("2025-03-01"), "");
}

INSTANTIATE_TEST_SUITE_P(On, Expiring, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::arrangements
