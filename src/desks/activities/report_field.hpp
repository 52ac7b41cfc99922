// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include <boost/describe/enum.hpp>

namespace tenpoint::activities {

// What a column of an activity sheet holds: a member of the report of its row, by the member's own
// name, or what helps to make one out.
enum class ReportField {
    country,
    admin1,
    admin1_code,
    admin2,
    admin2_code,
    organisation,
    through_partner,
    implementing_partner,
    period,  // the month, with its year or without
    year,
    sector,
    indicator,
    type,
    activity,
    description,
    in_plan,
    cash,
    value_usd,
    mechanism,
    output,
    beneficiaries,
    new_beneficiaries,
    in_destination,
    in_transit,
    host_community,
    pendular,
    returnees,
    women,
    men,
    other_adults,
    girls,
    boys,
    other_children,
    other,  // kept under its header
    skip,
};
BOOST_DESCRIBE_ENUM(ReportField, country, admin1, admin1_code, admin2, admin2_code, organisation,
                    through_partner, implementing_partner, period, year, sector, indicator, type,
                    activity, description, in_plan, cash, value_usd, mechanism, output,
                    beneficiaries, new_beneficiaries, in_destination, in_transit, host_community,
                    pendular, returnees, women, men, other_adults, girls, boys, other_children,
                    other, skip)

// Whether a column of the field counts people, money or things.
constexpr bool is_number(ReportField field) {
    return field == ReportField::value_usd ||
           (ReportField::output <= field && field <= ReportField::other_children);
}

// Fields of a sheet.
using ReportFields = std::set<ReportField>;

}  // namespace tenpoint::activities
