// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "desks/movements/segment_bytes.hpp"
#include "desks/movements/segment_format.hpp"
#include "desks/movements/segment_reader.hpp"
#include "desks/movements/segment_scan.hpp"
#include "desks/movements/segment_writer.hpp"

namespace tenpoint::movements {
namespace {

constexpr WantedColumns everything{true, true, true, true, true};

struct Written {
    std::vector<EncodedChunk> chunks;
    SegmentHead head;

    StoredSegment stored() const {
        return {head.bytes, [this](std::int64_t number) -> Result<std::string> {
                    return chunks.at(static_cast<std::size_t>(number)).bytes;
                }};
    }
};

// Two places, one origin, a dimension of two words; `sectors` are codes of the dimension.
Written written(const std::vector<Observation>& observations, const std::vector<Code>& sectors) {
    Written all;
    SegmentWriter writer([&](EncodedChunk chunk) { all.chunks.push_back(std::move(chunk)); });
    writer.add_dimension("Sector");
    writer.place("PAN");
    writer.place("HND");
    writer.origin("VEN");
    writer.word(0, "Protection");
    writer.word(0, "Santé");
    for (std::size_t i = 0; i < observations.size(); ++i)
        writer.add(observations[i], std::span(&sectors[i], 1));
    all.head = writer.finish();
    return all;
}

// Observations with row numbers, dates and places as a file has them.
Written like_a_file(std::int64_t count) {
    std::vector<Observation> observations(static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i) {
        auto& one = observations[static_cast<std::size_t>(i)];
        one.place = first_word_code + static_cast<Code>(i % 7 % 2);
        one.period = Period::containing(Day{std::chrono::days{i / 50}}, PeriodUnit::day).code();
        one.origin = i % 11 == 0 ? code_unknown : first_word_code;
        one.sex = i % 2 == 0 ? Sex::female : Sex::male;
        one.count = i * 2'654'435'761 % 997;
        one.row = 2 + i / 2;
    }
    return written(observations, std::vector<Code>(observations.size(), first_word_code));
}

struct ReadBack {
    std::vector<Observation> observations;
    std::vector<Code> sectors;
};

ReadBack read_back(const Written& all) {
    ReadBack back;
    const auto reader = SegmentReader::open(all.head.bytes).value();
    scan(all.stored(), reader, everything, 0, [&](const ChunkColumns& columns) {
        for (std::size_t i = 0; i < columns.observations; ++i) {
            back.observations.push_back(columns.at(i));
            back.sectors.push_back(columns.extras[0][i]);
        }
        return true;
    }).value();
    return back;
}

template <class E>
E any_of(int greatest) {
    return static_cast<E>(*rc::gen::inRange(0, greatest + 1));
}

Observation any_observation() {
    const auto unit = any_of<PeriodUnit>(4);
    const Day day{std::chrono::days{*rc::gen::inRange(-100'000, 100'000)}};
    return {any_of<Indicator>(21),
            *rc::gen::inRange<Code>(0, 4),
            Period::containing(day, unit).code(),
            *rc::gen::inRange<Code>(0, 3),
            any_of<Sex>(4),
            any_of<AgeGroup>(8),
            any_of<Profile>(13),
            *rc::gen::arbitrary<std::int64_t>(),
            *rc::gen::arbitrary<std::int32_t>(),
            *rc::gen::arbitrary<std::int32_t>(),
            *rc::gen::arbitrary<std::int64_t>()};
}

RC_GTEST_PROP(Segment, gives_back_whatever_observations_it_was_given, ()) {
    std::vector<Observation> observations(*rc::gen::inRange<std::size_t>(0, 60));
    std::vector<Code> sectors;
    for (auto& one : observations) {
        one = any_observation();
        sectors.push_back(*rc::gen::inRange<Code>(0, 4));
    }
    const auto back = read_back(written(observations, sectors));
    RC_ASSERT(back.observations == observations);
    RC_ASSERT(back.sectors == sectors);
}

TEST(Segment, reads_back_the_earliest_and_the_latest_dates_that_can_be_written) {
    std::vector<Observation> observations;
    for (const auto* text : {"0001-01-01", "0001-W01", "0001", "9999-12-31", "9999-W51", "9999"})
        observations.push_back({.period = period_from_text(text).value().code(), .row = 2});
    const auto back =
        read_back(written(observations, std::vector<Code>(observations.size(), first_word_code)));
    ASSERT_EQ(back.observations.size(), observations.size());
    for (std::size_t i = 0; i < observations.size(); ++i)
        EXPECT_EQ(back.observations[i].period, observations[i].period);
}

TEST(Segment, keeps_the_order_over_several_chunks_and_says_what_each_holds) {
    const auto all = like_a_file(150'000);
    ASSERT_EQ(all.chunks.size(), 3U);
    EXPECT_EQ(all.chunks[2].observations, 150'000 - 2 * 65'536);
    EXPECT_EQ(all.head.observations, 150'000);
    EXPECT_EQ(all.head.least_period, all.chunks[0].least_period);
    EXPECT_EQ(all.head.greatest_period, all.chunks[2].greatest_period);
    const auto back = read_back(all);
    ASSERT_EQ(back.observations.size(), 150'000U);
    for (std::int64_t i = 0; i < 150'000; ++i)
        ASSERT_EQ(back.observations[static_cast<std::size_t>(i)].count, i * 2'654'435'761 % 997);
}

TEST(Segment, keeps_its_dictionaries) {
    const auto reader = SegmentReader::open(like_a_file(1).head.bytes).value();
    EXPECT_EQ(reader.places(), (std::vector<std::string>{"PAN", "HND"}));
    EXPECT_EQ(reader.origins(), std::vector<std::string>{"VEN"});
    EXPECT_EQ(reader.dimensions()[0].name, "Sector");
    EXPECT_EQ(reader.dimensions()[0].words, (std::vector<std::string>{"Protection", "Santé"}));
}

TEST(Segment, stores_a_constant_column_in_nothing_and_a_row_number_in_a_bit) {
    const auto bytes = like_a_file(65'536).chunks.at(0).bytes.size();
    // place 1 bit, day 11, origin 1, sex 1, count 10, row 1: a little over 3 bytes.
    EXPECT_LT(bytes, 65'536U * 4);
}

TEST(Segment, decodes_only_what_is_wanted) {
    const auto all = like_a_file(10);
    const auto reader = SegmentReader::open(all.head.bytes).value();
    ChunkColumns columns;
    ASSERT_TRUE(reader.read(all.chunks[0].bytes, {.breakdown = false}, columns));
    EXPECT_EQ(columns.count.size(), 10U);
    EXPECT_TRUE(columns.place.empty());
    EXPECT_TRUE(columns.extras[0].empty());
}

TEST(Segment, refuses_every_changed_byte_and_every_lost_end) {
    const auto all = like_a_file(100);
    const auto reader = SegmentReader::open(all.head.bytes).value();
    const auto is_refused = [&](const std::string& head, const std::string& chunk) {
        ChunkColumns columns;
        const auto opened = SegmentReader::open(head);
        return !opened || !reader.read(chunk, everything, columns);
    };
    const auto& head = all.head.bytes;
    const auto& chunk = all.chunks[0].bytes;
    ASSERT_FALSE(is_refused(head, chunk));
    for (std::size_t i = 0; i < head.size(); ++i) {
        auto changed = head;
        changed[i] = static_cast<char>(changed[i] ^ 0x10);
        EXPECT_TRUE(is_refused(changed, chunk)) << i;
        EXPECT_TRUE(is_refused(head.substr(0, i), chunk)) << i;
    }
    for (std::size_t i = 0; i < chunk.size(); ++i) {
        auto changed = chunk;
        changed[i] = static_cast<char>(changed[i] ^ 0x01);
        EXPECT_TRUE(is_refused(head, changed)) << i;
        EXPECT_TRUE(is_refused(head, chunk.substr(0, i))) << i;
    }
}

// Whoever writes a right checksum over wrong content is refused too.
TEST(Segment, refuses_content_that_makes_no_sense_under_a_right_checksum) {
    const auto all = like_a_file(100);
    const auto reader = SegmentReader::open(all.head.bytes).value();
    const auto content = content_of_envelope(chunk_magic, all.chunks[0].bytes).value();
    int refused = 0;
    for (std::size_t i = 0; i < content.size(); ++i)
        for (const char flip : {'\x01', '\x40', '\x7f'}) {
            auto forged = open_envelope(chunk_magic) + std::string(content);
            forged[forged.size() - content.size() + i] ^= flip;
            close_envelope(forged);
            ChunkColumns columns;
            const auto outcome = reader.read(forged, everything, columns);
            if (!outcome) ++refused;
            for (const auto code : columns.place)
                ASSERT_TRUE(!outcome || code < 4);
        }
    EXPECT_GT(refused, 100);
}

TEST(Segment, refuses_a_chunk_in_the_place_of_another) {
    auto all = like_a_file(140'000);
    std::swap(all.chunks[0], all.chunks[1]);
    const auto reader = SegmentReader::open(all.head.bytes).value();
    const auto outcome =
        scan(all.stored(), reader, everything, 0, [](const ChunkColumns&) { return true; });
    EXPECT_EQ(outcome.error().code, ProblemCode::storage_failed);
}

TEST(Segment, asks_for_a_newer_program_where_the_format_is_newer) {
    std::string newer(head_magic);
    ByteWriter(newer).number(static_cast<std::uint16_t>(segment_format_version + 1));
    close_envelope(newer);
    EXPECT_EQ(SegmentReader::open(newer).error().code, ProblemCode::database_too_new);
}

TEST(Segment, may_be_empty) {
    const auto all = written({}, {});
    EXPECT_TRUE(all.chunks.empty());
    EXPECT_TRUE(read_back(all).observations.empty());
}

}  // namespace
}  // namespace tenpoint::movements
