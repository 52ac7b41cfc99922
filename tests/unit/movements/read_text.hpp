// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "desks/movements/mapping_json.hpp"
#include "desks/movements/reading.hpp"
#include "desks/movements/recognition.hpp"
#include "desks/movements/segment_reader.hpp"

namespace tenpoint::movements {

// A table as a test writes it: cells parted by "|", rows by line breaks. "@Jan" is the name of the
// row's sheet, where several are read as one table.
class TextTable : public formats::TableReader {
  public:
    explicit TextTable(std::string_view text) {
        std::istringstream lines{std::string{text}};
        for (std::string line; std::getline(lines, line);) {
            auto& row = rows_.emplace_back();
            std::istringstream cells(line);
            for (std::string cell; std::getline(cells, cell, '|');)
                row.push_back(cell);
        }
    }
    bool next(std::vector<formats::Cell>& cells) override {
        cells.clear();
        if (next_ == rows_.size()) return false;
        for (const auto& text : rows_[next_])
            cells.push_back(text.starts_with('@') ? formats::Cell{std::string_view{text}.substr(1),
                                                                  formats::CellKind::sheet}
                                                  : formats::Cell{text, formats::CellKind::text});
        ++next_;
        return true;
    }
    std::int64_t row_number() const override { return static_cast<std::int64_t>(next_); }
    double progress() const override { return 1.0; }
    const Findings& findings() const override { return findings_; }

  private:
    std::vector<std::vector<std::string>> rows_;
    std::size_t next_ = 0;
    Findings findings_;
};

// All that came out of one reading.
struct Reading {
    ReadingSummary summary;
    Findings findings;
    std::vector<Observation> figures;
    std::vector<std::string> places, origins;
    std::vector<ExtraDimension> dimensions;
    std::vector<std::vector<Code>> extras;  // one column for each dimension

    std::string place_of(std::size_t i) const { return word(places, figures[i].place); }
    std::string origin_of(std::size_t i) const { return word(origins, figures[i].origin); }

    static std::string word(const std::vector<std::string>& words, Code code) {
        if (code == code_all) return "all";
        return code == code_unknown ? "unknown" : words[code - first_word_code];
    }
};

inline PlaceLookup test_places() {
    PlaceLookup places;
    places.add("PAN-DARIEN", {"Darién", "Darién", "Darién", "دارين"});
    places.add("ROUTE-CENTRAL-MED", {"Central Mediterranean route", "", "", ""});
    return places;
}

inline Result<Reading> read(formats::TableReader& table, const Mapping& mapping,
                            const PlaceLookup& places = test_places()) {
    Reading out;
    std::vector<std::string> chunks;
    SegmentWriter writer([&](EncodedChunk chunk) { chunks.push_back(std::move(chunk.bytes)); });
    TENPOINT_TRY(summary, read_table(table, mapping, places, writer, [&](const Finding& finding) {
                     out.findings.push_back(finding);
                 }));
    out.summary = summary;
    TENPOINT_TRY(segment, SegmentReader::open(writer.finish().bytes));
    out.places = segment.places();
    out.origins = segment.origins();
    out.dimensions = segment.dimensions();
    out.extras.resize(out.dimensions.size());
    ChunkColumns columns;
    for (const auto& chunk : chunks) {
        TENPOINT_CHECK(segment.read(chunk, {true, true, true, true, true}, columns));
        for (std::size_t i = 0; i < columns.observations; ++i)
            out.figures.push_back(columns.at(i));
        for (std::size_t d = 0; d < out.extras.size(); ++d)
            out.extras[d].insert(out.extras[d].end(), columns.extras[d].begin(),
                                 columns.extras[d].end());
    }
    EXPECT_EQ(out.summary.rows, out.summary.used + out.summary.rejected + out.summary.skipped);
    EXPECT_EQ(out.summary.observations, static_cast<std::int64_t>(out.figures.size()));
    return out;
}

inline Reading read_text(std::string_view table, std::string_view mapping) {
    TextTable text(table);
    return read(text, mapping_from_text(mapping).value()).value();
}

inline std::string file_text(const std::string& path) {
    std::ifstream in(path);
    EXPECT_TRUE(in) << path;
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

}  // namespace tenpoint::movements
