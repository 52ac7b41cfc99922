// SPDX-License-Identifier: Apache-2.0
#include "store/secret_key.hpp"

#include <fstream>

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
        std::ofstream(file_, std::ios::trunc) << content;
        EXPECT_EQ(node_key_.read_or_make().error().code, ProblemCode::storage_failed) << content;
    }
    EXPECT_EQ(lines(), std::vector<std::string>{"00"});
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
    node_key_.end_change(name);
    ASSERT_EQ(lines().size(), 1U);
    EXPECT_TRUE(node_key_.find(name));
    EXPECT_TRUE(node_key_.find(old_name)) << "for whoever began to read before";
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
