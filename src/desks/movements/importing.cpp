// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/importing.hpp"

#include <array>
#include <fstream>
#include <future>
#include <system_error>

#include <boost/describe/enum_to_string.hpp>

#include "desks/directory/place.hpp"
#include "desks/movements/mapping_json.hpp"
#include "desks/movements/segment_writer.hpp"
#include "desks/movements/stored_findings.hpp"

namespace tenpoint::movements {
namespace {

namespace fs = std::filesystem;

// Stages the file as received: its bytes, hash and compressed chunks.
store::StagedFile stage(const ImportRequest& request, const fs::path& folder) {
    store::StagedFile staged(folder, request.file_name, "application/octet-stream");
    std::ifstream bytes(request.file, std::ios::binary);
    std::string buffer(store::StagedFile::chunk_bytes, '\0');
    while (bytes.read(buffer.data(), static_cast<std::streamsize>(buffer.size())),
           bytes.gcount() > 0)
        staged.append({buffer.data(), static_cast<std::size_t>(bytes.gcount())});
    if (bytes.bad())
        throw std::system_error(std::make_error_code(std::errc::io_error), "cannot read the file");
    staged.finish();
    return staged;
}

Result<PlaceLookup> places_of(store::Store& store, const access::Principal& principal) {
    return store.read(principal, [](const store::Snapshot& snapshot) -> Result<PlaceLookup> {
        PlaceLookup lookup;
        for (const auto& place : snapshot.all<directory::Place>())
            lookup.add(place.value.code, place.value.name);
        return lookup;
    });
}

record::JsonObject totals_of(const ReadingSummary& summary) {
    record::JsonObject totals;
    for (const auto& [indicator, count] : summary.totals)
        totals.value[boost::describe::enum_to_string(indicator, "")] = count;
    return totals;
}

record::JsonObject reasons_of(const ReadingSummary& summary) {
    record::JsonObject reasons;
    for (const auto& [reason, rows] : summary.skipped_by_reason)
        reasons.value[reason] = rows;
    return reasons;
}

// A batch of the same bytes, read in the same way, that was not withdrawn. One that a correction
// replaced is among them: reading the old file again must not undo the correction.
std::optional<record::Record<Batch>> same_batch(const store::Snapshot& snapshot,
                                                const Batch& batch) {
    store::ListQuery query;
    query.equal = {{"file_hash", batch.file_hash}, {"source", batch.source.id.text}};
    for (auto& earlier : snapshot.all<Batch>(query))
        if (earlier.value.mapping == batch.mapping &&
            earlier.value.status != BatchStatus::withdrawn)
            return std::move(earlier);
    return std::nullopt;
}

}  // namespace

Result<FileRecognition> recognise_file(const fs::path& file, const formats::TableOptions& options,
                                       const Mapping& known) {
    FileRecognition found;
    TENPOINT_TRY(table, formats::open_table(file, options, &found.info));
    found.recognition = recognise(*table, known);
    return found;
}

Result<ImportOutcome> import_file(store::Store& store, const access::Principal& principal,
                                  const ImportRequest& request, const ReadingProgress& progress) {
    TENPOINT_TRY(places, places_of(store, principal));
    formats::TableInfo info;
    TENPOINT_TRY(table, formats::open_table(request.file,
                                            {request.mapping.sheet, request.delimiter}, &info));
    const auto folder = store.staging_folder();
    auto staging = std::async(std::launch::async, stage, std::cref(request), folder);

    store::StagedFile segment(folder, "segment", "application/vnd.tenpoint.segment");
    FindingsFile findings(folder);
    SegmentWriter writer([&](const EncodedChunk& chunk) { segment.append_chunk(chunk.bytes); });
    TENPOINT_TRY(summary, read_table(
                              *table, request.mapping, places, writer,
                              [&](const Finding& finding) { findings.add(finding); }, progress));
    segment.append_chunk(writer.finish().bytes);
    segment.finish();
    const auto& finished_findings = findings.finish();
    const auto file = staging.get();

    Batch batch;
    batch.source = {request.source.envelope.id};
    batch.status = BatchStatus::proposed;
    batch.file_name = request.file_name;
    batch.file_hash = file.hash();
    batch.file_bytes = file.bytes();
    batch.sheet = info.sheet;
    batch.mapping = {to_json(request.mapping)};
    batch.rows = summary.rows;
    batch.used = summary.used;
    batch.rejected = summary.rejected;
    batch.skipped = summary.skipped;
    batch.skipped_by_reason = reasons_of(summary);
    batch.observations = summary.observations;
    batch.errors = findings.count(Severity::error);
    batch.warnings = findings.count(Severity::warning);
    batch.informations = findings.count(Severity::information);
    batch.period_from = summary.first_day;
    batch.period_to = summary.last_day;
    batch.totals = totals_of(summary);

    return store.write(principal, [&](store::Transaction& transaction) -> Result<ImportOutcome> {
        if (auto earlier = same_batch(transaction, batch))
            return ImportOutcome{std::move(*earlier), summary, true};
        batch.received_at = transaction.now();
        batch.file =
            request.kept_file.empty() ? transaction.keep(file, request.owner) : request.kept_file;
        batch.segment = transaction.keep(segment, request.owner);
        batch.findings = transaction.keep(finished_findings, request.owner);
        TENPOINT_TRY(kept, transaction.insert(batch, {request.owner}));
        return ImportOutcome{std::move(kept), std::move(summary), false};
    });
}

Result<void> spool_file(const store::Snapshot& snapshot, const Id& file, const fs::path& path) {
    const auto stored = snapshot.file(file);
    if (!stored) return Problem{ProblemCode::not_found, "file"};
    std::ofstream out(path, std::ios::binary);
    for (std::int64_t number = 0; number < stored->chunks; ++number)
        out << snapshot.file_chunk(file, number);
    out.close();
    if (!out) return Problem{ProblemCode::storage_failed, "cannot spool a file"};
    return {};
}

}  // namespace tenpoint::movements
