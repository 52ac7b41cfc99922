// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_writer.hpp"

#include <sstream>

#include <gtest/gtest.h>

namespace tenpoint::formats {
namespace {

struct Escaped {
    std::string cell;
    std::string csv;
};

class WrittenCells : public testing::TestWithParam<Escaped> {};

TEST_P(WrittenCells, AreQuotedWhereNeededAndNeverRunAsFormulas) {
    std::ostringstream out;
    CsvWriter writer(out);
    const std::vector<std::string> cells{GetParam().cell, "x"};
    writer.write_row(cells);
    EXPECT_EQ(out.str(), GetParam().csv + ",x\r\n");
}

INSTANTIATE_TEST_SUITE_P(
    Csv, WrittenCells,
    testing::Values(Escaped{"plain", "plain"}, Escaped{"", ""}, Escaped{"a,b", "\"a,b\""},
                    Escaped{"say \"no\"", "\"say \"\"no\"\"\""},
                    Escaped{"two\nlines", "\"two\nlines\""}, Escaped{"=1+1", "'=1+1"},
                    Escaped{"+SUM(A1)", "'+SUM(A1)"}, Escaped{"@cmd", "'@cmd"},
                    Escaped{"-12.5", "-12.5"}, Escaped{"+3", "+3"}, Escaped{"-1.2.3", "'-1.2.3"},
                    Escaped{"-", "'-"}, Escaped{"\tx", "'\tx"}, Escaped{"\rx", "\"'\rx\""},
                    Escaped{"\nx", "\"'\nx\""}, Escaped{"＝1+1", "'＝1+1"},
                    Escaped{"=\"a\",b", "\"'=\"\"a\"\",b\""},
                    Escaped{"#affected+f", "#affected+f"}));

}  // namespace
}  // namespace tenpoint::formats
