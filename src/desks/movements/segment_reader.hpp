// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "desks/movements/observation.hpp"
#include "desks/movements/segment_column.hpp"

namespace tenpoint::movements {

// Which columns are decoded; the others stay empty and cost nothing.
struct WantedColumns {
    bool breakdown = true;  // indicator, place, period, origin, sex, age, profile
    bool count = true;
    bool coordinates = false;  // latitude, longitude
    bool row = false;
    bool extras = false;  // every extra dimension
};

// The observations of one chunk, column by column, each as long as the others or empty.
struct ChunkColumns {
    std::int64_t number = 0;
    std::size_t observations = 0;
    std::int64_t least_row = 0;
    std::int64_t greatest_row = 0;
    std::int32_t least_period = 0;
    std::int32_t greatest_period = 0;
    std::vector<std::uint8_t> indicator;
    std::vector<Code> place;
    std::vector<std::int32_t> period;
    std::vector<Code> origin;
    std::vector<std::uint8_t> sex;
    std::vector<std::uint8_t> age;
    std::vector<std::uint8_t> profile;
    std::vector<std::int64_t> count;
    std::vector<std::int32_t> latitude;
    std::vector<std::int32_t> longitude;
    std::vector<std::int64_t> row;
    std::vector<std::vector<Code>> extras;  // one column for each dimension

    // The i-th observation, of columns that were all wanted.
    Observation at(std::size_t i) const;
};

// Reads what a SegmentWriter wrote. Bytes that were cut, changed or put together wrongly are a
// Problem (`storage_failed`; `database_too_new` for a later format), never a wrong figure:
// checksums catch accidents, and every decoded code is checked against its dictionary or
// enumeration.
class SegmentReader {
  public:
    static Result<SegmentReader> open(std::string_view head_bytes);

    std::int64_t observations() const { return observations_; }
    std::int32_t least_period() const { return least_period_; }
    std::int32_t greatest_period() const { return greatest_period_; }

    // In the order of their codes, from first_word_code.
    const std::vector<std::string>& places() const { return places_; }
    const std::vector<std::string>& origins() const { return origins_; }
    const std::vector<ExtraDimension>& dimensions() const { return dimensions_; }

    // Decodes a chunk into `columns`, whose memory is used anew.
    Result<void> read(std::string_view chunk_bytes, WantedColumns wanted,
                      ChunkColumns& columns) const;

  private:
    SegmentReader() = default;

    std::int64_t observations_ = 0;
    std::int32_t least_period_ = 0;
    std::int32_t greatest_period_ = 0;
    std::vector<std::string> places_;
    std::vector<std::string> origins_;
    std::vector<ExtraDimension> dimensions_;
};

}  // namespace tenpoint::movements
