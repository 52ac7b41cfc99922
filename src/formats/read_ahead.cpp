// SPDX-License-Identifier: Apache-2.0
#include "formats/read_ahead.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

namespace tenpoint::formats {
namespace {

constexpr std::size_t block_text = 128 * 1024;
constexpr std::size_t block_bytes = 1024 * 1024;
// May wait; one that is longer than that waits alone.
constexpr std::size_t blocks_ahead = 3;
constexpr std::size_t bytes_ahead = blocks_ahead * block_bytes;

// Rows one after the other, with their texts.
struct Block {
    struct Row {
        std::int64_t number;
        std::size_t cells_end;  // behind its last cell, among those of all rows
    };
    struct PlacedCell {
        std::size_t end;  // of its text
        CellKind kind;
    };

    std::string text;
    std::vector<PlacedCell> cells;
    std::vector<Row> rows;
    double progress = 0;

    void clear() {
        text.clear();
        cells.clear();
        rows.clear();
    }
    std::size_t bytes() const {
        return text.size() + cells.size() * sizeof(PlacedCell) + rows.size() * sizeof(Row);
    }
    bool is_full() const { return text.size() >= block_text || bytes() >= block_bytes; }
    // A long row has made it larger than others need it.
    bool is_outsized() const { return text.capacity() > 4 * block_text; }
    void add(std::int64_t number, const std::vector<Cell>& row) {
        std::size_t fresh = 0;
        for (const auto& cell : row)
            fresh += cell.text.size();
        text.reserve(text.size() + fresh);
        for (const auto& cell : row) {
            text += cell.text;
            cells.push_back({text.size(), cell.kind});
        }
        rows.push_back({number, cells.size()});
    }
};

class ReadAhead : public TableReader {
  public:
    explicit ReadAhead(std::unique_ptr<TableReader> table)
        : table_(std::move(table)), thread_([this] { read(); }) {}
    ~ReadAhead() override {
        {
            const std::scoped_lock lock(mutex_);
            is_wanted_ = false;
        }
        changed_.notify_all();
        thread_.join();
    }
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    bool next(std::vector<Cell>& cells) override {
        if (row_ == block_.rows.size() && !next_block()) return false;
        const auto& row = block_.rows[row_++];
        cells.resize(row.cells_end - cell_);
        for (auto& cell : cells) {
            const auto& placed = block_.cells[cell_++];
            cell = {std::string_view(block_.text).substr(text_, placed.end - text_), placed.kind};
            text_ = placed.end;
        }
        row_number_ = row.number;
        return true;
    }
    std::int64_t row_number() const override { return row_number_; }
    double progress() const override { return block_.progress; }
    const Findings& findings() const override { return has_ended_ ? table_->findings() : none_; }

  private:
    // Runs in the thread. What was read before a failure comes out before it.
    void read() {
        Block block;
        unless_it_fails([&] {
            std::vector<Cell> cells;
            while (is_wanted_ && table_->next(cells)) {
                block.add(table_->row_number(), cells);
                if (block.is_full()) pass_on(block);
            }
        });
        unless_it_fails([&] { pass_on(block); });
        {
            const std::scoped_lock lock(mutex_);
            is_read_ = true;
        }
        changed_.notify_all();
    }
    template <class Step>
    void unless_it_fails(Step step) {
        try {
            step();
        } catch (...) {
            const std::scoped_lock lock(mutex_);
            if (!failure_) failure_ = std::current_exception();
        }
    }
    // Puts the block to those that wait, and an empty one in its place; nothing where nobody asks
    // any longer.
    void pass_on(Block& block) {
        block.progress = table_->progress();
        const auto bytes = block.bytes();
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] {
            return !is_wanted_ || waiting_.empty() ||
                   (waiting_.size() < blocks_ahead && waiting_bytes_ + bytes <= bytes_ahead);
        });
        if (!is_wanted_) return;
        waiting_.push_back(std::move(block));
        waiting_bytes_ += bytes;
        block = {};
        if (!used_.empty()) {
            block = std::move(used_.back());
            used_.pop_back();
        }
        lock.unlock();
        changed_.notify_all();
        block.clear();
    }

    // Goes on to the next block that has a row.
    bool next_block() {
        do {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return is_read_ || !waiting_.empty(); });
            if (waiting_.empty()) {
                has_ended_ = true;
                if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
                return false;
            }
            if (!block_.is_outsized()) used_.push_back(std::move(block_));
            block_ = std::move(waiting_.front());
            waiting_.pop_front();
            waiting_bytes_ -= block_.bytes();
            row_ = cell_ = text_ = 0;
            lock.unlock();
            changed_.notify_all();
        } while (block_.rows.empty());
        return true;
    }

    std::unique_ptr<TableReader> table_;  // the thread's until is_read_

    Block block_;  // being handed out, and how far that has come
    std::size_t row_ = 0, cell_ = 0, text_ = 0;
    std::int64_t row_number_ = 0;
    bool has_ended_ = false;
    Findings none_;

    std::mutex mutex_;  // of what follows
    std::condition_variable changed_;
    std::deque<Block> waiting_;
    std::size_t waiting_bytes_ = 0;
    std::vector<Block> used_;  // whose memory is used again
    bool is_read_ = false;     // to its end, or to what failed it
    std::atomic<bool> is_wanted_ = true;
    std::exception_ptr failure_;
    std::thread thread_;
};

}  // namespace

std::unique_ptr<TableReader> read_ahead(std::unique_ptr<TableReader> table) {
    return std::make_unique<ReadAhead>(std::move(table));
}

}  // namespace tenpoint::formats
