// SPDX-License-Identifier: Apache-2.0
#include "base/problem.hpp"

#include <array>

#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/list.hpp>

namespace tenpoint {
namespace {

struct Row {
    ProblemCode code;
    int status;
};

// In the order of the enumeration, which the assertions below hold it to.
constexpr std::array table{
    Row{ProblemCode::unauthorized, 401},
    Row{ProblemCode::wrong_credentials, 401},
    Row{ProblemCode::second_factor_required, 401},
    Row{ProblemCode::wrong_second_factor, 401},
    Row{ProblemCode::openid_cancelled, 401},
    Row{ProblemCode::openid_refused, 401},
    Row{ProblemCode::openid_unknown_account, 403},
    Row{ProblemCode::openid_unreachable, 502},
    Row{ProblemCode::csrf_token_missing, 403},
    Row{ProblemCode::forbidden, 403},
    Row{ProblemCode::not_found, 404},
    Row{ProblemCode::method_not_allowed, 405},
    Row{ProblemCode::not_acceptable, 406},
    Row{ProblemCode::already_exists, 409},
    Row{ProblemCode::still_referenced, 409},
    Row{ProblemCode::not_proposed, 409},
    Row{ProblemCode::still_counts, 409},
    Row{ProblemCode::nothing_to_print, 409},
    Row{ProblemCode::precondition_failed, 412},
    Row{ProblemCode::precondition_required, 428},
    Row{ProblemCode::idempotency_key_reused, 422},
    Row{ProblemCode::body_too_large, 413},
    Row{ProblemCode::headers_too_large, 431},
    Row{ProblemCode::request_timed_out, 408},
    Row{ProblemCode::unsupported_media_type, 415},
    Row{ProblemCode::malformed_request, 400},
    Row{ProblemCode::malformed_json, 400},
    Row{ProblemCode::invalid_fields, 422},
    Row{ProblemCode::invalid_query, 400},
    Row{ProblemCode::unreadable_file, 422},
    Row{ProblemCode::unknown_field_in_mapping, 422},
    Row{ProblemCode::incomplete_mapping, 422},
    Row{ProblemCode::folder_in_use, 503},
    Row{ProblemCode::address_unavailable, 503},
    Row{ProblemCode::database_too_new, 503},
    Row{ProblemCode::node_key_missing, 503},
    Row{ProblemCode::wrong_node_key, 503},
    Row{ProblemCode::index_keys_missing, 503},
    Row{ProblemCode::storage_failed, 503},
    Row{ProblemCode::too_many_requests, 429},
    Row{ProblemCode::server_busy, 503},
    Row{ProblemCode::unusable_certificate, 503},
    Row{ProblemCode::internal_error, 500},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].code) != i) return false;
    return true;
}
static_assert(table.size() ==
                  boost::mp11::mp_size<boost::describe::describe_enumerators<ProblemCode>>::value &&
              in_order());

}  // namespace

int http_status(ProblemCode code) {
    return table[static_cast<std::size_t>(code)].status;
}

std::string_view to_word(ProblemCode code) {
    return boost::describe::enum_to_string(code, "");
}

}  // namespace tenpoint
