// SPDX-License-Identifier: Apache-2.0
// Whatever is done to a node behind the program's back is found, and told by its name.
#include "store/verification.hpp"

#include <fstream>

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <fmt/format.h>

#include "base/translations.hpp"
#include "journal_node.hpp"
#include "store/journal.hpp"
#include "store/journal_block.hpp"
#include "store/migrations.hpp"

namespace tenpoint::store {
namespace {

namespace fs = std::filesystem;

class Verified : public JournalNode {
  protected:
    // Three blocks: a partner; a corridor and a batch; a change.
    void SetUp() override {
        JournalNode::SetUp();
        if (!location_) return;
        partner_ = add_partner("One").text;
        store_->seal();
        corridor_ = add_corridor("ROUTE").text;
        batch_ = add_batch("office");
        store_->seal();
        rename(*store_, Id{partner_}, "1");
        store_->seal();
    }
    // What is wrong in the state that a session sees.
    std::string flaw_in(Session& session) {
        const auto known = read_known_head(location_->get().folder).value();
        return words_of(store::verify(session, kinds_, {{known}, known.signers}));
    }
    // What is wrong once that was done behind the program's back; it is undone again.
    std::string after(std::string_view sql, const std::string& parameter) {
        const auto session = location_->session();
        session->begin(Purpose::writing);
        EXPECT_GT(session->execute(sql, {parameter}), 0) << sql;
        auto found = flaw_in(*session);
        session->rollback();
        return found;
    }
    // What is wrong once one byte of a chunk was.
    std::string after_damage(const std::string& file, std::int64_t number) {
        const auto session = location_->session();
        session->begin(Purpose::writing);
        auto chunk = std::get<Bytes>(
            session
                ->query("select data from file_chunks where file = ? and number = ?",
                        {file, number}, {ColumnType::bytes})
                .front()[0]);
        chunk.data[chunk.data.size() / 2] ^= 1;
        session->execute("update file_chunks set data = ? where file = ? and number = ?",
                         {chunk, file, number});
        auto found = flaw_in(*session);
        session->rollback();
        return found;
    }
    // Makes the chain right again over what is there, as whoever has no key of the node can.
    void rewrite_chain(const std::string& signer,
                       const std::function<std::string(std::string)>& sign) {
        store_.reset();
        const auto session = location_->session();
        session->execute(
            "insert into journal_signers values (?, '2026-01-01T00:00:00.000Z') "
            "on conflict (public_key) do nothing",
            {signer});
        std::string previous;
        for (auto block : blocks_after(*session, 0, 100)) {
            block.previous = previous;
            block.digests.clear();
            for (const auto& entry : entries_of_blocks(*session, block.number, block.number))
                block.digests += entry.digest;
            block.signer = signer;
            block.head = previous = head_of(block);
            session->execute("delete from journal_blocks where number = ?", {block.number});
            block.signature = sign(signed_text(block));
            insert(*session, block);
        }
        open();
    }

    std::string partner_, corridor_;
    record::Record<movements::Batch> batch_;
};

TEST_P(Verified, ACleanNodePasses) {
    const auto found = store_->verify({}).value();
    EXPECT_FALSE(found.flaw);
    EXPECT_EQ(found.blocks, 3);
    EXPECT_EQ(found.records, 6);
    EXPECT_EQ(found.files, 3);
    EXPECT_EQ(found.entries, 7);
    open();
    EXPECT_EQ(flaw(), "");
}

TEST_P(Verified, SoDoesOneWhoseRecordsWereRemoved) {
    remove(Id{partner_}, 2);
    add_partner("Two");
    EXPECT_EQ(flaw(), "");
    open();
    EXPECT_EQ(flaw(), "");
}

// The entries' hashes were of the rows alone, and nothing was sealed.
TEST_P(Verified, SoDoesOneOfAnOlderProgram) {
    store_.reset();
    const auto session = location_->session();
    const auto& kind = record::kind_info<movements::Batch>();
    const Found found{batch_.envelope, record::to_row(batch_.value)};
    session->execute("update journal set hash = ? where record = ?",
                     {row_hash(kind, found, {}, kind.version), batch_.envelope.id.text});
    for (const auto* sql :
         {"drop index journal_record", "create index journal_record on journal (record, id)",
          "drop index journal_block", "alter table journal drop column block",
          "drop table journal_blocks", "drop table journal_signers", "drop table sealing",
          "delete from migrations where number = 5",
          "update migrations set number = -number where number > 5"})
        session->execute(sql);
    // What came later stays, since it holds the keys of what is there.
    auto until_then = shipped_migrations();
    until_then.erase(until_then.begin() + 5, until_then.end());
    migrate(*location_->session(), clock_, until_then, [](int) {}).value();
    session->execute("update migrations set number = -number where number < 0");
    fs::remove(location_->get().folder / "journal.head");
    fs::remove(location_->get().folder / "signing.key");
    open();
    EXPECT_EQ(flaw(), "");
    EXPECT_EQ(store_->verify({}).value().unsealed, 0);
    rename(*store_, Id{partner_}, "2");
    EXPECT_EQ(flaw(), "");
}

// Nothing that the journal speaks of is read by way of it.
TEST_P(Verified, APageThatIsDestroyedIsFound) {
    if (GetParam() == TestDatabase::postgresql) GTEST_SKIP() << "PostgreSQL has tools of its own";
    store_.reset();
    const auto number_of = [&](const char* sql) {
        return number(location_->session()->query(sql, {}, {ColumnType::integer})[0][0]);
    };
    const auto size = number_of("select page_size from pragma_page_size");
    const auto page = number_of(
        "select rootpage from sqlite_master where name = 'sqlite_autoindex_recovery_codes_1'");
    {
        std::fstream database(location_->get().folder / "tenpoint.db",
                              std::ios::in | std::ios::out | std::ios::binary);
        database.seekp((page - 1) * size);
        database << std::string(static_cast<std::size_t>(size), '\xff');
        ASSERT_TRUE(database.flush());
    }
    open();
    EXPECT_TRUE(flaw().starts_with("database_damaged ")) << flaw();
}

struct Case {
    const char* sql;
    std::string id;
    std::string found;
};

TEST_P(Verified, AByteOfAnOldEntryIsFound) {
    for (const auto* change : {"change = replace(change, 'One', 'Owe')", "principal = 'nobody'",
                               "at = '2020-01-01T00:00:00.000Z'", "verb = 'creat'", "hash = ''"}) {
        const auto sql =
            fmt::format("update journal set {} where record = ? and record_version = 1", change);
        const auto found = after(sql, partner_);
        EXPECT_TRUE(found.starts_with("entry_altered ")) << sql << ": " << found;
        EXPECT_TRUE(found.ends_with(" partners " + partner_)) << sql << ": " << found;
    }
}

TEST_P(Verified, AnEntryThatIsGoneIsFound) {
    EXPECT_EQ(after("delete from journal where record = ?", corridor_), "entries_missing 2 5 4 3");
    EXPECT_EQ(after("update journal set block = 9 where record = ?", corridor_),
              "entries_missing 2 5 4 3");
    EXPECT_EQ(after("delete from journal where record = ? and record_version = 2", partner_),
              "entries_missing 3 1 0 1");
}

TEST_P(Verified, AnEntryThatWasAddedIsFound) {
    const auto found = after(
        "insert into journal (id, at, principal, kind, kind_version, record, record_version, "
        "verb, change, hash, block) select 'ffffffff', at, principal, kind, kind_version, "
        "record, 2, verb, change, hash, block from journal where record = ?",
        corridor_);
    EXPECT_TRUE(found.starts_with("entry_added ffffffff ")) << found;
    EXPECT_TRUE(found.ends_with(" corridors " + corridor_ + " 2")) << found;
}

TEST_P(Verified, ACellOfATableIsFound) {
    const auto batch = batch_.envelope.id.text;
    const auto partner = "record_altered partners " + partner_ + " 2";
    const auto links = " corridors " + corridor_;
    for (const auto& [sql, id, found] : std::vector<Case>{
             {"update partners set name = 'Won' where id = ?", partner_, partner},
             {"update partners set country = 'PAN' where id = ?", partner_, partner},
             {"update partners set visibility = 'nobody' where id = ?", partner_, partner},
             {"update partners set updated_at = '' where id = ?", partner_, partner},
             {"update partners set version = 1 where id = ?", partner_, partner},
             {"update partners set version = 1, short_name = null, updated_at = created_at "
              "where id = ?",
              partner_, partner},
             {"update batches set observations = 7 where id = ?", batch,
              "record_altered batches " + batch + " 1"},
             {"update batches set segment = file where id = ?", batch,
              "record_altered batches " + batch + " 1"},
             {"update files set name = 'other.csv' where id = ?", batch_.value.file.text,
              "record_altered batches " + batch + " 1"},
             {"delete from link where owner = ?", corridor_, "record_altered" + links + " 1"},
             {"update link set position = position + 7 where owner = ?", corridor_,
              "link_altered" + links + " places"},
             {"update link set target_kind = 'partners' where owner = ?", corridor_,
              "link_altered" + links + " places"},
         })
        EXPECT_EQ(after(sql, id), found) << sql;
}

// SQLite lets a column of numbers hold a text, which is read as the number that it begins with.
TEST_P(Verified, AValueOfAnotherTypeIsFound) {
    if (GetParam() == TestDatabase::postgresql) GTEST_SKIP() << "PostgreSQL refuses it";
    const auto batch = batch_.envelope.id.text;
    EXPECT_EQ(after("update batches set observations = observations || 'x' where id = ?", batch),
              "record_altered batches " + batch + " 1");
    EXPECT_EQ(after("update partners set name = cast(name as blob) where id = ?", partner_),
              "record_altered partners " + partner_ + " 2");
}

// It would be found by other words, or by none.
TEST_P(Verified, ATextThatSearchReadsIsFound) {
    for (const auto* text : {"'other words'", "''", "replace(search_text, 'one', 'won')"})
        EXPECT_EQ(
            after(fmt::format("update partners set search_text = {} where id = ?", text), partner_),
            "search_altered partners " + partner_);
}

TEST_P(Verified, AListThatItsRecordMayNotHaveIsFound) {
    const auto add = [](std::string_view list, std::string_view target) {
        return fmt::format(
            "insert into link (owner, owner_kind, field, position, target_kind, target) "
            "values (?, 'partners', '{}', 0, 'partners', '{}')",
            list, target);
    };
    const auto found = "link_altered partners " + partner_;
    EXPECT_EQ(after(add("shared_with", partner_), partner_), found + " shared_with");
    EXPECT_EQ(after(add("friends", partner_), partner_), found + " friends");
    EXPECT_EQ(after(add("shared_with", partner_), "x"), "link_altered partners x shared_with");
}

// The journal has the removal and the list, each right by itself.
TEST_P(Verified, AnItemOfAListThatIsGoneIsFound) {
    const auto session = location_->session();
    const auto place = text(session->query("select target from link where owner = ?", {corridor_},
                                           {ColumnType::text})[0][0]);
    const auto move = [&](const std::string& from, const std::string& to) {
        session->execute("update link set owner = ? where owner = ?", {to, from});
    };
    move(corridor_, "aside");
    session->execute("update link set target = 'aside' where target = ?", {place});
    store_
        ->write(admin_,
                [&](Transaction& transaction) {
                    return transaction.remove(record::kind_info<directory::Place>(), Id{place}, 1);
                })
        .value();
    session->execute("update link set target = ? where target = 'aside'", {place});
    move("aside", corridor_);
    EXPECT_EQ(flaw(), "link_altered corridors " + corridor_ + " places");
}

// SQLite's tables take such a row, and nobody would find it by its id.
TEST_P(Verified, ARowWithoutAnIdIsFound) {
    if (GetParam() == TestDatabase::postgresql) GTEST_SKIP() << "PostgreSQL refuses it";
    EXPECT_EQ(after("update partners set id = null where id = ?", add_partner("Two").text),
              "record_without_entry partners ?");
}

TEST_P(Verified, ARowThatIsGoneOrCameFromNowhereIsFound) {
    EXPECT_EQ(after("delete from partners where id = ?", partner_),
              "record_missing partners " + partner_);
    const std::string copied =
        "insert into partners (id, version, owner, visibility, created_at, updated_at, name, kind) "
        "select 'x', version, owner, visibility, created_at, updated_at, 'x', kind "
        "from partners where id = ?";
    EXPECT_EQ(after(copied, partner_), "record_without_entry partners x");
    remove(Id{partner_}, 2);
    const std::string anew =
        "insert into partners (id, version, visibility, created_at, updated_at, name, kind) "
        "values (?, 2, 'partners', '', '', 'One', 'ngo')";
    EXPECT_EQ(after(anew, partner_), "record_returned partners " + partner_);
}

TEST_P(Verified, AByteOfAStoredFileOrSegmentIsFound) {
    const auto& [file, segment, findings] =
        std::tie(batch_.value.file, batch_.value.segment, batch_.value.findings);
    EXPECT_EQ(after_damage(file.text, 0), "file_damaged " + file.text + " file.csv");
    EXPECT_EQ(after_damage(file.text, 1), "file_damaged " + file.text + " file.csv");
    EXPECT_EQ(after_damage(segment.text, 1), "file_damaged " + segment.text + " segment");
    EXPECT_EQ(after("delete from file_chunks where file = ? and number = 1", findings.text),
              "file_incomplete " + findings.text + " findings");
    EXPECT_EQ(after("update files set chunks = 1 where id = ?", findings.text),
              "file_incomplete " + findings.text + " findings");
}

TEST_P(Verified, APartOfNoFileIsFound) {
    if (GetParam() == TestDatabase::postgresql) GTEST_SKIP() << "PostgreSQL refuses it";
    const auto session = location_->session();
    session->execute("pragma foreign_keys = off");
    session->execute("insert into file_chunks values ('x', 0, '')");
    EXPECT_EQ(flaw_in(*session), "chunks_without_file x");
}

// More records, blocks and parts of files than are looked at together.
TEST_P(Verified, OneOfManyThingsIsFound) {
    std::vector<std::string> partners;
    store_
        ->write(admin_,
                [&](Transaction& transaction) -> Result<void> {
                    partners.clear();
                    for (int i = 0; i < 450; ++i) {
                        Partner partner;
                        partner.name = "Partner " + std::to_string(i);
                        partner.kind = directory::PartnerKind::ngo;
                        TENPOINT_TRY(added, transaction.insert(partner, {}));
                        partners.push_back(added.envelope.id.text);
                    }
                    return {};
                })
        .value();
    for (int i = 0; i < 25; ++i) {
        rename(*store_, Id{partner_}, "again " + std::to_string(i));
        store_->seal();
    }
    const auto later = add_batch("another").value;
    const auto late = add_corridor("LATE").text;
    EXPECT_EQ(flaw(), "");
    for (const auto i : {199U, 200U, 449U})
        EXPECT_EQ(after("update partners set name = 'Won' where id = ?", partners[i]),
                  "record_altered partners " + partners[i] + " 1");
    EXPECT_EQ(after("update journal set verb = 'creat' where block = 27 and principal <> ?", "")
                  .substr(0, 14),
              "entry_altered ");
    EXPECT_EQ(after("delete from journal where block = 28 and principal <> ?", ""),
              "entries_missing 28 1 0 1");
    EXPECT_EQ(after_damage(later.findings.text, 1),
              "file_damaged " + later.findings.text + " findings");
    EXPECT_EQ(after("delete from link where owner = ? and position = 1", late),
              "record_altered corridors " + late + " 1");
}

// PostgreSQL breaks off other statements after a minute.
TEST_P(Verified, ANodeIsHoweverLongItTakes) {
    if (GetParam() == TestDatabase::sqlite) GTEST_SKIP() << "SQLite breaks nothing off";
    const auto session = location_->session();
    const auto limit = [&] {
        return text(session->query("show statement_timeout", {}, {ColumnType::text})[0][0]);
    };
    session->begin(Purpose::reading);
    EXPECT_EQ(flaw_in(*session), "");
    EXPECT_EQ(limit(), "0");
    session->rollback();
    EXPECT_EQ(limit(), "1min");
}

// A part of as many bytes, one of which is another.
TEST_P(Verified, AnotherPartOfAStoredFileIsFound) {
    const auto session = location_->session();
    session->begin(Purpose::writing);
    const auto& file = batch_.value.file.text;
    auto part =
        std::get<Bytes>(session->query("select data from file_chunks where file = ? and number = 0",
                                       {file}, {ColumnType::bytes})[0][0]);
    part.data[100] ^= 1;
    session->execute("update file_chunks set data = ? where file = ? and number = 0", {part, file});
    EXPECT_EQ(flaw_in(*session), "file_damaged " + file + " file.csv");
    session->rollback();
}

// Bytes and their hash fit each other, and not the batch that names them.
TEST_P(Verified, AnotherFileInThePlaceOfOneIsFound) {
    const auto& batch = batch_.value;
    const auto session = location_->session();
    session->begin(Purpose::writing);
    session->execute("delete from file_chunks where file = ?", {batch.segment.text});
    session->execute(
        "insert into file_chunks select cast(? as text), number, data from file_chunks where file "
        "= ?",
        {batch.segment.text, batch.file.text});
    session->execute(
        "update files set hash = (select hash from files f where f.id = ?), "
        "sealed_hash = (select sealed_hash from files f where f.id = ?), "
        "bytes = (select bytes from files f where f.id = ?) where id = ?",
        {batch.file.text, batch.file.text, batch.file.text, batch.segment.text});
    EXPECT_EQ(flaw_in(*session), "record_altered batches " + batch_.envelope.id.text + " 1");
    session->rollback();
}

TEST_P(Verified, ACutOffTailIsFound) {
    store_.reset();
    const auto session = location_->session();
    session->execute("delete from journal_blocks where number = 3");
    session->execute("delete from journal where block = 3");
    session->execute("update partners set version = 1, short_name = null, updated_at = created_at");
    open();
    EXPECT_EQ(flaw(), "tail_missing 3 2");
    add_partner("Two");
    open();
    EXPECT_EQ(flaw(), "head_differs 3") << "the journal goes on, and the past is not forgotten";
}

// The program itself would sign what it finds without a seal.
TEST_P(Verified, ATailThatWasChangedAndLeftToBeSealedAnewIsFound) {
    store_.reset();
    const auto session = location_->session();
    session->execute("delete from journal_blocks where number = 3");
    session->execute("update journal set block = null, principal = 'nobody' where block = 3");
    open();
    EXPECT_EQ(count("select count(*) from journal_blocks"), 3);
    EXPECT_EQ(flaw(), "head_differs 3");
}

TEST_P(Verified, AChainThatWasRewrittenWithoutTheKeyIsFound) {
    const auto signer = one("select signer from journal_blocks where number = 1");
    store_.reset();
    location_->session()->execute("update journal set principal = 'nobody' where record = ?",
                                  {partner_});
    rewrite_chain(signer, [](const std::string&) { return std::string(128, '0'); });
    EXPECT_TRUE(flaw().starts_with("signature_wrong 1 ")) << flaw();
    fs::create_directory(location_->get().folder / "elsewhere");
    const auto other = SigningKey::open(location_->get().folder / "elsewhere", randomness_).value();
    rewrite_chain(other.public_key(), [&](const std::string& words) { return other.sign(words); });
    EXPECT_EQ(flaw(), "signer_unknown 1 " + other.public_key());
}

TEST_P(Verified, ABlockThatWasAlteredIsFound) {
    EXPECT_TRUE(
        after("update journal_blocks set sealed_at = '2020' where sealed_at <> ? and number = 2",
              "")
            .starts_with("block_altered 2 "));
    EXPECT_EQ(after("delete from journal_blocks where signer <> ? and number = 2", ""),
              "block_missing 2");
    EXPECT_TRUE(
        after("update journal_blocks set signature = ? where number = 3", std::string(128, 'a'))
            .starts_with("signature_wrong 3 "));
}

TEST_P(Verified, AHeadThatWasKeptElsewhereMustBeInTheJournal) {
    const auto kept = read_known_head(location_->get().folder).value();
    add_partner("Two");
    EXPECT_EQ(flaw({kept}), "");
    auto other = kept;
    other.head.back() = other.head.back() == '0' ? '1' : '0';
    EXPECT_EQ(flaw({other}), "head_differs 3");
    EXPECT_EQ(flaw({{1000, kept.head}}), "tail_missing 1000 4");
}

TEST_P(Verified, AHeadThatCannotBeReadIsNoHeadAtAll) {
    store_.reset();
    std::ofstream(location_->get().folder / "journal.head") << "{}";
    open();
    EXPECT_EQ(flaw(), "head_unreadable");
}

// A member that came later is not in the hashes of before.
TEST_P(Verified, AKindMayGrow) {
    auto grown = record::kind_info<Partner>();
    std::erase_if(grown.fields, [](const auto& field) { return field.note.since > 1; });
    Found found;
    found.row.values = {"One", {}, "ngo", {}, {}};
    const auto before = row_hash(grown, found, {}, 1);
    for (auto& field : grown.fields)
        if (field.name == "website") field.note.since = 2;
    auto with_website = found;
    with_website.row.values.back() = "https://example.org";
    EXPECT_EQ(row_hash(grown, with_website, {}, 1), row_hash(grown, found, {}, 1));
    EXPECT_NE(row_hash(grown, with_website, {}, 2), row_hash(grown, found, {}, 2));
    EXPECT_NE(row_hash(grown, found, {}, 1), before);
    EXPECT_EQ(row_hash(grown, found, {}, 2), before);
}

TEST(Flaws, HaveASentenceInEachLanguage) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<FlawCode>>([](auto code) {
        for (const auto language : all_languages)
            EXPECT_TRUE(has_translation(language, fmt::format("verify.{}", code.name)))
                << code.name;
    });
}

INSTANTIATE_TEST_SUITE_P(On, Verified, both_databases(), database_name);

}  // namespace
}  // namespace tenpoint::store
