// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/document_subjects.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <variant>

#include "desks/arrangements/document.hpp"

namespace tenpoint::arrangements {
namespace {

constexpr std::array let_go{
    record::Kind<Agreement>::name,
    record::Kind<Review>::name,
    record::Kind<directory::Place>::name,
    record::Kind<intake::Source>::name,
};

}  // namespace

bool is_let_go_by_documents(const record::KindInfo& kind) {
    return std::ranges::find(let_go, kind.name) != let_go.end();
}

Result<void> let_documents_go(store::Transaction& transaction, const record::KindInfo& kind,
                              const Id& removed) {
    const auto& documents = record::kind_info<Document>();
    return transaction.with_all_rights([&](store::Transaction& whole) -> Result<void> {
        for (const auto& id : whole.naming(documents, kind, removed)) {
            TENPOINT_TRY(document, whole.get(documents, id));
            auto row = std::move(document.row);
            for (const auto& field : documents.fields) {
                if (field.target != kind.plural || field.is_link_list) continue;
                auto& value = row.values.at(field.position);
                const auto* named = std::get_if<std::string>(&value);
                if (named && *named == removed.text) value = field.blank;
            }
            TENPOINT_CHECK(whole.update(documents, id, document.envelope.version, std::move(row)));
        }
        return {};
    });
}

}  // namespace tenpoint::arrangements
