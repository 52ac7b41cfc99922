// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tenpoint::fuzz {

// Reads bytes as a partner's file: the table, what its columns seem to mean, and the figures into
// a segment, which is read back.
void read_partners_file(std::string_view bytes);

}  // namespace tenpoint::fuzz
