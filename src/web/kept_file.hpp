// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "access/principal.hpp"
#include "base/result.hpp"
#include "store/store.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/spooled_file.hpp"

namespace tenpoint::web {

// Whoever may enter figures for the own partner.
Result<void> check_may_import(const access::Principal& principal);

// Keeps an upload for a day, until something is read out of it. The same bytes are kept once for a
// partner, and what waited too long makes room.
Result<Id> keep_upload(store::Store& store, const Request& request,
                       const store::StagedFile& staged);

// A file of the store on the disk, for readers that need one.
struct FetchedFile {
    store::StoredFile stored;
    std::unique_ptr<SpooledFile> copy;
};

// A file that was kept for reading and belongs to the principal's partner; `not_found` otherwise.
Result<FetchedFile> fetch_file(store::Store& store, const access::Principal& principal,
                               const Id& file);

// The same for readers that look at the first rows only: of a long text no more than these need.
Result<FetchedFile> fetch_beginning(store::Store& store, const access::Principal& principal,
                                    const Id& file);

// The file as a download, chunk by chunk. Whether the principal may have it, the caller has asked.
Result<Response> download(store::Store& store, const access::Principal& principal, const Id& file,
                          const std::string& name);

// What a request wrote to the disk, as its answer.
Response spooled_response(std::unique_ptr<SpooledFile> file, std::string_view media_type);

}  // namespace tenpoint::web
