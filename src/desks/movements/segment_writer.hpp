// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "desks/movements/observation.hpp"

namespace tenpoint::movements {

// A finished part of a segment, as it is stored: self-describing bytes with format version,
// checksum, row range and least and greatest period, so that readers skip it unread.
struct EncodedChunk {
    std::int64_t number = 0;  // from 0, ascending
    std::int64_t observations = 0;
    std::int32_t least_period = 0;
    std::int32_t greatest_period = 0;
    std::string bytes;
};

// The end of a segment: what all chunks share.
struct SegmentHead {
    std::int64_t observations = 0;
    std::int32_t least_period = 0;  // Period codes; 0 and 0 in an empty segment
    std::int32_t greatest_period = 0;
    std::string bytes;  // dictionaries, dimension names, format version, checksum
};

// Turns a stream of observations into the columns of one batch's segment, in memory that does not
// grow with their number; a full chunk is encoded on a thread of its own. One thread fills it.
class SegmentWriter {
  public:
    using ChunkSink = std::function<void(EncodedChunk)>;

    // `sink` takes chunks of 65,536 observations; its exceptions come out of a later call.
    explicit SegmentWriter(ChunkSink sink);
    ~SegmentWriter();
    SegmentWriter(const SegmentWriter&) = delete;
    SegmentWriter& operator=(const SegmentWriter&) = delete;

    // The code of a word, which is added to the dictionary when new. Callers cache codes by the
    // text of their cell: one look-up a cell is the greater part of an import's work.
    Code place(std::string_view place_code);
    Code origin(std::string_view alpha3);
    // Declares a dimension; gives its index. All are declared before the first observation.
    std::size_t add_dimension(std::string_view name);
    // Unknown where the words of all dimensions together have reached their limit.
    Code word(std::size_t dimension, std::string_view text);
    bool has_all_words() const;

    // The codes that words have, where they were met.
    std::optional<Code> find_place(std::string_view place_code) const;
    std::optional<Code> find_origin(std::string_view alpha3) const;
    std::optional<Code> find_word(std::size_t dimension, std::string_view text) const;
    std::vector<std::string> dimension_names() const;

    // With what is kept for each word, so that memory stays bounded.
    static constexpr std::size_t most_word_bytes = std::size_t{32} << 20;

    // `extras` holds a code for each declared dimension, in order.
    void add(const Observation& observation, std::span<const Code> extras);

    // Flushes the last chunk. Nothing may be added after it.
    SegmentHead finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace tenpoint::movements
