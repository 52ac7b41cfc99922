// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/preview.hpp"

#include <utility>

#include "desks/movements/segment_reader.hpp"

namespace tenpoint::movements {
namespace {

// A table that ends early.
class FirstRows final : public formats::TableReader {
  public:
    FirstRows(formats::TableReader& table, std::int64_t rows) : table_(table), left_(rows) {}

    bool next(std::vector<formats::Cell>& cells) override {
        if (left_ == 0) {
            is_cut_ = is_cut_ || table_.next(cells);
            return false;
        }
        --left_;
        return table_.next(cells);
    }
    std::int64_t row_number() const override { return table_.row_number(); }
    double progress() const override { return table_.progress(); }
    const Findings& findings() const override { return table_.findings(); }

    bool is_cut() const { return is_cut_; }

  private:
    formats::TableReader& table_;
    std::int64_t left_;
    bool is_cut_ = false;
};

std::string word_of(const std::vector<std::string>& words, Code code, std::string_view unknown) {
    if (code == code_all) return {};
    return code == code_unknown ? std::string(unknown) : words[code - first_word_code];
}

PreviewedFigure figure_at(const SegmentReader& segment, const ChunkColumns& columns,
                          std::size_t i) {
    const auto one = columns.at(i);
    PreviewedFigure figure{one.indicator,
                           {one.row,
                            Period::from_code(one.period),
                            word_of(segment.places(), one.place, ""),
                            word_of(segment.origins(), one.origin, "unknown"),
                            one.sex,
                            one.age,
                            one.profile,
                            one.count,
                            {}}};
    for (std::size_t d = 0; d < columns.extras.size(); ++d)
        figure.observation.extras.push_back(
            word_of(segment.dimensions()[d].words, columns.extras[d][i], ""));
    return figure;
}

}  // namespace

Result<Preview> preview_table(formats::TableReader& table, const Mapping& mapping,
                              const PlaceLookup& places, const PreviewLimits& limits,
                              const TableNames& names, const ReadingGround& ground) {
    Preview preview;
    FirstRows rows(table, limits.rows);
    std::vector<EncodedChunk> chunks;
    SegmentWriter writer([&](EncodedChunk chunk) { chunks.push_back(std::move(chunk)); });
    const auto keep = [&](const Finding& finding) {
        if (preview.findings.size() < limits.findings) preview.findings.push_back(finding);
    };
    TENPOINT_TRY(summary, read_table(rows, mapping, places, writer, keep, {}, names, ground));
    preview.summary = std::move(summary);
    preview.is_all = !rows.is_cut();
    const auto head = writer.finish();
    TENPOINT_TRY(segment, SegmentReader::open(head.bytes));
    for (const auto& dimension : segment.dimensions())
        preview.dimensions.push_back(dimension.name);
    for (const auto& chunk : chunks) {
        ChunkColumns columns;
        TENPOINT_CHECK(segment.read(chunk.bytes, {true, true, true, true, true}, columns));
        for (std::size_t i = 0; i < columns.observations && preview.figures.size() < limits.figures;
             ++i)
            preview.figures.push_back(figure_at(segment, columns, i));
    }
    return preview;
}

Result<Preview> preview_activities(formats::TableReader& table, const Mapping& mapping,
                                   const activities::ReportGround& ground, const TableNames& names,
                                   const PreviewLimits& limits) {
    Preview preview;
    FirstRows rows(table, limits.rows);
    const auto keep = [&](const Finding& finding) {
        if (preview.findings.size() < limits.findings) preview.findings.push_back(finding);
    };
    const auto take = [&](const activities::ActivityReport& report) {
        if (preview.reports.size() < limits.reports) preview.reports.push_back(report);
    };
    TENPOINT_TRY(summary, read_activities(rows, mapping, ground, names, take, keep));
    preview.summary = std::move(summary);
    preview.is_all = !rows.is_cut();
    return preview;
}

}  // namespace tenpoint::movements
