// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tenpoint::formats {

// OCHA's common list of P-codes: the first and second administrative areas of some 150 countries as
// a text table with the columns Location, Admin Level, P-Code, Name, Parent P-Code and Valid from
// date. It is compiled in.
std::string_view common_pcodes();

}  // namespace tenpoint::formats
