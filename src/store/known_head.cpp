// SPDX-License-Identifier: Apache-2.0
#include "store/known_head.hpp"

#include <fstream>
#include <sstream>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "store/durable_file.hpp"

namespace tenpoint::store {
namespace {

namespace json = boost::json;

std::filesystem::path file_in(const std::filesystem::path& folder) {
    return folder / "journal.head";
}

}  // namespace

std::string to_text(const KnownHead& head) {
    return json::serialize(
               json::object{{"number", head.number},
                            {"head", head.head},
                            {"signers", json::array(head.signers.begin(), head.signers.end())}}) +
           '\n';
}

std::optional<KnownHead> head_from_text(std::string_view text) {
    boost::system::error_code error;
    const auto parsed = json::parse(text, error);
    const auto* object = error ? nullptr : parsed.if_object();
    const auto* number = object ? object->if_contains("number") : nullptr;
    const auto* head = object ? object->if_contains("head") : nullptr;
    if (!number || !number->is_int64() || !head || !head->is_string()) return std::nullopt;
    KnownHead known{number->get_int64(), std::string{head->get_string()}};
    const auto* signers = object->if_contains("signers");
    if (!signers) return known;
    if (!signers->is_array()) return std::nullopt;
    for (const auto& signer : signers->get_array()) {
        if (!signer.is_string()) return std::nullopt;
        known.signers.emplace(signer.get_string());
    }
    return known;
}

std::optional<KnownHead> read_known_head(const std::filesystem::path& folder) {
    if (!std::filesystem::exists(file_in(folder))) return std::nullopt;
    std::ifstream in(file_in(folder));
    std::ostringstream text;
    text << in.rdbuf();
    return head_from_text(text.str()).value_or(KnownHead{0, std::string{unreadable_head}});
}

void write_known_head(const std::filesystem::path& folder, const KnownHead& head) {
    replace_file(file_in(folder), to_text(head));
}

}  // namespace tenpoint::store
