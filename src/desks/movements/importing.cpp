// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/importing.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <future>
#include <map>
#include <optional>
#include <stdlib.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <boost/describe/enum_to_string.hpp>

#include "desks/activities/batch_reports.hpp"
#include "desks/activities/report_ground.hpp"
#include "desks/movements/activity_reading.hpp"
#include "desks/movements/batch_sheets.hpp"
#include "desks/movements/deciding.hpp"
#include "desks/movements/earlier_figures.hpp"
#include "desks/movements/mapping_changes.hpp"
#include "desks/movements/mapping_json.hpp"
#include "desks/movements/mapping_memory.hpp"
#include "desks/movements/persons_elsewhere.hpp"
#include "desks/movements/segment_writer.hpp"
#include "desks/movements/stored_findings.hpp"
#include "desks/movements/total_check.hpp"
#include "formats/read_ahead.hpp"
#include "formats/unreadable.hpp"

namespace tenpoint::movements {
namespace {

namespace fs = std::filesystem;

// A copy that nobody else writes to, gone with the object. Failures are exceptions
// (std::system_error).
class OwnCopy {
  public:
    explicit OwnCopy(const fs::path& folder) {
        std::string name = (folder / "import-XXXXXX").string();
        const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
        if (descriptor < 0)
            throw std::system_error(errno, std::generic_category(), "cannot copy a file");
        ::close(descriptor);
        path_ = name;
    }
    ~OwnCopy() {
        std::error_code ignored;
        fs::remove(path_, ignored);
    }
    OwnCopy(const OwnCopy&) = delete;
    OwnCopy& operator=(const OwnCopy&) = delete;

    void fill_from(const fs::path& file) const {
        fs::copy_file(file, path_, fs::copy_options::overwrite_existing);
    }
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

bool is_readable(const fs::path& file) {
    std::error_code ignored;
    return fs::is_regular_file(file, ignored) && std::ifstream(file).is_open();
}

Problem disk_failed(const std::system_error& error) {
    return {ProblemCode::storage_failed, error.what()};
}

// What the store knows that a file is read by.
struct Known {
    activities::ReportGround ground;
    std::vector<KnownTable> tables;  // of the source
    Day today;
    std::optional<EarlierFigures> earlier;  // of the source, where running totals go on from them
};

Result<Known> known_to(store::Store& store, const access::Principal& principal,
                       const ImportRequest& request) {
    return store.read(principal, [&](const store::Snapshot& snapshot) -> Result<Known> {
        const auto today = day_of(store.clock().now());
        Known known{activities::report_ground(snapshot, today),
                    known_tables(snapshot, request.source),
                    today,
                    {}};
        if (request.mapping.cumulative == Cumulation::none) return known;
        TENPOINT_TRY(earlier, earlier_figures(snapshot, request.source.envelope.id));
        known.earlier = std::move(earlier);
        return known;
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

// A batch of the same bytes, read in the same way, that was neither withdrawn nor erased. One that
// a correction replaced is among them: reading the old file again must not undo the correction.
std::optional<record::Record<Batch>> same_batch(const store::Snapshot& snapshot, const Batch& batch,
                                                const std::string& hash) {
    for (auto& earlier : batches_of_bytes(snapshot, hash))
        if (earlier.value.source == batch.source &&
            without_joined_sheets(earlier.value.mapping) == without_joined_sheets(batch.mapping))
            return std::move(earlier);
    return std::nullopt;
}

// What is chosen for a file holds for the batch that is there already, too; nobody else than its
// owner chooses.
Result<record::Record<Batch>> shared_without_joined_sheets(store::Transaction& transaction,
                                                           record::Record<Batch> batch,
                                                           const ImportRequest& request) {
    const auto& now = batch.envelope;
    const auto& visibility = request.sharing.visibility;
    const auto& shared_with = request.sharing.shared_with;
    if (visibility.value_or(now.visibility) == now.visibility &&
        shared_with.value_or(now.shared_with) == now.shared_with)
        return batch;
    if (now.owner != request.owner)
        return Problem{ProblemCode::forbidden, "the same file is another partner's"};
    return share_batch(transaction, now.id, request.sharing);
}

bool lacks_the_sheet(const Problem& problem) {
    return std::ranges::any_of(
        problem.fields, [](const FieldProblem& field) { return field.code == "unknown_sheet"; });
}

}  // namespace

Result<store::StagedFile> stage_file(const fs::path& file, const fs::path& staging_folder,
                                     const std::string& name) {
    try {
        store::StagedFile staged(staging_folder, name, "application/octet-stream");
        std::ifstream bytes(file, std::ios::binary);
        std::string buffer(store::StagedFile::chunk_bytes, '\0');
        while (bytes.read(buffer.data(), static_cast<std::streamsize>(buffer.size())),
               bytes.gcount() > 0)
            staged.append({buffer.data(), static_cast<std::size_t>(bytes.gcount())});
        staged.finish();
        if (!bytes.eof() || fs::file_size(file) != static_cast<std::uintmax_t>(staged.bytes()))
            return Problem{ProblemCode::storage_failed, "a file was not read to its end"};
        return staged;
    } catch (const std::system_error& error) {
        return disk_failed(error);
    }
}

store::Draft draft_like_the_last(const store::Snapshot& snapshot, const Id& source,
                                 const Id& owner) {
    store::Draft draft{owner};
    store::ListQuery query;
    query.equal = {{"source", source.text}, {"owner", owner.text}};
    query.descending = true;
    query.limit = 1;
    const auto last = snapshot.list(record::kind_info<Batch>(), query).value();
    for (const auto& [envelope, row] : last.items) {
        draft.visibility = envelope.visibility;
        draft.shared_with = envelope.shared_with;
    }
    return draft;
}

Result<FileRecognition> recognise_file(const fs::path& file, const formats::TableOptions& options,
                                       const Mapping& known, std::string_view file_name,
                                       const PlaceLookup* places) {
    FileRecognition found;
    auto read = known;
    if (!options.sheet.empty()) read.sheet = options.sheet;
    const auto open = [&] {
        return formats::open_table(file, {read.sheet, options.delimiter, true}, &found.info);
    };
    auto table = open();
    if (!table && options.sheet.empty() && lacks_the_sheet(table.error())) {
        read.sheet.clear();
        table = open();
    }
    if (!table) return table.error();
    found.recognition = recognise(**table, read, {found.info.sheet, file_name}, places);
    if (formats::is_damaged_from_the_start(**table))
        return formats::unreadable("damaged_workbook", "its first row");
    return found;
}

Result<Mapping> recall_mapping(const fs::path& file, const formats::TableOptions& options,
                               std::span<const KnownTable> tables, std::string_view file_name) {
    std::map<std::pair<std::string, std::int64_t>, std::vector<SampleRow>> samples;
    const auto open = [&](const KnownTable& table) -> decltype(formats::open_table(file)) {
        if (!options.sheet.empty()) return formats::open_table(file, options);
        auto opened = formats::open_table(file, {table.mapping.sheet, options.delimiter});
        if (opened || !lacks_the_sheet(opened.error())) return opened;
        return formats::open_table(file, options);
    };
    TableChoice likest;
    for (const auto& table : tables) {
        const auto& mapping = table.mapping;
        const auto [rows, is_new] = samples.try_emplace({mapping.sheet, mapping.header_row});
        if (is_new) {
            TENPOINT_TRY(opened, open(table));
            rows->second = read_samples(*opened, mapping.header_row);
        }
        const auto choice = compare_table(table, layout_for(rows->second, mapping), file_name);
        if (is_likelier(choice, likest)) likest = choice;
    }
    return remembered_for(likest);
}

namespace {

store::Draft draft_of(const store::Snapshot& snapshot, const ImportRequest& request) {
    const auto& visibility = request.sharing.visibility;
    const auto& shared_with = request.sharing.shared_with;
    if (!visibility)
        return draft_like_the_last(snapshot, request.source.envelope.id, request.owner);
    return {request.owner, *visibility, shared_with.value_or(std::vector<Id>{})};
}

StoredSegment staged_segment(const store::StagedFile& staged) {
    const auto chunk = [&staged](std::size_t number) {
        return store::restore_chunk(staged.stored_chunk(number), number, &staged.key());
    };
    return {chunk(staged.chunk_count() - 1), [chunk](std::int64_t number) -> Result<std::string> {
                return chunk(static_cast<std::size_t>(number));
            }};
}

// In a longer file what does not add up is reported once it counts, on the sheets that it goes
// into.
constexpr std::int64_t most_to_check = 300'000;

bool holds_stocks(const ReadingSummary& summary) {
    return std::ranges::any_of(summary.totals,
                               [](const auto& total) { return is_stock(total.first); });
}

// Holds totals against their parts, and takes what the file comes to for the sum of all its
// figures.
Result<void> settle_file_totals(ReadingSummary& summary, const store::StagedFile& segment,
                                bool lists_events, FindingsFile& findings) {
    if (!summary.may_hold_totals && !holds_stocks(summary)) return {};
    if (summary.observations > most_to_check) {
        findings.add({Severity::information, "totals_with_parts", 0, {}, {}, {}, {}});
        return {};
    }
    TENPOINT_TRY(found, check_totals(staged_segment(segment), lists_events));
    for (const auto& finding : found.findings)
        findings.add(finding);
    summary.totals = std::move(found.totals);
    return {};
}

// A table on its way into a batch.
struct TableReading {
    formats::TableReader& table;
    const ImportRequest& request;
    TableNames names;
    FindingSink finding;
    const ReadingProgress& progress;
};

Result<ReadingSummary> read_figures(const TableReading& reading, const Known& known,
                                    store::StagedFile& segment) {
    SegmentWriter writer([&](const EncodedChunk& chunk) { segment.append_chunk(chunk.bytes); });
    TENPOINT_TRY(summary, read_table(reading.table, reading.request.mapping, *known.ground.places,
                                     writer, reading.finding, reading.progress, reading.names,
                                     {known.today, known.earlier ? &*known.earlier : nullptr}));
    segment.append_chunk(writer.finish().bytes);
    return std::move(summary);
}

Result<ReadingSummary> read_reports(const TableReading& reading,
                                    const activities::ReportGround& ground,
                                    store::StagedFile& reports) {
    activities::ReportChunks chunks([&](const std::string& chunk) { reports.append_chunk(chunk); });
    TENPOINT_TRY(summary, read_activities(
                              reading.table, reading.request.mapping, ground, reading.names,
                              [&](const activities::ActivityReport& report) { chunks.add(report); },
                              reading.finding, reading.progress));
    chunks.finish();
    return std::move(summary);
}

// `path` has the bytes of request.file, and nobody else writes to it.
Result<ImportOutcome> import_copy(store::Store& store, const access::Principal& principal,
                                  const ImportRequest& request, const fs::path& path,
                                  const ReadingProgress& progress) {
    TENPOINT_TRY(known, known_to(store, principal, request));
    formats::TableInfo info;
    TENPOINT_TRY(table, formats::open_table(path, {request.mapping.sheet, {}}, &info));
    table = formats::read_ahead(std::move(table));
    const auto folder = store.staging_folder();
    auto staging =
        std::async(std::launch::async, stage_file, path, folder, std::cref(request.file_name));

    const bool activities = request.mapping.content == Content::activities;
    store::StagedFile segment(folder, activities ? "reports" : "segment",
                              activities ? "application/json" : "application/vnd.tenpoint.segment");
    FindingsFile findings(folder);
    for (const auto& remark : request.remarks)
        findings.add(remark);
    const TableReading reading{*table,
                               request,
                               {info.sheet, request.file_name},
                               [&](const Finding& finding) { findings.add(finding); },
                               progress};
    TENPOINT_TRY(summary, activities ? read_reports(reading, known.ground, segment)
                                     : read_figures(reading, known, segment));
    if (const auto last = likest_table(known.tables, summary.layout, request.file_name); last.table)
        for (const auto& finding : changed_columns(last.table->mapping, summary.layout))
            findings.add(finding);
    const auto still_asked = [&] {
        if (progress) progress(summary.rows, 1);
    };
    TENPOINT_TRY(elsewhere, persons_elsewhere(path, info, still_asked));
    for (const auto& finding : elsewhere)
        findings.add(finding);
    segment.finish();
    if (!activities)
        TENPOINT_CHECK(settle_file_totals(summary, segment, request.mapping.events, findings));
    TENPOINT_TRY(file, staging.get());

    Batch batch;
    batch.source = {request.source.envelope.id};
    batch.sheet = info.sheet;
    const auto find_elsewhere =
        [&](const store::Snapshot& snapshot) -> Result<std::vector<SameBytes>> {
        return same_bytes_elsewhere(snapshot, batch, file.hash());
    };
    TENPOINT_TRY(same_bytes, store.read(principal, find_elsewhere));
    for (const auto& same : same_bytes)
        if (same.is_for_all) findings.add(finding_on(same));
    const auto& finished_findings = findings.finish();
    batch.status = BatchStatus::proposed;
    batch.file_name = request.file_name;
    batch.file_bytes = file.bytes();
    auto mapping = request.mapping;
    mapping.joined_sheets =
        stands_for_alike_sheets(info.sheet) ? info.alike : std::vector<std::string>{};
    batch.mapping = {to_json(mapping)};
    batch.content = request.mapping.content.value_or(Content::figures);
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
        batch.file_hash = transaction.keyed(file.hash());
        if (auto earlier = same_batch(transaction, batch, file.hash())) {
            TENPOINT_TRY(shared,
                         shared_without_joined_sheets(transaction, std::move(*earlier), request));
            return ImportOutcome{std::move(shared), summary, true, same_bytes};
        }
        batch.received_at = transaction.now();
        // An upload that waited too long is gone.
        batch.file = transaction.file(request.kept_file) ? request.kept_file
                                                         : transaction.keep(file, request.owner);
        batch.segment = transaction.keep(segment, request.owner);
        batch.findings = transaction.keep(finished_findings, request.owner);
        TENPOINT_TRY(kept, transaction.insert(batch, draft_of(transaction, request)));
        return ImportOutcome{std::move(kept), summary, false, same_bytes};
    });
}

}  // namespace

Result<ImportOutcome> import_file(store::Store& store, const access::Principal& principal,
                                  const ImportRequest& request, const ReadingProgress& progress) {
    try {
        const bool is_own = request.is_own || !request.kept_file.empty();
        // What cannot be read is refused by those who open it.
        if (is_own || !is_readable(request.file))
            return import_copy(store, principal, request, request.file, progress);
        const OwnCopy copy(store.staging_folder());
        copy.fill_from(request.file);
        return import_copy(store, principal, request, copy.path(), progress);
    } catch (const std::system_error& error) {
        return disk_failed(error);
    }
}

Result<void> spool_file(const store::Snapshot& snapshot, const Id& file, const fs::path& path,
                        std::int64_t most_chunks) {
    const auto stored = snapshot.file(file);
    if (!stored) return Problem{ProblemCode::not_found, "file"};
    std::ofstream out(path, std::ios::binary);
    for (std::int64_t number = 0; number < std::min(stored->chunks, most_chunks); ++number)
        out << snapshot.file_chunk(file, number);
    out.close();
    if (!out) return Problem{ProblemCode::storage_failed, "cannot spool a file"};
    return {};
}

}  // namespace tenpoint::movements
