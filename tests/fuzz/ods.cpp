// SPDX-License-Identifier: Apache-2.0
//
// OpenDocument spreadsheets of partners. Bytes that begin like an archive are one; others are what
// stands in the body of one, which is packed here, as in xlsx.cpp.
#include <string>

#include "partners_file.hpp"
#include "workbook_parts.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace tenpoint;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    fuzz::read_partners_file(
        bytes.starts_with("PK") ? bytes : formats::packed(formats::parts_of_spreadsheet(bytes)));
    return 0;
}
