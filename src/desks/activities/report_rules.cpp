// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/report_rules.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace tenpoint::activities {
namespace {

// The rules over one report, each a function of its own.
class Rules {
  public:
    Rules(const ActivityReport& report, const SheetColumns& sheet, const PlanIndicators& plan)
        : report_(report), sheet_(sheet), plan_(plan) {}

    std::vector<BrokenRule> take() {
        check_presence();
        check_partner();
        check_indicator();
        check_cash();
        check_new_beneficiaries();
        check_type();
        return std::move(broken_);
    }

  private:
    using enum ReportField;

    bool has(ReportField field) const { return sheet_.count(field); }
    // Beside a yes a header alone asks.
    bool asks(ReportField field) const { return sheet_.headed.contains(field); }
    bool has_any(std::initializer_list<ReportField> fields) const {
        return std::ranges::any_of(fields, [&](ReportField field) { return has(field); });
    }
    void broken(std::string_view code, ReportField field, std::string text = {},
                std::string expected = {}) {
        broken_.push_back({code, field, std::move(text), std::move(expected)});
    }
    void require(ReportField field, bool there, std::string_view code) {
        if (has(field) && !there) broken(code, field);
    }

    void check_presence() {
        require(country, report_.country.has_value(), "country_missing");
        require(admin1, report_.admin1 || report_.admin1_code, "admin1_missing");
        require(admin2, report_.admin2 || report_.admin2_code, "admin2_missing");
        if (report_.organisation.empty()) broken("organisation_missing", organisation);
        require(period, report_.period.has_value(), "month_missing");
        require(sector, report_.sector.has_value(), "sector_missing");
        require(indicator, report_.indicator.has_value(), "indicator_missing");
        require(activity, report_.activity.has_value(), "activity_missing");
    }

    void check_partner() {
        if (!has(through_partner) || !asks(implementing_partner)) return;
        const bool through = report_.through_partner.value_or(false);
        if (through && !report_.implementing_partner)
            broken("implementing_partner_missing", implementing_partner);
        if (!through && report_.implementing_partner)
            broken("implementing_partner_without_setup", implementing_partner,
                   *report_.implementing_partner);
    }

    void check_indicator() {
        if (!sheet_.bears_plan() || !report_.indicator || !report_.sector) return;
        const bool fits = report_.theme ? !plan_.knows(*report_.theme) ||
                                              plan_.find(*report_.theme, *report_.indicator)
                                        : plan_.sector_of(*report_.indicator) == std::nullopt;
        if (!fits)
            broken("indicator_of_other_sector", indicator, *report_.indicator, *report_.sector);
    }

    void check_cash() {
        if (!has(cash)) return;
        const bool given = report_.cash.value_or(false);
        const auto value = report_.value_usd.value_or(0);
        if (given && asks(value_usd) && value == 0) broken("cash_without_value", value_usd);
        if (given && asks(mechanism) && !report_.mechanism)
            broken("cash_without_mechanism", mechanism);
        if (!given && value > 0) broken("value_without_cash", value_usd, std::to_string(value));
        if (!given && report_.mechanism)
            broken("mechanism_without_cash", mechanism, *report_.mechanism);
        if (!given && report_.theme == directory::Theme::cash_assistance)
            broken("cash_sector_without_cash", cash, report_.sector.value_or(""));
    }

    void check_parts(std::initializer_list<ReportField> fields,
                     std::initializer_list<std::optional<std::int64_t>> parts,
                     std::string_view code) {
        if (!has_any(fields)) return;
        std::int64_t sum = 0;
        for (const auto& part : parts)
            sum += part.value_or(0);
        const auto all = report_.new_beneficiaries.value_or(0);
        if (sum != all) broken(code, new_beneficiaries, std::to_string(sum), std::to_string(all));
    }

    void check_new_beneficiaries() {
        if (!has(new_beneficiaries)) return;
        const auto all = report_.beneficiaries.value_or(0);
        const auto now = report_.new_beneficiaries.value_or(0);
        if (has(beneficiaries) && now > all)
            broken("new_above_total", new_beneficiaries, std::to_string(now), std::to_string(all));
        check_parts({in_destination, in_transit, host_community, pendular, returnees},
                    {report_.in_destination, report_.in_transit, report_.host_community,
                     report_.pendular, report_.returnees},
                    "population_types_differ");
        check_parts({women, men, other_adults, girls, boys, other_children},
                    {report_.women, report_.men, report_.other_adults, report_.girls, report_.boys,
                     report_.other_children},
                    "sex_and_age_differ");
    }

    void check_type() {
        if (!report_.type) return;
        const auto all = report_.beneficiaries.value_or(0);
        const auto now = report_.new_beneficiaries.value_or(0);
        switch (*report_.type) {
            case ActivityType::direct_assistance:
                if (has_any({beneficiaries, new_beneficiaries}) && all == 0 && now == 0)
                    broken("assistance_without_people", beneficiaries);
                break;
            case ActivityType::capacity_building:
                if (has(beneficiaries) && all == 0)
                    broken("training_without_people", beneficiaries);
                break;
            case ActivityType::other:
                if (has(output) && report_.output.value_or(0) == 0)
                    broken("activity_without_output", output);
                if (now > 0)
                    broken("new_beneficiaries_of_other_type", new_beneficiaries,
                           std::to_string(now));
                break;
        }
    }

    const ActivityReport& report_;
    const SheetColumns& sheet_;
    const PlanIndicators& plan_;
    std::vector<BrokenRule> broken_;
};

}  // namespace

std::vector<BrokenRule> broken_rules(const ActivityReport& report, const SheetColumns& sheet,
                                     const PlanIndicators& plan) {
    return Rules(report, sheet, plan).take();
}

}  // namespace tenpoint::activities
