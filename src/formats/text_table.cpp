// SPDX-License-Identifier: Apache-2.0
#include "formats/text_table.hpp"

#include <sstream>

#include "formats/csv_writer.hpp"

namespace tenpoint::formats {

std::string to_csv(const TextTable& table, bool with_hashtags) {
    std::ostringstream out;
    CsvWriter writer(out);
    writer.write_row(table.names);
    if (with_hashtags) writer.write_row(table.hashtags);
    for (const auto& row : table.rows)
        writer.write_row(row);
    return out.str();
}

}  // namespace tenpoint::formats
