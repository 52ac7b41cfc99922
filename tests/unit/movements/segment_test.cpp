// SPDX-License-Identifier: Apache-2.0
#include <random>

#include <gtest/gtest.h>

#include "desks/movements/segment_reader.hpp"
#include "desks/movements/segment_writer.hpp"

namespace tenpoint::movements {
namespace {

struct Written {
    std::vector<EncodedChunk> chunks;
    SegmentHead head;
};

Observation observation(std::int64_t i) {
    Observation one;
    one.indicator = static_cast<Indicator>(i % 3);
    one.place = first_word_code + static_cast<Code>(i % 7 % 2);
    one.period = Period::containing(Day{std::chrono::days{i / 50}}, PeriodUnit::day).code();
    one.origin = i % 11 == 0 ? code_unknown : first_word_code;
    one.sex = i % 2 == 0 ? Sex::female : Sex::male;
    one.count = (i * 2654435761) % 997;
    one.latitude = i % 5 == 0 ? no_coordinate : static_cast<std::int32_t>(i * 7919 % 90'000'000);
    one.row = 2 + i / 2;
    return one;
}

Written written(std::int64_t count) {
    Written all;
    SegmentWriter writer([&](EncodedChunk chunk) { all.chunks.push_back(std::move(chunk)); });
    writer.add_dimension("Sector");
    writer.place("PAN");
    writer.place("HND");
    writer.origin("VEN");
    writer.word(0, "Protection");
    for (std::int64_t i = 0; i < count; ++i) {
        const Code sector = i % 3 == 0 ? code_all : first_word_code;
        writer.add(observation(i), std::span(&sector, 1));
    }
    all.head = writer.finish();
    return all;
}

TEST(Segment, gives_back_every_observation_in_its_order) {
    const auto all = written(150'000);
    ASSERT_EQ(all.chunks.size(), 3U);
    const auto reader = SegmentReader::open(all.head.bytes);
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->observations(), 150'000);
    EXPECT_EQ(reader->places(), (std::vector<std::string>{"PAN", "HND"}));
    ChunkColumns columns;
    std::int64_t next = 0;
    for (const auto& chunk : all.chunks) {
        ASSERT_TRUE(reader->read(chunk.bytes, {true, true, true, true, true}, columns));
        for (std::size_t i = 0; i < columns.observations; ++i, ++next) {
            const auto expected = observation(next);
            ASSERT_EQ(columns.at(i), expected) << next;
            ASSERT_EQ(columns.extras[0][i], next % 3 == 0 ? code_all : first_word_code);
        }
    }
    EXPECT_EQ(next, 150'000);
}

}  // namespace
}  // namespace tenpoint::movements
