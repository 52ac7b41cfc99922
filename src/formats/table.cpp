// SPDX-License-Identifier: Apache-2.0
#include "formats/table.hpp"

#include <algorithm>

#include "formats/byte_source.hpp"
#include "formats/csv_file.hpp"
#include "formats/packed_table.hpp"
#include "formats/unreadable.hpp"

namespace tenpoint::formats {
namespace {

constexpr std::size_t contents_bytes = std::size_t{4} << 20;

}  // namespace

bool is_damaged_from_the_start(const TableReader& table) {
    return table.row_number() == 0 && std::ranges::find(table.findings(), "damaged_file",
                                                        &Finding::code) != table.findings().end();
}

Result<std::unique_ptr<TableReader>> open_table(const std::filesystem::path& path,
                                                const TableOptions& options, TableInfo* info) {
    TableInfo unwanted;
    auto& found = info != nullptr ? *info : unwanted;
    found = {};
    const auto file = ByteFile::open(path);
    if (!file) return unreadable("missing_file", path.string());
    const auto head = file->head(head_bytes);
    if (is_packed(head)) return open_packed(path, options, found);
    if (is_compound(head)) return old_or_locked(file->head(contents_bytes));
    const auto bytes = [&]() -> Result<std::unique_ptr<ByteSource>> {
        auto again = ByteFile::open(path);
        if (!again) return unreadable("missing_file", path.string());
        return std::unique_ptr<ByteSource>{std::move(again)};
    };
    return open_csv(bytes, options, found, {});
}

}  // namespace tenpoint::formats
