// SPDX-License-Identifier: Apache-2.0
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <gtest/gtest.h>

#include "base/finding.hpp"
#include "base/translations.hpp"
#include "desks/movements/batch.hpp"
#include "desks/movements/codes.hpp"
#include "desks/movements/consolidation_reason.hpp"
#include "desks/movements/figure_alerts.hpp"
#include "desks/movements/figure_query.hpp"

namespace tenpoint::movements {
namespace {

template <class E>
void expect_text_for_each(const std::string& list) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
        const auto key = list + "." + enumerator.name;
        EXPECT_TRUE(has_translation(Language::en, key)) << key;
    });
}

TEST(FigureTexts, name_every_code_and_every_reason) {
    expect_text_for_each<Indicator>("codes.indicator");
    expect_text_for_each<Sex>("codes.sex");
    expect_text_for_each<AgeGroup>("codes.age_group");
    expect_text_for_each<Profile>("codes.profile");
    expect_text_for_each<RuleMethod>("codes.rule_method");
    expect_text_for_each<BatchStatus>("codes.batch_status");
    expect_text_for_each<Grouping>("codes.grouping");
    expect_text_for_each<PeriodUnit>("codes.period_unit");
    expect_text_for_each<Severity>("codes.severity");
    expect_text_for_each<Reason>("figures.reasons");
    expect_text_for_each<Contradiction>("figures.contradictions");
    expect_text_for_each<BoundsReason>("figures.bounds");
    expect_text_for_each<AlertMethod>("codes.alert_method");
    expect_text_for_each<AlertDirection>("codes.alert_direction");
}

}  // namespace
}  // namespace tenpoint::movements
