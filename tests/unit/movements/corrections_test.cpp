// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/corrections.hpp"

#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "desks/directory/kinds.hpp"
#include "desks/movements/importing.hpp"
#include "desks/movements/kinds.hpp"
#include "desks/movements/mapping_json.hpp"
#include "test_database.hpp"

namespace tenpoint::movements {
namespace {

namespace fs = std::filesystem;

constexpr auto as_crossings = R"({"set": {"indicator": "crossing", "place": "PAN"}, "columns": [
    {"column": "t", "field": "period"}, {"column": "nat", "field": "origin"},
    {"column": "n", "field": "count"}]})";

// A partner's file that was read, and the workbook that goes back.
class Correcting : public store::OnEachDatabase {
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

    fs::path at(const std::string& name) const { return location_->get().folder / name; }
    ImportOutcome import(const fs::path& path) {
        return import_file(*store_, admin_,
                           {path,
                            path.filename().string(),
                            {},
                            source_,
                            {},
                            mapping_from_text(as_crossings).value(),
                            {}})
            .value();
    }
    ImportOutcome imported(const std::string& text) {
        std::ofstream(at("entries.csv"), std::ios::binary) << text;
        return import(at("entries.csv"));
    }
    fs::path corrections(const ImportOutcome& outcome, Language language = Language::en,
                         const CorrectionLimits& limits = {}) {
        const auto path = at("to_correct.xlsx");
        write_corrections(*store_, admin_, outcome.batch, language, path, limits).value();
        return path;
    }
    // The texts of a sheet's rows, cells parted by "|".
    static std::vector<std::string> rows(const fs::path& path, const std::string& sheet) {
        std::vector<std::string> found;
        const auto table = formats::open_table(path, {sheet, {}}).value();
        std::vector<formats::Cell> cells;
        while (table->next(cells)) {
            auto& row = found.emplace_back();
            for (const auto& cell : cells)
                row += (row.empty() ? "" : "|") + std::string(cell.text);
        }
        return found;
    }
    static std::vector<std::string> sheets(const fs::path& path) {
        formats::TableInfo info;
        formats::open_table(path, {}, &info).value();
        return info.sheets;
    }
    static std::string chosen_sheet(const fs::path& path) {
        formats::TableInfo info;
        formats::open_table(path, {}, &info).value();
        return info.sheet;
    }

    std::vector<const record::KindInfo*> kinds_;
    SystemClock clock_;
    SystemRandomness randomness_;
    access::Principal admin_ = access::Principal::local_administrator("admin");
    std::unique_ptr<store::Store> store_;
    record::Record<Source> source_;
};

constexpr auto entries =
    "t,nat,n\n2024-01,Haiti,5\n2024-01,Atlantis,6\n2024-02,Haiti,=many\n2024-02,Cuba,8\n";

TEST_P(Correcting, TheTableGoesBackRowForRow) {
    const auto path = corrections(imported(entries));
    EXPECT_EQ(rows(path, "entries"),
              (std::vector<std::string>{"t|nat|n", "2024-01|Haiti|5", "2024-01|Atlantis|6",
                                        "2024-02|Haiti|=many", "2024-02|Cuba|8"}));
}

TEST_P(Correcting, WhatComesBackIsReadAsTheFileWas) {
    const auto first = imported(entries);
    const auto again = import(corrections(first));
    EXPECT_EQ(again.summary.used, first.summary.used);
    EXPECT_EQ(again.summary.rejected, first.summary.rejected);
    EXPECT_EQ(again.summary.totals, first.summary.totals);
}

TEST_P(Correcting, TheSecondSheetIsNotTakenForTheTable) {
    std::string all_wrong = "t,nat,n\n2024-01,Haiti,5\n";
    for (int i = 0; i < 40; ++i)
        all_wrong += "2024-01,Atlantis,many\n";
    const auto outcome = imported(all_wrong);
    for (const auto language : all_languages)
        EXPECT_EQ(chosen_sheet(corrections(outcome, language)), "entries") << to_word(language);
}

TEST_P(Correcting, FindingsAreListedByCause) {
    const auto path = corrections(imported(entries), Language::fr);
    const auto notes = sheets(path).at(1);
    const auto listed = rows(path, notes);
    EXPECT_NE(std::ranges::find_if(
                  listed, [](const std::string& row) { return row.starts_with("4|n|=many|"); }),
              listed.end());
}

TEST_P(Correcting, OfALongTableOnlyTheRowsWithFindingsGoBack) {
    const auto path = corrections(imported(entries), Language::en, {3, 1});
    EXPECT_EQ(rows(path, "entries"), (std::vector<std::string>{"t|nat|n", "2024-02|Haiti|=many"}));
    EXPECT_NE(rows(path, sheets(path).at(1)).back().find("one more"), std::string::npos);
}

TEST_P(Correcting, AWorkbookIsNamedAfterTheFile) {
    EXPECT_EQ(corrections_name("entries.csv"), "entries-to-correct.xlsx");
    EXPECT_EQ(corrections_name("2024.03 entries.xlsx"), "2024.03 entries-to-correct.xlsx");
}

INSTANTIATE_TEST_SUITE_P(On, Correcting, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::movements
