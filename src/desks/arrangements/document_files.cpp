// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/document_files.hpp"

namespace tenpoint::arrangements {
namespace {

// The record is changed first, since that asks whether it may be.
Result<record::Record<Document>> change_file(store::Transaction& transaction,
                                             record::Record<Document> document,
                                             const Document& before,
                                             std::optional<std::int64_t> seen,
                                             std::string_view verb) {
    document.envelope.version = seen.value_or(document.envelope.version);
    TENPOINT_TRY(changed, transaction.update(document, verb));
    for (const auto& gone : {before.file, before.text})
        if (gone) transaction.erase_file(*gone);
    return std::move(changed);
}

}  // namespace

Result<record::Record<Document>> attach_file(store::Transaction& transaction, const Id& id,
                                             std::optional<std::int64_t> seen,
                                             const store::StagedFile& file,
                                             const store::StagedFile& text) {
    TENPOINT_TRY(document, transaction.get<Document>(id));
    const auto before = document.value;
    auto& [envelope, value] = document;
    value.file_name = file.name();
    value.file_bytes = file.bytes();
    value.file = transaction.keep(file, envelope.owner);
    value.text.reset();
    if (text.bytes() > 0) value.text = transaction.keep(text, envelope.owner);
    return change_file(transaction, std::move(document), before, seen, "attach");
}

Result<record::Record<Document>> remove_file(store::Transaction& transaction, const Id& id,
                                             std::optional<std::int64_t> seen) {
    TENPOINT_TRY(document, transaction.get<Document>(id));
    const auto before = document.value;
    if (!before.file) return Problem{ProblemCode::not_found, "file"};
    auto& value = document.value;
    value.file_name.reset();
    value.file_bytes.reset();
    value.file.reset();
    value.text.reset();
    return change_file(transaction, std::move(document), before, seen, "detach");
}

}  // namespace tenpoint::arrangements
