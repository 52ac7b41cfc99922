// SPDX-License-Identifier: Apache-2.0
#include "store/secret_key.hpp"

#include <fstream>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "store/node_key.hpp"
#include "test_database.hpp"

namespace tenpoint::store {
namespace {

namespace fs = std::filesystem;

class Keys : public testing::Test {
  protected:
    SystemRandomness randomness_;
    SecretKey key_ = SecretKey::make(randomness_);
};

TEST_F(Keys, OpenWhatTheySealed) {
    for (const auto& value :
         {std::string{}, std::string{"a"}, std::string("\0\xff", 2), std::string(100'000, 'x')}) {
        const auto sealed = key_.seal(value, "here", randomness_);
        EXPECT_TRUE(sealed.starts_with(seal_mark));
        EXPECT_EQ(key_.open(sealed, "here"), value);
    }
}

TEST_F(Keys, OpenNothingElsewhereOrUnderAnotherKey) {
    const auto sealed = key_.seal("a value", "here", randomness_);
    EXPECT_FALSE(key_.open(sealed, "there"));
    EXPECT_FALSE(key_.open(sealed, "here "));
    EXPECT_FALSE(SecretKey::make(randomness_).open(sealed, "here"));
}

TEST_F(Keys, OpenNothingThatWasAltered) {
    const auto sealed = key_.seal("a value", "here", randomness_);
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto altered = sealed;
        altered[i] = altered[i] == 'A' ? 'B' : 'A';
        EXPECT_NE(key_.open(altered, "here"), "a value") << i;
        EXPECT_FALSE(key_.open(std::string_view{sealed}.substr(0, i), "here")) << i;
    }
    for (const auto* foreign : {"", "1.", "1.?", "a value", "1.AAAA"})
        EXPECT_FALSE(key_.open(foreign, "here")) << foreign;
    EXPECT_FALSE(key_.open(sealed + "A", "here"));
}

TEST_F(Keys, NeverSealTheSameTwiceAlike) {
    EXPECT_NE(key_.seal("a value", "here", randomness_), key_.seal("a value", "here", randomness_));
}

TEST_F(Keys, HashTheSameAlikeAndEachInItsOwnWay) {
    EXPECT_EQ(key_.hash("a value"), key_.hash("a value"));
    EXPECT_NE(key_.hash("a value"), key_.hash("another"));
    EXPECT_NE(key_.hash("a value"), SecretKey::make(randomness_).hash("a value"));
}

TEST_F(Keys, AreWrittenAndReadAsDigits) {
    EXPECT_EQ(SecretKey::from_digits(key_.digits())->digits(), key_.digits());
    EXPECT_FALSE(SecretKey::from_digits(key_.digits().substr(2)));
    EXPECT_FALSE(SecretKey::from_digits(std::string(64, 'g')));
    EXPECT_FALSE(SecretKey::from_digits(""));
}

class NodeKeys : public Keys {
  protected:
    std::vector<std::string> lines() const {
        std::ifstream in(file_);
        std::vector<std::string> found;
        for (std::string line; std::getline(in, line);)
            found.push_back(line);
        return found;
    }

    void put(std::string_view content) const {
        std::ofstream(file_, std::ios::trunc) << content;
        fs::permissions(file_, fs::perms::owner_read | fs::perms::owner_write);
    }

    TestLocation location_{TestDatabase::sqlite};
    fs::path file_ = location_.get().node_key();
    NodeKey node_key_{file_, randomness_};
};

TEST_F(NodeKeys, AreMadeOnceForTheOwnersEyesOnly) {
    EXPECT_EQ(node_key_.read().error().code, ProblemCode::node_key_missing);
    node_key_.read_or_make().value();
    const auto made = lines();
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(fs::status(file_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    NodeKey(file_, randomness_).read_or_make().value();
    EXPECT_EQ(lines(), made);
    node_key_.read().value();
}

TEST_F(NodeKeys, AreNeverMadeInThePlaceOfAFileThatHoldsNone) {
    for (const auto* content : {"", "not a key\n", "00\n"}) {
        put(content);
        EXPECT_EQ(node_key_.read_or_make().error().code, ProblemCode::storage_failed) << content;
    }
    EXPECT_EQ(lines(), std::vector<std::string>{"00"});
}

TEST_F(NodeKeys, ThatAreMadeTogetherAreOne) {
    for (int round = 0; round < 20; ++round) {
        fs::remove(file_);
        std::vector<std::string> names(4);
        std::vector<std::jthread> nodes;
        for (auto& name : names)
            nodes.emplace_back([&] {
                NodeKey mine(file_, randomness_);
                if (mine.read_or_make()) name = NodeKey::name_of(mine.first());
            });
        nodes.clear();
        ASSERT_EQ(std::set(names.begin(), names.end()).size(), 1U);
        ASSERT_NE(names.front(), "");
        EXPECT_TRUE(NodeKey(file_, randomness_).find(names.front())) << "it is not the file's";
    }
}

TEST_F(NodeKeys, AreTakenFromNoFileThatOthersReadOrReplace) {
    node_key_.read_or_make().value();
    for (const unsigned mode : {0604U, 0601U, 0620U, 0644U}) {
        fs::permissions(file_, fs::perms{mode});
        EXPECT_EQ(node_key_.read().error().code, ProblemCode::storage_failed) << mode;
    }
    for (const unsigned mode : {0400U, 0600U, 0640U}) {
        fs::permissions(file_, fs::perms{mode});
        EXPECT_TRUE(node_key_.read()) << mode;
    }
}

TEST_F(NodeKeys, AreNotSoughtInWhatIsNoFile) {
    for (const auto& path : {location_.get().folder, file_ / "below"}) {
        put("a file");
        NodeKey none(path, randomness_);
        EXPECT_EQ(none.read().error().code, ProblemCode::storage_failed) << path;
        EXPECT_FALSE(none.find("any"));
    }
}

TEST_F(NodeKeys, BehindALinkChangeThere) {
    const auto link = location_.get().folder / "link.key";
    node_key_.read_or_make().value();
    fs::create_symlink(file_, link);
    NodeKey linked(link, randomness_);
    const auto name = linked.begin_change().value();
    linked.end_change(name).value();
    EXPECT_TRUE(fs::is_symlink(link));
    EXPECT_TRUE(NodeKey(file_, randomness_).find(name));
}

TEST_F(NodeKeys, LeaveNothingOfWhatACrashCutOff) {
    node_key_.read_or_make().value();
    const auto beside = [&](const char* end) { return fs::path(file_.string() + end); };
    for (const auto* end : {".unplaced-a1B2c3", ".backup"})
        std::ofstream(beside(end)) << "a key";
    node_key_.begin_change().value();
    EXPECT_FALSE(fs::exists(beside(".unplaced-a1B2c3")));
    EXPECT_TRUE(fs::exists(beside(".backup"))) << "that is the operator's";
}

TEST_F(NodeKeys, ThatAreNotInTheFileAnyMoreEndNoChange) {
    node_key_.read_or_make().value();
    const auto name = node_key_.begin_change().value();
    put(SecretKey::make(randomness_).digits() + '\n');
    const auto before = lines();
    EXPECT_EQ(node_key_.end_change(name).error().code, ProblemCode::storage_failed);
    EXPECT_EQ(lines(), before);
}

TEST_F(NodeKeys, AreTwoWhileTheyChange) {
    node_key_.read_or_make().value();
    const auto before = lines();
    const auto old_name = NodeKey::name_of(node_key_.first());
    const auto name = node_key_.begin_change().value();
    EXPECT_NE(name, old_name);
    ASSERT_EQ(lines().size(), 2U);
    EXPECT_EQ(lines()[1], before[0]);
    EXPECT_EQ(node_key_.begin_change().value(), name) << "it goes on with the one under way";
    NodeKey another(file_, randomness_);
    EXPECT_TRUE(another.find(old_name) && another.find(name));
    EXPECT_TRUE(node_key_.is_changing().value());
    node_key_.end_change(name).value();
    EXPECT_FALSE(node_key_.is_changing().value());
    ASSERT_EQ(lines().size(), 1U);
    EXPECT_TRUE(node_key_.find(name));
    EXPECT_TRUE(node_key_.find(old_name)) << "for whoever began to read before";
    EXPECT_FALSE(node_key_.has(old_name));
    EXPECT_FALSE(NodeKey(file_, randomness_).find(old_name));
}

TEST_F(NodeKeys, AreReadAgainWhereAnotherHasChangedThem) {
    node_key_.read_or_make().value();
    NodeKey another(file_, randomness_);
    another.read().value();
    const auto name = node_key_.begin_change().value();
    EXPECT_TRUE(another.find(name));
}

}  // namespace
}  // namespace tenpoint::store
