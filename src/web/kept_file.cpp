// SPDX-License-Identifier: Apache-2.0
#include "web/kept_file.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <utility>

#include "access/may.hpp"
#include "desks/movements/batch.hpp"
#include "desks/movements/importing.hpp"
#include "web/header_values.hpp"
#include "web/once.hpp"

namespace tenpoint::web {

namespace {

constexpr std::int64_t beginning_chunks = 16;
// How long an upload waits to be read.
constexpr auto upload_patience = std::chrono::hours{24};

Result<FetchedFile> fetch(store::Store& store, const access::Principal& principal, const Id& file,
                          bool only_beginning) {
    return store.read(principal, [&](const store::Snapshot& snapshot) -> Result<FetchedFile> {
        auto stored = snapshot.file(file);
        if (!stored || stored->owner != principal.partner)
            return Problem{ProblemCode::not_found, "a kept file"};
        // The directory of an archive is at its end.
        const bool is_cut = only_beginning && stored->chunks > beginning_chunks &&
                            !snapshot.file_chunk(file, 0).starts_with("PK");
        auto copy = std::make_unique<SpooledFile>(store.staging_folder());
        TENPOINT_CHECK(movements::spool_file(snapshot, file, copy->path(),
                                             is_cut ? beginning_chunks : stored->chunks));
        return FetchedFile{std::move(*stored), std::move(copy)};
    });
}

}  // namespace

Result<void> check_may_import(const access::Principal& principal) {
    const access::Subject batch{record::Kind<movements::Batch>::stewardship,
                                record::Visibility::partners, principal.partner};
    if (access::may(principal, access::Verb::create, batch)) return {};
    return Problem{ProblemCode::forbidden, "import"};
}

Result<Id> keep_upload(store::Store& store, const Request& request,
                       const store::StagedFile& staged) {
    const auto& partner = request.principal.partner;
    const auto keep = [&](store::Transaction& transaction) -> Result<Id> {
        const auto patience = std::chrono::milliseconds(upload_patience).count();
        transaction.drop_unused_files({transaction.now().milliseconds - patience});
        if (const auto kept = transaction.file_of(staged.hash(), partner))
            if (transaction.file(*kept)->name == staged.name()) {
                transaction.keep_longer(*kept);
                return *kept;
            }
        return transaction.keep(staged, partner);
    };
    const auto again = [](store::Transaction&, const Id& kept) -> Result<Id> { return kept; };
    return write_once(store, request, staged.name() + '\n' + staged.hash(), keep, again);
}

Result<FetchedFile> fetch_file(store::Store& store, const access::Principal& principal,
                               const Id& file) {
    return fetch(store, principal, file, false);
}

Result<FetchedFile> fetch_beginning(store::Store& store, const access::Principal& principal,
                                    const Id& file) {
    return fetch(store, principal, file, true);
}

Result<Response> download(store::Store& store, const access::Principal& principal, const Id& file,
                          const std::string& name) {
    TENPOINT_TRY(
        stored,
        store.read(principal, [&](const store::Snapshot& snapshot) -> Result<store::StoredFile> {
            auto found = snapshot.file(file);
            if (!found) return Problem{ProblemCode::not_found, "file"};
            return std::move(*found);
        }));
    Response response;
    response.headers.set("Content-Type", "application/octet-stream");
    response.headers.set("Content-Disposition", attachment(name));
    auto next = [&store, principal, file, chunks = stored.chunks,
                 number = std::int64_t{0}]() mutable {
        if (number == chunks) return std::string();
        const auto read = [&](const store::Snapshot& snapshot) -> Result<std::string> {
            return snapshot.file_chunk(file, number++);
        };
        return store.read(principal, read).value();
    };
    response.body = BodyStream{std::move(next), static_cast<std::uint64_t>(stored.bytes)};
    return response;
}

Response spooled_response(std::unique_ptr<SpooledFile> file, std::string_view media_type) {
    constexpr std::size_t piece_bytes = std::size_t{256} << 10;
    std::shared_ptr<const SpooledFile> kept = std::move(file);
    const auto bytes = std::make_shared<std::ifstream>(kept->path(), std::ios::binary);
    Response response;
    response.headers.set("Content-Type", std::string(media_type));
    auto next = [kept, bytes] {
        std::string piece(piece_bytes, '\0');
        bytes->read(piece.data(), static_cast<std::streamsize>(piece.size()));
        if (bytes->bad()) throw std::runtime_error("cannot read back what was written");
        piece.resize(static_cast<std::size_t>(bytes->gcount()));
        return piece;
    };
    response.body = BodyStream{std::move(next), std::filesystem::file_size(kept->path())};
    return response;
}

}  // namespace tenpoint::web
