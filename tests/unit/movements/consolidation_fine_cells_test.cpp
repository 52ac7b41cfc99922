// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/consolidation_fine_cells.hpp"

#include <array>
#include <atomic>
#include <map>
#include <random>
#include <stdexcept>
#include <tuple>

#include <gtest/gtest.h>

#include "desks/movements/in_parallel.hpp"
#include "desks/movements/segment_writer.hpp"

namespace tenpoint::movements {
namespace {

using AddedUp = std::map<std::tuple<std::uint64_t, Breakdown, std::vector<Code>>,
                         std::pair<std::uint32_t, std::int64_t>>;

// A segment of several chunks, whose words were not met in their order, and its sums.
struct LongSegment {
    StoredSegment stored;
    AddedUp sums;
};

LongSegment long_segment(bool has_blanks) {
    static const std::vector<std::string> places{"PAN", "HND", "CRI"};  // in order: CRI, HND, PAN
    static const std::vector<std::string> origins{"VEN", "HTI", "CUB"};
    static constexpr std::array place_position{2U, 1U, 0U, 3U};  // none is behind the others
    static constexpr std::array<Code, 5> origin_position{4, 3, 2, code_all, code_unknown};
    auto chunks = std::make_shared<std::vector<std::string>>();
    SegmentWriter writer([&](EncodedChunk chunk) { chunks->push_back(std::move(chunk.bytes)); });
    writer.add_dimension("Sector");
    writer.add_dimension("Office");
    std::mt19937 random(5);
    const auto any = [&](std::uint32_t below) {
        return static_cast<std::uint32_t>(random()) % below;
    };
    LongSegment segment;
    for (int i = 0; i < 200'000; ++i) {
        const auto place = any(4);
        const auto origin = any(5);
        const auto day =
            period_from_text("1999-12-31").value().code() + static_cast<int>(any(60)) * 8;
        const Code sector = has_blanks && any(3) == 0 ? code_unknown : writer.word(0, "Health");
        const Code office = writer.word(1, i % 2 == 0 ? "North" : "South");
        const Observation one{
            .indicator = any(2) == 0 ? Indicator::crossing : Indicator::death,
            .place = place < 3 ? writer.place(places[place]) : code_unknown,
            .period = day,
            .origin = origin < 3 ? writer.origin(origins[origin]) : origin_position[origin],
            .sex = any(2) == 0 ? Sex::female : Sex::all,
            .count = any(1000),
            .row = i + 2};
        const std::array extras{sector, office};
        writer.add(one, extras);
        const auto group =
            group_of(static_cast<std::uint8_t>(one.indicator), place_position[place], day);
        const auto breakdown =
            breakdown_of(origin_position[origin], one.sex, AgeGroup::all, Profile::all);
        auto& sum =
            segment
                .sums[{group, breakdown, has_blanks ? std::vector{sector} : std::vector<Code>{}}];
        ++sum.first;
        sum.second += one.count;
    }
    segment.stored = {writer.finish().bytes, [chunks](std::int64_t number) -> Result<std::string> {
                          return chunks->at(static_cast<std::size_t>(number));
                      }};
    return segment;
}

class FineCellsOfASegment : public testing::TestWithParam<bool> {};

TEST_P(FineCellsOfASegment, AreItsSumsInOrder) {
    const auto segment = long_segment(GetParam());
    const auto reader = SegmentReader::open(segment.stored.head).value();
    const auto fine =
        add_up(segment.stored, reader, sorted(reader.places()), sorted(reader.origins())).value();
    EXPECT_EQ(fine.extras.size(), GetParam() ? 1U : 0U) << "only what has blanks matters";
    EXPECT_TRUE(std::ranges::is_sorted(fine.cells, {}, [](const FineCell& cell) {
        return std::tie(cell.group, cell.breakdown, cell.combination);
    }));
    AddedUp sums;
    for (const auto& cell : fine.cells) {
        const auto words = GetParam() ? fine.combinations[cell.combination] : std::vector<Code>{};
        const auto [known, is_new] =
            sums.try_emplace({cell.group, cell.breakdown, words}, cell.observations, cell.count);
        EXPECT_TRUE(is_new);
    }
    EXPECT_EQ(sums, segment.sums);
}

INSTANTIATE_TEST_SUITE_P(With, FineCellsOfASegment, testing::Bool(), [](const auto& tested) {
    return std::string(tested.param ? "blanks_in_a_dimension" : "full_dimensions");
});

TEST(FineCells, AreRefusedWhereAChunkIsDamaged) {
    auto segment = long_segment(false).stored;
    segment.chunk = [intact = segment.chunk](std::int64_t number) -> Result<std::string> {
        auto bytes = intact(number).value();
        if (number == 2) bytes.back() ^= 1;
        return bytes;
    };
    const auto reader = SegmentReader::open(segment.head).value();
    const auto fine = add_up(segment, reader, sorted(reader.places()), sorted(reader.origins()));
    ASSERT_FALSE(fine);
    EXPECT_EQ(fine.error().code, ProblemCode::storage_failed);
}

TEST(WorkInParallel, IsDoneToItsLastPieceAndSaysWhatFailed) {
    std::array<std::atomic<int>, 4> done{};
    in_parallel(4, [&](std::size_t i) { ++done[i]; });
    for (const auto& times : done)
        EXPECT_EQ(times, 1);
    EXPECT_THROW(in_parallel(3,
                             [](std::size_t i) {
                                 if (i == 2) throw std::runtime_error("a piece");
                             }),
                 std::runtime_error);
}

}  // namespace
}  // namespace tenpoint::movements
