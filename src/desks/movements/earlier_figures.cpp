// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/earlier_figures.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "desks/movements/batch.hpp"
#include "desks/movements/segment_scan.hpp"

namespace tenpoint::movements {
namespace {

Result<EarlierSegment> segment_of(const store::Snapshot& snapshot, const Id& id, std::size_t most) {
    const auto file = snapshot.file(id);
    if (!file) return Problem{ProblemCode::not_found, "segment"};
    const StoredSegment stored{snapshot.file_chunk(id, file->chunks - 1),
                               [&](std::int64_t number) -> Result<std::string> {
                                   return snapshot.file_chunk(id, number);
                               }};
    TENPOINT_TRY(reader, SegmentReader::open(stored.head));
    EarlierSegment segment{std::move(reader), {}};
    const WantedColumns everything{true, true, true, true, true};
    TENPOINT_CHECK(scan(stored, segment.words, everything, 0, [&](const ChunkColumns& columns) {
        for (std::size_t i = 0; i < columns.observations && segment.figures.size() < most; ++i) {
            auto& figure = segment.figures.emplace_back(ReadFigure{columns.at(i), {}});
            for (const auto& extra : columns.extras)
                figure.extras.push_back(extra[i]);
        }
        return segment.figures.size() < most;
    }));
    return segment;
}

using Codes = std::vector<std::optional<Code>>;

// By the code of one segment, that of the other.
template <class Find>
Codes codes_of(const std::vector<std::string>& words, Find find) {
    Codes codes{code_all, code_unknown};
    for (const auto& word : words)
        codes.push_back(find(word));
    return codes;
}

bool translate(const Codes& codes, Code& code) {
    const auto& known = codes[code];
    if (known) code = *known;
    return known.has_value();
}

}  // namespace

Result<EarlierFigures> earlier_figures(const store::Snapshot& snapshot, const Id& source) {
    store::ListQuery query;
    query.equal = {{"source", source.text}, {"status", "accepted"}};
    auto batches = snapshot.all<Batch>(query);
    std::ranges::sort(batches, [](const auto& a, const auto& b) {
        return std::pair(b.value.received_at, b.envelope.id) <
               std::pair(a.value.received_at, a.envelope.id);
    });
    EarlierFigures earlier;
    auto room = GatheredFigures::most;
    for (const auto& batch : batches) {
        if (room == 0) break;
        if (batch.value.content != Content::figures) continue;
        TENPOINT_TRY(segment, segment_of(snapshot, batch.value.segment, room));
        room -= segment.figures.size();
        earlier.push_back(std::move(segment));
    }
    return earlier;
}

std::vector<ReadFigure> in_codes_of(const SegmentWriter& segment, const EarlierSegment& earlier) {
    const auto places = codes_of(earlier.words.places(),
                                 [&](const std::string& word) { return segment.find_place(word); });
    const auto origins = codes_of(earlier.words.origins(), [&](const std::string& word) {
        return segment.find_origin(word);
    });
    const auto names = segment.dimension_names();
    std::vector<std::optional<std::size_t>> standing;  // of each earlier dimension, the place here
    std::vector<Codes> words;
    for (const auto& dimension : earlier.words.dimensions()) {
        const auto found = std::ranges::find(names, dimension.name);
        const auto at = static_cast<std::size_t>(found - names.begin());
        standing.push_back(found == names.end() ? std::nullopt : std::optional{at});
        words.push_back(codes_of(dimension.words, [&](const std::string& word) {
            return standing.back() ? segment.find_word(at, word) : std::nullopt;
        }));
    }
    std::vector<ReadFigure> translated;
    for (auto figure : earlier.figures) {
        auto& of = figure.observation;
        std::vector<Code> extras(names.size(), code_unknown);
        bool known = translate(places, of.place) && translate(origins, of.origin);
        for (std::size_t d = 0; known && d < words.size(); ++d) {
            if (!standing[d]) {  // of what it was broken down by the parts alone, not their total
                known = figure.extras[d] != code_all || earlier.words.dimensions()[d].words.empty();
                continue;
            }
            known = translate(words[d], figure.extras[d]);
            extras[*standing[d]] = figure.extras[d];
        }
        if (!known) continue;
        figure.extras = std::move(extras);
        translated.push_back(std::move(figure));
    }
    return translated;
}

}  // namespace tenpoint::movements
