// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "desks/movements/consolidation.hpp"
#include "desks/movements/segment_store.hpp"
#include "desks/movements/segment_writer.hpp"

namespace tenpoint::movements {

// One observation as a partner would say it; `origin` may be "unknown", empty means all.
struct Said {
    std::string period;
    std::int64_t count = 0;
    std::string origin{};
    Sex sex = Sex::all;
    AgeGroup age = AgeGroup::all;
    Profile profile = Profile::all;
    std::string place = "PAN";
    Indicator indicator = Indicator::crossing;
    std::string sector = "-";  // of the extra dimension "Sector"; "-": a blank
};

inline StoredSegment segment_of(const std::vector<Said>& said) {
    auto chunks = std::make_shared<std::vector<std::string>>();
    SegmentWriter writer([&](EncodedChunk chunk) { chunks->push_back(std::move(chunk.bytes)); });
    writer.add_dimension("Sector");
    const auto code = [](const std::string& word, auto known) {
        return word.empty() ? code_all : word == "unknown" ? code_unknown : known(word);
    };
    std::int64_t row = 1;
    for (const auto& one : said) {
        const Code sector =
            one.sector == "-"
                ? code_unknown
                : code(one.sector, [&](const std::string& word) { return writer.word(0, word); });
        writer.add({.indicator = one.indicator,
                    .place = writer.place(one.place),
                    .period = period_from_text(one.period).value().code(),
                    .origin = code(one.origin,
                                   [&](const std::string& word) { return writer.origin(word); }),
                    .sex = one.sex,
                    .age = one.age,
                    .profile = one.profile,
                    .count = one.count,
                    .row = ++row},
                   std::span(&sector, 1));
    }
    auto head = writer.finish();
    return {std::move(head.bytes), [chunks](std::int64_t number) -> Result<std::string> {
                return chunks->at(static_cast<std::size_t>(number));
            }};
}

// An accepted batch of `source`, whose id is made of the name; the hash of a file is its content's.
inline AcceptedBatch batch_of(const std::string& source, const std::vector<Said>& said,
                              const std::string& id = "") {
    auto summary = summarize(segment_of(said)).value();
    const auto hash = "hash of " + summary->fingerprint;
    return {Id{id.empty() ? source + " file" : id}, Id{source + " id"}, source, hash,
            std::move(summary)};
}

}  // namespace tenpoint::movements
