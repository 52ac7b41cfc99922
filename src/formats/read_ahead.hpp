// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "formats/table.hpp"

namespace tenpoint::formats {

// The same table, read by a thread of its own some hundred kilobytes ahead of whoever asks for its
// rows: taking a file apart and making sense of it go on beside each other. An exception of the
// table comes out of next(). Its findings are all those of what was read, once next() gave false.
std::unique_ptr<TableReader> read_ahead(std::unique_ptr<TableReader> table);

}  // namespace tenpoint::formats
