// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_writer.hpp"

#include <sstream>

#include <gtest/gtest.h>

namespace tenpoint::formats {
namespace {

struct Written {
    std::string cell;
    std::string csv;
};

class WrittenCells : public testing::TestWithParam<Written> {};

TEST_P(WrittenCells, AreQuotedWhereNeededAndNeverRunAsFormulas) {
    std::ostringstream out;
    CsvWriter writer(out);
    const std::vector<std::string> cells{GetParam().cell, "x"};
    writer.write_row(cells);
    EXPECT_EQ(out.str(), GetParam().csv + ",x\r\n");
}

INSTANTIATE_TEST_SUITE_P(
    Csv, WrittenCells,
    testing::Values(Written{"plain", "plain"}, Written{"", ""}, Written{"a,b", "\"a,b\""},
                    Written{"say \"no\"", "\"say \"\"no\"\"\""},
                    Written{"two\nlines", "\"two\nlines\""}, Written{"=1+1", "'=1+1"},
                    Written{"+SUM(A1)", "'+SUM(A1)"}, Written{"@cmd", "'@cmd"},
                    Written{"-12.5", "-12.5"}, Written{"+3", "+3"}, Written{"-1.2.3", "'-1.2.3"},
                    Written{"-", "'-"}, Written{"\tx", "'\tx"}, Written{"\rx", "\"'\rx\""},
                    Written{"=\"a\",b", "\"'=\"\"a\"\",b\""},
                    Written{"#affected+f", "#affected+f"}));

}  // namespace
}  // namespace tenpoint::formats
