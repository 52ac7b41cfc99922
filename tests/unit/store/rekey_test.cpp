// SPDX-License-Identifier: Apache-2.0
// The node's key: how it comes, how it changes, and what happens without it.
#include <fstream>
#include <thread>

#include "desks/directory/user.hpp"
#include "person.hpp"
#include "store/blind_index.hpp"
#include "store/journal.hpp"

namespace tenpoint::store {
namespace {

namespace fs = std::filesystem;

class Rekeying : public PersonNode {
  protected:
    fs::path file() const { return location_->get().node_key(); }
    std::string content() const {
        std::ifstream in(file());
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::size_t keys_in_file() const { return content().size() / 65; }
    void put(std::string_view keys) const {
        std::ofstream(file(), std::ios::trunc) << keys;
        fs::permissions(file(), fs::perms::owner_read | fs::perms::owner_write);
    }
    std::string found_by(const Id& id) {
        return one("select value from blind_index where record = ? and field = 'name'", {id.text});
    }
    ProblemCode code_of_opening(const Location& location) {
        const auto opened = try_to_open(location);
        return opened ? ProblemCode::internal_error : opened.error().code;
    }
    // Under how many node's keys the data keys are wrapped.
    std::string names() {
        return one("select cast(count(distinct substr(wrapped, 1, 16)) as text) from data_keys");
    }
    void expect_whole(const std::vector<Id>& persons) {
        for (const auto& id : persons)
            EXPECT_EQ(get(id).value().value, planted_person());
        EXPECT_EQ(flaw(), "");
    }
};

TEST_P(Rekeying, WrapsTheDataKeysAnewAndNothingElse) {
    std::vector<Id> persons;
    for (int i = 0; i < 3; ++i)
        persons.push_back(add().envelope.id);
    const auto value = one("select name from persons where id = ?", {persons[0].text});
    const auto wrapped = wrapped_key(persons[0]);
    const auto old_file = content();
    const auto was_found_by = found_by(persons[0]);
    store_->rekey().value();
    EXPECT_NE(content(), old_file);
    EXPECT_EQ(keys_in_file(), 1U);
    EXPECT_EQ(fs::status(file()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(names(), "1");
    EXPECT_NE(wrapped_key(persons[0]), wrapped);
    EXPECT_EQ(one("select name from persons where id = ?", {persons[0].text}), value);
    EXPECT_TRUE(find("name", planted_name));
    EXPECT_NE(found_by(persons[0]), was_found_by) << "an older copy tells who is in a newer one";
    expect_whole(persons);
    open();
    persons.push_back(add().envelope.id);
    expect_whole(persons);
    store_.reset();
    put(old_file);
    EXPECT_EQ(code_of_opening(location_->get()), ProblemCode::wrong_node_key);
}

TEST_P(Rekeying, GoesOnWhereItWasCutOff) {
    std::vector<Id> persons;
    for (int i = 0; i < 3; ++i)
        persons.push_back(add().envelope.id);
    const auto stop_after = [&](int steps) {
        store_.reset();
        NodeKey node_key(file(), randomness_);
        const auto name = node_key.begin_change().value();
        const auto session = location_->session();
        DataKeys keys(*session, node_key);
        if (steps > 1) {
            keys.lead_to(name);
            BlindIndex(*session, node_key).renew(record::kind_info<Person>());
        }
        if (steps > 2) keys.wrap_anew(name, persons[1].text);
        open();
        EXPECT_EQ(keys_in_file(), 2U);
        persons.push_back(add().envelope.id);
        expect_whole(persons);
        store_->rekey().value();
        EXPECT_NE(NodeKey::name_of(SecretKey::from_digits(content().substr(0, 64)).value()), name)
            << "whoever asks for a key gets one that nobody had";
        EXPECT_EQ(keys_in_file(), 1U);
        EXPECT_EQ(names(), "1");
        expect_whole(persons);
    };
    for (const int steps : {1, 2, 3})
        stop_after(steps);
}

TEST_P(Rekeying, DisturbsNobodyWhoWritesMeanwhile) {
    std::vector<Id> persons;
    for (int i = 0; i < 20; ++i)
        persons.push_back(add().envelope.id);
    std::vector<std::vector<Id>> added(3);
    std::vector<std::jthread> writers;
    for (auto& mine : added)
        writers.emplace_back([&mine, this] {
            for (int i = 0; i < 20; ++i) {
                mine.push_back(add().envelope.id);
                if (i % 3 == 0) erase(mine.back(), 1).value();
                if (i % 3 == 0) mine.pop_back();
            }
        });
    for (int i = 0; i < 5; ++i)
        store_->rekey().value();
    writers.clear();
    for (const auto& mine : added)
        persons.insert(persons.end(), mine.begin(), mine.end());
    expect_whole(persons);
    store_->rekey().value();
    EXPECT_EQ(names(), "1");
    expect_whole(persons);
}

TEST_P(Rekeying, AtOnceEndsUnderOneKeyThatIsInTheFile) {
    std::vector<Id> persons;
    for (int i = 0; i < 10; ++i)
        persons.push_back(add().envelope.id);
    std::unique_ptr<Store> other;
    if (GetParam() == TestDatabase::postgresql)
        other = try_to_open(location_->of_another_node()).value();
    std::vector<std::jthread> all;
    for (auto* store : {store_.get(), other ? other.get() : store_.get(), store_.get()})
        all.emplace_back([store] {
            for (int i = 0; i < 3; ++i)
                EXPECT_TRUE(store->rekey());
        });
    all.clear();
    other.reset();
    EXPECT_EQ(keys_in_file(), 1U);
    EXPECT_EQ(names(), "1");
    open();
    expect_whole(persons);
}

TEST_P(Rekeying, BringsNoErasedKeyBack) {
    const auto id = add().envelope.id;
    erase(id, 1).value();
    store_->rekey().value();
    EXPECT_EQ(one("select cast(count(*) as text) from data_keys where record = ?", {id.text}), "0");
    EXPECT_EQ(flaw(), "");
}

TEST_P(Rekeying, ChangesNothingWhereTheFileIsGone) {
    const auto id = add().envelope.id;
    const auto wrapped = wrapped_key(id);
    const auto away = location_->get().folder / "away";
    fs::rename(file(), away);
    EXPECT_EQ(store_->rekey().error().code, ProblemCode::node_key_missing);
    EXPECT_FALSE(fs::exists(file()));
    EXPECT_EQ(wrapped_key(id), wrapped);
    fs::rename(away, file());
    expect_whole({id});
}

TEST_P(Rekeying, AKeyThatIsMissingOrWrongStopsTheStart) {
    const auto id = add().envelope.id;
    store_.reset();
    const auto right = content();
    sql("update persons set search_text = ''");  // what a start would fill
    fs::remove(file());
    EXPECT_EQ(code_of_opening(location_->get()), ProblemCode::node_key_missing);
    EXPECT_FALSE(fs::exists(file())) << "a new one would hide that the old one is lost";
    put(SecretKey::make(randomness_).digits() + '\n');
    EXPECT_EQ(code_of_opening(location_->get()), ProblemCode::wrong_node_key);
    put("no key\n");
    EXPECT_EQ(code_of_opening(location_->get()), ProblemCode::storage_failed);
    EXPECT_EQ(one("select search_text from persons"), "") << "nothing is changed before";
    put(right);
    open();
    EXPECT_NE(one("select search_text from persons"), "");
    expect_whole({id});
}

TEST_P(Rekeying, KeysOfIndexesThatWereRemovedStopTheStart) {
    add();
    store_.reset();
    sql("delete from index_keys");
    EXPECT_EQ(code_of_opening(location_->get()), ProblemCode::index_keys_missing);
}

// Whose key this program remembers, though another has put one in its place.
TEST_P(Rekeying, AKeyThatIsNotInTheFileIsWrong) {
    NodeKey node_key(file(), randomness_);
    const auto session = location_->session();
    const DataKeys keys(*session, node_key);
    EXPECT_TRUE(keys.have_begun().value());
    put(SecretKey::make(randomness_).digits() + '\n');
    EXPECT_EQ(keys.have_begun().error().code, ProblemCode::wrong_node_key);
}

TEST_P(Rekeying, TheKeyMayBeElsewhere) {
    const auto id = add().envelope.id;
    store_.reset();
    const auto elsewhere = location_->get().folder / "elsewhere.key";
    fs::rename(file(), elsewhere);
    auto location = location_->get();
    location.key_file = elsewhere;
    store_ = try_to_open(location).value();
    expect_whole({id});
    EXPECT_FALSE(fs::exists(location_->get().folder / "node.key"));
}

TEST_P(Rekeying, ACopyOfANodeHasAKeyOfItsOwn) {
    const auto id = add().envelope.id;
    const TestLocation there(GetParam());
    draft_persons(there);
    const auto copy = try_to_open(there.get()).value();
    EXPECT_FALSE(store_->copy_to(*copy).value().flaw);
    EXPECT_FALSE(copy->verify({}).value().flaw);
    const auto found =
        copy->read(admin_, [&](const Snapshot& snapshot) { return snapshot.get<Person>(id); });
    EXPECT_EQ(found.value().value, planted_person());
    const auto wrapped = text(there.session()->query(
        "select wrapped from data_keys where record = ?", {id.text}, {ColumnType::text})[0][0]);
    EXPECT_NE(wrapped.substr(0, 16), wrapped_key(id).substr(0, 16));
}

TEST_P(Rekeying, AKeyThatDoesNotOpenIsCopiedOnlyByWhoMeansIt) {
    const auto id = add().envelope.id;
    const auto whole = add().envelope.id;
    sql("update data_keys set wrapped = 'x.1.x' where record = ?", {id.text});
    const TestLocation there(GetParam());
    draft_persons(there);
    const auto copy = try_to_open(there.get()).value();
    EXPECT_EQ(store_->copy_to(*copy).value().flaw->code, FlawCode::key_unusable);
    EXPECT_EQ(store_->copy_to(*copy, Flawed::taken).value().flaw->code, FlawCode::key_unusable);
    const auto get = [&](const Id& which) {
        return copy->read(admin_,
                          [&](const Snapshot& snapshot) { return snapshot.get<Person>(which); });
    };
    EXPECT_EQ(get(whole).value().value, planted_person());
    EXPECT_EQ(get(id).error().code, ProblemCode::storage_failed);
}

TEST_P(Rekeying, NodesOnOneDatabaseShareTheKey) {
    if (GetParam() == TestDatabase::sqlite) GTEST_SKIP() << "a node has SQLite for itself";
    const auto id = add().envelope.id;
    auto location = location_->of_another_node();
    auto without = location;
    without.key_file.clear();
    EXPECT_EQ(code_of_opening(without), ProblemCode::node_key_missing);
    const auto other = try_to_open(location).value();
    store_->rekey().value();
    other
        ->write(admin_,
                [&](Transaction& transaction) { return transaction.insert(planted_person(), {}); })
        .value();
    EXPECT_EQ(names(), "1");
    expect_whole({id});
}

TEST_P(Rekeying, ANodeThatMissedItSealsNothingUnderTheOldKey) {
    if (GetParam() == TestDatabase::sqlite) GTEST_SKIP() << "a node has SQLite for itself";
    const auto id = add().envelope.id;
    auto location = location_->of_another_node();
    location.key_file = location_->get().folder / "copy.key";
    fs::copy_file(file(), location.key_file);
    const auto other = try_to_open(location).value();
    store_->rekey().value();
    const auto refused = other->write(
        admin_, [&](Transaction& transaction) { return transaction.insert(planted_person(), {}); });
    EXPECT_EQ(refused.error().code, ProblemCode::storage_failed);
    expect_whole({id});
    fs::copy_file(file(), location.key_file, fs::copy_options::overwrite_existing);
    other
        ->write(admin_,
                [&](Transaction& transaction) { return transaction.insert(planted_person(), {}); })
        .value();
    EXPECT_EQ(flaw(), "");
}

// A database of before there were keys: an account, with its entry, and its second factor.
TEST_P(Rekeying, WhatAnOlderProgramKeptInTheOpenIsSealedAtTheStart) {
    store_.reset();
    location_ = std::make_unique<TestLocation>(GetParam());
    auto session = location_->session();
    auto older = shipped_migrations();
    const auto keys = std::ranges::find_if(older, [](const auto& migration) {
        return migration.name.find("keys") != std::string::npos;
    });
    older.erase(keys, older.end());
    migrate(*session, clock_, older, [](int) {}).value();
    kinds_.pop_back();  // there were no persons yet
    const auto then = instant_from_text("2023-11-14T22:13:20.000Z").value();
    const auto envelope = [&](const char* id) {
        return record::Envelope{Id{id}, 1, {}, record::Visibility::partners, {}, then, then};
    };
    directory::Partner partner;
    partner.name = "One";
    const Found home{envelope("018bcfe5-6800-7000-8000-000000000001"), record::to_row(partner)};
    directory::User user;
    user.name = "somebody";
    user.partner = {home.envelope.id};
    user.password_hash = "argon-of-old";
    const Found account{envelope("018bcfe5-6800-7000-8000-000000000002"), record::to_row(user)};
    session->execute(
        "insert into partners (id, version, visibility, created_at, updated_at, name, kind, "
        "search_text) values (?, 1, 'partners', ?, ?, 'One', 'state', '')",
        {home.envelope.id.text, to_text(then), to_text(then)});
    session->execute(
        "insert into users (id, version, visibility, created_at, updated_at, name, partner, role, "
        "language, disabled, password_hash, search_text) "
        "values (?, 1, 'partners', ?, ?, 'somebody', ?, 'reader', 'en', 0, 'argon-of-old', '')",
        {account.envelope.id.text, to_text(then), to_text(then), home.envelope.id.text});
    session->execute(
        "insert into second_factors (account, secret, confirmed, last_step) "
        "values (?, '0123456789abcdef', 1, 7)",
        {account.envelope.id.text});
    const auto note = [&](const char* id, const record::KindInfo& kind, const Found& found) {
        append(*session, {Id{id},
                          then,
                          "old",
                          std::string{kind.plural},
                          1,
                          found.envelope.id,
                          1,
                          "create",
                          {},
                          row_hash(kind, found, {}, 1)});
    };
    note("018bcfe5-6800-7000-8000-000000000003", record::kind_info<directory::Partner>(), home);
    note("018bcfe5-6800-7000-8000-000000000004", record::kind_info<directory::User>(), account);
    session.reset();
    open();
    EXPECT_TRUE(one("select password_hash from users").starts_with(seal_mark));
    EXPECT_TRUE(one("select secret from second_factors").starts_with(seal_mark));
    EXPECT_EQ(one("select verb from journal where record_version = 2"), "seal");
    store_
        ->read(admin_,
               [&](const Snapshot& snapshot) -> Result<void> {
                   const auto found = snapshot.get<directory::User>(account.envelope.id).value();
                   EXPECT_EQ(found.value.password_hash, "argon-of-old");
                   EXPECT_EQ(found.envelope.version, 2);
                   const auto factor =
                       snapshot.credentials().second_factor(account.envelope.id).value();
                   EXPECT_EQ(factor.secret, "0123456789abcdef");
                   EXPECT_TRUE(factor.confirmed);
                   return {};
               })
        .value();
    EXPECT_EQ(flaw(), "");
    const auto version = one("select cast(version as text) from users");
    open();
    EXPECT_EQ(one("select cast(version as text) from users"), version) << "sealed once";
}

INSTANTIATE_TEST_SUITE_P(On, Rekeying, both_databases(), database_name);

}  // namespace
}  // namespace tenpoint::store
