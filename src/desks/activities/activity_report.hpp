// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>

#include "base/period.hpp"
#include "base/problem.hpp"
#include "desks/activities/plan_indicator.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/theme.hpp"
#include "desks/intake/batch.hpp"
#include "record/values.hpp"

namespace tenpoint::activities {

// One row of an activity sheet (5W): who does what, where, when, for whom; the columns are those of
// the regional response plan. Of a name that the directory knows both stand here: the name as it
// was written, and what it names. The reports of a sheet are here while its batch is accepted, and
// are seen by whoever sees the batch; one that was entered by hand has no batch.
struct ActivityReport {
    std::optional<record::Ref<intake::Batch>> batch;
    std::optional<std::int64_t> row;  // of the batch's table
    std::optional<std::string> country;
    std::optional<std::string> admin1;
    std::optional<std::string> admin1_code;  // of the place in the directory
    std::optional<std::string> admin2;
    std::optional<std::string> admin2_code;
    std::string organisation;
    std::optional<record::Ref<directory::Partner>> partner;  // the organisation in the directory
    std::optional<bool> through_partner;  // the set-up: whether an implementing partner does it
    std::optional<std::string> implementing_partner;
    std::optional<record::Ref<directory::Partner>> implementer;  // the same in the directory
    std::optional<Period> period;                                // the month
    std::optional<std::string> sector;
    std::optional<directory::Theme> theme;  // the sector among the themes
    std::optional<std::string> indicator;
    std::optional<ActivityType> type;  // from the plan's indicator, or as the sheet says
    std::optional<std::string> activity;
    std::optional<std::string> description;
    std::optional<bool> in_plan;
    std::optional<bool> cash;  // cash or voucher assistance (CVA)
    std::optional<std::int64_t> value_usd;
    std::optional<std::string> mechanism;
    std::optional<std::int64_t> output;  // its quantity
    // Of the month. Those of one month may be those of the month before: never summed over months.
    std::optional<std::int64_t> beneficiaries;
    std::optional<std::int64_t> new_beneficiaries;  // reached in this month for the first time
    // The new ones by population type …
    std::optional<std::int64_t> in_destination;
    std::optional<std::int64_t> in_transit;
    std::optional<std::int64_t> host_community;
    std::optional<std::int64_t> pendular;
    std::optional<std::int64_t> returnees;
    // … and by sex and age; girls, boys and other children are under 18.
    std::optional<std::int64_t> women;
    std::optional<std::int64_t> men;
    std::optional<std::int64_t> other_adults;
    std::optional<std::int64_t> girls;
    std::optional<std::int64_t> boys;
    std::optional<std::int64_t> other_children;
    record::JsonObject others;  // what further columns say: header -> text
};
BOOST_DESCRIBE_STRUCT(ActivityReport, (),
                      (batch, row, country, admin1, admin1_code, admin2, admin2_code, organisation,
                       partner, through_partner, implementing_partner, implementer, period, sector,
                       theme, indicator, type, activity, description, in_plan, cash, value_usd,
                       mechanism, output, beneficiaries, new_beneficiaries, in_destination,
                       in_transit, host_community, pendular, returnees, women, men, other_adults,
                       girls, boys, other_children, others))

}  // namespace tenpoint::activities

namespace tenpoint::record {

template <>
struct Kind<activities::ActivityReport> {
    using ActivityReport = activities::ActivityReport;
    static constexpr std::string_view name = "activity_report", plural = "activity_reports";
    static constexpr int version = 1;
    static constexpr auto stewardship = Stewardship::partners;
    static constexpr NoteText made{.settable = Settable::by_the_program};
    static constexpr auto notes = std::tuple{
        Note<&ActivityReport::batch>{made},
        Note<&ActivityReport::row>{made},
        Note<&ActivityReport::country>{{.format = "country", .hxl = "#country+code"}},
        Note<&ActivityReport::admin1>{{.max_length = 200, .hxl = "#adm1+name"}},
        Note<&ActivityReport::admin1_code>{{.max_length = 40, .hxl = "#adm1+code"}},
        Note<&ActivityReport::admin2>{{.max_length = 200, .hxl = "#adm2+name"}},
        Note<&ActivityReport::admin2_code>{{.max_length = 40, .hxl = "#adm2+code"}},
        Note<&ActivityReport::organisation>{{.required = true, .max_length = 300, .hxl = "#org"}},
        Note<&ActivityReport::partner>{},
        Note<&ActivityReport::through_partner>{{.hxl = "#meta+setup"}},
        Note<&ActivityReport::implementing_partner>{{.max_length = 300, .hxl = "#org+impl"}},
        Note<&ActivityReport::implementer>{},
        Note<&ActivityReport::period>{{.hxl = "#date"}},
        Note<&ActivityReport::sector>{{.max_length = 200, .hxl = "#sector"}},
        Note<&ActivityReport::theme>{},
        Note<&ActivityReport::indicator>{{.max_length = 1'000, .hxl = "#indicator"}},
        Note<&ActivityReport::type>{{.hxl = "#activity+type"}},
        Note<&ActivityReport::activity>{{.max_length = 1'000, .hxl = "#activity"}},
        Note<&ActivityReport::description>{{.hxl = "#description"}},
        Note<&ActivityReport::in_plan>{{.hxl = "#meta+plan"}},
        Note<&ActivityReport::cash>{{.hxl = "#modality+cash"}},
        Note<&ActivityReport::value_usd>{{.unit = "US dollar", .hxl = "#value+usd"}},
        Note<&ActivityReport::mechanism>{{.max_length = 200, .hxl = "#modality+mechanism"}},
        Note<&ActivityReport::output>{{.hxl = "#output+num"}},
        Note<&ActivityReport::beneficiaries>{{.hxl = "#reached"}},
        Note<&ActivityReport::new_beneficiaries>{{.hxl = "#reached+new"}},
        Note<&ActivityReport::in_destination>{{.hxl = "#reached+new+destination"}},
        Note<&ActivityReport::in_transit>{{.hxl = "#reached+new+transit"}},
        Note<&ActivityReport::host_community>{{.hxl = "#reached+new+host"}},
        Note<&ActivityReport::pendular>{{.hxl = "#reached+new+pendular"}},
        Note<&ActivityReport::returnees>{{.hxl = "#reached+new+returnees"}},
        Note<&ActivityReport::women>{{.hxl = "#reached+new+f+adults"}},
        Note<&ActivityReport::men>{{.hxl = "#reached+new+m+adults"}},
        Note<&ActivityReport::other_adults>{{.hxl = "#reached+new+o+adults"}},
        Note<&ActivityReport::girls>{{.hxl = "#reached+new+f+children"}},
        Note<&ActivityReport::boys>{{.hxl = "#reached+new+m+children"}},
        Note<&ActivityReport::other_children>{{.hxl = "#reached+new+o+children"}},
        Note<&ActivityReport::others>{{.schema = "texts", .settable = Settable::by_the_program}},
    };
    static void check(const ActivityReport& report, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
