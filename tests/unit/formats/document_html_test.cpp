// SPDX-License-Identifier: Apache-2.0
#include "formats/document_html.hpp"

#include <map>
#include <set>
#include <stdexcept>

#include <expat.h>
#include <gtest/gtest.h>

#include "sample_document.hpp"

namespace tenpoint::formats {
namespace {

// What an XML parser finds in a page: how often each element, the text, and each attribute's
// values.
struct Page {
    std::map<std::string, int> elements;
    std::map<std::string, std::set<std::string>> attributes;
    std::string text;
    std::string error;
};

Page parse(const std::string& html) {
    Page page;
    auto* parser = XML_ParserCreate("UTF-8");
    XML_SetUserData(parser, &page);
    XML_SetElementHandler(
        parser,
        [](void* data, const XML_Char* name, const XML_Char** attributes) {
            auto& found = *static_cast<Page*>(data);
            ++found.elements[name];
            for (; *attributes != nullptr; attributes += 2)
                found.attributes[attributes[0]].insert(attributes[1]);
        },
        [](void*, const XML_Char*) {});
    XML_SetCharacterDataHandler(parser, [](void* data, const XML_Char* text, int length) {
        static_cast<Page*>(data)->text.append(text, static_cast<std::size_t>(length));
    });
    if (XML_Parse(parser, html.data(), static_cast<int>(html.size()), 1) == XML_STATUS_ERROR)
        page.error = XML_ErrorString(XML_GetErrorCode(parser));
    XML_ParserFree(parser);
    return page;
}

class document_html : public testing::TestWithParam<Language> {
  protected:
    std::string html_ = render_html(sample_document(GetParam()));
    Page page_ = parse(html_);
};

TEST_P(document_html, is_well_formed_and_says_its_language_and_direction) {
    EXPECT_EQ(page_.error, "");
    EXPECT_TRUE(page_.attributes["lang"].contains(std::string(to_word(GetParam()))));
    EXPECT_TRUE(html_.find(GetParam() == Language::ar ? R"(dir="rtl">)" : R"(dir="ltr">)") < 200);
}

TEST_P(document_html, runs_and_fetches_nothing) {
    for (const auto* element : {"script", "link", "img", "iframe", "object", "image", "use"})
        EXPECT_EQ(page_.elements[element], 0) << element;
    EXPECT_EQ(html_.find("url("), std::string::npos);
    EXPECT_EQ(html_.find("@import"), std::string::npos);
    EXPECT_EQ(page_.attributes["href"], std::set<std::string>{"https://www.migracion.gob.pa/"})
        << "a link that is no web address is printed, not linked";
    for (const auto& [name, values] : page_.attributes)
        EXPECT_FALSE(name.starts_with("on") || name == "style") << name;
}

TEST_P(document_html, draws_each_picture_for_desk_and_telephone_with_its_figures_as_a_table) {
    constexpr int pictures = 7;
    EXPECT_EQ(page_.elements["svg"], 2 * pictures);
    EXPECT_EQ(page_.elements["details"], pictures);
    EXPECT_EQ(page_.elements["figure"], pictures + 1);
    EXPECT_EQ(page_.elements["table"], pictures + 1);
    EXPECT_EQ(page_.attributes["scope"], (std::set<std::string>{"col", "row"}));
    EXPECT_FALSE(page_.attributes["aria-label"].contains(""));
    EXPECT_EQ(page_.elements["h1"], 1);
}

TEST_P(document_html, shows_texts_as_they_were_given) {
    EXPECT_NE(page_.text.find('&'), std::string::npos);
    EXPECT_NE(page_.text.find("javascript:alert(1)"), std::string::npos);
    const auto document = sample_document(GetParam());
    for (const auto& text : {document.title, document.publisher, document.edition_line})
        EXPECT_NE(page_.text.find(text), std::string::npos) << text;
    EXPECT_EQ(page_.text.find("document."), std::string::npos) << "a text without translation";
}

TEST_P(document_html, is_the_same_each_time) {
    EXPECT_EQ(html_, render_html(sample_document(GetParam())));
}

INSTANTIATE_TEST_SUITE_P(languages, document_html, testing::ValuesIn(all_languages), language_name);

TEST(document_html_figures, follow_the_language) {
    const auto has = [](Language language, std::string_view figure) {
        return render_html(sample_document(language)).find(figure) != std::string::npos;
    };
    EXPECT_TRUE(has(Language::en, "302,203"));
    EXPECT_TRUE(has(Language::fr, "302\u202f203"));
    EXPECT_TRUE(has(Language::es, "302.203"));
    EXPECT_TRUE(has(Language::ar, "٣٠٢٬٢٠٣"));
}

TEST(document_html_refusal, names_the_inconsistent_block) {
    Document document;
    document.blocks = {LineChart{{.title = "Trend"}, {Period{}}, {{"All", {}}}}};
    EXPECT_THROW(render_html(document), std::invalid_argument);
}

}  // namespace
}  // namespace tenpoint::formats
