// SPDX-License-Identifier: Apache-2.0
#include "formats/document_xlsx.hpp"

#include <map>

#include <gtest/gtest.h>
#include <zip.h>

#include "sample_document.hpp"

namespace tenpoint::formats {
namespace {

// The parts of the package by path.
std::map<std::string, std::string> unpacked(const std::string& bytes) {
    std::map<std::string, std::string> parts;
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive == nullptr) return parts;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        zip_stat_t stat;
        zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
        std::string content(stat.size, '\0');
        auto* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
        zip_fread(file, content.data(), stat.size);
        zip_fclose(file);
        parts.emplace(stat.name, std::move(content));
    }
    zip_close(archive);
    return parts;
}

std::vector<std::string> sheet_names(const std::string& workbook) {
    const std::string before = "<sheet name=\"";
    std::vector<std::string> names;
    for (auto at = workbook.find(before); at != std::string::npos; at = workbook.find(before, at)) {
        at += before.size();
        names.push_back(workbook.substr(at, workbook.find('"', at) - at));
    }
    return names;
}

class document_xlsx : public testing::TestWithParam<Language> {
  protected:
    std::string bytes_ = render_xlsx(sample_document(GetParam()));
    std::map<std::string, std::string> parts_ = unpacked(bytes_);
};

TEST_P(document_xlsx, has_a_sheet_for_each_picture_and_table) {
    EXPECT_EQ(sheet_names(parts_["xl/workbook.xml"]).size(), 11U)
        << "summary, seven pictures, a table, the sources, all figures";
    EXPECT_NE(parts_["docProps/core.xml"].find("2025-01-20T10:30:00Z"), std::string::npos);
}

TEST_P(document_xlsx, runs_from_the_right_in_arabic_alone) {
    for (const auto& [path, content] : parts_)
        if (path.starts_with("xl/worksheets/")) {
            EXPECT_EQ(content.find("rightToLeft=\"1\"") != std::string::npos,
                      GetParam() == Language::ar)
                << path;
        }
}

TEST_P(document_xlsx, stores_figures_as_numbers_and_texts_as_texts) {
    const auto& figures = parts_["xl/worksheets/sheet11.xml"];
    EXPECT_NE(figures.find("<v>24634</v>"), std::string::npos);
    EXPECT_NE(figures.find("ySplit=\"2\""), std::string::npos) << "header and hashtags stay";
    for (const auto& [path, content] : parts_) {
        EXPECT_EQ(content.find("<f>"), std::string::npos) << path << " holds a formula";
        EXPECT_EQ(content.find("<hyperlink"), std::string::npos) << path;
    }
    const auto& texts = parts_["xl/sharedStrings.xml"];
    for (const auto* text : {"=HYPERLINK(", "#affected", "#date+period", "2024-12"})
        EXPECT_NE(texts.find(text), std::string::npos) << text;
}

TEST_P(document_xlsx, is_the_same_each_time) {
    EXPECT_EQ(bytes_, render_xlsx(sample_document(GetParam())));
}

INSTANTIATE_TEST_SUITE_P(languages, document_xlsx, testing::ValuesIn(all_languages), language_name);

TEST(document_xlsx_names, are_ones_that_excel_takes) {
    Document document;
    for (const auto* title :
         {"A/B: [what] *is* this?", "Ünïcode, a name far beyond thirty-one characters",
          "Ünïcode, a name far beyond thirty-one letters", "same", "SAME", "'"})
        document.blocks.emplace_back(Table{{.title = title}, {{"Column"}}, {}});
    auto parts = unpacked(render_xlsx(document));
    EXPECT_EQ(sheet_names(parts["xl/workbook.xml"]),
              (std::vector<std::string>{"Summary", "A B   what   is  this",
                                        "Ünïcode, a name far beyond thir",
                                        "Ünïcode, a name far beyond 2", "same", "SAME 2", "2"}));
}

}  // namespace
}  // namespace tenpoint::formats
