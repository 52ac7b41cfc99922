// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <source_location>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/enum.hpp>

namespace tenpoint {

// Every refusal that a caller can meet. The enumerator is the stable word on the wire;
// its sentence for a person is the translation `problems.<code>`.
enum class ProblemCode {
    unauthorized,
    wrong_credentials,
    second_factor_required,
    wrong_second_factor,
    openid_cancelled,
    openid_refused,
    openid_unknown_account,
    openid_unreachable,
    csrf_token_missing,
    forbidden,
    not_found,
    method_not_allowed,
    not_acceptable,
    already_exists,
    still_referenced,
    not_proposed,
    still_counts,
    nothing_to_print,
    precondition_failed,
    precondition_required,
    idempotency_key_reused,
    body_too_large,
    headers_too_large,
    request_timed_out,
    unsupported_media_type,
    malformed_request,
    malformed_json,
    invalid_fields,
    invalid_query,
    unreadable_file,
    unknown_field_in_mapping,
    incomplete_mapping,
    folder_in_use,
    address_unavailable,
    database_too_new,
    node_key_missing,
    wrong_node_key,
    index_keys_missing,
    storage_failed,
    too_many_requests,
    server_busy,
    unusable_certificate,
    internal_error,
};
BOOST_DESCRIBE_ENUM(ProblemCode, unauthorized, wrong_credentials, second_factor_required,
                    wrong_second_factor, openid_cancelled, openid_refused, openid_unknown_account,
                    openid_unreachable, csrf_token_missing, forbidden, not_found,
                    method_not_allowed, not_acceptable, already_exists, still_referenced,
                    not_proposed, still_counts, nothing_to_print, precondition_failed,
                    precondition_required, idempotency_key_reused, body_too_large,
                    headers_too_large, request_timed_out, unsupported_media_type, malformed_request,
                    malformed_json, invalid_fields, invalid_query, unreadable_file,
                    unknown_field_in_mapping, incomplete_mapping, folder_in_use,
                    address_unavailable, database_too_new, node_key_missing, wrong_node_key,
                    index_keys_missing, storage_failed, too_many_requests, server_busy,
                    unusable_certificate, internal_error)

// The HTTP status that answers `code`, e.g. 404.
int http_status(ProblemCode code);

// The stable word of `code`, as it stands on the wire.
std::string_view to_word(ProblemCode code);

// What is wrong with one member of a body or one parameter of a query. `code` is a key below
// `field_problems` in the translations; `arguments` fill its placeholders {0}, {1} …
struct FieldProblem {
    std::string pointer;  // JSON pointer, "/name"
    std::string code;     // "required", "too_long" …
    std::vector<std::string> arguments{};

    bool operator==(const FieldProblem&) const = default;
};

// One refusal. `detail` is for the log and is never sent; `fields` are sent.
struct Problem {
    ProblemCode code{};
    std::string detail{};
    std::vector<FieldProblem> fields{};
    std::source_location where = std::source_location::current();
};

}  // namespace tenpoint
