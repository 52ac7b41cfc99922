// SPDX-License-Identifier: Apache-2.0
#include "store/store.hpp"

#include <array>
#include <thread>

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include "desks/directory/kinds.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/place.hpp"
#include "desks/directory/user.hpp"
#include "held_clock.hpp"
#include "store/migrations.hpp"
#include "test_database.hpp"

namespace tenpoint::store {
namespace {

using access::Principal;
using directory::Partner;
using directory::Place;

class Stores : public OnEachDatabase {
  protected:
    void SetUp() override {
        OnEachDatabase::SetUp();
        if (location_) open();
    }
    void open() {
        store_.reset();
        store_ = std::move(Store::open(location_->get(), kinds_, clock_, randomness_).value());
    }

    static Partner partner(std::string name) {
        Partner made;
        made.name = std::move(name);
        made.kind = directory::PartnerKind::ngo;
        return made;
    }
    record::Record<Partner> add(const Partner& value, Draft draft = {}) {
        return store_
            ->write(admin_,
                    [&](Transaction& transaction) { return transaction.insert(value, draft); })
            .value();
    }
    Principal officer_of(const Id& partner_id) const {
        return {
            Principal::Sort::user, {}, partner_id, access::Role::information_officer, "officer"};
    }

    decltype(directory::kinds()) kinds_ = directory::kinds();
    HeldClock clock_;
    SystemRandomness randomness_;
    Principal admin_ = Principal::local_administrator("admin");
    std::unique_ptr<Store> store_;
};

TEST_P(Stores, KeepARecordAcrossARestart) {
    auto value = partner("Médecins d’ici");
    value.country = "PAN";
    const auto added = add(value);
    open();
    store_->read(admin_, [&](const Snapshot& snapshot) -> Result<void> {
        const auto found = snapshot.get<Partner>(added.envelope.id).value();
        EXPECT_EQ(found.value.name, value.name);
        EXPECT_EQ(found.value.country, "PAN");
        EXPECT_FALSE(found.value.website);
        EXPECT_EQ(found.envelope.version, 1);
        EXPECT_EQ(found.envelope.created_at, clock_.now());
        return {};
    });
}

TEST_P(Stores, AreForOneProgramAtATime) {
    const auto second = Store::open(location_->get(), kinds_, clock_, randomness_);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ProblemCode::folder_in_use);
}

TEST_P(Stores, RefuseADatabaseOfANewerProgram) {
    store_.reset();
    location_->session()->execute("insert into migrations values (9999, 'later', '')");
    const auto opened = Store::open(location_->get(), kinds_, clock_, randomness_);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ProblemCode::database_too_new);
}

TEST_P(Stores, LeaveACopyOfWhatAnOlderProgramKnewBesideIt) {
    store_.reset();
    location_ = std::make_unique<TestLocation>(GetParam());
    auto session = location_->session();
    auto older = shipped_migrations();
    older.resize(3);
    migrate(*session, clock_, older, [](int) {}).value();
    session->execute(
        "insert into partners (id, version, visibility, created_at, updated_at, name, kind) values "
        "('one', 1, 'partners', '2023-11-14T22:13:20.000Z', '2023-11-14T22:13:20.000Z', 'One', "
        "'ngo')");
    session.reset();
    open();
    add(partner("Two"));
    std::vector<std::filesystem::path> copies;
    for (const auto& entry : std::filesystem::directory_iterator(location_->get().folder))
        if (entry.path().filename().string().find("-after-migration-3.db") != std::string::npos)
            copies.push_back(entry.path());
    if (GetParam() == TestDatabase::postgresql) {
        EXPECT_TRUE(copies.empty()) << "its operator has backups";
        return;
    }
    ASSERT_EQ(copies.size(), 1U);
    const auto copy = Session::open_sqlite(copies.front().string());
    EXPECT_FALSE(copy->has_table("requests"));
    const auto names = copy->query("select name from partners", {}, {ColumnType::text});
    ASSERT_EQ(names.size(), 1U);
    EXPECT_EQ(text(names[0][0]), "One");
}

TEST_P(Stores, LetAStaleChangeFail) {
    auto first = add(partner("One"));
    auto second = first;
    first.value.short_name = "1";
    const auto change = [&](const record::Record<Partner>& record) {
        return store_->write(admin_,
                             [&](Transaction& transaction) { return transaction.update(record); });
    };
    EXPECT_EQ(change(first).value().envelope.version, 2);
    second.value.short_name = "2";
    EXPECT_EQ(change(second).error().code, ProblemCode::precondition_failed);
}

TEST_P(Stores, LeaveNothingOfAWriteThatIsRefused) {
    const auto result = store_->write(admin_, [&](Transaction& transaction) -> Result<void> {
        transaction.insert(partner("Kept?"), {}).value();
        return Problem{ProblemCode::forbidden};
    });
    EXPECT_FALSE(result);
    store_->read(admin_, [&](const Snapshot& snapshot) -> Result<void> {
        EXPECT_TRUE(snapshot.all<Partner>().empty());
        return {};
    });
}

TEST_P(Stores, NameAnotherStateAfterEachWrite) {
    const auto before = store_->state();
    EXPECT_EQ(store_->state(), before);
    add(partner("One"));
    const auto after = store_->state();
    EXPECT_NE(after, before);
    EXPECT_EQ(store_->state(), after);
}

TEST_P(Stores, KeepNamesUnique) {
    add(partner("One"));
    const auto again = store_->write(
        admin_, [&](Transaction& transaction) { return transaction.insert(partner("One"), {}); });
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ProblemCode::already_exists);
    EXPECT_EQ(again.error().fields.front().pointer, "/name");
    EXPECT_EQ(add(partner("Two")).value.name, "Two");
}

TEST_P(Stores, GoOnAfterANameThatIsTaken) {
    add(partner("One"));
    store_
        ->write(admin_,
                [&](Transaction& transaction) -> Result<void> {
                    EXPECT_FALSE(transaction.insert(partner("One"), {}));
                    TENPOINT_CHECK(transaction.insert(partner("Two"), {}));
                    return {};
                })
        .value();
    store_->read(admin_, [&](const Snapshot& snapshot) -> Result<void> {
        EXPECT_TRUE(snapshot.find<Partner>("name", "Two"));
        return {};
    });
}

TEST_P(Stores, RefuseReferencesToNothingAndKeepWhatIsReferredTo) {
    Place place;
    place.code = "SITE";
    place.name.en = "Site";
    place.kind = directory::PlaceKind::site;
    place.parent = record::Ref<Place>{Id{"018bcfe5-6800-7000-8000-000000000009"}};
    const auto insert = [&] {
        return store_->write(
            admin_, [&](Transaction& transaction) { return transaction.insert(place, {}); });
    };
    EXPECT_EQ(insert().error().fields.front().code, "unknown_reference");
    place.parent.reset();
    const auto parent = insert().value();
    place.code = "PART";
    place.parent = record::Ref<Place>{parent.envelope.id};
    insert().value();
    const auto removed = store_->write(admin_, [&](Transaction& transaction) {
        return transaction.remove(record::kind_info<Place>(), parent.envelope.id, 1);
    });
    EXPECT_EQ(removed.error().code, ProblemCode::still_referenced);
}

TEST_P(Stores, KeepAPartnerAsLongAsARecordIsItsOwn) {
    const auto owner = add(partner("Owner"));
    Partner owned = partner("Owned");
    const auto made = store_
                          ->write(admin_,
                                  [&](Transaction& transaction) {
                                      return transaction.insert(owned, {owner.envelope.id});
                                  })
                          .value();
    const auto remove = [&](const Id& id) {
        return store_->write(admin_, [&](Transaction& transaction) {
            return transaction.remove(record::kind_info<Partner>(), id, 1);
        });
    };
    const auto refused = remove(owner.envelope.id);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ProblemCode::still_referenced);
    EXPECT_EQ(refused.error().detail, "partners.owner");
    EXPECT_TRUE(remove(made.envelope.id));
    EXPECT_TRUE(remove(owner.envelope.id));
}

TEST_P(Stores, RenewNoSessionOrTokenThatHasEnded) {
    directory::User user;
    user.name = "somebody";
    user.partner = {add(partner("Home")).envelope.id};
    store_
        ->write(admin_,
                [&](Transaction& transaction) -> Result<void> {
                    TENPOINT_TRY(made, transaction.insert(user, {}));
                    const auto& account = made.envelope.id;
                    const auto now = transaction.now();
                    auto credentials = transaction.credentials();
                    credentials.keep(SignIn{"session", account, now, now}, now);
                    const auto token = transaction.next_id();
                    credentials.keep(ApiToken{token, account, "t", {}, "token", now, now});
                    credentials.note_use(token, now);
                    EXPECT_EQ(credentials.token("token")->used_at, now);
                    credentials.end_access(account);
                    credentials.renew_sign_in("session", now);
                    credentials.note_use(token, now);
                    EXPECT_FALSE(credentials.sign_in("session"));
                    EXPECT_FALSE(credentials.token("token"));
                    return {};
                })
        .value();
}

TEST_P(Stores, HideWhatMayNotBeReadAndRefuseWhatMayNotBeChanged) {
    const auto ours = add(partner("Ours"));
    const auto hidden = add(partner("Hidden"), {{}, record::Visibility::restricted});
    const auto officer = officer_of(ours.envelope.id);
    store_->read(officer, [&](const Snapshot& snapshot) -> Result<void> {
        EXPECT_EQ(snapshot.get<Partner>(hidden.envelope.id).error().code, ProblemCode::not_found);
        const auto page = snapshot.list(record::kind_info<Partner>(), {}).value();
        EXPECT_EQ(page.total, 1);
        EXPECT_EQ(page.items.size(), 1U);
        return {};
    });
    const auto changed =
        store_->write(officer, [&](Transaction& transaction) { return transaction.update(ours); });
    EXPECT_EQ(changed.error().code, ProblemCode::forbidden);
}

TEST_P(Stores, FilterByMemberAndText) {
    auto value = partner("Río 100%");
    value.country = "PAN";
    add(value);
    add(partner("Rio 1000"));
    const auto names = [&](ListQuery query) {
        std::vector<std::string> found;
        store_->read(admin_, [&](const Snapshot& snapshot) -> Result<void> {
            for (const auto& item : snapshot.all<Partner>(query))
                found.push_back(item.value.name);
            return {};
        });
        return found;
    };
    EXPECT_EQ(names({.equal = {{"country", "PAN"}}}), std::vector<std::string>{"Río 100%"});
    EXPECT_EQ(names({.text = "1000"}), std::vector<std::string>{"Rio 1000"});
    const std::vector<std::string> both{"Río 100%", "Rio 1000"};
    EXPECT_EQ(names({.text = "RIO  100"}), both);
    EXPECT_EQ(names({.text = "rÍo"}), both);
    EXPECT_EQ(names({.text = "%"}), std::vector<std::string>{});
    EXPECT_EQ(names({.text = "R_o"}), std::vector<std::string>{});
    store_->read(admin_, [&](const Snapshot& snapshot) -> Result<void> {
        const auto page = snapshot.list(record::kind_info<directory::User>(),
                                        {.equal = {{"password_hash", "x"}}});
        EXPECT_EQ(page.error().code, ProblemCode::invalid_query);
        return {};
    });
}

TEST_P(Stores, FindATextInEachOfItsLanguagesAndNotByTheWordsAroundIt) {
    Place place;
    place.code = "SITE";
    place.name = {"Ear Island", "Île de l’Œil", "Isla de la Oreja", "جزيرة الأُذن"};
    place.kind = directory::PlaceKind::site;
    const auto added =
        store_
            ->write(admin_, [&](Transaction& transaction) { return transaction.insert(place, {}); })
            .value();
    const auto finds = [&](std::string text) {
        return store_
            ->read(admin_,
                   [&](const Snapshot& snapshot) -> Result<bool> {
                       return !snapshot.all<Place>({.text = std::move(text)}).empty();
                   })
            .value();
    };
    for (const auto* text : {"ear", "ÎLE DE L'", "oreja", "الاذن", "site"})
        EXPECT_TRUE(finds(text)) << text;
    for (const auto* text : {"en", "fr", "\"", "orejas", ":"})
        EXPECT_FALSE(finds(text)) << text;

    auto renamed = added;
    renamed.value.name = {"Harbour", "", "", ""};
    store_->write(admin_, [&](Transaction& transaction) { return transaction.update(renamed); })
        .value();
    EXPECT_TRUE(finds("harbour"));
    EXPECT_FALSE(finds("oreja"));
}

TEST_P(Stores, FindWhatWasKeptBeforeThereWasASearch) {
    add(partner("Médecins d’ici"));
    store_.reset();
    location_->session()->execute("update partners set search_text = ''");
    open();
    store_->read(admin_, [&](const Snapshot& snapshot) -> Result<void> {
        EXPECT_EQ(snapshot.all<Partner>({.text = "medecins"}).size(), 1U);
        return {};
    });
}

TEST_P(Stores, WriteEachChangeIntoTheJournal) {
    auto record = add(partner("Before"));
    record.value.name = "After";
    store_->write(admin_, [&](Transaction& transaction) { return transaction.update(record); })
        .value();
    store_->read(admin_, [&](const Snapshot& snapshot) -> Result<void> {
        const auto& kind = record::kind_info<Partner>();
        const auto history = snapshot.history(kind, record.envelope.id).value();
        EXPECT_EQ(history.size(), 2U);
        EXPECT_EQ(history[0].verb, "create");
        EXPECT_EQ(history[1].principal, "admin");
        EXPECT_EQ(boost::json::serialize(history[1].change),
                  R"([{"field":"name","from":"Before","to":"After"}])");
        const auto now = snapshot.get(kind, record.envelope.id).value();
        EXPECT_EQ(history[1].hash, row_hash(kind, now, {}, kind.version));
        EXPECT_NE(history[0].hash, history[1].hash);
        return {};
    });
}

TEST_P(Stores, GiveAFileBackByteForByte) {
    StagedFile staged(store_->staging_folder(), "figures.csv", "text/csv");
    std::string bytes;
    for (int i = 0; i < 200'000; ++i)
        bytes += std::to_string(i * 7919);
    bytes += std::string("\0\xff\r\n", 4);
    staged.append(std::string_view{bytes}.substr(0, 1'000));
    staged.append(std::string_view{bytes}.substr(1'000));
    staged.finish();
    EXPECT_EQ(staged.hash(), hash_of(bytes));
    const auto id = store_
                        ->write(admin_,
                                [&](Transaction& transaction) -> Result<Id> {
                                    return transaction.keep(staged, {});
                                })
                        .value();
    open();
    store_->read(admin_, [&](const Snapshot& snapshot) -> Result<void> {
        const auto file = snapshot.file(id).value();
        EXPECT_EQ(file.name, "figures.csv");
        EXPECT_GT(file.chunks, 1);
        std::string back;
        for (std::int64_t number = 0; number < file.chunks; ++number)
            back += snapshot.file_chunk(id, number);
        EXPECT_EQ(back, bytes);
        EXPECT_EQ(file.hash, snapshot.keyed(hash_of(back)));
        EXPECT_NE(file.hash, hash_of(back)) << "whoever guesses it would know it";
        return {};
    });
}

TEST_P(Stores, NoticeADamagedChunk) {
    StagedFile staged(store_->staging_folder(), "a", "text/plain");
    staged.append(std::string(10'000, 'a'));
    staged.finish();
    auto stored = staged.stored_chunk(0);
    const auto* key = &staged.key();
    EXPECT_EQ(restore_chunk(stored, 0, key), std::string(10'000, 'a'));
    EXPECT_THROW(restore_chunk(std::string_view{stored}.substr(0, stored.size() - 3), 0, key),
                 std::runtime_error);
    EXPECT_THROW(restore_chunk("", 0, key), std::runtime_error);
    EXPECT_THROW(restore_chunk(stored, 1, key), std::runtime_error) << "it is another one's";
    EXPECT_THROW(restore_chunk(stored, 0, nullptr), std::runtime_error);
    const auto another = SecretKey::make(randomness_);
    EXPECT_THROW(restore_chunk(stored, 0, &another), std::runtime_error);
    EXPECT_EQ(restore_chunk("rin the open", 0, nullptr), "in the open");
    EXPECT_THROW(restore_chunk("rin the open", 0, key), std::runtime_error);
}

TEST_P(Stores, LetReadersGoOnWhileAWriterWrites) {
    add(partner("There"));
    store_->write(admin_, [&](Transaction& transaction) -> Result<void> {
        transaction.insert(partner("Not yet"), {}).value();
        std::thread([&] {
            store_->read(admin_, [&](const Snapshot& snapshot) -> Result<void> {
                EXPECT_EQ(snapshot.all<Partner>().size(), 1U);
                return {};
            });
        }).join();
        return {};
    });
}

INSTANTIATE_TEST_SUITE_P(On, Stores, both_databases(), database_name);

}  // namespace
}  // namespace tenpoint::store
