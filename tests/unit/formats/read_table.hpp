// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

#include <gtest/gtest.h>

#include "formats/table.hpp"

namespace tenpoint::formats {

// A file of the test that runs, gone after it.
class TemporaryFile {
  public:
    explicit TemporaryFile(std::string_view bytes = {}) {
        static int count = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("tenpoint_" + std::to_string(::getpid()) + "_" + std::to_string(++count));
        std::ofstream{path_, std::ios::binary}.write(bytes.data(),
                                                     static_cast<std::streamsize>(bytes.size()));
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() { std::filesystem::remove(path_); }

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

using Rows = std::vector<std::vector<std::string>>;

// All that a reader delivers.
struct ReadTable {
    TableInfo info;
    Rows rows;
    std::vector<std::vector<CellKind>> kinds;
    std::vector<std::int64_t> numbers;
    Findings findings;
    std::string refusal;  // the code of the field problem, where the file is refused
    double progress = 0;
};

inline ReadTable read_table(const std::filesystem::path& path, const TableOptions& options = {}) {
    ReadTable read;
    auto reader = open_table(path, options, &read.info);
    if (!reader) {
        EXPECT_EQ(reader.error().code, ProblemCode::unreadable_file);
        read.refusal = reader.error().fields.at(0).code;
        return read;
    }
    std::vector<Cell> cells;
    while ((*reader)->next(cells)) {
        auto& row = read.rows.emplace_back();
        auto& kinds = read.kinds.emplace_back();
        for (const auto& cell : cells) {
            row.emplace_back(cell.text);
            kinds.push_back(cell.kind);
        }
        read.numbers.push_back((*reader)->row_number());
    }
    EXPECT_FALSE((*reader)->next(cells)) << "the end is the end";
    read.findings = (*reader)->findings();
    read.progress = (*reader)->progress();
    return read;
}

inline ReadTable read_text(std::string_view bytes, const TableOptions& options = {}) {
    const TemporaryFile file{bytes};
    return read_table(file.path(), options);
}

// "unclosed_quote@3" for each finding.
inline std::vector<std::string> codes_of(const Findings& findings) {
    std::vector<std::string> codes;
    for (const auto& finding : findings)
        codes.push_back(finding.code + "@" + std::to_string(finding.row));
    return codes;
}

}  // namespace tenpoint::formats
