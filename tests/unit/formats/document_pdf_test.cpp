// SPDX-License-Identifier: Apache-2.0
#include "formats/document_pdf.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <gtest/gtest.h>

#include "sample_document.hpp"

namespace tenpoint::formats {
namespace {

std::string output_of(const std::string& command) {
    std::string output;
    auto* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return output;
    std::array<char, 4096> buffer{};
    while (const auto read = fread(buffer.data(), 1, buffer.size(), pipe))
        output.append(buffer.data(), read);
    pclose(pipe);
    return output;
}

// A file that other people's tools can look at.
class PdfFile {
  public:
    explicit PdfFile(const std::string& bytes)
        : path_(std::filesystem::temp_directory_path() /
                ("document_pdf_test_" + std::to_string(getpid()) + ".pdf")) {
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    ~PdfFile() { std::filesystem::remove(path_); }
    PdfFile(const PdfFile&) = delete;
    PdfFile& operator=(const PdfFile&) = delete;

    std::string fonts() const { return output_of("pdffonts " + path_.string()); }
    std::string text() const { return output_of("pdftotext -layout " + path_.string() + " -"); }
    std::string facts() const { return output_of("pdfinfo " + path_.string()); }
    // What a reader has to say about the file's syntax.
    std::string complaints() const {
        return output_of("pdfinfo " + path_.string() + " 2>&1 >/dev/null");
    }
    std::string links() const { return output_of("pdfinfo -url " + path_.string()); }
    std::string structure() const { return output_of("pdfinfo -struct " + path_.string()); }

  private:
    std::filesystem::path path_;
};

class document_pdf : public testing::TestWithParam<Language> {
  protected:
    Document document_ = sample_document(GetParam());
    std::string bytes_ = render_pdf(document_).value();
    PdfFile file_{bytes_};
};

TEST_P(document_pdf, carries_its_fonts) {
    const auto fonts = file_.fonts();
    EXPECT_NE(fonts.find("NotoSans"), std::string::npos) << fonts;
    EXPECT_EQ(fonts.find(" no  "), std::string::npos) << fonts;
    EXPECT_EQ(fonts.find("NotoSansArabic") != std::string::npos, GetParam() == Language::ar)
        << fonts;
}

TEST_P(document_pdf, says_what_it_is_and_when_it_was_made) {
    const auto facts = file_.facts();
    for (const auto& text : {document_.title, document_.publisher, document_.subtitle})
        EXPECT_NE(facts.find(text), std::string::npos) << text << " in " << facts;
    EXPECT_NE(facts.find("2025"), std::string::npos) << facts;
    EXPECT_NE(facts.find("Tagged:          yes"), std::string::npos) << facts;
    EXPECT_NE(bytes_.find("/Lang (" + std::string(to_word(GetParam())) + ")"), std::string::npos);
    EXPECT_NE(facts.find("595.276 x 841.89 pts (A4)"), std::string::npos) << facts;
}

TEST_P(document_pdf, is_sound) {
    EXPECT_EQ(file_.complaints(), "");
}

TEST_P(document_pdf, is_the_same_each_time) {
    EXPECT_EQ(bytes_, render_pdf(document_).value());
}

INSTANTIATE_TEST_SUITE_P(languages, document_pdf, testing::ValuesIn(all_languages), language_name);

TEST(document_pdf_text, can_be_searched_and_copied) {
    const PdfFile english(render_pdf(sample_document(Language::en)).value());
    const auto text = english.text();
    for (const auto* words : {"Mixed movements in the Americas, 2024", "302,203", "Darién",
                              "Page 1 of ", "<at all>", "javascript:alert(1)", "Nuevo Laredo"})
        EXPECT_NE(text.find(words), std::string::npos) << words;
    const PdfFile arabic(render_pdf(sample_document(Language::ar)).value());
    const auto arabic_text = arabic.text();
    for (const auto* words : {"التحركات", "المختلطة", "دارين", "٣٠٢٬٢٠٣", "المصادر"})
        EXPECT_NE(arabic_text.find(words), std::string::npos) << words;
}

TEST(document_pdf_structure, names_headings_tables_and_figures) {
    const PdfFile file(render_pdf(sample_document(Language::en)).value());
    const auto structure = file.structure();
    for (const auto* element : {"H1", "H2", "H3", "P", "Figure", "TR", "TH", "TD"})
        EXPECT_NE(structure.find(element), std::string::npos) << element;
}

TEST(document_pdf_links, lead_to_web_addresses_alone) {
    const PdfFile file(render_pdf(sample_document(Language::en)).value());
    const auto links = file.links();
    EXPECT_NE(links.find("https://www.migracion.gob.pa/"), std::string::npos) << links;
    EXPECT_EQ(links.find("javascript"), std::string::npos) << links;
    Document document;
    document.blocks.emplace_back(
        Sources{"Sources", {{"s", "", "", "https://example.org/it's\\x"}}});
    EXPECT_EQ(PdfFile(render_pdf(document).value()).complaints(), "");
}

TEST(document_pdf_table, runs_over_pages_under_a_repeated_head) {
    Document document;
    document.title = "Long";
    Table table{{.title = "Rows"}, {{"Column head"}, {"Count", ColumnType::number}}, {}};
    for (int i = 1; i <= 150; ++i)
        table.rows.push_back({{"row " + std::to_string(i) + '.', static_cast<double>(i)}});
    document.blocks.emplace_back(table);
    const PdfFile file(render_pdf(document).value());
    const auto text = file.text();
    int heads = 0;
    for (auto at = text.find("Column head"); at != std::string::npos;
         at = text.find("Column head", at + 1))
        ++heads;
    EXPECT_EQ(heads, 4) << "150 rows need four pages";
    EXPECT_NE(text.find("Page 4 of 4"), std::string::npos);
    for (int i = 1; i <= 150; ++i)
        EXPECT_NE(text.find("row " + std::to_string(i) + '.'), std::string::npos) << i;
}

TEST(document_pdf_picture, that_no_page_holds_is_made_smaller_and_kept_whole) {
    Document document;
    document.title = "Tall";
    BarChart chart{{.title = "Bars"}, "", "", "", {}};
    for (int i = 1; i <= 120; ++i)
        chart.bars.push_back({"bar " + std::to_string(i), i});
    document.blocks = {Heading{"Before"}, chart};
    const PdfFile file(render_pdf(document).value());
    EXPECT_NE(file.facts().find("Pages:           2"), std::string::npos) << file.facts();
    EXPECT_NE(file.text().find("bar 120"), std::string::npos);
}

TEST(document_pdf_empty, is_one_page) {
    const PdfFile file(render_pdf(Document{}).value());
    EXPECT_NE(file.facts().find("Pages:           1"), std::string::npos) << file.facts();
}

}  // namespace
}  // namespace tenpoint::formats
