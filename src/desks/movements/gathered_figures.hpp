// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "desks/movements/mapping.hpp"
#include "desks/movements/observation.hpp"

namespace tenpoint::movements {

// A figure as it was read, on its way into a segment.
struct ReadFigure {
    Observation observation;
    std::vector<Code> extras;
    std::size_t column = 0;  // among the count columns
    // 0: of the file. Else of the source's accepted ones, the last of which is 1.
    std::size_t earlier = 0;
};

// What becomes of figures that a mapping reads otherwise than one by one.
struct GatheredOutcome {
    std::function<void(const ReadFigure&)> keep;
    std::function<void(const ReadFigure&)> equal;                           // one like it is kept
    std::function<void(const ReadFigure&, std::int64_t stands)> corrected;  // by a later row
    // A running total below the one before it. It counts nothing, nor do later ones up to `before`.
    std::function<void(const ReadFigure&, std::int64_t before)> falls;
    // The first of a running total that begins within the year, and of which no accepted file has
    // what was counted before: it is counted whole.
    std::function<void(const ReadFigure&)> without_start;
};

// Holds the figures of a file back until all are there: running totals are turned into what each
// period added, and figures given twice are counted once, as the mapping says. A stock has no
// running total.
class GatheredFigures {
  public:
    static constexpr std::size_t most = 500'000;

    GatheredFigures(Cumulation cumulative, Repetition repeated)
        : cumulative_(cumulative), repeated_(repeated) {}

    bool is_full() const { return figures_.size() == most; }
    void add(ReadFigure figure) { figures_.push_back(std::move(figure)); }

    // What accepted files of the source counted: a running total goes on from what they come to by
    // then. Without a call a file stands alone.
    void go_on_from(std::vector<ReadFigure> earlier);

    // Calls the functions of `outcome` for each figure, series by series in the order of time, and
    // forgets them. Those of earlier files are only gone on from.
    void settle(const GatheredOutcome& outcome);

  private:
    void settle_repeated(std::vector<ReadFigure>& same, const GatheredOutcome& outcome) const;

    Cumulation cumulative_;
    Repetition repeated_;
    std::vector<ReadFigure> figures_;
    bool knows_earlier_ = false;
};

}  // namespace tenpoint::movements
