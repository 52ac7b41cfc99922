// SPDX-License-Identifier: Apache-2.0
#include "record/kind.hpp"

#include <gtest/gtest.h>

#include "record/record.hpp"

namespace tenpoint::record {
namespace {

enum class Shade { light, dark };
BOOST_DESCRIBE_ENUM(Shade, light, dark)

// A kind with a member of every type.
struct Sample {
    std::string title;
    std::optional<std::string> remark;
    std::int64_t weight = 0;
    bool closed = false;
    Shade shade = Shade::light;
    std::optional<Shade> other_shade;
    LocalText name;
    std::optional<Coordinate> latitude;
    Day day;
    Period since = *period_from_text("2008");
    Instant at;
    JsonObject extra;
    std::vector<Shade> shades;
    std::optional<Ref<Sample>> parent;
    std::vector<Ref<Sample>> stops;
    std::string code;
    std::int64_t made = 7;
    std::string token;

    bool operator==(const Sample&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sample, (),
                      (title, remark, weight, closed, shade, other_shade, name, latitude, day,
                       since, at, extra, shades, parent, stops, code, made, token))

}  // namespace

template <>
struct Kind<Sample> {
    static constexpr std::string_view name = "sample", plural = "samples";
    static constexpr int version = 3;
    static constexpr auto stewardship = Stewardship::partners;
    static constexpr auto notes = std::tuple{
        Note<&Sample::title>{{.required = true, .max_length = 10, .hxl = "#title"}},
        Note<&Sample::remark>{{.max_length = 5}},
        Note<&Sample::weight>{{.unit = "gram"}},
        Note<&Sample::closed>{},
        Note<&Sample::shade>{},
        Note<&Sample::other_shade>{},
        Note<&Sample::name>{{.max_length = 5}},
        Note<&Sample::latitude>{},
        Note<&Sample::day>{},
        Note<&Sample::since>{},
        Note<&Sample::at>{},
        Note<&Sample::extra>{{.max_length = 20}},
        Note<&Sample::shades>{},
        Note<&Sample::parent>{},
        Note<&Sample::stops>{},
        Note<&Sample::code>{{.settable = Settable::at_creation}},
        Note<&Sample::made>{{.settable = Settable::by_the_program}},
        Note<&Sample::token>{
            {.sensitivity = Sensitivity::secret, .settable = Settable::by_the_program}},
    };
    static void check(const Sample& sample, std::vector<FieldProblem>& problems) {
        if (sample.weight < 0) problems.push_back({"/weight", "negative"});
    }
};

namespace {

const KindInfo& kind() {
    return kind_info<Sample>();
}

json::object body_of(std::string_view text) {
    return json::parse(text).as_object();
}

constexpr auto full_body = R"({
    "title": "Route", "remark": null, "weight": 12, "closed": true, "shade": "dark",
    "other_shade": "light", "name": {"en": "A", "ar": "أ"}, "latitude": 8.25,
    "day": "2026-03-28", "since": "2008-05", "at": "2026-03-28T02:30:00.125Z", "extra": {"a": [1, null]},
    "shades": ["dark", "light"], "parent": "018bcfe5-6800-7000-8000-000000000001",
    "stops": ["018bcfe5-6800-7000-8000-000000000002", "018bcfe5-6800-7000-8000-000000000003"],
    "code": "R1"})";

TEST(Kind, GoesFromJsonToRowAndBackWithoutLoss) {
    const auto row = kind().read(body_of(full_body), nullptr);
    ASSERT_TRUE(row);
    EXPECT_EQ(to_row(from_row<Sample>(*row)), *row);
    const auto written = kind().write(*row);
    for (const auto& [field, value] : body_of(full_body))
        EXPECT_EQ(written.at(field), value);
    EXPECT_EQ(row->links.front().size(), 2U);
}

TEST(Kind, NeverWritesASecret) {
    auto row = kind().read(body_of(full_body), nullptr).value();
    auto sample = from_row<Sample>(row);
    sample.token = "hidden";
    EXPECT_FALSE(kind().write(to_row(sample)).contains("token"));
    EXPECT_EQ(json::serialize(difference(kind(), row, to_row(sample))), "[]");
    EXPECT_FALSE(answer_schema(kind()).at("properties").as_object().contains("token"));
}

struct Refused {
    const char* body;
    const char* pointer;
    const char* code;
};

class RefusedBodies : public testing::TestWithParam<Refused> {};

TEST_P(RefusedBodies, NameTheMemberAndWhatIsWrong) {
    auto body = body_of(full_body);
    for (const auto& [field, value] : body_of(GetParam().body))
        body[field] = value;
    const auto row = kind().read(body, nullptr);
    ASSERT_FALSE(row);
    EXPECT_EQ(row.error().code, ProblemCode::invalid_fields);
    ASSERT_EQ(row.error().fields.size(), 1U);
    EXPECT_EQ(row.error().fields.front().pointer, GetParam().pointer);
    EXPECT_EQ(row.error().fields.front().code, GetParam().code);
}

INSTANTIATE_TEST_SUITE_P(
    Kind, RefusedBodies,
    testing::Values(Refused{R"({"title": ""})", "/title", "required"},
                    Refused{R"({"title": 7})", "/title", "not_text"},
                    Refused{R"({"title": "far too long"})", "/title", "too_long"},
                    Refused{R"({"remark": "longer"})", "/remark", "too_long"},
                    Refused{R"({"name": {"en": "A", "ar": "ابجدهو"}})", "/name", "too_long"},
                    Refused{R"({"extra": {"a": "more than twenty"}})", "/extra", "too_long"},
                    Refused{R"({"weight": 1.5})", "/weight", "not_whole_number"},
                    Refused{R"({"weight": "1"})", "/weight", "not_whole_number"},
                    Refused{R"({"weight": -1})", "/weight", "negative"},
                    Refused{R"({"closed": 1})", "/closed", "not_true_or_false"},
                    Refused{R"({"shade": "grey"})", "/shade", "not_a_choice"},
                    Refused{R"({"name": {"de": "A"}})", "/name", "not_a_text_by_language"},
                    Refused{R"({"latitude": 181})", "/latitude", "not_a_coordinate"},
                    Refused{R"({"day": "2026-02-30"})", "/day", "not_a_date"},
                    Refused{R"({"since": "May 2008"})", "/since", "not_a_period"},
                    Refused{R"({"since": "2008-13"})", "/since", "not_a_period"},
                    Refused{R"({"at": "2026-03-28"})", "/at", "not_a_time"},
                    Refused{R"({"extra": []})", "/extra", "not_an_object"},
                    Refused{R"({"shades": ["dark", "grey"]})", "/shades", "not_a_choice"},
                    Refused{R"({"parent": "here"})", "/parent", "not_an_id"},
                    Refused{R"({"stops": "x"})", "/stops", "not_a_list"},
                    Refused{R"({"made": 8})", "/made", "read_only"},
                    Refused{R"({"nmae": "typo"})", "/nmae", "unknown_field"}),
    [](const auto& refused) {
        return std::string(refused.param.pointer + 1) + "_" + refused.param.code + "_" +
               std::to_string(refused.index);
    });

TEST(Kind, CollectsAProblemForEachMember) {
    const auto row = kind().read(body_of(R"({"weight": "x", "day": 3})"), nullptr);
    ASSERT_FALSE(row);
    std::vector<std::string> pointers;
    for (const auto& field : row.error().fields)
        pointers.push_back(field.pointer);
    EXPECT_EQ(pointers, (std::vector<std::string>{"/title", "/weight", "/day"}));
}

TEST(Kind, ChecksWhatCouldBeReadBesideWhatCouldNot) {
    const auto row = kind().read(
        body_of(R"({"title": 7, "weight": -1, "remark": "longer", "shade": "grey"})"), nullptr);
    ASSERT_FALSE(row);
    EXPECT_EQ(row.error().fields,
              (std::vector<FieldProblem>{{"/title", "not_text"},
                                         {"/shade", "not_a_choice", {"grey", "light, dark"}},
                                         {"/remark", "too_long", {"5"}},
                                         {"/weight", "negative"}}));
}

TEST(Kind, SaysWhichChoicesThereAre) {
    const auto problems_of = [](std::string_view body) {
        return kind().read(body_of(body), nullptr).error().fields;
    };
    for (const auto& [member, value, given] : {std::tuple{"shade", R"("grey")", "grey"},
                                               {"other_shade", R"("")", ""},
                                               {"shades", R"(["dark", {"a": 1}])", R"({"a":1})"}})
        EXPECT_EQ(problems_of(fmt::format(R"({{"title": "A", "{}": {}}})", member, value)),
                  (std::vector<FieldProblem>{
                      {fmt::format("/{}", member), "not_a_choice", {given, "light, dark"}}}));
}

TEST(Kind, CountsLengthsInCharactersOfAnyAlphabet) {
    EXPECT_TRUE(kind().read(body_of(R"({"title": "عشرة حروف"})"), nullptr));
    EXPECT_TRUE(kind().read(body_of(R"({"title": "A", "name": {"ar": "ابجده"}})"), nullptr));
    EXPECT_EQ(kind().read(body_of(R"({"title": "أكثر من عشرة"})"), nullptr).error().fields,
              (std::vector<FieldProblem>{{"/title", "too_long", {"10"}}}));
}

TEST(Kind, LimitsATextThatDeclaresNoLength) {
    auto body = body_of(full_body);
    body["code"] = std::string(10'001, 'x');
    EXPECT_EQ(kind().read(body, nullptr).error().fields.front().code, "too_long");
}

TEST(Kind, ChangesOnlyWhatTheBodyNames) {
    const auto before = kind().read(body_of(full_body), nullptr).value();
    const auto after = kind().read(body_of(R"({"weight": 13})"), &before);
    ASSERT_TRUE(after);
    EXPECT_EQ(json::serialize(difference(kind(), before, *after)),
              R"([{"field":"weight","from":12,"to":13}])");
    EXPECT_FALSE(kind().read(body_of(R"({"code": "R2"})"), &before));
    EXPECT_TRUE(kind().read(body_of(R"({"code": "R1"})"), &before));
}

TEST(Schema, SaysWhatTheBodyMayHold) {
    const auto schema = body_schema(kind());
    EXPECT_EQ(schema.at("additionalProperties"), false);
    EXPECT_EQ(schema.at("required"), json::parse(R"(["title"])"));
    const auto& properties = schema.at("properties").as_object();
    EXPECT_FALSE(properties.contains("made"));
    EXPECT_EQ(properties.at("title"),
              json::parse(R"({"type": "string", "maxLength": 10, "x-hxl": "#title"})"));
    EXPECT_EQ(properties.at("other_shade"),
              json::parse(R"({"type": ["string", "null"], "enum": ["light", "dark", null]})"));
    EXPECT_EQ(properties.at("parent").at("x-reference"), "samples");
    EXPECT_EQ(properties.at("name").at("properties").at("ar").at("maxLength"), 5);
    EXPECT_FALSE(properties.at("extra").as_object().contains("maxLength"));
}

TEST(Visibility, IsWrittenByItsWord) {
    EXPECT_EQ(to_word(Visibility::everybody), "public");
    EXPECT_EQ(visibility_from_word("public"), Visibility::everybody);
    EXPECT_EQ(visibility_from_word("confidential"), Visibility::confidential);
    EXPECT_FALSE(visibility_from_word("everybody"));
}

}  // namespace
}  // namespace tenpoint::record
