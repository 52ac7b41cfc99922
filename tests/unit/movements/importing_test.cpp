// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/importing.hpp"

#include <filesystem>
#include <fstream>

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include "../formats/workbook_parts.hpp"
#include "base/hash.hpp"
#include "desks/directory/kinds.hpp"
#include "desks/movements/deciding.hpp"
#include "desks/movements/kinds.hpp"
#include "desks/movements/mapping_json.hpp"
#include "desks/movements/mapping_memory.hpp"
#include "desks/movements/overlapping.hpp"
#include "desks/movements/stored_findings.hpp"
#include "test_database.hpp"

namespace tenpoint::movements {
namespace {

namespace fs = std::filesystem;

constexpr auto mapping = R"({"set": {"indicator": "crossing", "place": "PAN"}, "columns": [
    {"column": "t", "field": "period"}, {"column": "n", "field": "count"}]})";

// A store with one source, and the files that it sends.
class Importing : public store::OnEachDatabase {
  protected:
    void SetUp() override {
        OnEachDatabase::SetUp();
        if (!location_) return;
        for (const auto* kind : directory::kinds())
            kinds_.push_back(kind);
        for (const auto* kind : movements::kinds())
            kinds_.push_back(kind);
        store_ =
            std::move(store::Store::open(location_->get(), kinds_, clock_, randomness_).value());
        Source source;
        source.name = "Border police";
        source_ = store_
                      ->write(admin_,
                              [&](store::Transaction& transaction) {
                                  return transaction.insert(source, {});
                              })
                      .value();
    }
    void TearDown() override { store_.reset(); }

    // Writes a file as the source sends it.
    fs::path file(const std::string& name, const std::string& text) {
        const auto path = location_->get().folder / name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    Result<ImportOutcome> import(const fs::path& path, const ReadingProgress& progress = {},
                                 const store::Sharing& sharing = {}) {
        return import_file(*store_, admin_,
                           {path,
                            path.filename().string(),
                            {},
                            source_,
                            {},
                            mapping_from_text(mapping).value(),
                            sharing},
                           progress);
    }
    Id imported(const fs::path& path) { return import(path).value().batch.envelope.id; }

    Result<record::Record<Batch>> accept(const Id& batch, std::optional<Id> superseded = {}) {
        return store_->write(admin_, [&](store::Transaction& transaction) {
            return accept_batch(transaction, batch, superseded);
        });
    }
    void withdraw(const Id& batch) {
        store_
            ->write(
                admin_,
                [&](store::Transaction& transaction) { return withdraw_batch(transaction, batch); })
            .value();
    }
    Result<record::Record<Batch>> erase(const Id& batch) {
        return store_->write(admin_, [&](store::Transaction& transaction) {
            return erase_batch(transaction, batch);
        });
    }
    bool is_kept(const Id& file) {
        return store_
            ->read(admin_,
                   [&](const store::Snapshot& snapshot) -> Result<bool> {
                       return snapshot.file(file).has_value();
                   })
            .value();
    }
    static Batch batch_in(const store::Snapshot& snapshot, const Id& id) {
        return snapshot.get<Batch>(id).value().value;
    }
    Batch batch(const Id& id) {
        return store_
            ->read(admin_, [&](const store::Snapshot& snapshot) { return snapshot.get<Batch>(id); })
            .value()
            .value;
    }
    BatchStatus status(const Id& id) { return batch(id).status; }
    Mapping mapping_of(const Id& id) { return mapping_from_json(batch(id).mapping.value).value(); }

    // Reads one sheet, or all alike, with these lines beside those of the columns.
    Id import_sheet(const fs::path& path, const std::string& sheet, const std::string& lines = {}) {
        const auto text = R"({"sheet": ")" + sheet +
                          R"(", "set": {"indicator": "crossing", "place": "PAN"}, "columns": [
            {"column": "t", "field": "period"}, {"column": "n", "field": "count"})" +
                          lines + "]}";
        return import_file(*store_, admin_,
                           {path,
                            path.filename().string(),
                            {},
                            source_,
                            {},
                            mapping_from_text(text).value(),
                            {}})
            .value()
            .batch.envelope.id;
    }
    std::vector<Id> overlapping(const Id& id) {
        const auto found = store_
                               ->read(admin_,
                                      [&](const store::Snapshot& snapshot) {
                                          return overlapping_batches(snapshot, id);
                                      })
                               .value();
        std::vector<Id> ids;
        for (const auto& other : found)
            ids.push_back(other.batch.envelope.id);
        return ids;
    }
    std::vector<KnownTable> tables() {
        return store_
            ->read(admin_,
                   [&](const store::Snapshot& snapshot) -> Result<std::vector<KnownTable>> {
                       TENPOINT_TRY(source, snapshot.get<Source>(source_.envelope.id));
                       return known_tables(snapshot, source);
                   })
            .value();
    }
    Mapping remembered() { return tables().front().mapping; }
    Mapping recalled(const fs::path& path) {
        return recall_mapping(path, {}, tables(), path.filename().string()).value();
    }
    std::optional<Id> forerunner(const Id& batch) {
        return store_
            ->read(admin_,
                   [&](const store::Snapshot& snapshot) -> Result<std::optional<Id>> {
                       TENPOINT_TRY(overlapping, overlapping_batches(snapshot, batch));
                       const auto found = forerunner_among(std::move(overlapping));
                       return found ? std::optional(found->envelope.id) : std::nullopt;
                   })
            .value();
    }
    // As a person is offered it who says nothing of its columns but what stands in `said`.
    Id read(const fs::path& path, const Mapping& said) {
        const auto name = path.filename().string();
        const auto found = recognise_file(path, {}, said, name).value();
        return import_file(*store_, admin_,
                           {path, name, {}, source_, {}, found.recognition.mapping, {}})
            .value()
            .batch.envelope.id;
    }
    Id read_next(const fs::path& path) { return read(path, recalled(path)); }
    Id accepted(const fs::path& path, std::string_view said) {
        const auto id = read(path, mapping_from_text(said).value());
        accept(id).value();
        return id;
    }
    std::string finding_codes(const Id& id) {
        return store_
            ->read(admin_,
                   [&](const store::Snapshot& snapshot) -> Result<std::string> {
                       std::string codes;
                       for (const auto& cause : finding_causes(snapshot, batch(id).findings))
                           codes += cause.code + ' ';
                       return codes;
                   })
            .value();
    }

    std::vector<const record::KindInfo*> kinds_;
    SystemClock clock_;
    SystemRandomness randomness_;
    access::Principal admin_ = access::Principal::local_administrator("admin");
    std::unique_ptr<store::Store> store_;
    record::Record<Source> source_;
    int count_ = 0;
};

TEST_P(Importing, AnOldFileAgainDoesNotUndoItsCorrection) {
    const auto old_file = file("a.csv", "t,n\n2024-01,100\n");
    const auto first = imported(old_file);
    accept(first).value();
    const auto correction = imported(file("a2.csv", "t,n\n2024-01,90\n"));
    accept(correction, first).value();

    const auto again = import(old_file).value();
    EXPECT_TRUE(again.same_file);
    EXPECT_EQ(again.batch.envelope.id, first);
    EXPECT_EQ(status(first), BatchStatus::superseded);
    EXPECT_EQ(status(correction), BatchStatus::accepted);
}

constexpr auto running_totals = R"({"cumulative": "year", "set": {"indicator": "crossing",
    "place": "PAN"}, "columns": [{"column": "t", "field": "period"},
    {"column": "o", "field": "origin"}, {"column": "n", "field": "count"}]})";

TEST_P(Importing, ARunningTotalGoesOnFromTheFilesOfTheMonthsBefore) {
    accepted(file("march.csv", "t,o,n\n2024-01,VEN,30\n2024-02,VEN,50\n2024-03,VEN,80\n"),
             running_totals);
    const auto april =
        accepted(file("april.csv", "t,o,n\n2024-04,VEN,95\n2024-04,HTI,4\n"), running_totals);
    EXPECT_EQ(batch(april).totals.value.at("crossing").as_int64(), 15 + 4);
    EXPECT_EQ(finding_codes(april), "") << "Haitians came in April alone";
    const auto again = read(file("april2.csv", "t,o,n\n2024-04,VEN,97\n2024-04,HTI,4\n"),
                            mapping_from_text(running_totals).value());
    EXPECT_EQ(batch(again).totals.value.at("crossing").as_int64(), 17 + 4)
        << "a correction of April goes on from March";
    const auto next_year = accepted(file("2025.csv", "t,o,n\n2025-01,VEN,7\n"), running_totals);
    EXPECT_EQ(batch(next_year).totals.value.at("crossing").as_int64(), 7);
}

TEST_P(Importing, ARunningTotalThatBeginsWithinTheYearIsSaid) {
    const auto april = read(file("april.csv", "t,o,n\n2024-04,VEN,95\n2024-05,VEN,96\n"),
                            mapping_from_text(running_totals).value());
    EXPECT_EQ(batch(april).totals.value.at("crossing").as_int64(), 96);
    EXPECT_EQ(finding_codes(april), "running_total_without_start ");
}

TEST_P(Importing, DatesFarAheadAreRefused) {
    const auto far =
        read(file("far.csv", "t,n\n2124-01,5\n2024-01,6\n"), mapping_from_text(mapping).value());
    EXPECT_EQ(batch(far).rejected, 1);
    EXPECT_EQ(finding_codes(far), "year_out_of_range ");
}

TEST_P(Importing, WhereNothingCouldBeReadNothingIsAccepted) {
    const auto id = imported(file("a.csv", "t,n\n2024-13,5\n"));
    const auto refused = accept(id).error();
    EXPECT_EQ(refused.code, ProblemCode::invalid_fields);
    ASSERT_EQ(refused.fields.size(), 1U);
    EXPECT_EQ(refused.fields[0].code, "nothing_read");
    withdraw(id);
    EXPECT_EQ(status(id), BatchStatus::withdrawn);
}

TEST_P(Importing, AWithdrawnFileMayBeReadAgain) {
    const auto path = file("a.csv", "t,n\n2024-01,100\n");
    const auto first = imported(path);
    withdraw(first);
    const auto again = import(path).value();
    EXPECT_FALSE(again.same_file);
    EXPECT_NE(again.batch.envelope.id, first);
}

// A workbook with a table of one row for each name and day.
std::string book_of(const std::vector<std::pair<std::string, std::string>>& sheets) {
    const auto cell = [](const std::string& text) {
        return "<table:table-cell office:value-type=\"string\"><text:p>" + text +
               "</text:p></table:table-cell>";
    };
    const auto row = [](const std::string& cells) {
        return "<table:table-row>" + cells + "</table:table-row>";
    };
    std::string tables;
    for (const auto& [name, day] : sheets)
        tables += "<table:table table:name=\"" + name + "\">" + row(cell("t") + cell("n")) +
                  row(cell(day) + cell("5")) + "</table:table>";
    return formats::packed(formats::parts_of_spreadsheet(tables));
}

TEST_P(Importing, SheetsReadAsOneMayTakeThePlaceOfOneOfThem) {
    const auto path = file(
        "a.ods", book_of({{"Jan", "2024-01-03"}, {"Feb", "2024-02-03"}, {"Mar", "2024-03-04"}}));
    const auto january = import_sheet(path, "Jan");
    accept(january).value();
    const auto all = import_sheet(path, "*", R"(, {"column": "Sheet", "field": "dimension"})");
    EXPECT_EQ(batch(all).used, 3);
    ASSERT_EQ(overlapping(all).size(), 1U);
    EXPECT_EQ(overlapping(all).front(), january);
    EXPECT_TRUE(overlapping(import_sheet(path, "Feb")).empty()) << "it is another table";
}

TEST_P(Importing, SheetsReadAsOneAreKnownByTheirNames) {
    const auto path = file("a.ods", book_of({{"Jan", "2024-01-03"}, {"Feb", "2024-02-03"}}));
    const auto all = import_sheet(path, "*");
    EXPECT_EQ(mapping_of(all).joined_sheets, (std::vector<std::string>{"Jan", "Feb"}));
    EXPECT_TRUE(mapping_of(import_sheet(path, "Jan")).joined_sheets.empty());
    accept(all).value();

    const auto other = file("b.ods", book_of({{"Jan", "2024-01-03"}, {"Old", "2024-02-03"}}));
    EXPECT_EQ(overlapping(import_sheet(other, "Jan")), std::vector{all});
    EXPECT_TRUE(overlapping(import_sheet(other, "Old")).empty())
        << "no sheet of that name was read";
    const auto returned = file("c.ods", book_of({{"a", "2024-01-03"}, {"Notes", "2024-02-03"}}));
    EXPECT_EQ(overlapping(import_sheet(returned, "a")), std::vector{all}) << "it was corrected";

    const auto later = file("d.ods", book_of({{"Feb", "2024-02-03"}, {"Mar", "2024-03-04"}}));
    EXPECT_EQ(overlapping(import_sheet(later, "*")), std::vector{all});
    const auto others = file("e.ods", book_of({{"X", "2024-01-03"}, {"Y", "2024-02-03"}}));
    EXPECT_TRUE(overlapping(import_sheet(others, "*")).empty()) << "they share no sheet";

    EXPECT_TRUE(remembered().joined_sheets.empty()) << "said of one file";
    EXPECT_EQ(remembered().sheet, "*");
    EXPECT_EQ(import_sheet(path, "*"), all) << "the same file again";
}

TEST_P(Importing, TellsWhichColumnsChangedSinceTheLastFile) {
    const auto warnings = [&](const Id& id) { return batch(id).warnings; };
    const auto january =
        imported(file("a.csv", "t,n,Sector\n2024-01,100,North\n2024-01,7,South\n"));
    EXPECT_EQ(warnings(january), 0);
    // As a person completes what was recognised: a line for each column.
    source_ = store_
                  ->write(admin_,
                          [&](store::Transaction& transaction) {
                              source_.value.mapping.value = boost::json::parse(R"({"columns": [
                    {"column": "t", "field": "period"}, {"column": "n", "field": "count"},
                    {"column": "Sector", "field": "dimension"}]})")
                                                                .as_object();
                              return transaction.update(source_);
                          })
                  .value();
    EXPECT_EQ(warnings(imported(file("b.csv", "t,n,Sector\n2024-02,90,North\n2024-02,8,East\n"))),
              0);
    const auto changed = imported(file("c.csv", "t,n,Area\n2024-03,80,North\n2024-03,9,East\n"));
    EXPECT_EQ(warnings(changed), 2);
    EXPECT_EQ(finding_codes(changed), "column_appeared column_vanished ");
}

constexpr auto encounters = R"({"set": {"indicator": "encounter", "place": "MEX"}, "columns": [
    {"column": "t", "field": "period"}, {"column": "nat", "field": "origin"},
    {"column": "n", "field": "count"}], "period_lengths": [
    {"until": "2019-12-31", "unit": "year"}]})";
constexpr auto returns = R"({"set": {"indicator": "return_carried_out", "place": "MEX"},
    "columns": [{"column": "t", "field": "period"}, {"column": "nat", "field": "origin"},
    {"column": "type", "field": "dimension", "values": [
        {"text": "deportation", "set": {"age": "unknown"}}]},
    {"column": "n", "field": "count"}]})";

TEST_P(Importing, EachTableOfASourceIsReadAsItWas) {
    const auto table = accepted(file("met.csv", "t,nat,n\n2024-01,VEN,5\n"), encounters);
    const auto other =
        accepted(file("sent.csv", "t,nat,type,n\n2024-01,VEN,deportation,2\n"), returns);

    for (const auto* name : {"met.csv", "sent.csv", "next.csv"}) {
        const auto next = read_next(
            file(name, "t,nat,n\n2024-01,VEN,6\n2024-02,VEN," + std::to_string(++count_) + "\n"));
        EXPECT_EQ(mapping_of(next), mapping_of(table)) << name;
        EXPECT_EQ(mapping_of(next).set.indicator, Indicator::encounter) << name;
        EXPECT_EQ(mapping_of(next).period_lengths.size(), 1U) << name;
        EXPECT_EQ(finding_codes(next).find("column_"), std::string::npos)
            << "the other table's columns are not missing";
        EXPECT_EQ(forerunner(next), table) << name;
    }
    const auto next =
        read_next(file("x.csv", "t,nat,type,n\n2024-01,VEN,deportation,2\n2024-02,COL,x,3\n"));
    EXPECT_EQ(mapping_of(next).set.indicator, Indicator::return_carried_out);
    EXPECT_EQ(forerunner(next), other);
}

TEST_P(Importing, TablesWithTheSameColumnsAreToldApartByTheNamesOfTheirFiles) {
    const auto of = [](std::string indicator) {
        return R"({"set": {"indicator": ")" + std::move(indicator) +
               R"(", "place": "PAN"}, "columns": [{"column": "t", "field": "period"},
            {"column": "n", "field": "count"}]})";
    };
    const auto in = accepted(file("arrivals_2023.csv", "t,n\n2024-01,5\n"), of("arrival"));
    const auto out = accepted(file("departures_2023.csv", "t,n\n2024-01,4\n"), of("departure"));
    const auto counted = [&](const std::string& name) {
        return recalled(file(name, "t,n\n2024-01,6\n")).set.indicator;
    };
    EXPECT_EQ(counted("arrivals_2023.csv"), Indicator::arrival);
    EXPECT_EQ(counted("Arrivals 2024 (1).CSV"), Indicator::arrival);
    EXPECT_EQ(counted("arrivals_final.csv"), Indicator::arrival);
    EXPECT_EQ(counted("departures_2024.csv"), Indicator::departure);
    EXPECT_EQ(counted("data.csv"), Indicator::departure) << "the newest";
    EXPECT_EQ(forerunner(read_next(file("arrivals_2024.csv", "t,n\n2024-01,6\n"))), in);
    EXPECT_EQ(forerunner(read_next(file("departures_2024.csv", "t,n\n2024-01,7\n"))), out);
}

TEST_P(Importing, ATableThatIsNoneOfTheKnownInheritsNothingOfWhatIsCounted) {
    accepted(file("sent.csv", "t,nat,type,n\n2024-01,VEN,deportation,2\n"), returns);
    const auto path = file("met.csv", "t,nat,n\n2024-01,VEN,5\n");
    const auto mapping = recalled(path);
    EXPECT_TRUE(mapping.set.empty());
    EXPECT_EQ(mapping.columns, columns_from_short_form("t=period,nat=origin").value());
    const auto found = recognise_file(path, {}, mapping, "met.csv").value();
    EXPECT_FALSE(found.recognition.complete()) << "somebody must say what it counts";

    const auto id = read(path, mapping_from_text(encounters).value());
    EXPECT_NE(finding_codes(id).find("column_vanished"), std::string::npos);
    EXPECT_FALSE(forerunner(id));
}

TEST_P(Importing, AFileThatGoesOnIsStillOfItsTable) {
    accepted(file("a.csv", "nat,2023-11,2023-12\nVEN,5,6\nCOL,2,3\n"),
             R"({"set": {"indicator": "crossing", "place": "PAN"}})");
    EXPECT_EQ(recalled(file("b.csv", "nat,2024-01,2024-02\nVEN,5,6\nCOL,2,3\n")).set.indicator,
              Indicator::crossing);
    EXPECT_FALSE(recalled(file("c.csv", "nat,sex,n\nVEN,male,6\n")).set.indicator);
}

TEST_P(Importing, EachSheetOfAWorkbookIsReadAsItWas) {
    const auto path = file("a.ods", book_of({{"In", "2024-01-03"}, {"Out", "2024-01-04"}}));
    for (const auto* sheet : {"In", "Out"})
        accept(import_sheet(path, sheet)).value();
    EXPECT_EQ(recalled(path).sheet, "Out") << "the newest of equal ones";
    EXPECT_EQ(
        recall_mapping(file("b.ods", book_of({{"Data", "2024-02-03"}})), {}, tables(), "b.ods")
            .value()
            .columns.size(),
        2U)
        << "the next one's sheet may have another name";
}

TEST_P(Importing, ErasesEveryImportOfAFileAtOnce) {
    const auto path = file("a.csv", "t,n\n2024-01,100\n");
    const auto first = imported(path);
    withdraw(first);
    const auto second = imported(path);
    accept(second).value();
    EXPECT_EQ(erase(first).error().code, ProblemCode::still_counts)
        << "its bytes are in the second import, too";
    withdraw(second);
    erase(first).value();
    EXPECT_EQ(status(first), BatchStatus::erased);
    EXPECT_EQ(status(second), BatchStatus::erased);
    for (const auto& id : {first, second})
        for (const auto& file : {batch(id).file, batch(id).segment, batch(id).findings})
            EXPECT_FALSE(is_kept(file));
    EXPECT_EQ(accept(first).error().code, ProblemCode::not_proposed) << "nothing is left to count";
    EXPECT_TRUE(erase(first)) << "it is gone already";
    EXPECT_FALSE(store_->verify({}).value().flaw);

    const auto again = import(path).value();
    EXPECT_FALSE(again.same_file);
    EXPECT_TRUE(is_kept(again.batch.value.file));
    EXPECT_TRUE(accept(again.batch.envelope.id));
}

TEST_P(Importing, ErasesImportsThatKnowTheBytesByAnotherHash) {
    const auto path = file("a.csv", "t,n\n2024-01,100\n");
    const auto first = imported(path);
    withdraw(first);
    const auto second = imported(path);
    withdraw(second);
    // As batches were kept before there were keys, and of the file that the second was read from.
    store_
        ->write(admin_,
                [&](store::Transaction& transaction) -> Result<void> {
                    TENPOINT_TRY(old_one, transaction.get<Batch>(first));
                    old_one.value.file_hash = "hash of the bytes";
                    old_one.value.file = batch_in(transaction, second).file;
                    old_one.value.status = BatchStatus::accepted;
                    TENPOINT_CHECK(transaction.update(old_one));
                    return {};
                })
        .value();
    EXPECT_EQ(erase(second).error().code, ProblemCode::still_counts)
        << "the first counts, and was read from the same file";
    EXPECT_TRUE(is_kept(batch(second).file));
    withdraw(first);
    erase(second).value();
    EXPECT_EQ(status(first), BatchStatus::erased);
}

TEST_P(Importing, ErasesUploadsOfTheSameBytes) {
    const auto path = file("a.csv", "t,n\n2024-01,100\n");
    const auto first = imported(path);
    withdraw(first);
    const auto upload =
        store_
            ->write(admin_,
                    [&](store::Transaction& transaction) -> Result<Id> {
                        TENPOINT_TRY(staged, stage_file(path, store_->staging_folder(), "b.csv"));
                        return transaction.keep(staged, {});
                    })
            .value();
    erase(first).value();
    EXPECT_FALSE(is_kept(upload));
}

TEST_P(Importing, LeavesAFileThatWaitsForADecision) {
    const auto waiting = imported(file("a.csv", "t,n\n2024-01,100\n"));
    EXPECT_EQ(erase(waiting).error().code, ProblemCode::still_counts);
    EXPECT_TRUE(is_kept(batch(waiting).file));
}

TEST_P(Importing, ASupersededFileCountsAgainOnlyInPlaceOfWhatReplacedIt) {
    const auto first = imported(file("a.csv", "t,n\n2024-01,100\n"));
    accept(first).value();
    const auto second = imported(file("a2.csv", "t,n\n2024-01,90\n"));
    accept(second, first).value();
    const auto third = imported(file("a3.csv", "t,n\n2024-01,80\n"));
    accept(third, second).value();

    for (const auto& old_one : {first, second}) {
        const auto beside = accept(old_one);
        ASSERT_FALSE(beside) << "it would be counted beside its correction";
        EXPECT_EQ(beside.error().code, ProblemCode::not_proposed);
    }
    EXPECT_EQ(accept(first, third).value().value.status, BatchStatus::accepted);
    EXPECT_EQ(status(third), BatchStatus::superseded);
    EXPECT_FALSE(accept(third)) << "the first stands in its place now";
    EXPECT_FALSE(accept(second));
}

TEST_P(Importing, ASupersededFileCountsAgainOnceItsCorrectionIsWithdrawn) {
    const auto first = imported(file("a.csv", "t,n\n2024-01,100\n"));
    accept(first).value();
    const auto second = imported(file("a2.csv", "t,n\n2024-01,90\n"));
    accept(second, first).value();
    withdraw(second);
    EXPECT_EQ(accept(first).value().value.status, BatchStatus::accepted);

    const auto beside = accept(second).value();
    EXPECT_FALSE(beside.value.supersedes) << "it takes nobody's place now";
    withdraw(first);
    withdraw(second);
    EXPECT_FALSE(accept(second).value().value.supersedes);
}

TEST_P(Importing, AReturningCorrectionKeepsThePlaceThatItTook) {
    const auto first = imported(file("a.csv", "t,n\n2024-01,100\n"));
    accept(first).value();
    const auto second = imported(file("a2.csv", "t,n\n2024-01,90\n"));
    accept(second, first).value();
    withdraw(second);
    EXPECT_EQ(accept(second).value().value.supersedes, record::Ref<Batch>{first});
    EXPECT_FALSE(accept(first)) << "it would be counted beside its correction";
}

TEST_P(Importing, KeepsWhatItReadThoughTheFileIsOverwrittenMeanwhile) {
    std::string text = "t,n\n";
    for (int row = 0; row < 300'000; ++row)
        text += "2024-01-15," + std::to_string(row % 1000) + "\n";
    const auto path = file("big.csv", text);
    const auto outcome = import(path, [&](std::int64_t, double) { file("big.csv", "gone"); });
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->batch.value.rows, 300'000);
    EXPECT_EQ(outcome->batch.value.file_bytes, static_cast<std::int64_t>(text.size()));
    const auto known_by = [&](const store::Snapshot& snapshot) -> Result<std::string> {
        return snapshot.keyed(hash_of(text));
    };
    EXPECT_EQ(outcome->batch.value.file_hash, store_->read(admin_, known_by).value());
    EXPECT_TRUE(fs::is_empty(store_->staging_folder())) << "nothing is left behind";
}

TEST_P(Importing, SaysThatTheDiskFailedWhereItDoes) {
    const auto path = file("a.csv", "t,n\n2024-01,100\n");
    fs::remove_all(store_->staging_folder());
    const auto outcome = import(path);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, ProblemCode::storage_failed);
}

TEST_P(Importing, SaysThatThereIsNoFileWhereThereIsNone) {
    const auto outcome = import(location_->get().folder / "none.csv");
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, ProblemCode::unreadable_file);
    EXPECT_EQ(outcome.error().fields.at(0).code, "missing_file");
}

TEST_P(Importing, AFileIsAsOpenAsTheLastOneOfItsSourceWhereNobodySaysIt) {
    const auto visibility = [&](const std::string& name, const store::Sharing& sharing = {}) {
        const auto path = file(name, "t,n\n2024-01," + std::to_string(++count_) + "\n");
        return import(path, {}, sharing).value().batch.envelope.visibility;
    };
    using record::Visibility;
    EXPECT_EQ(visibility("a.csv"), Visibility::partners);
    EXPECT_EQ(visibility("b.csv", {Visibility::confidential}), Visibility::confidential);
    EXPECT_EQ(visibility("c.csv"), Visibility::confidential);
    EXPECT_EQ(visibility("d.csv", {Visibility::restricted}), Visibility::restricted);
    EXPECT_EQ(visibility("e.csv"), Visibility::restricted);
}

TEST_P(Importing, HowAKeptFileIsReadIsRememberedWithoutBeingShownWithItsSource) {
    const auto kept =
        import(file("a.csv", "t,n\n2024-01,1\n"), {}, {record::Visibility::confidential})
            .value()
            .batch.envelope.id;
    accept(kept).value();
    const auto remembered = [&](const store::Snapshot& snapshot) -> Result<std::size_t> {
        TENPOINT_TRY(source, snapshot.get<Source>(source_.envelope.id));
        EXPECT_TRUE(source.value.mapping.value.empty());
        const auto known = known_tables(snapshot, source);
        return known.empty() ? 0 : known.front().mapping.columns.size();
    };
    EXPECT_EQ(store_->read(admin_, remembered).value(), 2U);
    const access::Principal other{access::Principal::Sort::user, Id{"somebody"}, Id{"a partner"},
                                  access::Role::coordinator, "somebody"};
    EXPECT_EQ(store_->read(other, remembered).value(), 0U);
}

TEST_P(Importing, WhatIsChosenForAFileHoldsAlsoWhereItWasReadBefore) {
    using record::Visibility;
    const auto path = file("a.csv", "t,n\n2024-01,100\n");
    const auto first = import(path).value().batch.envelope;
    EXPECT_EQ(first.visibility, Visibility::partners);
    const auto again = import(path, {}, {Visibility::confidential}).value();
    EXPECT_TRUE(again.same_file);
    EXPECT_EQ(again.batch.envelope.id, first.id);
    EXPECT_EQ(again.batch.envelope.visibility, Visibility::confidential);
    EXPECT_EQ(import(path).value().batch.envelope.visibility, Visibility::confidential);
}

TEST_P(Importing, TheSameBytesUnderAnotherSourceAreSaid) {
    using record::Visibility;
    const auto path = file("a.csv", "t,n\n2024-01,100\n");
    const auto kept = file("b.csv", "t,n\n2024-02,70\n");
    const auto first = imported(path);
    import(kept, {}, {Visibility::confidential}).value();
    Source other;
    other.name = "A shelter";
    source_ =
        store_
            ->write(admin_,
                    [&](store::Transaction& transaction) { return transaction.insert(other, {}); })
            .value();

    const auto again = import(path).value();
    EXPECT_FALSE(again.same_file);
    ASSERT_EQ(again.same_bytes.size(), 1U);
    EXPECT_EQ(again.same_bytes[0].batch, first);
    EXPECT_EQ(again.same_bytes[0].source, "Border police");
    EXPECT_EQ(finding_codes(again.batch.envelope.id), "same_bytes ");
    EXPECT_EQ(again.batch.value.warnings, 1);

    const auto of_kept = import(kept, {}, {Visibility::partners}).value();
    EXPECT_EQ(of_kept.same_bytes.size(), 1U);
    EXPECT_EQ(finding_codes(of_kept.batch.envelope.id), "") << "its readers may not know of it";
}

TEST_P(Importing, NobodyChoosesForTheSameFileOfAnotherOwner) {
    using record::Visibility;
    const auto path = file("a.csv", "t,n\n2024-01,100\n");
    const auto first = imported(path);
    const auto by_another = [&](const store::Sharing& sharing) {
        return import_file(*store_, admin_,
                           {path,
                            "a.csv",
                            {},
                            source_,
                            Id{"018bcfe5-6800-7000-8000-000000000001"},
                            mapping_from_text(mapping).value(),
                            sharing});
    };
    EXPECT_EQ(by_another({}).value().batch.envelope.id, first);
    EXPECT_EQ(by_another({Visibility::partners}).value().batch.envelope.id, first);
    EXPECT_EQ(by_another({Visibility::confidential}).error().code, ProblemCode::forbidden);
}

TEST_P(Importing, WhatASourceShowsOfItsColumnsFollowsWhoMayReadTheLastFile) {
    using record::Visibility;
    const auto columns_shown = [&] {
        const auto source = store_->read(admin_, [&](const store::Snapshot& snapshot) {
            return snapshot.get<Source>(source_.envelope.id);
        });
        return mapping_from_json(source->value.mapping.value).value().columns.size();
    };
    const auto share = [&](const Id& id, Visibility visibility) {
        store_
            ->write(admin_,
                    [&](store::Transaction& transaction) {
                        return share_batch(transaction, id, {visibility});
                    })
            .value();
    };
    const auto kept =
        import(file("a.csv", "t,n\n2024-01,1\n"), {}, {Visibility::confidential}).value();
    const auto& id = kept.batch.envelope.id;
    share(id, Visibility::partners);
    EXPECT_EQ(columns_shown(), 0U) << "nobody stands by it yet";
    share(id, Visibility::confidential);
    accept(id).value();
    EXPECT_EQ(columns_shown(), 0U);
    share(id, Visibility::partners);
    EXPECT_EQ(columns_shown(), 2U);
    share(id, Visibility::restricted);
    EXPECT_EQ(columns_shown(), 0U);
    share(id, Visibility::partners);
    EXPECT_EQ(columns_shown(), 2U);

    store_
        ->write(admin_,
                [&](store::Transaction& transaction) -> Result<void> {
                    TENPOINT_TRY(source, transaction.get<Source>(source_.envelope.id));
                    TENPOINT_CHECK(transaction.update(
                        record::kind_info<Source>(), source.envelope.id, source.envelope.version,
                        record::to_row(source.value), "share", {Visibility::restricted}));
                    return {};
                })
        .value();
    share(id, Visibility::restricted);
    EXPECT_EQ(columns_shown(), 0U) << "each may be shared with other partners";
}

INSTANTIATE_TEST_SUITE_P(On, Importing, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::movements
