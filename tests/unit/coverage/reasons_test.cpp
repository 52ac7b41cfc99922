// SPDX-License-Identifier: Apache-2.0
// Every reason is told in each language.
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/translations.hpp"
#include "desks/coverage/concern.hpp"

namespace tenpoint::coverage {
namespace {

TEST(Reasons, AreToldInEachLanguage) {
    for (const auto language : all_languages)
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<Reason>>([&](auto reason) {
            EXPECT_TRUE(has_translation(language, fmt::format("coverage.reasons.{}", reason.name)))
                << reason.name;
        });
}

}  // namespace
}  // namespace tenpoint::coverage
