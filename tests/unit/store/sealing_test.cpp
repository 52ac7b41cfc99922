// SPDX-License-Identifier: Apache-2.0
// The journal's sealed order: who gets a place in it, when, and by whose signature.
#include <fstream>
#include <thread>

#include "journal_node.hpp"
#include "store/journal_block.hpp"
#include "store/sealer.hpp"

namespace tenpoint::store {
namespace {

namespace fs = std::filesystem;

class SealedJournals : public JournalNode {
  protected:
    std::int64_t unsealed() { return count("select count(*) from journal where block is null"); }
    std::int64_t blocks() { return count("select count(*) from journal_blocks"); }
};

TEST_P(SealedJournals, TakeInWhatWasWrittenBefore) {
    add_partner("One");
    EXPECT_EQ(unsealed(), 1);
    store_->seal();
    EXPECT_EQ(unsealed(), 0);
    EXPECT_EQ(blocks(), 1);
    store_->seal();
    EXPECT_EQ(blocks(), 1) << "there is nothing to seal";
    EXPECT_EQ(flaw(), "");
}

TEST_P(SealedJournals, AreCompleteWhenTheStoreIsClosed) {
    add_partner("One");
    store_.reset();
    EXPECT_EQ(unsealed(), 0);
}

TEST_P(SealedJournals, TakeInWhatACrashLeftWhenTheStoreIsOpened) {
    add_partner("One");
    store_->seal();
    const auto id = add_partner("Two");
    store_.reset();
    const auto session = location_->session();  // as before the last sealing
    session->execute("update journal set block = null where record = ?", {id.text});
    session->execute("delete from journal_blocks where number = 2");
    fs::remove(location_->get().folder / "journal.head");
    open();
    EXPECT_EQ(unsealed(), 0);
    EXPECT_EQ(blocks(), 2);
    EXPECT_EQ(flaw(), "");
}

TEST_P(SealedJournals, AreSealedInBlocksOfABoundedSize) {
    store_
        ->write(admin_,
                [&](Transaction& transaction) -> Result<void> {
                    for (int i = 0; i < Sealer::most_entries + 1; ++i) {
                        Partner partner;
                        partner.name = "Partner " + std::to_string(i);
                        partner.kind = directory::PartnerKind::ngo;
                        TENPOINT_CHECK(transaction.insert(partner, {}));
                    }
                    return {};
                })
        .value();
    store_->seal();
    EXPECT_EQ(unsealed(), 0);
    EXPECT_EQ(blocks(), 2);
    EXPECT_EQ(flaw(), "");
}

// Another node's clock was ahead when it made the record, so that the id of its entry is younger.
TEST_P(SealedJournals, KeepTheOrderOfARecordsVersions) {
    const auto id = add_partner("One");
    rename(*store_, id, "1");
    location_->session()->execute(
        "update journal set id = 'ffffffff-ffff-7fff-bfff-ffffffffffff' where record_version = 1");
    store_->seal();
    store_->seal();
    EXPECT_EQ(unsealed(), 0);
    EXPECT_EQ(one("select verb from journal order by block, id limit 1"), "create");
    EXPECT_EQ(flaw(), "");
}

TEST_P(SealedJournals, AreSignedByAKeyThatOnlyTheFolderHas) {
    add_partner("One");
    store_->seal();
    const auto file = location_->get().folder / "signing.key";
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    const auto block = blocks_after(*location_->session(), 0, 1).front();
    EXPECT_TRUE(is_signed(signed_text(block), block.signature, block.signer));
    EXPECT_EQ(one("select public_key from journal_signers"), block.signer);
    const auto key = SigningKey::open(location_->get().folder, randomness_).value();
    EXPECT_EQ(key.public_key(), block.signer) << "the same after a restart";
}

TEST_P(SealedJournals, DoNotLoseTheirKeyToADamagedFile) {
    store_.reset();
    std::ofstream(location_->get().folder / "signing.key") << "what is this";
    const auto opened = Store::open(location_->get(), kinds_, clock_, randomness_);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ProblemCode::storage_failed);
}

TEST_P(SealedJournals, AreRememberedOutsideOfTheDatabase) {
    add_partner("One");
    store_->seal();
    const auto known = read_known_head(location_->get().folder).value();
    EXPECT_EQ(known.number, 1);
    EXPECT_EQ(known.head, one("select head from journal_blocks"));
    EXPECT_EQ(head_from_text(to_text(known)), known);
    EXPECT_FALSE(head_from_text("{\"number\": 1}"));
    EXPECT_FALSE(head_from_text("[]"));
}

TEST_P(SealedJournals, AreSealedOnAndTheHeadThatIsGoneIsGiven) {
    add_partner("One");
    EXPECT_FALSE(store_->seal());
    const auto known = read_known_head(location_->get().folder).value();
    location_->session()->execute("update journal_blocks set head = 'another'");
    add_partner("Two");
    EXPECT_EQ(store_->unsealed(), 1);
    EXPECT_EQ(store_->seal(), known);
    EXPECT_EQ(store_->seal(), known) << "as often as it is asked";
    EXPECT_EQ(store_->unsealed(), 0) << "the server goes on";
    EXPECT_EQ(read_known_head(location_->get().folder), known);
    location_->session()->execute("delete from journal_blocks");
    EXPECT_EQ(store_->seal(), known) << "also where no block is left";
}

TEST_P(SealedJournals, AreOfOneOrderUnderConcurrentWritersAndSealers) {
    std::vector<std::unique_ptr<Store>> others;
    std::vector<Store*> nodes{store_.get()};
    if (GetParam() == TestDatabase::postgresql) {
        others.push_back(
            Store::open(location_->of_another_node(), kinds_, clock_, randomness_).value());
        nodes.push_back(others.back().get());
    }
    std::vector<std::jthread> writers;
    for (std::size_t number = 0; number < 8; ++number)
        writers.emplace_back([&, number] {
            auto& store = *nodes[number % nodes.size()];
            for (int i = 0; i < 12; ++i) {
                const auto id =
                    add_partner(store, std::to_string(number) + '/' + std::to_string(i));
                rename(store, id, std::to_string(i));
            }
        });
    std::vector<std::jthread> sealers;
    for (auto* node : nodes)
        sealers.emplace_back([node](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                node->seal();
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            }
        });
    const auto while_they_write = store_->verify({}).value();
    EXPECT_FALSE(while_they_write.flaw);
    writers.clear();
    sealers.clear();
    const auto found = store_->verify({}).value();
    EXPECT_FALSE(found.flaw);
    EXPECT_EQ(found.entries, 8 * 12 * 2);
    EXPECT_EQ(found.unsealed, 0);
    EXPECT_GT(found.blocks, 1);
}

TEST_P(SealedJournals, OfSeveralNodesAreSignedByEach) {
    if (GetParam() == TestDatabase::sqlite) GTEST_SKIP() << "a folder has one node";
    add_partner("One");
    store_->seal();
    const auto other =
        Store::open(location_->of_another_node(), kinds_, clock_, randomness_).value();
    add_partner(*other, "Two");
    other->seal();
    EXPECT_EQ(flaw(), "");
    EXPECT_EQ(store_->verify({}).value().head.signers.size(), 2U);
    EXPECT_EQ(read_known_head(location_->get().folder).value().number, 2);
}

INSTANTIATE_TEST_SUITE_P(On, SealedJournals, both_databases(), database_name);

}  // namespace
}  // namespace tenpoint::store
