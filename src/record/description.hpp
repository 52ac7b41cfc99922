// SPDX-License-Identifier: Apache-2.0
#pragma once

// What C++ cannot say of a kind's members: one Note for each, beside the struct. A member without
// a note, or with two, does not compile.

#include <concepts>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>

#include <boost/describe/class.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

namespace tenpoint::record {

// How far a value needs protection. What is not plain is protected: it is stored under a key of its
// record (store/field_cipher.hpp), and no list is searched or sorted by it. A secret is never
// answered either.
enum class Sensitivity { plain, personal, secret };

// Who may set a member through the API.
enum class Settable { always, at_creation, by_the_program };

// Who is told a member of a record that they read. Where that is not every reader, lists are
// neither filtered nor sorted by it.
enum class Told {
    to_readers,
    to_keepers,             // those who may change the record
    to_readers_of_its_end,  // of a reference: those who may read what it names
};

// Who looks after the records of a kind, and so may make and change them.
enum class Stewardship {
    administrators,  // the node's accounts
    coordinators,    // what holds for all partners alike: places, corridors, rules
    partners,        // each partner its own; coordinators all
};

// What is said of a member, independent of its type. Its label is the translation
// `kinds.<kind>.<member>`; code lists, references and optionality follow from its type.
struct NoteText {
    bool required = false;  // an empty text or list is refused
    // Of a text in characters, also in each language of one, or of an object's JSON in bytes; 0:
    // the general limit.
    std::size_t max_length = 0;
    std::string_view unit{};    // "byte", "degree" …
    std::string_view format{};  // "country", "uri" … (a JSON Schema format, or ours)
    std::string_view hxl{};     // HXL hashtag with attributes, for exports
    std::string_view schema{};  // of a JsonObject: the name of what describes it in the API
    // Of a reference: a member that it and the record itself have alike, such as what both hang on.
    std::string_view within{};
    // Of a single reference: it does not keep what it names from being removed, and is emptied
    // then, whoever may change the record.
    bool lets_go = false;
    Sensitivity sensitivity = Sensitivity::plain;
    Told told = Told::to_readers;
    bool blind_index = false;  // of a protected text of many values, which is looked up exactly
    Settable settable = Settable::always;
    bool unique = false;      // no two records of the kind share the value
    int since = 1;            // the version of the kind that brought the member
    bool names_file = false;  // an Id of one of the store's files, which is kept for its sake
};

template <auto Member>
struct Note : NoteText {};

// What is known of a kind: name, plural (its path and its table), version, notes and rules.
// Specialised beside the struct of each kind:
//
//     template <>
//     struct record::Kind<Partner> {
//         static constexpr std::string_view name = "partner", plural = "partners";
//         static constexpr int version = 1;
//         static constexpr auto stewardship = Stewardship::coordinators;
//         static constexpr auto notes = std::tuple{
//             Note<&Partner::name>{{.required = true, .max_length = 200}}, …};
//         static void check(const Partner& partner, std::vector<FieldProblem>& problems);
//     };
template <class K>
struct Kind;

// Whether the records of a kind can be removed. A kind says `removable = false` where others must
// stay explicable by them for ever; they are withdrawn instead.
template <class K>
constexpr bool is_removable() {
    if constexpr (requires { Kind<K>::removable; }) return Kind<K>::removable;
    return true;
}

template <class T>
concept Described = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;

template <class K>
using Members = boost::describe::describe_members<K, boost::describe::mod_public>;

// Calls `visit` with the descriptor (name, pointer) of each member, in order.
template <Described K>
constexpr void for_each_member(auto&& visit) {
    boost::mp11::mp_for_each<Members<K>>(visit);
}

template <class K, class Descriptor>
using MemberType = std::remove_cvref_t<decltype(std::declval<K&>().*Descriptor::pointer)>;

template <auto P, auto Q>
constexpr bool is_same_member() {
    if constexpr (std::same_as<decltype(P), decltype(Q)>)
        return P == Q;
    else
        return false;
}

// The note of one member of K. A variable, since clang 16 loses most of a struct that a consteval
// function gives where it begins a member of another.
template <Described K, auto Member>
inline constexpr NoteText note_of = std::apply(
    []<auto... Noted>(const Note<Noted>&... notes) {
        static_assert((0 + ... + (is_same_member<Member, Noted>() ? 1 : 0)) == 1,
                      "every described member needs exactly one Note");
        NoteText found;
        ((is_same_member<Member, Noted>() ? void(found = notes) : void()), ...);
        return found;
    },
    Kind<K>::notes);

}  // namespace tenpoint::record
