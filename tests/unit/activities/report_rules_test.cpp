// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/report_rules.hpp"

#include <functional>

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <gtest/gtest.h>

#include "base/translations.hpp"

namespace tenpoint::activities {
namespace {

using directory::Theme;

ReportFields all_fields() {
    ReportFields fields;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<ReportField>>(
        [&](auto field) { fields.insert(field.value); });
    return fields;
}

PlanIndicators health_plan() {
    PlanIndicators plan;
    plan.add({Theme::health, "People seen", ActivityType::direct_assistance});
    return plan;
}

// One that breaks no rule: 300 new people of 420.
ActivityReport sound_report() {
    ActivityReport report;
    report.country = "TCD";
    report.admin1 = "Lac";
    report.admin2 = "Mamdi";
    report.organisation = "Rives";
    report.through_partner = false;
    report.period = period_from_text("2025-03");
    report.sector = "Health";
    report.theme = Theme::health;
    report.indicator = "People seen";
    report.type = ActivityType::direct_assistance;
    report.activity = "Mobile clinic";
    report.cash = false;
    report.beneficiaries = 420;
    report.new_beneficiaries = 300;
    report.in_destination = 200;
    report.returnees = 100;
    report.women = 150;
    report.girls = 150;
    return report;
}

std::vector<std::string> broken_by(const std::function<void(ActivityReport&)>& change,
                                   const SheetColumns& sheet = {all_fields(), all_fields()}) {
    auto report = sound_report();
    change(report);
    std::vector<std::string> codes;
    for (const auto& rule : broken_rules(report, sheet, health_plan()))
        codes.emplace_back(rule.code);
    return codes;
}

using Codes = std::vector<std::string>;

void count_nobody(ActivityReport& report) {
    report.beneficiaries = report.new_beneficiaries = report.in_destination = report.returnees = 0;
    report.women = report.girls = std::nullopt;
}

TEST(ReportRules, FindNothingInASoundReport) {
    EXPECT_EQ(broken_by([](ActivityReport&) {}), Codes{});
}

TEST(ReportRules, EachHaveAFindingOfTheirOwn) {
    const std::vector<std::pair<Codes, std::function<void(ActivityReport&)>>> table{
        {{"country_missing"}, [](auto& report) { report.country.reset(); }},
        {{"admin1_missing"}, [](auto& report) { report.admin1.reset(); }},
        {{"admin2_missing"}, [](auto& report) { report.admin2.reset(); }},
        {{"organisation_missing"}, [](auto& report) { report.organisation.clear(); }},
        {{"month_missing"}, [](auto& report) { report.period.reset(); }},
        {{"sector_missing"}, [](auto& report) { report.sector.reset(); }},
        {{"indicator_missing"}, [](auto& report) { report.indicator.reset(); }},
        {{"activity_missing"}, [](auto& report) { report.activity.reset(); }},
        {{"implementing_partner_missing"}, [](auto& report) { report.through_partner = true; }},
        {{"implementing_partner_without_setup"},
         [](auto& report) { report.implementing_partner = "Sources"; }},
        {{"indicator_of_other_sector"}, [](auto& report) { report.indicator = "Wells dug"; }},
        {{"cash_without_value"},
         [](auto& report) {
             report.cash = true;
             report.mechanism = "Mobile money";
         }},
        {{"cash_without_mechanism"},
         [](auto& report) {
             report.cash = true;
             report.value_usd = 10;
         }},
        {{"value_without_cash"}, [](auto& report) { report.value_usd = 10; }},
        {{"mechanism_without_cash"}, [](auto& report) { report.mechanism = "Mobile money"; }},
        {{"cash_sector_without_cash"}, [](auto& report) { report.theme = Theme::cash_assistance; }},
        {{"assistance_without_people"}, count_nobody},
        {{"new_above_total"}, [](auto& report) { report.beneficiaries = 299; }},
        {{"population_types_differ"}, [](auto& report) { report.in_transit = 1; }},
        {{"sex_and_age_differ"}, [](auto& report) { report.women = 149; }},
        {{"training_without_people"},
         [](auto& report) {
             count_nobody(report);
             report.type = ActivityType::capacity_building;
         }},
        {{"activity_without_output"},
         [](auto& report) {
             count_nobody(report);
             report.type = ActivityType::other;
         }},
        {{"new_beneficiaries_of_other_type"},
         [](auto& report) {
             report.output = 3;
             report.type = ActivityType::other;
         }},
    };
    for (const auto& [codes, change] : table) {
        EXPECT_EQ(broken_by(change), codes);
        for (const auto language : {Language::en, Language::fr, Language::es, Language::ar}) {
            const auto key = "findings." + codes.front();
            EXPECT_NE(translate(language, key), key);
        }
    }
}

TEST(ReportRules, AreAboutColumnsThatTheSheetHas) {
    using enum ReportField;
    const SheetColumns three_w{{organisation, sector, admin1, period, activity, indicator},
                               {organisation, sector, admin1, period}};
    EXPECT_EQ(broken_by(
                  [](ActivityReport& report) {
                      report = {};
                      report.organisation = "Rives";
                      report.sector = "Health";
                      report.admin1 = "Lac";
                      report.period = period_from_text("2025-03");
                  },
                  three_w),
              Codes{});
    EXPECT_EQ(broken_by([](ActivityReport& report) { report.admin1.reset(); }, three_w),
              Codes{"admin1_missing"});
}

TEST(ReportRules, AskOnThePlansFormForWhatAHeaderAsks) {
    const SheetColumns blank{all_fields(), {ReportField::organisation}};
    EXPECT_EQ(broken_by([](ActivityReport& report) { report.period.reset(); }, blank),
              Codes{"month_missing"});
}

TEST(ReportRules, AskForWhatAYesNeedsWhereAHeaderAsks) {
    using enum ReportField;
    const SheetColumns sheet{
        {organisation, through_partner, implementing_partner, cash, value_usd, mechanism, admin1},
        {organisation, through_partner, cash}};
    EXPECT_EQ(
        broken_by(
            [](ActivityReport& report) {
                report.through_partner = report.cash = true;
                report.admin1.reset();
            },
            sheet),
        (Codes{"implementing_partner_missing", "cash_without_value", "cash_without_mechanism"}));
}

TEST(ReportRules, HoldThePlansIndicatorsAgainstItsFormAlone) {
    auto fields = all_fields();
    fields.erase(ReportField::through_partner);
    const auto change = [](ActivityReport& report) { report.indicator = "Wells dug"; };
    EXPECT_EQ(broken_by(change), Codes{"indicator_of_other_sector"});
    EXPECT_EQ(broken_by(change, {fields, fields}), Codes{});
    EXPECT_EQ(broken_by([](ActivityReport& report) {
                  report.sector = "CCCM";
                  report.theme.reset();
              }),
              Codes{"indicator_of_other_sector"});
}

TEST(ReportRules, LetCashBeGivenWithValueAndMechanism) {
    EXPECT_EQ(broken_by([](ActivityReport& report) {
                  report.theme = Theme::cash_assistance;
                  report.cash = true;
                  report.value_usd = 900;
                  report.mechanism = "Vouchers";
              }),
              Codes{});
}

}  // namespace
}  // namespace tenpoint::activities
