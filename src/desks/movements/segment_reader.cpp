// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/segment_reader.hpp"

#include <limits>

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/list.hpp>

#include "desks/movements/segment_format.hpp"

namespace tenpoint::movements {
namespace {

using boost::describe::describe_enumerators;
using boost::mp11::mp_size;

template <class E>
constexpr std::int64_t greatest_enumerator =
    std::int64_t{mp_size<describe_enumerators<E>>::value} - 1;

Problem damaged(std::string_view why) {
    return {ProblemCode::storage_failed, "segment: " + std::string(why)};
}

bool read_words(ByteReader& reader, std::vector<std::string>& words) {
    std::uint32_t count = 0;
    if (!reader.number(count)) return false;
    for (std::uint32_t i = 0; i < count; ++i) {
        std::string_view word;
        if (!reader.text(word)) return false;
        words.emplace_back(word);
    }
    return true;
}

std::int64_t greatest_code(const std::vector<std::string>& words) {
    return std::int64_t{first_word_code} + static_cast<std::int64_t>(words.size()) - 1;
}

bool is_in_calendar(std::int32_t period) {
    using namespace std::chrono;
    const auto day = Period::from_code(period).first_day();
    return day >= Day{year{0} / 12 / 1} && day <= Day{year{9999} / 12 / 31};
}

bool are_periods(const std::vector<std::int32_t>& codes) {
    constexpr auto units = mp_size<describe_enumerators<PeriodUnit>>::value;
    bool sound = true;
    for (const auto code : codes)
        sound &= (code & 7) < static_cast<std::int32_t>(units);
    return sound;
}

struct StoredColumn {
    ColumnHeader header;
    std::string_view payload;
};

class ColumnReader {
  public:
    ColumnReader(std::size_t observations, std::vector<StoredColumn> stored)
        : observations_(observations), stored_(std::move(stored)) {}

    // Fills the column, or empties it where it is not wanted.
    template <class T>
    void read(bool wanted, std::size_t number, std::vector<T>& column,
              std::int64_t greatest = std::numeric_limits<T>::max(),
              std::int64_t least = std::numeric_limits<T>::min()) {
        column.resize(wanted ? observations_ : 0);
        if (!wanted) return;
        const auto& [header, payload] = stored_[number];
        if (!decoder_.decode(header, payload, least, greatest, std::span<T>(column)))
            sound_ = false;
    }
    bool is_sound() const { return sound_; }

  private:
    std::size_t observations_;
    std::vector<StoredColumn> stored_;
    ColumnDecoder decoder_;
    bool sound_ = true;
};

// Reads what stands before the payloads.
Result<std::vector<StoredColumn>> read_chunk_header(std::string_view content,
                                                    std::size_t dimensions, ChunkColumns& columns) {
    ByteReader reader(content);
    std::uint32_t observations = 0;
    std::uint16_t column_count = 0;
    if (!reader.number(columns.number) || !reader.number(observations) ||
        !reader.number(column_count) || !reader.number(columns.least_row) ||
        !reader.number(columns.greatest_row) || !reader.number(columns.least_period) ||
        !reader.number(columns.greatest_period))
        return damaged("chunk header cut short");
    if (observations == 0 || observations > observations_per_chunk)
        return damaged("impossible number of observations");
    if (!is_in_calendar(columns.least_period) || !is_in_calendar(columns.greatest_period))
        return damaged("a period outside the calendar");
    if (column_count != first_extra_column + dimensions)
        return damaged("columns that the head does not name");
    columns.observations = observations;

    std::vector<StoredColumn> stored(column_count);
    for (auto& column : stored)
        if (!column.header.read(reader)) return damaged("column headers cut short");
    for (auto& [header, payload] : stored)
        if (!reader.bytes(header.bytes, payload)) return damaged("columns cut short");
    if (!reader.at_end()) return damaged("more bytes than columns");
    return stored;
}

}  // namespace

Observation ChunkColumns::at(std::size_t i) const {
    return {static_cast<Indicator>(indicator[i]),
            place[i],
            period[i],
            origin[i],
            static_cast<Sex>(sex[i]),
            static_cast<AgeGroup>(age[i]),
            static_cast<Profile>(profile[i]),
            count[i],
            latitude[i],
            longitude[i],
            row[i]};
}

Result<SegmentReader> SegmentReader::open(std::string_view head_bytes) {
    TENPOINT_TRY(content, content_of_envelope(head_magic, head_bytes));
    ByteReader reader(content);
    SegmentReader segment;
    std::uint32_t dimensions = 0;
    if (!reader.number(segment.observations_) || !reader.number(segment.least_period_) ||
        !reader.number(segment.greatest_period_) || !read_words(reader, segment.places_) ||
        !read_words(reader, segment.origins_) || !reader.number(dimensions))
        return damaged("head cut short");
    for (std::uint32_t i = 0; i < dimensions; ++i) {
        auto& dimension = segment.dimensions_.emplace_back();
        std::string_view name;
        if (!reader.text(name) || !read_words(reader, dimension.words))
            return damaged("dimensions cut short");
        dimension.name = name;
    }
    if (!reader.at_end()) return damaged("more bytes than the head names");
    return segment;
}

Result<void> SegmentReader::read(std::string_view chunk_bytes, WantedColumns wanted,
                                 ChunkColumns& columns) const {
    TENPOINT_TRY(content, content_of_envelope(chunk_magic, chunk_bytes));
    TENPOINT_TRY(stored, read_chunk_header(content, dimensions_.size(), columns));
    ColumnReader reader(columns.observations, std::move(stored));
    const bool breakdown = wanted.breakdown;
    reader.read(breakdown, indicator_column, columns.indicator, greatest_enumerator<Indicator>);
    reader.read(breakdown, place_column, columns.place, greatest_code(places_));
    reader.read(breakdown, period_column, columns.period, columns.greatest_period,
                columns.least_period);
    reader.read(breakdown, origin_column, columns.origin, greatest_code(origins_));
    reader.read(breakdown, sex_column, columns.sex, greatest_enumerator<Sex>);
    reader.read(breakdown, age_column, columns.age, greatest_enumerator<AgeGroup>);
    reader.read(breakdown, profile_column, columns.profile, greatest_enumerator<Profile>);
    reader.read(wanted.count, count_column, columns.count);
    reader.read(wanted.coordinates, latitude_column, columns.latitude);
    reader.read(wanted.coordinates, longitude_column, columns.longitude);
    reader.read(wanted.row, row_column, columns.row, columns.greatest_row, columns.least_row);
    columns.extras.resize(dimensions_.size());
    for (std::size_t d = 0; d < dimensions_.size(); ++d)
        reader.read(wanted.extras, first_extra_column + d, columns.extras[d],
                    greatest_code(dimensions_[d].words));
    if (!are_periods(columns.period)) return damaged("a period of no known length");
    if (!reader.is_sound()) return damaged("a column does not decode, or names no word");
    return {};
}

}  // namespace tenpoint::movements
