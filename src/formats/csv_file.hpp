// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "formats/byte_source.hpp"
#include "formats/file_findings.hpp"
#include "formats/table.hpp"

namespace tenpoint::formats {

// Of how much of a text its encoding and its dialect are found out.
inline constexpr std::size_t head_bytes = std::size_t{64} << 10;

// The same bytes from their beginning at each call.
using OpenBytes = std::function<Result<std::unique_ptr<ByteSource>>()>;

// The first bytes, at most `head_bytes`.
Result<std::string> head_of(const OpenBytes& bytes);

// Opens a text table. Fails like open_table.
Result<std::unique_ptr<TableReader>> open_csv(const OpenBytes& bytes, const TableOptions& options,
                                              TableInfo& info, FileFindings findings);

}  // namespace tenpoint::formats
