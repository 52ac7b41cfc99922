// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/mapping.hpp"

#include <filesystem>

#include "read_text.hpp"

namespace tenpoint::movements {
namespace {

std::vector<std::pair<std::string, std::string>> problems_of(std::string_view json) {
    const auto mapping = mapping_from_text(json);
    std::vector<std::pair<std::string, std::string>> out;
    if (mapping) return out;
    for (const auto& problem : mapping.error().fields)
        out.emplace_back(problem.pointer, problem.code);
    return out;
}

TEST(Mapping, every_example_is_read_and_written_without_loss) {
    int read_ones = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(
             std::string(TENPOINT_SOURCE) + "/examples")) {
        if (file.path().parent_path().filename() != "mappings") continue;
        const auto text = file_text(file.path());
        const auto mapping = mapping_from_text(text).value();
        EXPECT_EQ(mapping_from_json(to_json(mapping)).value(), mapping) << file.path();
        ++read_ones;
    }
    EXPECT_EQ(read_ones, 11);
}

TEST(Mapping, what_is_misspelt_is_refused_with_its_place) {
    using Problems = std::vector<std::pair<std::string, std::string>>;
    EXPECT_EQ(problems_of(R"({"sheets": "a"})"), (Problems{{"/sheets", "unknown_field"}}));
    EXPECT_EQ(problems_of(R"({"columns": [{"column": "t", "field": "when"}]})"),
              (Problems{{"/columns/0/field", "not_a_choice"}}));
    EXPECT_EQ(problems_of(R"({"columns": [{"field": "count"}]})"),
              (Problems{{"/columns/0/column", "required"}}));
    EXPECT_EQ(problems_of(R"({"filters": [{"column": "a", "skip": ["b"]}]})"),
              (Problems{{"/filters/0/reason", "required"}}));
    EXPECT_EQ(problems_of(R"({"filters": [{"column": "a", "reason": "b", "unless": [{}]}]})"),
              (Problems{{"/filters/0/unless/0/column", "required"},
                        {"/filters/0/unless/0/texts", "required"}}));
    EXPECT_EQ(problems_of(R"({"period": "2023-13"})"), (Problems{{"/period", "not_a_period"}}));
    EXPECT_EQ(problems_of(R"({"set": {"sex": "women"}})"),
              (Problems{{"/set/sex", "not_a_choice"}}));
    EXPECT_EQ(problems_of(R"({"columns": {}})"), (Problems{{"/columns", "not_a_list"}}));
    EXPECT_EQ(mapping_from_text("{").error().code, ProblemCode::malformed_json);
}

TEST(Mapping, the_short_form_names_fields_and_what_counts_are_about) {
    const auto columns =
        columns_from_short_form(
            R"(t=period, nat = origin,"Dead, missing"=death,#4=count+female+adult)")
            .value();
    ASSERT_EQ(columns.size(), 4U);
    EXPECT_EQ(columns[0].column, "t");
    EXPECT_EQ(columns[0].field, Field::period);
    EXPECT_EQ(columns[1].field, Field::origin);
    EXPECT_EQ(columns[2].column, "Dead, missing");
    EXPECT_EQ(columns[2].field, Field::count);
    EXPECT_EQ(columns[2].set.indicator, Indicator::death);
    EXPECT_EQ(columns[3].number, 4);
    EXPECT_EQ(columns[3].set.sex, Sex::female);
    EXPECT_EQ(columns[3].set.age, AgeGroup::adult);
}

TEST(Mapping, a_wrong_short_form_says_which_part) {
    const auto columns = columns_from_short_form("t=period,n=counts,x");
    ASSERT_FALSE(columns);
    ASSERT_EQ(columns.error().fields.size(), 2U);
    EXPECT_EQ(columns.error().fields[0].pointer, "/map/1");
    EXPECT_EQ(columns.error().fields[1].pointer, "/map/2");
}

TEST(Mapping, columns_given_take_the_place_of_those_known) {
    Mapping known;
    known.columns = columns_from_short_form("t=period,n=count").value();
    const auto mapping = with_columns(known, columns_from_short_form("N=death,x=skip").value());
    ASSERT_EQ(mapping.columns.size(), 3U);
    EXPECT_EQ(mapping.columns[1].set.indicator, Indicator::death);
    EXPECT_EQ(mapping.columns[2].field, Field::skip);
}

}  // namespace
}  // namespace tenpoint::movements
