// SPDX-License-Identifier: Apache-2.0
#include "app/verification_report.hpp"

#include <optional>

#include <boost/describe/enum_to_string.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "app/kinds.hpp"
#include "base/translations.hpp"

namespace tenpoint::app {

namespace {

// Where the arguments of a flaw have a kind, by its plural, and the name of one of its members.
struct Places {
    std::size_t kind;
    std::optional<std::size_t> member{};
};

std::optional<Places> places_in(store::FlawCode code) {
    using enum store::FlawCode;
    switch (code) {
        case record_without_entry:
        case record_missing:
        case record_returned:
        case record_altered:
        case search_altered:
        case value_without_key:
            return Places{0};
        case reference_broken:
        case link_altered:
            return Places{0, 2};
        case entry_added:
        case entry_altered:
            return Places{2};
        default:
            return std::nullopt;
    }
}

std::string label_of_member(Language language, const record::KindInfo& kind,
                            const std::string& member) {
    for (const auto of : {kind.name, std::string_view{"record"}})
        if (const auto key = fmt::format("kinds.{}.{}", of, member); has_translation(language, key))
            return translate(language, key);
    return member;
}

// In the words for kinds and members that the interface has too.
std::string sentence(Language language, const store::Flaw& flaw) {
    auto arguments = flaw.arguments;
    if (const auto places = places_in(flaw.code))
        if (const auto* kind = record::find_kind(all_kinds(), arguments[places->kind])) {
            arguments[places->kind] = translate(language, fmt::format("kinds.{}._one", kind->name));
            if (places->member)
                arguments[*places->member] =
                    label_of_member(language, *kind, arguments[*places->member]);
        }
    const auto key = fmt::format("verify.{}", boost::describe::enum_to_string(flaw.code, ""));
    return translate_numbered(language, key, arguments);
}

}  // namespace

int report(const store::Verification& found, Terminal& terminal) {
    if (found.flaw) {
        fmt::print(terminal.err, "{}\n", sentence(terminal.language, *found.flaw));
        return exit_refused;
    }
    const auto signers = static_cast<std::int64_t>(found.head.signers.size());
    const auto number = std::to_string(found.head.number);
    fmt::print(terminal.out, "{}\n{}\n",
               translate(terminal.language, "verify.all_right",
                         {{"records", found.records},
                          {"files", found.files},
                          {"entries", found.entries},
                          {"blocks", found.blocks},
                          {"signers", signers}}),
               translate(terminal.language, "verify.head",
                         {{"number", std::string_view{number}},
                          {"head", std::string_view{found.head.head}}}));
    return exit_done;
}

}  // namespace tenpoint::app
