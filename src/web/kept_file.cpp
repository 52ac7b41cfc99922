// SPDX-License-Identifier: Apache-2.0
#include "web/kept_file.hpp"

#include "desks/movements/importing.hpp"
#include "web/header_values.hpp"

namespace tenpoint::web {

Result<FetchedFile> fetch_file(store::Store& store, const access::Principal& principal,
                               const Id& file) {
    return store.read(principal, [&](const store::Snapshot& snapshot) -> Result<FetchedFile> {
        auto stored = snapshot.file(file);
        if (!stored || stored->owner != principal.partner)
            return Problem{ProblemCode::not_found, "a kept file"};
        auto copy = std::make_unique<SpooledFile>(store.staging_folder());
        TENPOINT_CHECK(movements::spool_file(snapshot, file, copy->path()));
        return FetchedFile{std::move(*stored), std::move(copy)};
    });
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

}  // namespace tenpoint::web
