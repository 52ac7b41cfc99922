// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/contact_rules.hpp"

#include <string_view>
#include <vector>

#include "desks/directory/shared_rules.hpp"

namespace tenpoint::directory {
namespace {

// By its form alone: one "@", with something before it and a domain behind.
bool is_email(std::string_view text) {
    const auto at = text.find('@');
    if (at == text.npos || at == 0 || at != text.rfind('@')) return false;
    if (text.find_first_of(" \t\r\n<>(),;:\"") != text.npos) return false;
    const auto domain = text.substr(at + 1);
    const auto dot = domain.rfind('.');
    return dot != domain.npos && domain.front() != '.' && dot + 1 < domain.size();
}

}  // namespace

Result<void> check_contact(const Contact& contact, const Contact* before, Day today) {
    std::vector<FieldProblem> problems;
    const auto& [email, confirmed] = std::tie(contact.email, contact.confirmed);
    const bool is_new_email = !before || before->email != email;
    if (is_new_email && email && !email->empty() && !is_email(*email))
        problems.push_back({"/email", "not_an_email"});
    const bool is_confirmed_anew = !before || before->confirmed != confirmed;
    if (is_confirmed_anew && confirmed && is_to_come(*confirmed, today))
        problems.push_back({"/confirmed", "in_the_future"});
    if (problems.empty()) return {};
    return Problem{ProblemCode::invalid_fields, "contact", std::move(problems)};
}

}  // namespace tenpoint::directory
