// SPDX-License-Identifier: Apache-2.0
#include "formats/icalendar.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"

namespace tenpoint::formats {
namespace {

ToDo small_to_do() {
    ToDo to_do;
    to_do.uid = "01890a5d-ac96-774b-bcce-b302099a8057";
    to_do.summary = "Train";
    to_do.due = day_from_text("2026-11-30").value();
    to_do.modified = instant_from_text("2026-11-26T14:38:19.125Z").value();
    to_do.sequence = 3;
    return to_do;
}

std::string written(ToDo to_do) {
    return to_icalendar({"Actions", {std::move(to_do)}});
}

// The lines as they were before they were folded.
std::vector<std::string> unfolded(const std::string& calendar) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < calendar.size();) {
        const auto end = calendar.find("\r\n", begin);
        const auto line = calendar.substr(begin, end - begin);
        if (line.starts_with(' '))
            lines.back() += line.substr(1);
        else
            lines.push_back(line);
        begin = end + 2;
    }
    return lines;
}

// The value of the line that begins with `name`, which may have parameters; "none" without one.
std::string value_of(const std::string& calendar, const std::string& name) {
    for (const auto& line : unfolded(calendar))
        if (line.starts_with(name + ":") || line.starts_with(name + ";"))
            return line.substr(name.size());
    return "none";
}

TEST(Calendar, WritesAToDoWithAllThatIsKnownOfIt) {
    auto to_do = small_to_do();
    to_do.description = "By the authority";
    to_do.start = day_from_text("2026-01-01");
    to_do.status = ToDoStatus::in_process;
    to_do.percent_complete = 60;
    to_do.url = "https://example.org/records/actions/1?a=b,c;d";
    to_do.categories = {"Registration", "Water, sanitation and hygiene"};
    EXPECT_EQ(written(to_do),
              "BEGIN:VCALENDAR\r\n"
              "VERSION:2.0\r\n"
              "PRODID:-//Tenpoint//NONSGML Tenpoint//EN\r\n"
              "NAME:Actions\r\n"
              "X-WR-CALNAME:Actions\r\n"
              "BEGIN:VTODO\r\n"
              "UID:01890a5d-ac96-774b-bcce-b302099a8057\r\n"
              "DTSTAMP:20261126T143819Z\r\n"
              "LAST-MODIFIED:20261126T143819Z\r\n"
              "SEQUENCE:3\r\n"
              "SUMMARY:Train\r\n"
              "DESCRIPTION:By the authority\r\n"
              "DTSTART;VALUE=DATE:20260101\r\n"
              "DUE;VALUE=DATE:20261130\r\n"
              "STATUS:IN-PROCESS\r\n"
              "PERCENT-COMPLETE:60\r\n"
              "CATEGORIES:Registration\r\n"
              "CATEGORIES:Water\\, sanitation and hygiene\r\n"
              "URL:https://example.org/records/actions/1?a=b,c;d\r\n"
              "END:VTODO\r\n"
              "END:VCALENDAR\r\n");
}

TEST(Calendar, IsThereWithoutToDosToo) {
    EXPECT_EQ(unfolded(to_icalendar({"Actions", {}})).size(), 6U);
}

TEST(Calendar, SaysNothingOfWhatIsNotKnown) {
    const auto calendar = written(small_to_do());
    for (const auto* name : {"DESCRIPTION", "DTSTART", "PERCENT-COMPLETE", "CATEGORIES", "URL"})
        EXPECT_EQ(value_of(calendar, name), "none") << name;
    EXPECT_EQ(value_of(calendar, "STATUS"), ":NEEDS-ACTION");
}

TEST(Calendar, HasAStartOnlyBeforeTheDayOnWhichItIsDue) {
    auto to_do = small_to_do();
    to_do.start = to_do.due;
    EXPECT_EQ(value_of(written(to_do), "DTSTART"), "none");
    to_do.start = to_do.due - std::chrono::days{1};
    EXPECT_EQ(value_of(written(to_do), "DTSTART"), ";VALUE=DATE:20261129");
}

struct Text {
    const char* text;
    const char* line;
};
class CalendarTexts : public testing::TestWithParam<Text> {};

TEST_P(CalendarTexts, AreWrittenAsTheStandardAsks) {
    auto to_do = small_to_do();
    to_do.summary = GetParam().text;
    EXPECT_EQ(value_of(written(to_do), "SUMMARY"), std::string(":") + GetParam().line);
}

INSTANTIATE_TEST_SUITE_P(
    All, CalendarTexts,
    testing::Values(Text{"Train, equip; \"go\" \\ stop", "Train\\, equip\\; \"go\" \\\\ stop"},
                    Text{"one\ntwo", "one\\ntwo"}, Text{"one\r\ntwo\rthree", "one\\ntwo\\nthree"},
                    Text{"bell \a and delete \x7f", "bell  and delete "},
                    Text{"END:VTODO\r\nBEGIN:VEVENT", "END:VTODO\\nBEGIN:VEVENT"},
                    Text{"تسجيل الوافدين، ثم إحالتهم", "تسجيل الوافدين، ثم إحالتهم"}));

TEST(Calendar, FoldsLongLinesBetweenCharacters) {
    for (const auto* word : {"تسجيل", "ab", "é", "日本", "🙂", "x "}) {
        auto to_do = small_to_do();
        std::string text;
        while (text.size() < 1000)
            text += word;
        to_do.summary = text + ".";
        const auto calendar = written(to_do);
        EXPECT_EQ(value_of(calendar, "SUMMARY"), ":" + to_do.summary);
        for (std::size_t begin = 0; begin < calendar.size();) {
            const auto line = calendar.substr(begin, calendar.find("\r\n", begin) - begin);
            EXPECT_LE(line.size(), 75U) << line;
            EXPECT_TRUE(is_valid_utf8(line)) << line;
            begin += line.size() + 2;
        }
    }
}

TEST(Calendar, IsNamedForNewAndOldPrograms) {
    const auto calendar = to_icalendar({"الإجراءات · Task force, north", {}});
    EXPECT_EQ(value_of(calendar, "NAME"), ":الإجراءات · Task force\\, north");
    EXPECT_EQ(value_of(calendar, "X-WR-CALNAME"), ":الإجراءات · Task force, north");
}

}  // namespace
}  // namespace tenpoint::formats
