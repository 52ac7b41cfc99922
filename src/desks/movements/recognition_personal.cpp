// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_personal.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/words_in.hpp"
#include "desks/movements/recognition_words.hpp"
#include "formats/dates.hpp"
#include "formats/number.hpp"
#include "formats/position.hpp"

namespace tenpoint::movements {
namespace {

// English, French, Spanish, Arabic; "|" between several. "Name", "nom" and "nombre" alone say
// too little: places have names, and "nombre" is a number in French.
constexpr std::array<std::string_view, 4> personal_words{
    "first name|last name|surname|family name|given name|middle name|full name|name of person|"
    "name of the person|person name|beneficiary name|name of beneficiary|child name|mother name|"
    "father name|mother s name|father s name|contact|contact name|contact person|contact details|"
    "focal point|focal point name|interviewer|enumerator|enumerator name|respondent name|"
    "caregiver name|phone|phone number|telephone|telephone number|tel|tel no|mobile|mobile number|"
    "mobile phone|cell|cell phone|cellphone|contact number|whatsapp|whatsapp number|fax|email|"
    "e mail|email address|e mail address|home address|passport|passport no|passport number|"
    "national id|national id number|id card number|document number|date of birth|birth date|"
    "birthdate|dob",
    "prenom|prenoms|nom de famille|nom et prenom|nom et prenoms|nom complet|nom de la personne|"
    "nom du beneficiaire|nom de la mere|nom du pere|nom du contact|personne de contact|"
    "personne a contacter|point focal|enqueteur|telephone|numero de telephone|no de telephone|"
    "portable|numero de portable|gsm|courriel|adresse electronique|adresse e mail|adresse mail|"
    "adresse du domicile|passeport|numero de passeport|numero d identite|date de naissance",
    "nombre y apellido|nombre y apellidos|nombres y apellidos|nombre completo|primer nombre|"
    "apellido|apellidos|primer apellido|segundo apellido|nombre de la persona|"
    "nombre del beneficiario|nombre de la madre|nombre del padre|nombre del contacto|contacto|"
    "persona de contacto|punto focal|encuestador|telefono|numero de telefono|celular|movil|"
    "telefono movil|numero de celular|numero de contacto|correo|correo electronico|"
    "direccion de correo|direccion del domicilio|pasaporte|numero de pasaporte|cedula|"
    "numero de documento|documento de identidad|fecha de nacimiento",
    "الاسم الكامل|الاسم الأول|الاسم الثلاثي|الاسم الرباعي|اسم العائلة|اسم الشخص|اسم المستفيد|"
    "اسم الأم|اسم الأب|اللقب|جهة الاتصال|الشخص المسؤول|منسق|هاتف|الهاتف|رقم الهاتف|رقم هاتف|"
    "جوال|الجوال|رقم الجوال|موبايل|الموبايل|رقم الموبايل|واتساب|البريد الإلكتروني|بريد إلكتروني|"
    "الإيميل|ايميل|رقم جواز السفر|جواز السفر|رقم الهوية|الرقم الوطني|تاريخ الميلاد|تاريخ الولادة"};

// What says it wherever it stands in a header: "Contact phone", "Email 2", "Full name of the
// child".
constexpr std::array<std::string_view, 4> telling_words{
    "phone|phones|telephone|telephones|cellphone|cellphones|phone number|mobile no|mobile number|"
    "cell no|cell number|contact no|contact number|tel no|tel number|tel nr|whatsapp|email|emails|"
    "e mail|e mails|surname|surnames|first name|last name|family name|full name|maiden name|"
    "contact name|contact person|name of contact|name of the contact|name of focal point|"
    "name of the focal point|focal point name|passport no|passport number|passport nr|"
    "national id no|national id number|id card no|id card number|date of birth|birth date|"
    "birthdate|home address",
    "telephones|portable no|numero de portable|courriel|courriels|prenom|prenoms|nom de famille|"
    "nom complet|nom du contact|nom du point focal|personne a contacter|personne de contact|"
    "passeport no|numero de passeport|no de passeport|date de naissance",
    "telefono|telefonos|celular|celulares|numero de movil|movil no|correo electronico|"
    "correos electronicos|apellido|apellidos|nombre completo|nombre del contacto|"
    "nombre del punto focal|persona de contacto|numero de pasaporte|pasaporte no|"
    "numero de cedula|cedula de identidad|cedula no|fecha de nacimiento",
    "هاتف|الهاتف|تلفون|التلفون|جوال|الجوال|موبايل|الموبايل|واتساب|البريد الإلكتروني|بريد إلكتروني|"
    "الإيميل|جواز السفر|الاسم الكامل|اسم العائلة|تاريخ الميلاد|تاريخ الولادة"};

FoldedWords folded_words_of(std::span<const std::string_view> languages) {
    FoldedWords words;
    for (const auto language : languages)
        words.merge(folded_words(language));
    return words;
}

// "Mobile No.", "Contact 2": the number of a column, or that it holds one.
bool is_numbering(std::string_view word) {
    static const auto words = folded_words("no|nr|num|n");
    return word.find_first_not_of("0123456789") == word.npos || words.contains(word);
}

bool is_personal_header(std::string_view header) {
    static const auto whole = folded_words_of(personal_words);
    static const auto telling = folded_words_of(telling_words);
    const auto text = folded(parted_at_capitals(header));
    std::string_view bare = text;
    for (auto end = bare.rfind(' '); end != bare.npos && is_numbering(bare.substr(end + 1));
         end = bare.rfind(' '))
        bare = bare.substr(0, end);
    if (whole.contains(bare)) return true;
    return std::ranges::any_of(telling,
                               [&](const std::string& word) { return stands_in(word, text); });
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    return at != text.npos && at > 0 && text.find('.', at) != text.npos &&
           text.find('@', at + 1) == text.npos && text.back() != '.' &&
           text.find_first_of(" \t") == text.npos;
}

// Lengths of the groups of digits: "300-123-4567" is 3, 3, 4.
std::vector<std::size_t> digit_groups(std::string_view text) {
    std::vector<std::size_t> groups;
    bool within = false;
    for (const char c : text) {
        if (is_digit(c) && !within) groups.push_back(0);
        within = is_digit(c);
        if (within) ++groups.back();
    }
    return groups;
}

// "+57 300 123 4567", "(0212) 555-1234", "06 12 34 56 78", "300-123-4567": what is no date, no
// coordinate and no code with leading zeros.
bool is_telephone(std::string_view text) {
    const auto digits = std::ranges::count_if(text, is_digit);
    if (digits < 8 || digits > 15 || text.find_first_not_of("0123456789 +-.()") != text.npos)
        return false;
    const auto groups = digit_groups(text);
    const bool marked = text.front() == '+' || (text.front() == '(' && text.back() != ')');
    if (!marked && !(text.front() == '0' && groups.size() > 2) &&
        groups != std::vector<std::size_t>{3, 3, 4})
        return false;
    using formats::DateOrder, formats::DayMonthOrder;
    return !formats::parse_date(text, DateOrder(DayMonthOrder::day_first)) &&
           !formats::parse_date(text, DateOrder(DayMonthOrder::month_first)) &&
           !formats::parse_position(text);
}

// "0612345678", "3001234567": more than people are counted, and no time in seconds since 1970.
bool is_bare_number(std::string_view text) {
    if (text.find_first_not_of("0123456789") != text.npos) return false;
    const bool national = text.size() == 10 && text[0] != '1' && !text.starts_with("20");
    return national || (text.size() == 11 && text[0] == '0');
}

// Of an unmarked telephone number the digits alone: more than people are counted in one cell.
bool is_short_number(std::string_view text) {
    constexpr std::size_t digits_of_a_telephone = 7;
    return formats::parse_decimal(text) && text.size() < digits_of_a_telephone;
}

}  // namespace

PersonalSign personal_sign(std::span<const SampleRow> rows, const ColumnLayout& layout,
                           std::size_t column) {
    const auto& tag = layout.tags[column];
    const bool named =
        is_personal_header(layout.headers[column]) || (tag && tag->tag == "#contact");
    std::size_t filled = 0, reaching = 0, bare_numbers = 0, short_numbers = 0;
    for (const auto& row : rows) {
        if (row.number < layout.first_data_row || row.number == layout.hxl_row) continue;
        if (column >= row.texts.size()) continue;
        const auto text = trimmed(row.texts[column]);
        if (text.empty()) continue;
        ++filled;
        reaching += is_email(text) || is_telephone(text) ? 1 : 0;
        bare_numbers += is_bare_number(text) ? 1 : 0;
        short_numbers += named && is_short_number(text) ? 1 : 0;
    }
    if (reaching > 0 && reaching * 2 >= filled) return PersonalSign::cells;
    // "Telephone" above counts is a way in which people were reached.
    const bool counts = filled > 0 && short_numbers * 2 >= filled;
    if (named && !counts) return PersonalSign::header;
    return bare_numbers > 0 && bare_numbers * 5 >= filled * 4 ? PersonalSign::numbers
                                                              : PersonalSign::none;
}

std::string masked(std::string_view text) {
    auto length = std::min<std::size_t>(1, text.size());
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80)
        ++length;
    return std::string{text.substr(0, length)} + "•••";
}

}  // namespace tenpoint::movements
