// SPDX-License-Identifier: Apache-2.0
//
// Text files of partners, in any encoding and with any delimiter.
#include "partners_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    tenpoint::fuzz::read_partners_file({reinterpret_cast<const char*>(data), size});
    return 0;
}
