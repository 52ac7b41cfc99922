// SPDX-License-Identifier: Apache-2.0
#include "partners_file.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "desks/activities/batch_reports.hpp"
#include "desks/movements/activity_reading.hpp"
#include "desks/movements/reading.hpp"
#include "desks/movements/recognition.hpp"
#include "desks/movements/segment_reader.hpp"
#include "formats/read_ahead.hpp"
#include "formats/table.hpp"
#include "must.hpp"

namespace tenpoint::fuzz {
namespace {

// A folder of its own, since readers unpack beside the file that they read.
class Folder {
  public:
    Folder() {
        auto name = (std::filesystem::temp_directory_path() / "tenpoint-fuzz-XXXXXX").string();
        must(::mkdtemp(name.data()) != nullptr, "there is room for a folder");
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::filesystem::path file_of(std::string_view bytes) const {
        auto path = path_ / "file";
        std::ofstream file(path, std::ios::binary);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        must(file.flush().good(), "there is room for the file");
        return path;
    }

  private:
    std::filesystem::path path_;
};

void read_rows(formats::TableReader& table) {
    std::vector<formats::Cell> cells;
    std::int64_t last = 0;
    while (table.next(cells)) {
        must(table.row_number() > last, "rows ascend");
        last = table.row_number();
        must(cells.size() <= formats::TableLimits::columns,
             "a row has no more columns than it may");
        for (const auto& cell : cells) {
            must(cell.text.size() <= formats::TableLimits::cell_bytes,
                 "a cell is as long as it may");
            must(is_valid_utf8(cell.text), "cells are UTF-8");
        }
    }
}

// As an officer would complete it.
movements::Mapping completed(movements::Mapping mapping) {
    if (!mapping.set.indicator) mapping.set.indicator = movements::Indicator::crossing;
    if (!mapping.set.place) mapping.set.place = "PAN";
    if (!mapping.period) mapping.period = period_from_text("2024");
    return mapping;
}

void read_figures(formats::TableReader& table, const movements::Mapping& mapping) {
    std::vector<std::string> chunks;
    movements::SegmentWriter segment(
        [&](movements::EncodedChunk chunk) { chunks.push_back(std::move(chunk.bytes)); });
    const auto read = movements::read_table(table, mapping, {}, segment);
    if (!read) return;
    must(read->rows == read->used + read->rejected + read->skipped, "each row has its end");
    const auto written = movements::SegmentReader::open(segment.finish().bytes);
    must(written.has_value(), "the segment can be opened");
    std::int64_t observations = 0;
    movements::ChunkColumns columns;
    for (const auto& chunk : chunks) {
        must(written->read(chunk, {true, true, true, true, true}, columns).has_value(),
             "a chunk can be read back");
        observations += static_cast<std::int64_t>(columns.observations);
    }
    must(observations == read->observations, "all figures come back");
}

// Whatever the table is, it may be taken for an activity sheet.
void read_reports(formats::TableReader& table, movements::Mapping mapping) {
    if (mapping.columns.empty()) return;
    mapping.columns.front().report = activities::ReportField::organisation;
    std::int64_t reports = 0;
    activities::ReportChunks chunks([&](const std::string& chunk) {
        reports += static_cast<std::int64_t>(activities::reports_in(chunk).size());
    });
    const auto read = movements::read_activities(
        table, mapping, {}, {"2024", {}},
        [&](const activities::ActivityReport& report) { chunks.add(report); });
    if (!read) return;
    chunks.finish();
    must(read->rows == read->used + read->rejected + read->skipped,
         "each row of a sheet has its end");
    must(reports == read->used, "all reports come back");
}

}  // namespace

void read_partners_file(std::string_view bytes) {
    static const Folder folder;
    const auto file = folder.file_of(bytes);
    const auto open = [&] { return formats::open_table(file); };
    const auto table = open();
    if (!table) {
        must(table.error().code == ProblemCode::unreadable_file, "a refusal says why");
        return;
    }
    read_rows(**table);
    read_rows(*formats::read_ahead(open().value()));
    formats::read_ahead(open().value());  // which nobody reads to its end
    const auto recognised = movements::recognise(*open().value());
    read_figures(*open().value(), completed(recognised.mapping));
    read_reports(*open().value(), recognised.mapping);
}

}  // namespace tenpoint::fuzz
