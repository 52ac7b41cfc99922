// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "desks/movements/batch.hpp"
#include "desks/movements/mapping.hpp"
#include "desks/movements/table_fit.hpp"
#include "record/record.hpp"
#include "store/transaction.hpp"

// How the columns of a source's files are read, from one file to the next.
namespace tenpoint::movements {

// Keeps the mapping of an accepted batch with its source, where whoever reads the source would see
// it. That of a batch which fewer may read stays with the batch: its headers are its own.
Result<void> remember_mapping(store::Transaction& transaction, record::Record<Source> source,
                              const record::Record<Batch>& batch);

// Follows a change of who may read a batch: what is remembered of the last accepted one is shown
// with the source, or taken from there, as the batch is.
Result<void> follow_sharing(store::Transaction& transaction, record::Record<Source> source,
                            const record::Record<Batch>& batch);

// A table of a source, as accepted files of it were read. A publisher often keeps several.
struct KnownTable {
    Mapping mapping;                   // without what is said of one file alone
    std::set<std::string> file_names;  // of the batches that were read by it
};

// Of the accepted batches of the source that whoever reads the snapshot may see, the newest first;
// behind them what its record remembers, where none of them was read so. What is no mapping of this
// program is passed over.
std::vector<KnownTable> known_tables(const store::Snapshot& snapshot,
                                     const record::Record<Source>& source);

// Of which table a file may be a new edition; null where nothing is known.
struct TableChoice {
    const KnownTable* table = nullptr;
    TableFit fit{};
    NameLikeness name{};
};
TableChoice compare_table(const KnownTable& table, const ColumnLayout& layout,
                          std::string_view file_name);
// By its columns, then by the name of its file.
bool is_likelier(const TableChoice& a, const TableChoice& b);
// The likeliest; of equal ones the newest. It may not fit. The tables outlive the answer.
TableChoice likest_table(std::span<const KnownTable> tables, const ColumnLayout& layout,
                         std::string_view file_name);

// How the file is read by that: of a table that it does not fit, which may be another one of the
// source, nothing holds but which columns say when and where.
Mapping remembered_for(const TableChoice& choice);

}  // namespace tenpoint::movements
