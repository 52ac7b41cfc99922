// SPDX-License-Identifier: Apache-2.0
#include "base/log_text.hpp"

#include <gtest/gtest.h>

namespace tenpoint {
namespace {

TEST(LogText, KeepsWhatWentWrongAndNotWhose) {
    struct Row {
        std::string words, text;
    };
    for (const auto& [words, text] : {
             Row{"disk full", R"("disk full")"},
             Row{"UNIQUE constraint failed: users.name",
                 R"("UNIQUE constraint failed: users.name")"},
             Row{"duplicate key value\nDETAIL: Key (name)=(Amal) already exists.",
                 R"("duplicate key value")"},
             Row{R"(invalid input syntax: "Amal")", R"("invalid input syntax: _")"},
             Row{"near 'Amal' and `Amal`: syntax error", R"("near _ and _: syntax error")"},
             Row{R"(cut off: "Amal)", R"("cut off: _")"},
             Row{"it wasn't Amal", R"("it wasn_")"},
             Row{"tab\there", R"("tab here")"},
             Row{"", R"("")"},
         })
        EXPECT_EQ(log_text(words), text);
    EXPECT_LT(log_text(std::string(10'000, 'x')).size(), 400);
}

}  // namespace
}  // namespace tenpoint
