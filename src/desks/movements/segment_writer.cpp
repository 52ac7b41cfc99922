// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/segment_writer.hpp"

#include <algorithm>
#include <future>
#include <optional>
#include <unordered_map>
#include <utility>

#include "desks/movements/segment_column.hpp"
#include "desks/movements/segment_format.hpp"

namespace tenpoint::movements {
namespace {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>{}(text);
    }
};

// Words in the order of their first use.
class Dictionary {
  public:
    std::optional<Code> find(std::string_view word) const {
        const auto known = codes_.find(word);
        return known == codes_.end() ? std::nullopt : std::optional{known->second};
    }
    Code code_of(std::string_view word) {
        if (const auto known = find(word)) return *known;
        const auto code = first_word_code + static_cast<Code>(words_.size());
        words_.push_back(&codes_.emplace(word, code).first->first);
        return code;
    }
    void write(ByteWriter writer) const {
        writer.number(static_cast<std::uint32_t>(words_.size()));
        for (const auto* word : words_)
            writer.text(*word);
    }

  private:
    std::unordered_map<std::string, Code, TextHash, std::equal_to<>> codes_;
    std::vector<const std::string*> words_;  // keys of codes_, which do not move
};

template <class T>
std::span<const T> first_of(const std::vector<T>& column, std::size_t count) {
    return {column.data(), count};
}

// The observations of a chunk, column by column.
struct ChunkBuffer {
    template <class T>
    using Column = std::vector<T>;

    void set(std::size_t i, const Observation& observation) {
        indicator[i] = static_cast<std::uint8_t>(observation.indicator);
        place[i] = observation.place;
        period[i] = observation.period;
        origin[i] = observation.origin;
        sex[i] = static_cast<std::uint8_t>(observation.sex);
        age[i] = static_cast<std::uint8_t>(observation.age);
        profile[i] = static_cast<std::uint8_t>(observation.profile);
        count[i] = observation.count;
        latitude[i] = observation.latitude;
        longitude[i] = observation.longitude;
        row[i] = observation.row;
    }
    void set_extra(std::size_t dimension, std::size_t i, Code code) {
        auto& column = extras[dimension];
        if (i == column.size())
            column.resize(std::min(observations_per_chunk, std::max<std::size_t>(256, i * 4)));
        column[i] = code;
    }

    std::size_t size = 0;
    Column<std::uint8_t> indicator = Column<std::uint8_t>(observations_per_chunk);
    Column<Code> place = Column<Code>(observations_per_chunk);
    Column<std::int32_t> period = Column<std::int32_t>(observations_per_chunk);
    Column<Code> origin = Column<Code>(observations_per_chunk);
    Column<std::uint8_t> sex = Column<std::uint8_t>(observations_per_chunk);
    Column<std::uint8_t> age = Column<std::uint8_t>(observations_per_chunk);
    Column<std::uint8_t> profile = Column<std::uint8_t>(observations_per_chunk);
    Column<std::int64_t> count = Column<std::int64_t>(observations_per_chunk);
    Column<std::int32_t> latitude = Column<std::int32_t>(observations_per_chunk);
    Column<std::int32_t> longitude = Column<std::int32_t>(observations_per_chunk);
    Column<std::int64_t> row = Column<std::int64_t>(observations_per_chunk);
    std::vector<Column<Code>> extras;  // grow with the first chunk: a file may have many dimensions
};

}  // namespace

struct SegmentWriter::State {
    struct Dimension {
        std::string name;
        Dictionary words;
    };

    explicit State(ChunkSink chunk_sink) : sink(std::move(chunk_sink)) {}
    // One chunk is encoded while the next is filled. Most files have but one.
    void pass_on() {
        wait();
        if (!passed_on) {
            passed_on = std::make_unique<ChunkBuffer>();
            passed_on->extras = filling->extras;
        }
        std::swap(filling, passed_on);
        filling->size = 0;
        encoding = std::async(std::launch::async, [this] { sink(encode(*passed_on)); });
    }
    void wait() {
        if (encoding.valid()) encoding.get();
    }
    EncodedChunk encode(const ChunkBuffer& buffer);

    ChunkSink sink;
    Dictionary places;
    Dictionary origins;
    std::vector<Dimension> dimensions;
    std::size_t word_bytes = 0;
    bool words_left_out = false;
    std::unique_ptr<ChunkBuffer> filling = std::make_unique<ChunkBuffer>();

    // Of the thread that encodes, while there is one.
    std::unique_ptr<ChunkBuffer> passed_on;
    SegmentHead head;
    std::int64_t chunks = 0;
    ColumnEncoder encoder;
    std::string payloads;
    std::future<void> encoding;
};

EncodedChunk SegmentWriter::State::encode(const ChunkBuffer& buffer) {
    const auto size = buffer.size;
    const auto [least_row, greatest_row] = std::ranges::minmax(first_of(buffer.row, size));
    const auto [least_period, greatest_period] = std::ranges::minmax(first_of(buffer.period, size));
    EncodedChunk chunk{chunks, static_cast<std::int64_t>(size), least_period, greatest_period,
                       open_envelope(chunk_magic)};
    ByteWriter writer(chunk.bytes);
    writer.number(chunk.number);
    writer.number(static_cast<std::uint32_t>(size));
    writer.number(static_cast<std::uint16_t>(first_extra_column + buffer.extras.size()));
    writer.number(least_row);
    writer.number(greatest_row);
    writer.number(least_period);
    writer.number(greatest_period);

    payloads.clear();
    const auto encode_column = [&](const auto& column) {
        encoder.encode(first_of(column, size), payloads).write(writer);
    };
    encode_column(buffer.indicator);
    encode_column(buffer.place);
    encode_column(buffer.period);
    encode_column(buffer.origin);
    encode_column(buffer.sex);
    encode_column(buffer.age);
    encode_column(buffer.profile);
    encode_column(buffer.count);
    encode_column(buffer.latitude);
    encode_column(buffer.longitude);
    encode_column(buffer.row);
    for (const auto& column : buffer.extras)
        encode_column(column);
    chunk.bytes.reserve(chunk.bytes.size() + payloads.size() + envelope_end_bytes);
    chunk.bytes += payloads;
    close_envelope(chunk.bytes);

    if (chunks == 0) {
        head.least_period = least_period;
        head.greatest_period = greatest_period;
    }
    head.least_period = std::min(head.least_period, least_period);
    head.greatest_period = std::max(head.greatest_period, greatest_period);
    head.observations += chunk.observations;
    ++chunks;
    return chunk;
}

SegmentWriter::SegmentWriter(ChunkSink sink) : state_(std::make_unique<State>(std::move(sink))) {}
SegmentWriter::~SegmentWriter() = default;

Code SegmentWriter::place(std::string_view place_code) {
    return state_->places.code_of(place_code);
}

Code SegmentWriter::origin(std::string_view alpha3) {
    return state_->origins.code_of(alpha3);
}

std::size_t SegmentWriter::add_dimension(std::string_view name) {
    state_->dimensions.emplace_back().name = name;
    state_->filling->extras.emplace_back();
    return state_->dimensions.size() - 1;
}

Code SegmentWriter::word(std::size_t dimension, std::string_view text) {
    constexpr std::size_t kept_beside = 96;  // the entries of two tables and a string's own
    auto& words = state_->dimensions[dimension].words;
    if (const auto known = words.find(text)) return *known;
    if (state_->word_bytes + text.size() + kept_beside > most_word_bytes) {
        state_->words_left_out = true;
        return code_unknown;
    }
    state_->word_bytes += text.size() + kept_beside;
    return words.code_of(text);
}

bool SegmentWriter::has_all_words() const {
    return !state_->words_left_out;
}

std::optional<Code> SegmentWriter::find_place(std::string_view place_code) const {
    return state_->places.find(place_code);
}

std::optional<Code> SegmentWriter::find_origin(std::string_view alpha3) const {
    return state_->origins.find(alpha3);
}

std::optional<Code> SegmentWriter::find_word(std::size_t dimension, std::string_view text) const {
    return state_->dimensions[dimension].words.find(text);
}

std::vector<std::string> SegmentWriter::dimension_names() const {
    std::vector<std::string> names;
    for (const auto& dimension : state_->dimensions)
        names.push_back(dimension.name);
    return names;
}

void SegmentWriter::add(const Observation& observation, std::span<const Code> extras) {
    auto& filling = *state_->filling;
    filling.set(filling.size, observation);
    for (std::size_t d = 0; d < filling.extras.size(); ++d)
        filling.set_extra(d, filling.size, extras[d]);
    if (++filling.size == observations_per_chunk) state_->pass_on();
}

SegmentHead SegmentWriter::finish() {
    auto& state = *state_;
    state.wait();
    if (state.filling->size > 0) state.sink(state.encode(*state.filling));
    auto& head = state.head;
    head.bytes = open_envelope(head_magic);
    ByteWriter writer(head.bytes);
    writer.number(head.observations);
    writer.number(head.least_period);
    writer.number(head.greatest_period);
    state.places.write(writer);
    state.origins.write(writer);
    writer.number(static_cast<std::uint32_t>(state.dimensions.size()));
    for (const auto& dimension : state.dimensions) {
        writer.text(dimension.name);
        dimension.words.write(writer);
    }
    close_envelope(head.bytes);
    return std::move(head);
}

}  // namespace tenpoint::movements
