// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "desks/movements/batch.hpp"
#include "desks/movements/mapping.hpp"
#include "desks/movements/mapping_memory.hpp"
#include "desks/movements/reading.hpp"
#include "desks/movements/recognition.hpp"
#include "desks/movements/same_bytes.hpp"
#include "formats/table.hpp"
#include "record/record.hpp"
#include "store/store.hpp"

namespace tenpoint::movements {

// What an officer asks to be read.
struct ImportRequest {
    std::filesystem::path file;     // where the bytes are now
    std::string file_name;          // what the partner calls them
    Id kept_file;                   // the same bytes where the store has them already; else empty
    record::Record<Source> source;  // who reports
    Id owner;                       // the partner that enters the figures
    Mapping mapping;
    store::Sharing sharing{};  // who may read the batch; not given: as draft_like_the_last
    bool is_own = false;       // nobody else writes to `file`: it need not be copied
    Findings remarks{};        // what was to be said of the columns when they were recognised
};

struct ImportOutcome {
    record::Record<Batch> batch;  // proposed, or the one that is there
    ReadingSummary summary;       // empty where the file was there already
    bool same_file = false;  // read before, with the same mapping, neither withdrawn nor erased
    std::vector<SameBytes> same_bytes{};  // that whoever imports may know of
};

// What a file's columns seem to mean, with the mapping that its source remembers. The sheet that
// the mapping names need not be in the file: the next month's may have another name. One that the
// options name must be. `file_name` is what the partner calls the file, `places` are those that the
// node knows.
struct FileRecognition {
    formats::TableInfo info;
    Recognition recognition;
};
Result<FileRecognition> recognise_file(const std::filesystem::path& file,
                                       const formats::TableOptions& options, const Mapping& known,
                                       std::string_view file_name = {},
                                       const PlaceLookup* places = nullptr);

// How the file is read by what is remembered of its source: as the table that it is likeliest a new
// edition of (mapping_memory.hpp), each of them sought on the sheet and in the header row where it
// was. Empty where nothing is known. Fails as `open_table` does.
Result<Mapping> recall_mapping(const std::filesystem::path& file,
                               const formats::TableOptions& options,
                               std::span<const KnownTable> tables, std::string_view file_name);

// The bytes of a file on their way into the store, all of them.
// Fails with `storage_failed` where the disk does.
Result<store::StagedFile> stage_file(const std::filesystem::path& file,
                                     const std::filesystem::path& staging_folder,
                                     const std::string& name);

// Who may read a new batch where nobody says it: whoever may read the last one that its owner read
// from the same source, so that what is kept once is kept again; else all partners.
store::Draft draft_like_the_last(const store::Snapshot& snapshot, const Id& source,
                                 const Id& owner);

// Reads a file into a proposed batch: the file as received, its segment and its findings become
// durable in one write. Parsing, hashing and compression take no turn of the writer. What is kept
// are the very bytes that were read, also where somebody writes to the file meanwhile. A file that
// was read before is shared as the request says. Fails as `open_table` and `read_table` do, with
// `forbidden`, also where it says otherwise than another owner of the same file did, or with
// `storage_failed` where the disk does.
Result<ImportOutcome> import_file(store::Store& store, const access::Principal& principal,
                                  const ImportRequest& request,
                                  const ReadingProgress& progress = {});

// Writes a file that the store keeps to `path`, for readers that need one; at most so many of its
// first chunks.
Result<void> spool_file(const store::Snapshot& snapshot, const Id& file,
                        const std::filesystem::path& path,
                        std::int64_t most_chunks = std::numeric_limits<std::int64_t>::max());

}  // namespace tenpoint::movements
