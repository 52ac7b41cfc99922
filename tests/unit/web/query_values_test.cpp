// SPDX-License-Identifier: Apache-2.0
#include "web/query_values.hpp"

#include <gtest/gtest.h>

#include "base/finding.hpp"
#include "web/json_body.hpp"

namespace tenpoint::web {
namespace {

Query query(std::string_view text) {
    return parse_target("/?" + std::string(text)).value().query;
}

// "-" for a value, else the code of the problem.
template <class T>
std::string code_of(const Result<T>& result) {
    return result ? "-" : result.error().fields.front().code;
}

TEST(QueryValues, ReadNumbersWithinTheirBounds) {
    EXPECT_EQ(number_of(query("limit=7"), "limit", 50, 1, 100).value(), 7);
    EXPECT_EQ(number_of(query(""), "limit", 50, 1, 100).value(), 50);
    for (const auto& [text, code] : {std::pair{"limit=0", "too_small"},
                                     {"limit=101", "too_large"},
                                     {"limit=7.5", "not_whole_number"},
                                     {"limit=99999999999999999999", "not_whole_number"},
                                     {"limit=x", "not_whole_number"}})
        EXPECT_EQ(code_of(number_of(query(text), "limit", 50, 1, 100)), code) << text;
}

TEST(QueryValues, ReadShares) {
    EXPECT_DOUBLE_EQ(share_of(query("share=0.25"), "share", 0.1).value(), 0.25);
    for (const auto& [text, code] : {std::pair{"share=-0.1", "too_small"},
                                     {"share=1.1", "too_large"},
                                     {"share=nan", "too_small"},
                                     {"share=half", "not_a_number"}})
        EXPECT_EQ(code_of(share_of(query(text), "share", 0.1)), code) << text;
}

TEST(QueryValues, ReadDaysIdsWordsAndChoices) {
    EXPECT_EQ(to_text(day_of(query("from=2024-02-29"), "from").value().value()), "2024-02-29");
    EXPECT_EQ(code_of(day_of(query("from=2023-02-29"), "from")), "not_a_date");
    EXPECT_EQ(code_of(id_of(query("batch=7"), "batch")), "not_an_id");
    EXPECT_EQ(words_of(query("place=A,,B,"), "place"), (std::vector<std::string>{"A", "B"}));
    EXPECT_EQ(choice_of<Severity>(query("severity=warning"), "severity").value(),
              Severity::warning);
    EXPECT_EQ(choice_of<Severity>(query(""), "severity").value(), std::nullopt);
    const auto refused = choice_of<Severity>(query("severity=bad"), "severity");
    EXPECT_EQ(refused.error().fields.front().arguments.back(), "error, warning, information");
}

TEST(QueryValues, ReadDaysFromOneToAnother) {
    EXPECT_EQ(days_of(query("from=2024-01-01&to=2024-01-01")).value().to,
              day_from_text("2024-01-01"));
    EXPECT_EQ(days_of(query("to=2024-01-01")).value().from, std::nullopt);
    const auto refused = days_of(query("from=2024-01-02&to=2024-01-01"));
    EXPECT_EQ(code_of(refused), "ends_before_it_begins");
    EXPECT_EQ(refused.error().fields.front().pointer, "/to");
}

TEST(BodyReader, CollectsAllThatIsWrongWithABody) {
    const boost::json::object object{
        {"name", ""}, {"source", "x"}, {"from", "2024-13-01"}, {"mapping", 1}, {"colour", "red"}};
    BodyReader body(object);
    body.text("name", true);
    body.text("reason", true);
    body.id("source", true);
    body.day("from", true);
    body.object("mapping");
    const auto done = body.done();
    ASSERT_FALSE(done);
    std::vector<std::string> found;
    for (const auto& field : done.error().fields)
        found.push_back(field.pointer + " " + field.code);
    EXPECT_EQ(found, (std::vector<std::string>{"/name required", "/reason required",
                                               "/source not_an_id", "/from not_a_date",
                                               "/mapping not_an_object", "/colour unknown_field"}));
}

TEST(BodyReader, TakesNullForNotGiven) {
    const boost::json::object object{{"sheet", nullptr}};
    BodyReader body(object);
    EXPECT_EQ(body.text("sheet", false), "");
    EXPECT_TRUE(body.done());
}

}  // namespace
}  // namespace tenpoint::web
