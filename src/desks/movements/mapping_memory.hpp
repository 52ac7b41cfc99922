// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "desks/movements/batch.hpp"
#include "desks/movements/mapping.hpp"
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

// As the last accepted file was read that whoever reads the snapshot may see; empty where there is
// none. Fails where what was remembered is no mapping of this program.
Result<Mapping> remembered_mapping(const store::Snapshot& snapshot,
                                   const record::Record<Source>& source);

}  // namespace tenpoint::movements
