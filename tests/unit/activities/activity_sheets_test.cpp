// SPDX-License-Identifier: Apache-2.0
//
// Whole sheets, from the file to the records. The counts of the published ones were made apart from
// this program.
#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "desks/activities/activity_report.hpp"
#include "desks/activities/kinds.hpp"
#include "desks/directory/kinds.hpp"
#include "desks/movements/activity_reading.hpp"
#include "desks/movements/deciding.hpp"
#include "desks/movements/importing.hpp"
#include "desks/movements/kinds.hpp"
#include "desks/movements/mapping_json.hpp"
#include "desks/movements/mapping_memory.hpp"
#include "desks/movements/overlapping.hpp"
#include "desks/movements/recognition.hpp"
#include "desks/movements/stored_findings.hpp"
#include "test_database.hpp"

namespace tenpoint::activities {
namespace {

namespace fs = std::filesystem;

const std::string published = std::string(TENPOINT_TEST_FILES) + "/tables/activities.zip";
const std::string chad_sheet = std::string(TENPOINT_TEST_FILES) + "/activities/chad_5w_2025.csv";

struct ReadSheet {
    movements::ReadingSummary summary;
    std::vector<ActivityReport> reports;
    std::optional<movements::Content> content;
};

ReadSheet read_sheet(const std::string& file, const std::string& sheet) {
    formats::TableInfo info;
    auto first = formats::open_table(file, {sheet, {}}).value();
    const auto found = movements::recognise(*first);
    auto table = formats::open_table(file, {sheet, {}}, &info).value();
    ReadSheet out;
    out.content = found.mapping.content;
    out.summary = movements::read_activities(
                      *table, found.mapping, {}, {info.sheet, fs::path(file).filename().string()},
                      [&](const ActivityReport& report) { out.reports.push_back(report); })
                      .value();
    return out;
}

struct GoldenSheet {
    std::string sheet;
    std::int64_t rows, used, rejected;
    std::map<std::string, std::int64_t> skipped;
    std::map<std::string, std::int64_t> errors;
};

TEST(ActivitySheets, of_published_files_account_for_every_row) {
    const std::vector<GoldenSheet> table{
        {"somalia_3w_jan-apr_2025.xlsx", 4146, 4146, 0, {}, {}},
        {"ethiopia_4w_aug_2025.csv",
         7324,
         3105,
         17,
         {{"blank_row", 4202}},
         {{"organisation_missing", 17}}},
        {"rowca_3w_2014_hxl.csv", 245, 244, 0, {{"hxl_row", 1}}, {}},
        // "Mali Situation", "Nigeria Situation", "Thailand-Myanmar", "Congo (Brazaville)".
        {"unhcr_3w_2014_hxl.csv", 2251, 2004, 246, {{"hxl_row", 1}}, {{"unknown_country", 246}}},
    };
    for (const auto& golden : table) {
        SCOPED_TRACE(golden.sheet);
        const auto read = read_sheet(published, golden.sheet);
        const auto& summary = read.summary;
        EXPECT_EQ(read.content, movements::Content::activities);
        EXPECT_EQ(summary.rows, golden.rows);
        EXPECT_EQ(summary.used, golden.used);
        EXPECT_EQ(summary.rejected, golden.rejected);
        EXPECT_EQ(summary.skipped, golden.rows - golden.used - golden.rejected);
        EXPECT_EQ(summary.skipped_by_reason, golden.skipped);
        std::map<std::string, std::int64_t> errors;
        for (const auto& [code, found] : summary.findings)
            if (found.severity == Severity::error) errors.emplace(code, found.count);
        EXPECT_EQ(errors, golden.errors);
        EXPECT_EQ(read.reports.size(), static_cast<std::size_t>(golden.used));
    }
}

TEST(ActivitySheets, of_published_files_say_who_does_what_where_and_when) {
    const auto somalia = read_sheet(published, "somalia_3w_jan-apr_2025.xlsx").reports.front();
    EXPECT_EQ(somalia.organisation, "Agency For Minority Rights And Development (AMARD)");
    EXPECT_EQ(somalia.country, "SOM");
    EXPECT_EQ(somalia.admin1, "Bakool");
    EXPECT_EQ(somalia.admin2_code, "SO2502");
    EXPECT_EQ(somalia.sector, "CCCM");
    EXPECT_FALSE(somalia.theme);
    EXPECT_EQ(somalia.period, period_from_text("2025-01"));
    EXPECT_EQ(somalia.others.value.at("Organization Type").as_string(), "NNGO");

    const auto ethiopia = read_sheet(published, "ethiopia_4w_aug_2025.csv").reports.front();
    EXPECT_EQ(ethiopia.organisation, "ZOA");
    EXPECT_EQ(ethiopia.implementing_partner, "ZOA");
    EXPECT_EQ(ethiopia.theme, directory::Theme::water_and_sanitation);
    EXPECT_EQ(ethiopia.activity, "Durable water");
    EXPECT_EQ(ethiopia.admin2, "Metekel");
    EXPECT_EQ(ethiopia.country, "ETH");  // by its P-code of a woreda
    EXPECT_EQ(ethiopia.period, period_from_text("2025-08"));

    const auto rowca = read_sheet(published, "rowca_3w_2014_hxl.csv").reports.front();
    EXPECT_EQ(rowca.organisation, "United Nations Children's Fund");
    EXPECT_EQ(rowca.country, "MLI");
    EXPECT_EQ(rowca.period, period_from_text("2014-06"));
    EXPECT_EQ(rowca.output, 319);

    const auto unhcr = read_sheet(published, "unhcr_3w_2014_hxl.csv").reports.front();
    EXPECT_EQ(unhcr.organisation, "CNARR");
    EXPECT_EQ(unhcr.country, "TCD");
    EXPECT_EQ(unhcr.sector, "Camp Management");
}

// A sheet that this test writes.
ReadSheet read_text(const std::string& name, const std::string& text) {
    const auto path = fs::temp_directory_path() / name;
    std::ofstream(path, std::ios::binary) << text;
    auto read = read_sheet(path.string(), "");
    fs::remove(path);
    return read;
}

TEST(ActivitySheets, keep_what_is_first_filled_far_below) {
    std::string text = "Organisation,Sector,Month,Admin 1,New beneficiaries,Remarks\n";
    for (int row = 0; row < 300; ++row)
        text += "RDR,Health,2025-03,,,\n";
    const auto read = read_text("late_2025.csv", text + "RDR,Health,2025-03,Lac,40,Late\n");
    EXPECT_EQ(read.summary.used, 301);
    const auto& last = read.reports.back();
    EXPECT_EQ(last.admin1, "Lac");
    EXPECT_EQ(last.new_beneficiaries, 40);
    EXPECT_EQ(last.others.value.at("Remarks").as_string(), "Late");
}

TEST(ActivitySheets, say_of_the_whole_sheet_what_no_row_says) {
    const auto codes = [](const std::string& text) {
        std::set<std::string> all;
        for (const auto& [code, found] : read_text("sheet.csv", text).summary.findings)
            all.insert(code);
        return all;
    };
    EXPECT_EQ(codes("Organisation,Sector,Admin 1\nRDR,Health,Lac\nRDR,Health,Guera\n"),
              (std::set<std::string>{"sheet_without_country", "sheet_without_month",
                                     "unknown_organisation"}));
    EXPECT_EQ(codes("Organisation,Sector,Country,Month,Total beneficiaries,Total reached\n"
                    "RDR,Health,TCD,2025-03,5,5\nRDR,Health,TCD,2025-04,5,5\n"
                    "RDR,Health,TCD,2025-03,5,5\n"),
              (std::set<std::string>{"row_repeats", "same_meaning", "unknown_organisation"}));
}

TEST(ActivitySheets, name_the_columns_about_persons_that_a_mapping_keeps) {
    const auto path = (fs::temp_directory_path() / "contacts_2025.csv").string();
    std::ofstream(path) << "Organisation,Country,Month,Contact person\nRDR,TCD,2025-03,Nobody\n";
    movements::Mapping mapping;
    mapping.content = movements::Content::activities;
    for (const auto& [header, report] : {std::pair{"Organisation", ReportField::organisation},
                                         std::pair{"Contact person", ReportField::other}}) {
        auto& column = mapping.columns.emplace_back();
        column.column = header;
        column.field = movements::Field::dimension;
        column.report = report;
    }
    const auto table = formats::open_table(path, {}).value();
    const auto summary =
        movements::read_activities(*table, mapping, {}, {}, [](const auto&) {}).value();
    fs::remove(path);
    EXPECT_EQ(summary.findings.count("personal_column"), 0);
    EXPECT_EQ(summary.findings.at("personal_column_kept").count, 1);
}

TEST(ActivitySheets, in_french_are_held_against_the_rules_of_the_plan) {
    const auto read = read_sheet(chad_sheet, "");
    const auto& summary = read.summary;
    EXPECT_EQ(summary.rows, 14);
    EXPECT_EQ(summary.used, 4);
    EXPECT_EQ(summary.rejected, 8);
    EXPECT_EQ(summary.skipped_by_reason,
              (std::map<std::string, std::int64_t>{{"blank_row", 1}, {"note_row", 1}}));
    for (const auto* code :
         {"implementing_partner_missing", "implementing_partner_without_setup", "new_above_total",
          "population_types_differ", "sex_and_age_differ", "cash_sector_without_cash",
          "training_without_people", "activity_without_output", "personal_column"}) {
        SCOPED_TRACE(code);
        ASSERT_TRUE(summary.findings.contains(code));
        EXPECT_EQ(summary.findings.at(code).count, 1);
    }
    const auto& report = read.reports.at(1);
    EXPECT_EQ(report.through_partner, true);
    EXPECT_EQ(report.implementing_partner, "Comité des Sources");
    EXPECT_EQ(report.beneficiaries, 1200);
    EXPECT_EQ(report.girls, 130);
    EXPECT_EQ(report.others.value.size(), 1U);  // the remark, and no telephone
    EXPECT_EQ(read.reports.at(2).value_usd, 12501);
    EXPECT_EQ(read.reports.at(3).output, 6);
}

class SheetImports : public store::OnEachDatabase {
  protected:
    template <class Work>
    auto write(Work work) {
        return store_->write(admin_, std::move(work)).value();
    }
    void SetUp() override {
        OnEachDatabase::SetUp();
        if (!location_) return;
        for (const auto* kind : directory::kinds())
            kinds_.push_back(kind);
        for (const auto* kind : movements::kinds())
            kinds_.push_back(kind);
        for (const auto* kind : activities::kinds())
            kinds_.push_back(kind);
        store_ =
            std::move(store::Store::open(location_->get(), kinds_, clock_, randomness_).value());
        directory::Partner partner;
        partner.name = "Réseau des Rives";
        intake::Source source;
        source.name = "Chad 5W";
        source_ =
            write([&](store::Transaction& transaction) -> Result<record::Record<intake::Source>> {
                TENPOINT_TRY(made, transaction.insert(partner, {}));
                partner_ = made.envelope.id;
                return transaction.insert(source, {});
            });
    }
    void TearDown() override { store_.reset(); }

    Id import(const std::string& name, const std::string& text) {
        const auto path = location_->get().folder / name;
        std::ofstream(path, std::ios::binary) << text;
        const auto tables = store_
                                ->read(admin_,
                                       [&](const store::Snapshot& snapshot)
                                           -> Result<std::vector<movements::KnownTable>> {
                                           return movements::known_tables(snapshot, source_);
                                       })
                                .value();
        const auto mapping = movements::recall_mapping(path, {}, tables, name).value();
        const auto found = movements::recognise_file(path, {}, mapping).value();
        return movements::import_file(*store_, admin_,
                                      {path, name, {}, source_, {}, found.recognition.mapping, {}})
            .value()
            .batch.envelope.id;
    }
    record::Record<intake::Batch> accept(const Id& batch, std::optional<Id> superseded = {}) {
        return write([&](store::Transaction& transaction) {
            return movements::accept_batch(transaction, batch, superseded);
        });
    }
    std::vector<record::Record<ActivityReport>> reports() {
        return store_
            ->read(admin_,
                   [](const store::Snapshot& snapshot)
                       -> Result<std::vector<record::Record<ActivityReport>>> {
                       return snapshot.all<ActivityReport>();
                   })
            .value();
    }
    std::optional<Id> forerunner(const Id& batch) {
        return store_
            ->read(admin_,
                   [&](const store::Snapshot& snapshot) -> Result<std::optional<Id>> {
                       TENPOINT_TRY(overlapping, movements::overlapping_batches(snapshot, batch));
                       const auto found = movements::forerunner_among(std::move(overlapping));
                       return found ? std::optional(found->envelope.id) : std::nullopt;
                   })
            .value();
    }

    std::vector<movements::Overlap> overlaps(const Id& batch) {
        return store_
            ->read(admin_,
                   [&](const store::Snapshot& snapshot) {
                       return movements::overlapping_batches(snapshot, batch);
                   })
            .value();
    }

    std::vector<const record::KindInfo*> kinds_;
    SystemClock clock_;
    SystemRandomness randomness_;
    access::Principal admin_ = access::Principal::local_administrator("admin");
    std::unique_ptr<store::Store> store_;
    record::Record<intake::Source> source_;
    Id partner_;
};

constexpr auto march =
    "Organisation,Secteur,Province,Mois\n"
    "Réseau des Rives,Santé,Lac,2025-03\n"
    "Autre Réseau,Abris,Lac,2025-03\n";

TEST_P(SheetImports, ShowReportsOnceTheyAreAccepted) {
    const auto batch = import("a.csv", march);
    EXPECT_TRUE(reports().empty());

    const auto accepted = accept(batch);
    EXPECT_EQ(accepted.value.content, intake::Content::activities);
    EXPECT_EQ(accepted.value.used, 2);
    const auto there = reports();
    ASSERT_EQ(there.size(), 2U);
    EXPECT_EQ(there[0].value.batch->id, batch);
    EXPECT_EQ(there[0].value.row, 2);
    EXPECT_EQ(there[0].value.partner->id, partner_);
    EXPECT_FALSE(there[1].value.partner);
    EXPECT_EQ(there[1].value.organisation, "Autre Réseau");

    write([&](store::Transaction& transaction) {
        return movements::withdraw_batch(transaction, batch);
    });
    EXPECT_TRUE(reports().empty());
    accept(batch);
    EXPECT_EQ(reports().size(), 2U);
}

TEST_P(SheetImports, LetACorrectedSheetTakeThePlaceOfTheOld) {
    const auto first = import("a.csv", march);
    accept(first);
    const auto second = import("b.csv",
                               "Organisation,Secteur,Province,Mois\n"
                               "autre reseau,abris,Lac,2025-03\n"
                               "Réseau des Rives,Santé,Lac,2025-03\n"
                               "Réseau des Rives,Santé,Lac,2025-04\n");
    EXPECT_EQ(forerunner(second), first);
    accept(second, first);
    ASSERT_EQ(reports().size(), 3U);
    EXPECT_EQ(reports().front().value.batch->id, second);
}

TEST_P(SheetImports, TakeNoPlaceUnaskedWhereSomethingWouldGo) {
    const auto first = import("a.csv", march);
    accept(first);
    struct Sheet {
        std::string rows;
        std::size_t overlaps, missing;
        bool counts_twice;
    };
    const std::vector<Sheet> sheets{
        {"Réseau des Rives,Santé,Lac,2025-03\n", 1, 1, true},  // one organisation alone
        {"Réseau des Rives,Santé,Lac,2025-03\nAutre Réseau,Abris,Guéra,2025-03\n", 1, 1, true},
        {"Réseau des Rives,Santé,Lac,2025-02\nAutre Réseau,Abris,Lac,2025-04\n", 1, 2, false},
        {"Réseau des Rives,Eau,Lac,2025-03\nAutre Réseau,Abris,Lac,2025-03\n", 1, 1, true},
        {"Croix-Rouge,Santé,Guéra,2025-03\n", 0, 0, false},  // another partner's sheet
    };
    for (const auto& sheet : sheets) {
        SCOPED_TRACE(sheet.rows);
        const auto next = import("b.csv", "Organisation,Secteur,Province,Mois\n" + sheet.rows);
        EXPECT_FALSE(forerunner(next));
        const auto found = overlaps(next);
        ASSERT_EQ(found.size(), sheet.overlaps);
        if (found.empty()) continue;
        EXPECT_EQ(found.front().missing.size(), sheet.missing);
        EXPECT_EQ(found.front().counts_twice, sheet.counts_twice);
    }
}

TEST_P(SheetImports, RememberHowAColumnWasReadForTheNextSheet) {
    const auto path = location_->get().folder / "first.csv";
    std::ofstream(path) << "Wer,Sektor,Mois\nRéseau des Rives,Santé,2025-03\n";
    auto mapping = movements::mapping_from_text(R"({"content": "activities", "columns": [
        {"column": "Wer", "report": "organisation"},
        {"column": "Sektor", "report": "sector"}]})")
                       .value();
    const auto known = movements::recognise_file(path, {}, mapping).value();
    const auto batch =
        movements::import_file(*store_, admin_,
                               {path, "first.csv", {}, source_, {}, known.recognition.mapping, {}})
            .value()
            .batch.envelope.id;
    accept(batch);
    source_ = store_
                  ->read(admin_,
                         [&](const store::Snapshot& snapshot) {
                             return snapshot.get<intake::Source>(source_.envelope.id);
                         })
                  .value();
    accept(import("next.csv", "Wer,Sektor,Mois\nAutre Réseau,Abris,2025-04\n"));
    ASSERT_EQ(reports().size(), 2U);
    EXPECT_EQ(reports().back().value.organisation, "Autre Réseau");
    EXPECT_EQ(reports().back().value.sector, "Abris");
}

TEST_P(SheetImports, AreSeenByWhoeverSeesTheBatch) {
    const auto batch = import("a.csv", march);
    accept(batch);
    write([&](store::Transaction& transaction) {
        return movements::share_batch(transaction, batch, {record::Visibility::confidential, {}});
    });
    ASSERT_EQ(reports().size(), 2U);
    EXPECT_EQ(reports().front().envelope.visibility, record::Visibility::confidential);
}

INSTANTIATE_TEST_SUITE_P(On, SheetImports, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::activities
