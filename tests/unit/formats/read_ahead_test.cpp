// SPDX-License-Identifier: Apache-2.0
#include "formats/read_ahead.hpp"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>

#include "formats/csv.hpp"

namespace tenpoint::formats {
namespace {

struct ReadRow {
    std::int64_t number;
    std::vector<std::string> texts;

    bool operator==(const ReadRow&) const = default;
};

std::vector<ReadRow> rows_of(TableReader& table) {
    std::vector<ReadRow> rows;
    std::vector<Cell> cells;
    while (table.next(cells)) {
        auto& row = rows.emplace_back(ReadRow{table.row_number(), {}});
        for (const auto& cell : cells)
            row.texts.emplace_back(cell.text);
    }
    return rows;
}

// Longer than all that is read ahead at a time; rows of all lengths, empty ones among them.
std::string long_table() {
    std::string text;
    for (int i = 0; i < 60'000; ++i) {
        text += i % 7 == 0 ? "" : "row " + std::to_string(i);
        for (int c = 0; c < i % 4; ++c)
            text += "," + std::string(static_cast<std::size_t>(c) * 3, 'x');
        text += '\n';
    }
    return text + "1,\"unclosed\n2,3\n";
}

TEST(ReadingAhead, ChangesNothingOfATable) {
    const auto text = long_table();
    const auto plain = read_csv(text);
    const auto ahead = read_ahead(read_csv(text));
    EXPECT_EQ(rows_of(*ahead), rows_of(*plain));
    ASSERT_EQ(ahead->findings().size(), plain->findings().size());
    ASSERT_EQ(ahead->findings().size(), 1U);
    EXPECT_EQ(ahead->findings().front().code, "unclosed_quote");
    EXPECT_EQ(ahead->progress(), 1.0);
}

TEST(ReadingAhead, MayBeLeftOffAtAnyRow) {
    const auto text = long_table();
    std::vector<Cell> cells;
    for (const int rows : {0, 1, 1000, 50'000}) {
        const auto ahead = read_ahead(read_csv(text));
        for (int i = 0; i < rows; ++i)
            ASSERT_TRUE(ahead->next(cells));
    }
}

// Blank rows, of which a sheet may have very many, fill no memory.
class Endless : public TableReader {
  public:
    explicit Endless(std::atomic<std::int64_t>& rows, std::string text)
        : rows_(rows), text_(std::move(text)) {}
    bool next(std::vector<Cell>& cells) override {
        cells.clear();
        if (!text_.empty()) cells.push_back({text_});
        return ++rows_ < 100'000'000;
    }
    std::int64_t row_number() const override { return rows_; }
    double progress() const override { return 0; }
    const Findings& findings() const override { return findings_; }

  private:
    std::atomic<std::int64_t>& rows_;
    std::string text_;
    Findings findings_;
};

std::int64_t rows_read_ahead(const std::string& text) {
    std::atomic<std::int64_t> rows = 0;
    const auto ahead = read_ahead(std::make_unique<Endless>(rows, text));
    std::vector<Cell> cells;
    EXPECT_TRUE(ahead->next(cells));
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    return rows;
}

TEST(ReadingAhead, KeepsNoMoreThanItsRoom) {
    EXPECT_LT(rows_read_ahead(""), 1'000'000);
    EXPECT_LE(rows_read_ahead(std::string(10U << 20, 'x')), 4);
}

TEST(ReadingAhead, EndsSoonWhenLeftOff) {
    std::atomic<std::int64_t> rows = 0;
    read_ahead(std::make_unique<Endless>(rows, ""));
    EXPECT_LT(rows, 10'000'000);
}

TEST(ReadingAhead, PassesOnWhatFailsTheReaderBehindTheRowsReadBefore) {
    class Failing : public TableReader {
      public:
        bool next(std::vector<Cell>& cells) override {
            if (++row_ == 3) throw std::runtime_error("the disk");
            cells = {{"a"}};
            return true;
        }
        std::int64_t row_number() const override { return row_; }
        double progress() const override { return 0; }
        const Findings& findings() const override { return findings_; }

      private:
        std::int64_t row_ = 0;
        Findings findings_;
    };
    const auto ahead = read_ahead(std::make_unique<Failing>());
    std::vector<Cell> cells;
    ASSERT_TRUE(ahead->next(cells));
    ASSERT_TRUE(ahead->next(cells));
    EXPECT_EQ(ahead->row_number(), 2);
    EXPECT_THROW(ahead->next(cells), std::runtime_error);
}

}  // namespace
}  // namespace tenpoint::formats
