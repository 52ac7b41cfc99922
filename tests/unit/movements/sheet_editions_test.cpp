// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/sheet_editions.hpp"

#include <filesystem>

#include <gtest/gtest.h>

#include "desks/directory/kinds.hpp"
#include "desks/movements/kinds.hpp"
#include "small_segment.hpp"
#include "store/store.hpp"
#include "test_database.hpp"

namespace tenpoint::movements {
namespace {

using access::Principal;

// A store with one place, PAN, and a principal who may do everything.
class SheetEditions : public store::OnEachDatabase {
  protected:
    template <class Work>
    auto write(Work work) {
        return store_->write(admin_, std::move(work)).value();
    }
    template <class Work>
    auto read(Work work) {
        return store_->read(admin_, std::move(work)).value();
    }

    void SetUp() override {
        OnEachDatabase::SetUp();
        if (!location_) return;
        for (const auto* kind : directory::kinds())
            kinds_.push_back(kind);
        for (const auto* kind : movements::kinds())
            kinds_.push_back(kind);
        store_ =
            std::move(store::Store::open(location_->get(), kinds_, clock_, randomness_).value());
        directory::Place place;
        place.code = "PAN";
        place.name.en = "Panama";
        place.kind = directory::PlaceKind::country;
        const auto added =
            write([&](store::Transaction& transaction) { return transaction.insert(place, {}); });
        subject_.place = record::Ref<directory::Place>{added.envelope.id};
    }

    SheetInputs inputs(const std::vector<Said>& said) {
        ConsolidationInput input;
        if (!said.empty()) input.batches = {batch_of("Source", said)};
        return sheet_inputs(*store_, consolidate(input)).value();
    }
    SheetContent content(const std::vector<Said>& said) {
        return collect_sheet(subject_, day("2024-01-01"), day("2024-12-31"), inputs(said)).value();
    }
    record::Record<Sheet> print(const SheetContent& content) {
        const auto staged = stage_content(content, store_->staging_folder());
        return write([&](store::Transaction& transaction) {
            return print_edition(transaction, subject_, content, staged, {});
        });
    }
    bool is_changed(const record::Record<Sheet>& sheet, const std::vector<Said>& said) {
        const auto today = inputs(said);
        return read([&](const store::Snapshot& snapshot) -> Result<bool> {
            return changed_since(snapshot, sheet, today);
        });
    }

    static Day day(std::string_view text) { return day_from_text(text).value(); }

    std::vector<const record::KindInfo*> kinds_;
    SystemClock clock_;
    SystemRandomness randomness_;
    Principal admin_ = Principal::local_administrator("admin");
    std::unique_ptr<store::Store> store_;
    SheetSubject subject_;
};

const std::vector<Said> first_figures{{"2024-01", 100, "VEN"}, {"2024-02", 10, "VEN"}};
const std::vector<Said> later_figures{
    {"2024-01", 100, "VEN"}, {"2024-02", 12, "VEN"}, {"2024-03", 5, "COL"}};

TEST_P(SheetEditions, AreNumberedAndKeepWhatTheyPrinted) {
    const auto first = print(content(first_figures));
    EXPECT_EQ(first.value.edition, 1);
    EXPECT_EQ(first.value.title.en, "Panama, 2024");
    const auto second = print(content(later_figures));
    EXPECT_EQ(second.value.edition, 2);
    const auto kept =
        read([&](const store::Snapshot& snapshot) { return edition_content(snapshot, first); });
    EXPECT_EQ(to_json(kept), to_json(content(first_figures)));
    EXPECT_EQ(fingerprint(kept), first.value.fingerprint);
}

TEST_P(SheetEditions, ArePrintedOnceWhereNoFigureChanged) {
    const auto first = print(content(first_figures));
    const auto again = print(content(first_figures));
    EXPECT_EQ(again.envelope.id, first.envelope.id);
    EXPECT_EQ(read([](const store::Snapshot& snapshot) -> Result<std::size_t> {
                  return snapshot.all<Sheet>().size();
              }),
              1);
    print(content(later_figures));
    EXPECT_EQ(print(content(first_figures)).value.edition, 3) << "only the latest counts";
}

TEST_P(SheetEditions, OfOtherDatesCountForThemselves) {
    print(content(first_figures));
    const auto january =
        collect_sheet(subject_, day("2024-01-01"), day("2024-01-31"), inputs(first_figures));
    EXPECT_EQ(print(january.value()).value.edition, 1);
}

TEST_P(SheetEditions, AreFlaggedWhenAFigureTheyPrintedChanges) {
    const auto sheet = print(content(first_figures));
    EXPECT_FALSE(is_changed(sheet, first_figures));
    EXPECT_TRUE(is_changed(sheet, later_figures));
    EXPECT_TRUE(is_changed(sheet, {})) << "its figures were withdrawn";
    auto elsewhere = first_figures;
    elsewhere.push_back({"2019-01", 7, "VEN"});
    EXPECT_FALSE(is_changed(sheet, elsewhere)) << "of other years";
}

TEST_P(SheetEditions, CountAsChangedWhereWhatTheyPrintedCannotBeRead) {
    store::StagedFile broken(store_->staging_folder(), "broken.json", "application/json");
    broken.append("{\"days\": ");
    broken.finish();
    const auto sheet = write([&](store::Transaction& transaction) {
        return print_edition(transaction, subject_, content(first_figures), broken, {});
    });
    EXPECT_TRUE(is_changed(sheet, first_figures)) << "one of them must not fail a list of many";
}

TEST_P(SheetEditions, NameOnlySourcesThatAreSharedWithTheirReaders) {
    Source source;
    source.name = "Source";
    source.attribution = "By courtesy of somebody";
    write([&](store::Transaction& transaction) {
        return transaction.insert(source, {{}, record::Visibility::restricted});
    });
    const auto hidden = content(first_figures);
    EXPECT_EQ(hidden.measures.at(0).now.count, 110) << "its figures count all the same";
    EXPECT_EQ(hidden.measures.at(0).sources, std::vector<std::string>{""});
    EXPECT_TRUE(hidden.sources.empty());
    EXPECT_EQ(to_json(hidden).find("By courtesy"), std::string::npos);
}

TEST_P(SheetEditions, TellWhichFiguresChanged) {
    const auto changes = changes_between(content(first_figures), content(later_figures));
    struct Expected {
        std::string_view period, origin;
        std::optional<std::int64_t> before, after;
    };
    const Expected expected[] = {
        {"", "", 110, 117}, {"2024-02", "", 10, 12}, {"2024-03", "", {}, 5},
        {"", "COL", {}, 5}, {"", "VEN", 110, 112},
    };
    ASSERT_EQ(changes.size(), std::size(expected));
    for (std::size_t i = 0; i < changes.size(); ++i) {
        EXPECT_EQ(changes[i].place, "PAN");
        EXPECT_EQ(changes[i].period ? to_text(*changes[i].period) : "", expected[i].period);
        EXPECT_EQ(changes[i].origin, expected[i].origin);
        EXPECT_EQ(changes[i].before, expected[i].before);
        EXPECT_EQ(changes[i].after, expected[i].after);
    }
    EXPECT_TRUE(changes_between(content(first_figures), content(first_figures)).empty());
}

INSTANTIATE_TEST_SUITE_P(On, SheetEditions, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::movements
