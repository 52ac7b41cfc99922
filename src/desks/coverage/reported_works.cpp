// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/reported_works.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include <boost/describe/enum_to_string.hpp>

#include "base/text.hpp"

namespace tenpoint::coverage {

using activities::ActivityReport;

namespace {

struct Activity {
    std::vector<Id> doers;
    std::string organisation;  // folded, where no partner is named for it
    std::optional<Theme> theme;
    std::string sector;  // folded, where it is none of the themes
    std::string what;    // the indicator, folded, else the type of the activity
    std::optional<Id> place;
    std::string within;  // the finer area, folded, where the directory does not know it

    auto operator<=>(const Activity&) const = default;
    bool operator==(const Activity&) const = default;
};

// The finest place that the directory knows.
std::optional<Id> place_of(const ActivityReport& report, const std::map<std::string, Id>& places) {
    for (const auto* code : {&report.admin2_code, &report.admin1_code, &report.country})
        if (const auto found = places.find(code->value_or("")); found != places.end())
            return found->second;
    return std::nullopt;
}

// What a row names of finer areas than its place is: the wider one and the one in it.
struct FinerAreas {
    std::string wider, finer;

    // As one says it: "Bol, Lac".
    std::string text() const {
        return finer + (finer.empty() || wider.empty() ? "" : ", ") + wider;
    }
};

FinerAreas areas_within(const ActivityReport& report, const std::map<std::string, Id>& places) {
    const auto known = [&](const std::optional<std::string>& code) {
        return places.contains(code.value_or(""));
    };
    FinerAreas areas;
    if (known(report.admin2_code)) return areas;
    if (!known(report.admin1_code))
        areas.wider = report.admin1.value_or(report.admin1_code.value_or(""));
    areas.finer = report.admin2.value_or("");
    return areas;
}

std::string within_of(const FinerAreas& areas) {
    auto within = folded(areas.wider);
    if (const auto finer = folded(areas.finer); !finer.empty()) within += '/' + finer;
    return within;
}

std::string what_of(const ActivityReport& report) {
    if (report.indicator) return folded(*report.indicator);
    return report.type ? boost::describe::enum_to_string(*report.type, "") : std::string{};
}

Activity activity_of(const ActivityReport& report, const std::map<std::string, Id>& places) {
    Activity activity{{},
                      {},
                      report.theme,
                      report.theme ? std::string{} : folded(report.sector.value_or("")),
                      what_of(report),
                      place_of(report, places),
                      within_of(areas_within(report, places))};
    if (report.partner)
        activity.doers.push_back(report.partner->id);
    else
        activity.organisation = folded(report.organisation);
    if (report.implementer && (!report.partner || report.implementer->id != report.partner->id))
        activity.doers.push_back(report.implementer->id);
    return activity;
}

// The plan's words for refugees and migrants say where they are: these may be asylum-seekers,
// trafficked persons or children on their own as well, so that for whom it is, is not said.
bool says_not_whom(const ActivityReport& report) {
    return std::ranges::any_of(
        std::array{report.in_destination, report.in_transit, report.pendular},
        [](const std::optional<std::int64_t>& count) { return count.value_or(0) > 0; });
}

void add_people(const ActivityReport& report, std::vector<Population>& people) {
    const auto add = [&](const std::optional<std::int64_t>& count, Population population) {
        if (count.value_or(0) > 0 && std::ranges::count(people, population) == 0)
            people.push_back(population);
    };
    add(report.host_community, Population::host_community);
    add(report.returnees, Population::returnees);
}

Day last_day_after(const Period& reported) {
    const auto month = Period::containing(reported.last_day(), PeriodUnit::month);
    return month.next().next().last_day();
}

// Where a row names neither an activity nor an indicator: its sector, and where.
std::string told_of_sector(const ActivityReport& report, const std::string& area) {
    if (!report.sector) return report.organisation;
    return *report.sector + (area.empty() ? "" : " · ") + area;
}

Work begin_work(const Activity& activity, Day begins) {
    Work work;
    work.plural = record::Kind<ActivityReport>::plural;
    work.doers = activity.doers;
    if (activity.theme) work.themes = {*activity.theme};
    work.what = activity.what;
    if (activity.place) work.places = {*activity.place};
    work.stage = Stage::reported;
    work.begins = begins;
    return work;
}

}  // namespace

std::vector<Work> reported_works(const ActivityRecords& reports,
                                 const std::map<std::string, Id>& places) {
    std::map<Activity, std::map<Period, std::vector<const ActivityRecords::value_type*>>> by_month;
    for (const auto& report : reports)
        if (report.value.period)
            by_month[activity_of(report.value, places)][*report.value.period].push_back(&report);
    std::vector<Work> works;
    for (const auto& [activity, months] : by_month) {
        std::optional<Work> work;
        bool is_for_anybody = false;
        for (const auto& [month, of_month] : months) {
            if (work && *work->ends < month.first_day()) {
                works.push_back(std::move(*work));
                work.reset();
            }
            if (!work) {
                work = begin_work(activity, month.first_day());
                is_for_anybody = false;
            }
            work->last_report = month;
            work->ends = std::max(work->ends.value_or(Day::min()), last_day_after(month));
            for (const auto* report : of_month) {
                const auto& [envelope, value] = *report;
                work->id = envelope.id;
                work->visibility = std::max(work->visibility, envelope.visibility);
                work->told_as = value.activity.value_or(value.indicator.value_or(""));
                work->area = areas_within(value, places).text();
                if (work->told_as.empty()) work->told_as = told_of_sector(value, work->area);
                if (!value.partner) work->organisation = value.organisation;
                ++work->reports;
                add_people(value, work->people);
                is_for_anybody = is_for_anybody || says_not_whom(value);
            }
            if (is_for_anybody) work->people.clear();
        }
        if (work) works.push_back(std::move(*work));
    }
    return works;
}

}  // namespace tenpoint::coverage
