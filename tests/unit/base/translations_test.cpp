// SPDX-License-Identifier: Apache-2.0
#include "base/translations.hpp"

#include <set>

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <gtest/gtest.h>
#include <unicode/messagepattern.h>

#include "base/problem.hpp"

namespace tenpoint {
namespace {

// The names of the placeholders of a pattern, those inside plural forms included.
std::set<std::string> placeholders(std::string_view pattern) {
    UParseError where{};
    UErrorCode status = U_ZERO_ERROR;
    const auto text =
        icu::UnicodeString::fromUTF8({pattern.data(), static_cast<std::int32_t>(pattern.size())});
    const icu::MessagePattern parsed(text, &where, status);
    EXPECT_TRUE(U_SUCCESS(status)) << "no message pattern: " << pattern;
    std::set<std::string> names;
    for (std::int32_t i = 0; i < parsed.countParts(); ++i) {
        const auto& part = parsed.getPart(i);
        if (part.getType() != UMSGPAT_PART_TYPE_ARG_NAME &&
            part.getType() != UMSGPAT_PART_TYPE_ARG_NUMBER)
            continue;
        std::string name;
        names.insert(parsed.getSubstring(part).toUTF8String(name));
    }
    return names;
}

// So that they are not drawn turned round among Arabic words.
TEST(Translations, what_is_put_into_a_sentence_from_right_to_left_keeps_its_direction) {
    const auto said = [](Language language, std::string_view text) {
        return translate(language, "findings.unclosed_quote", {{"text", text}});
    };
    const auto says = [&](std::string_view text, const std::string& marked) {
        return said(Language::ar, text).find(": " + marked + ".") != std::string::npos;
    };
    EXPECT_TRUE(says("<5", "\u2066<5\u2069")) << said(Language::ar, "<5");
    EXPECT_TRUE(says("2024-04-03", "\u20662024-04-03\u2069"));
    EXPECT_TRUE(says("1 251", "\u20661 251\u2069"));
    EXPECT_TRUE(says("Venezuele", "\u2068Venezuele\u2069"));
    EXPECT_TRUE(says("قرية 5", "\u2068قرية 5\u2069"));
    EXPECT_TRUE(says("قرية", "قرية"));
    EXPECT_TRUE(says("…", "…"));
    EXPECT_EQ(said(Language::en, "<5").find("\u2066"), std::string::npos);
}

class EachLanguage : public testing::TestWithParam<Language> {};
INSTANTIATE_TEST_SUITE_P(Translations, EachLanguage, testing::ValuesIn(all_languages),
                         [](const auto& test) { return std::string(to_word(test.param)); });

TEST_P(EachLanguage, has_the_keys_of_the_english_texts_and_no_others) {
    EXPECT_EQ(translation_keys(GetParam()), translation_keys(Language::en));
}

TEST_P(EachLanguage, has_the_placeholders_of_the_english_texts) {
    for (const auto key : translation_keys(Language::en))
        EXPECT_EQ(placeholders(translation_pattern(GetParam(), key)),
                  placeholders(translation_pattern(Language::en, key)))
            << key;
}

// To MessageFormat a straight apostrophe before a brace is a quotation mark: "d'{0}" prints "d{0}".
TEST_P(EachLanguage, writes_the_curved_apostrophe) {
    for (const auto key : translation_keys(GetParam())) {
        EXPECT_FALSE(translation_pattern(GetParam(), key).empty()) << key;
        EXPECT_EQ(translation_pattern(GetParam(), key).find('\''), std::string_view::npos) << key;
    }
}

TEST_P(EachLanguage, explains_every_problem) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<ProblemCode>>([](auto code) {
        EXPECT_TRUE(has_translation(GetParam(), std::string("problems.") + code.name)) << code.name;
    });
}

TEST(Translations, fill_numbered_placeholders) {
    EXPECT_EQ(
        translate_numbered(Language::en, "field_problems.too_long", std::vector{std::string("80")}),
        "This is too long: at most 80 characters.");
    EXPECT_EQ(
        translate_numbered(Language::es, "field_problems.too_long", std::vector{std::string("80")}),
        "Es demasiado largo: como máximo 80 caracteres.");
}

TEST(Translations, leave_a_placeholder_without_argument_as_written) {
    EXPECT_EQ(translate(Language::en, "field_problems.too_long"),
              "This is too long: at most {0} characters.");
}

TEST(Translations, do_not_read_placeholders_out_of_an_argument) {
    EXPECT_EQ(translate_numbered(Language::en, "field_problems.not_a_mapping_field",
                                 std::vector{std::string("{0} it's")}),
              "“{0} it's” is not something a column can mean.");
}

TEST(Translations, give_the_key_itself_where_no_language_has_it) {
    EXPECT_FALSE(has_translation(Language::fr, "problems.no_such_problem"));
    EXPECT_EQ(translate(Language::fr, "problems.no_such_problem"), "problems.no_such_problem");
}

}  // namespace
}  // namespace tenpoint
