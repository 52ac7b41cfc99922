// SPDX-License-Identifier: Apache-2.0
// What is personal in records: nobody reads it without the key, and it can be erased.
#include <fstream>
#include <iterator>

#include <boost/json/serialize.hpp>

#include "base/hash.hpp"
#include "held_clock.hpp"
#include "person.hpp"
#include "store/blind_index.hpp"

namespace tenpoint::store {
namespace {

namespace fs = std::filesystem;

class PersonalData : public PersonNode {
  protected:
    // Everything that the database keeps: on SQLite the bytes of its files.
    std::string all_that_is_kept() {
        std::string all;
        if (GetParam() == TestDatabase::sqlite) {
            for (const auto& entry : fs::recursive_directory_iterator(location_->get().folder)) {
                if (!entry.is_regular_file()) continue;
                std::ifstream file(entry.path(), std::ios::binary);
                all.append(std::istreambuf_iterator<char>(file), {});
            }
            return all;
        }
        const auto session = location_->session();
        for (const auto& table : session->query("select table_name from information_schema.tables "
                                                "where table_schema = current_schema()",
                                                {}, {ColumnType::text}))
            for (const auto& row :
                 session->query(fmt::format("select cast(t as text) from {} t", text(table[0])), {},
                                {ColumnType::text}))
                all += text(row[0]) + '\n';
        return all;
    }
    static std::vector<std::string_view> planted() {
        return {planted_name,  planted_phone, planted_story,     planted_extra,
                planted_token, "1987-03-28",  "Zubaida",         "quillfeather",
                "doctor",      "8250000",     "zubaida quillfea"};
    }
    void expect_nothing_planted(const std::string& all) {
        for (const auto word : planted()) {
            EXPECT_EQ(all.find(word), std::string::npos) << word;
            EXPECT_EQ(all.find(to_hex(word)), std::string::npos) << word << " as bytes";
        }
        EXPECT_NE(all.find(open_remark), std::string::npos) << "the search finds nothing at all";
    }
    ProblemCode code_of_reading(const Id& id) { return get(id).error().code; }
};

TEST_P(PersonalData, ComeBackAsTheyWerePutIn) {
    const auto added = add();
    Person nearly_empty;
    nearly_empty.name = "N";
    const auto other = add(nearly_empty);
    open();
    EXPECT_EQ(get(added.envelope.id).value().value, planted_person());
    EXPECT_EQ(get(other.envelope.id).value().value, nearly_empty);
    store_
        ->read(admin_,
               [&](const Snapshot& snapshot) -> Result<void> {
                   EXPECT_EQ(snapshot.all<Person>().size(), 2U);
                   EXPECT_EQ(snapshot.all<Person>().front().value, planted_person());
                   return {};
               })
        .value();
    EXPECT_EQ(flaw(), "");
}

TEST_P(PersonalData, StandNowhereInTheDatabase) {
    auto added = add();
    expect_nothing_planted(all_that_is_kept());
    added.value.phone = "another";
    added = change(added);
    added.value.phone = planted_phone;
    change(added);
    expect_nothing_planted(all_that_is_kept());
    store_->seal();
    store_.reset();
    expect_nothing_planted(all_that_is_kept());
}

TEST_P(PersonalData, OfManyRecordsAreListedTogether) {
    for (int i = 0; i < 300; ++i) {
        auto person = planted_person();
        person.children = i;
        add(person);
    }
    store_
        ->read(admin_,
               [&](const Snapshot& snapshot) -> Result<void> {
                   const auto all = snapshot.all<Person>();
                   EXPECT_EQ(all.size(), 300U);
                   std::int64_t children = 0;
                   for (const auto& person : all)
                       children += person.value.children;
                   EXPECT_EQ(children, 299 * 300 / 2);
                   return {};
               })
        .value();
}

TEST_P(PersonalData, AreNotSealedAnewWhereTheyStayAsTheyAre) {
    auto added = add();
    const auto before = one("select name from persons");
    added.value.phone = "another";
    added = change(added);
    EXPECT_EQ(one("select name from persons"), before);
    added.value.name = "Another";
    change(added);
    EXPECT_NE(one("select name from persons"), before);
}

TEST_P(PersonalData, MovedToAnotherRecordOrMemberAreRefused) {
    const auto one_person = add().envelope.id;
    const auto other = add().envelope.id;
    sql("update persons set name = (select name from persons where id = ?) where id = ?",
        {one_person.text, other.text});
    EXPECT_EQ(code_of_reading(other), ProblemCode::storage_failed);
    EXPECT_TRUE(get(one_person));
    EXPECT_EQ(flaw(), "record_altered");
}

TEST_P(PersonalData, MovedWithinARecordAreRefused) {
    const auto id = add().envelope.id;
    sql("update persons set name = phone");
    EXPECT_EQ(code_of_reading(id), ProblemCode::storage_failed);
    EXPECT_EQ(flaw(), "record_altered");
}

TEST_P(PersonalData, UnderTheKeyOfAnotherRecordAreRefused) {
    const auto one_person = add().envelope.id;
    const auto other = add().envelope.id;
    sql("update data_keys set wrapped = ? where record = ?", {wrapped_key(one_person), other.text});
    EXPECT_EQ(code_of_reading(other), ProblemCode::storage_failed);
    EXPECT_EQ(flaw(), "key_unusable");
}

TEST_P(PersonalData, WrittenInTheOpenPastTheProgramAreRefused) {
    const auto id = add().envelope.id;
    sql("update persons set name = 'Won'");
    EXPECT_EQ(code_of_reading(id), ProblemCode::storage_failed);
    EXPECT_NE(flaw(), "");
}

TEST_P(PersonalData, ShowInTheHistoryUntilTheyAreErased) {
    auto added = add();
    added.value.phone.reset();
    added.value.children = 4;
    added = change(added);
    const auto told = [&](std::size_t entry) {
        return boost::json::serialize(history(added.envelope.id).at(entry).change);
    };
    EXPECT_NE(told(0).find(planted_name), std::string::npos);
    EXPECT_EQ(told(0).find(planted_token), std::string::npos) << "a secret is not told";
    EXPECT_EQ(told(1), fmt::format(R"([{{"field":"phone","from":"{}","to":null}},)"
                                   R"({{"field":"children","from":3,"to":4}}])",
                                   planted_phone));
    erase(added.envelope.id, 2).value();
    EXPECT_EQ(told(0).find(planted_name), std::string::npos);
    EXPECT_NE(told(0).find(open_remark), std::string::npos);
    EXPECT_EQ(told(1), "[]");
    EXPECT_EQ(told(2), "[]");
    EXPECT_EQ(history(added.envelope.id).at(2).verb, "erase");
}

TEST_P(PersonalData, AreErasedForEver) {
    const auto added = add();
    const auto kept = add();
    const auto wrapped = wrapped_key(added.envelope.id);
    const auto erased = erase(added.envelope.id, 1).value();
    EXPECT_EQ(erased.envelope.version, 2);
    Person blank;
    blank.remark = open_remark;
    EXPECT_EQ(get(added.envelope.id).value().value, blank);
    EXPECT_EQ(get(kept.envelope.id).value().value, planted_person());
    EXPECT_EQ(find("name", planted_name), kept.envelope.id);
    EXPECT_EQ(flaw(), "");
    const auto all = all_that_is_kept();
    EXPECT_EQ(all.find(wrapped), std::string::npos) << "a copy of the key is still about";
    EXPECT_NE(all.find(wrapped_key(kept.envelope.id)), std::string::npos);
    expect_nothing_planted(all);
    open();
    EXPECT_EQ(get(added.envelope.id).value().value, blank);
    EXPECT_EQ(flaw(), "");
}

// SQLite cannot cut its log off while somebody reads what stood before.
TEST_P(PersonalData, AreForgottenLaterWhereAReaderIsInTheWay) {
    if (GetParam() == TestDatabase::postgresql) GTEST_SKIP() << "readers are in nobody's way";
    HeldClock clock;
    store_.reset();
    store_ = Store::open(location_->get(), kinds_, clock, randomness_).value();
    const auto id = add().envelope.id;
    const auto wrapped = wrapped_key(id);
    store_
        ->read(admin_,
               [&](const Snapshot& snapshot) -> Result<void> {
                   EXPECT_EQ(snapshot.all<Person>().size(), 1U);
                   erase(id, 1).value();
                   return {};
               })
        .value();
    EXPECT_NE(all_that_is_kept().find(wrapped), std::string::npos);
    clock.pass(std::chrono::hours(1));
    add();
    EXPECT_EQ(all_that_is_kept().find(wrapped), std::string::npos);
    store_.reset();  // before its clock
}

TEST_P(PersonalData, AreErasedOnlyByWhoMayAndAsSeen) {
    const auto id = add().envelope.id;
    const access::Principal reader{
        access::Principal::Sort::user, {}, {}, access::Role::reader, "reader"};
    const auto by_reader = store_->write(reader, [&](Transaction& transaction) {
        return transaction.erase(record::kind_info<Person>(), id, 1);
    });
    EXPECT_EQ(by_reader.error().code, ProblemCode::forbidden);
    EXPECT_EQ(erase(id, 2).error().code, ProblemCode::precondition_failed);
    const auto plain = store_->write(admin_, [&](Transaction& transaction) -> Result<Found> {
        directory::Partner partner;
        partner.name = "One";
        TENPOINT_TRY(made, transaction.insert(partner, {}));
        return transaction.erase(record::kind_info<directory::Partner>(), made.envelope.id, 1);
    });
    EXPECT_EQ(plain.error().code, ProblemCode::forbidden) << "nothing in it is personal";
    EXPECT_EQ(get(id).value().value, planted_person());
}

TEST_P(PersonalData, CanBeEnteredAgainUnderAnotherKey) {
    auto added = add();
    const auto before = wrapped_key(added.envelope.id);
    erase(added.envelope.id, 1).value();
    added = get(added.envelope.id).value();
    added.value.name = "Another";
    change(added);
    EXPECT_EQ(get(added.envelope.id).value().value.name, "Another");
    EXPECT_NE(wrapped_key(added.envelope.id), before);
    EXPECT_EQ(find("name", "Another"), added.envelope.id);
    EXPECT_EQ(flaw(), "");
    const auto entries = history(added.envelope.id);
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(boost::json::serialize(entries[0].change).find(planted_name), std::string::npos);
    EXPECT_EQ(boost::json::serialize(entries[2].change),
              R"([{"field":"name","from":null,"to":"Another"}])");
}

TEST_P(PersonalData, FoundByAnotherValueAreNamed) {
    const auto id = add().envelope.id;
    const auto right =
        one("select value from blind_index where record = ? and field = 'name'", {id.text});
    const auto set = [&](const std::string& to) {
        sql("update blind_index set value = ? where record = ? and field = 'name'", {to, id.text});
    };
    set("another");
    EXPECT_EQ(flaw(), "index_altered");
    set(right);
    EXPECT_EQ(flaw(), "");
    sql("delete from blind_index where record = ? and field = 'phone'", {id.text});
    EXPECT_EQ(flaw(), "index_altered");
    erase(id, 1).value();
    EXPECT_EQ(flaw(), "");
    sql("insert into blind_index (record, field, value) values (?, 'name', ?)", {id.text, right});
    EXPECT_EQ(flaw(), "index_altered") << "whoever guesses the name knows who was erased";
}

TEST_P(PersonalData, AKeyThatCameBackIsFound) {
    const auto id = add().envelope.id;
    const auto wrapped = wrapped_key(id);
    erase(id, 1).value();
    EXPECT_EQ(flaw(), "");
    sql("insert into data_keys (record, since, wrapped) values (?, 1, ?)", {id.text, wrapped});
    EXPECT_EQ(flaw(), "key_left_behind");
    sql("update data_keys set since = 3 where record = ?", {id.text});
    EXPECT_EQ(flaw(), "key_unusable") << "it was made for an earlier version";
}

TEST_P(PersonalData, WhoseKeyIsGoneAreNamed) {
    const auto id = add().envelope.id;
    sql("delete from data_keys where record = ?", {id.text});
    EXPECT_EQ(flaw(), "value_without_key");
    EXPECT_EQ(code_of_reading(id), ProblemCode::storage_failed);
}

TEST_P(PersonalData, OfARemovedRecordLoseTheirKey) {
    const auto id = add().envelope.id;
    store_
        ->write(admin_,
                [&](Transaction& transaction) {
                    return transaction.remove(record::kind_info<Person>(), id, 1);
                })
        .value();
    EXPECT_EQ(one("select cast(count(*) as text) from data_keys where record = ?", {id.text}), "0");
    EXPECT_EQ(one("select cast(count(*) as text) from blind_index"), "0");
    EXPECT_EQ(flaw(), "");
}

TEST_P(PersonalData, AreFoundByTheirExactValueAlone) {
    auto added = add();
    const auto id = added.envelope.id;
    EXPECT_EQ(find("name", planted_name), id);
    EXPECT_EQ(find("phone", planted_phone), id);
    EXPECT_EQ(find("phone", planted_name), std::nullopt);
    EXPECT_EQ(find("name", "Zubaida"), std::nullopt);
    added.value.phone = "another";
    change(added);
    EXPECT_EQ(find("phone", planted_phone), std::nullopt);
    EXPECT_EQ(find("phone", "another"), id);
    const auto list = [&](const ListQuery& query) {
        return store_->read(admin_, [&](const Snapshot& snapshot) {
            return snapshot.list(record::kind_info<Person>(), query);
        });
    };
    EXPECT_EQ(list({.equal = {{"need", "doctor"}}}).error().code, ProblemCode::invalid_query);
    ListQuery sorted;
    sorted.sort = "name";
    EXPECT_EQ(list(sorted).error().code, ProblemCode::invalid_query);
    ListQuery searched;
    searched.text = "Zubaida";
    EXPECT_EQ(list(searched).value().total, 0);
    searched.text = open_remark;
    EXPECT_EQ(list(searched).value().total, 1);
}

// So short that it is stored as it came, but for the seal.
TEST_P(PersonalData, InAStoredFileAreSealedToo) {
    const auto content = fmt::format("{};{}\n", planted_name, planted_phone);
    StagedFile staged(store_->staging_folder(), "a.csv", "text/csv");
    staged.append(content);
    staged.finish();
    const auto file = store_
                          ->write(admin_,
                                  [&](Transaction& transaction) -> Result<Id> {
                                      return transaction.keep(staged, {});
                                  })
                          .value();
    add();
    expect_nothing_planted(all_that_is_kept());
    store_->rekey().value();
    open();
    store_
        ->read(admin_,
               [&](const Snapshot& snapshot) -> Result<void> {
                   EXPECT_EQ(snapshot.file_chunk(file, 0), content);
                   return {};
               })
        .value();
    EXPECT_EQ(flaw(), "");
    EXPECT_NE(one("select hash from files"), staged.hash())
        << "a guess of its content is told right";
    sql("update file_chunks set data = ?", {Bytes{"r" + content}});
    const auto put_there = store_->read(admin_, [&](const Snapshot& snapshot) -> Result<void> {
        EXPECT_THROW(snapshot.file_chunk(file, 0), std::runtime_error);
        return {};
    });
    EXPECT_TRUE(put_there);
    EXPECT_EQ(flaw(), "file_damaged");
    sql("delete from file_chunks");
    sql("update files set chunks = 0, sealed_hash = ?", {hash_of("")});
    sql("delete from data_keys where record = ?", {file.text});
    EXPECT_EQ(flaw(), "file_without_key");
}

TEST_P(PersonalData, OfAPersonWhoMayNotBeReadAreNotFoundEither) {
    add();
    const auto found = store_->read({}, [&](const Snapshot& snapshot) -> Result<bool> {
        return snapshot.find<Person>("name", std::string{planted_name}).has_value();
    });
    EXPECT_FALSE(found.value());
}

INSTANTIATE_TEST_SUITE_P(On, PersonalData, both_databases(), database_name);

}  // namespace
}  // namespace tenpoint::store
