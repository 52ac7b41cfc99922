// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_personal_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "base/text.hpp"
#include "base/words_in.hpp"
#include "desks/movements/recognition_words.hpp"

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
    "national id|national id number|id card number|document number|case number|file number|"
    "date of birth|birth date|birthdate|dob",
    "prenom|prenoms|nom de famille|nom et prenom|nom et prenoms|nom complet|nom de la personne|"
    "nom du beneficiaire|nom de la mere|nom du pere|nom du contact|personne de contact|"
    "personne a contacter|personne ressource|point focal|enqueteur|enqueteuse|telephone|numero de "
    "telephone|no de telephone|"
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
    "birthdate|home address|address of home|street address|postal address|residential address|"
    "number tel|number phone|id number|unhcr id|biometric id|biometrics id|case id|person id|"
    "individual id|individual number|beneficiary id|registration number|progres id|household id|"
    "hh id|gps of home|home gps|gps of house|home coordinates|coordinates of home|facebook page|"
    "facebook account",
    "telephones|portable no|numero de portable|courriel|courriels|prenom|prenoms|nom de famille|"
    "nom complet|nom du contact|nom du point focal|personne a contacter|personne de contact|"
    "passeport no|numero de passeport|numero de tel|date de naissance|id personnel|id individuel|"
    "id biometrique|numero d enregistrement|numero de dossier|adresse du domicile|"
    "gps du domicile|coordonnees du domicile|gps de la maison",
    "telefono|telefonos|celular|celulares|numero de movil|movil no|correo electronico|"
    "correos electronicos|apellido|apellidos|nombre completo|nombre del contacto|"
    "nombre del punto focal|persona de contacto|numero de pasaporte|pasaporte no|"
    "numero de cedula|cedula de identidad|cedula no|fecha de nacimiento|id personal|"
    "id biometrico|numero de registro|numero de expediente|direccion del domicilio|"
    "direccion particular|numero de tel|gps del domicilio|gps de la casa|"
    "coordenadas del domicilio|coordenadas de la casa",
    "هاتف|الهاتف|تلفون|التلفون|جوال|الجوال|موبايل|الموبايل|واتساب|البريد الإلكتروني|بريد إلكتروني|"
    "الإيميل|جواز السفر|الاسم الكامل|اسم العائلة|تاريخ الميلاد|تاريخ الولادة|عنوان السكن|عنوان "
    "المنزل|"
    "رقم الملف|رقم التسجيل|رقم القضية|الرقم البيومتري|موقع المنزل"};

// What else is one at times, and at others what people are grouped by.
constexpr std::array<std::string_view, 4> perhaps_words{
    "address|addresses|head of household|head of family|household head|hoh|person responsible|"
    "responsible person|facebook|instagram|telegram|messenger|viber|skype|twitter|linkedin",
    "adresse|adresses|responsable|personne responsable|chef de menage|chef de famille",
    "domicilio|persona responsable|persona recurso|jefe de hogar|jefa de hogar|jefe de familia",
    "العنوان|المسؤول|رب الأسرة|رب العائلة|رئيس الأسرة|فيسبوك|تلغرام"};

// Whose names are kept by whoever cares for people. Of Spanish the singular alone: "nombre" is a
// number in French, and people are counted in the plural.
constexpr std::array<std::string_view, 4> persons{
    "person|persons|individual|child|children|minor|mother|father|parent|guardian|caregiver|carer|"
    "spouse|husband|wife|son|daughter|brother|sister|relative|beneficiary|beneficiaries|"
    "respondent|interviewer|interviewee|enumerator|data collector|hoh|head of household|"
    "head of hh|head of family|household head|family head|family member|household member|patient|"
    "client|victim|survivor|migrant|refugee|asylum seeker|applicant|claimant|returnee|deportee|"
    "detainee|passenger|deceased|participant|student|informant|witness|reporter|caseworker|"
    "case worker|social worker|staff|staff member|officer|focal person|focal point|contact|"
    "contact person|representative|supervisor|monitor|volunteer|interpreter|driver|smuggler|"
    "perpetrator|leader|holder|submitter",
    "enfant|enfants|personne|personnes|mere|pere|parent|tuteur|tutrice|conjoint|conjointe|epoux|"
    "epouse|mari|fils|fille|beneficiaire|beneficiaires|repondant|enqueteur|enqueteuse|"
    "chef de menage|chef de famille|patient|patiente|client|victime|survivant|survivante|migrant|"
    "migrante|refugie|refugiee|demandeur|demandeuse|passager|participant|temoin|agent|"
    "travailleur social|responsable|representant|contact|point focal|mineur|mineure|defunt|"
    "superviseur|interprete|passeur|informateur|declarant|titulaire",
    "nino|nina|menor|persona|madre|padre|tutor|tutora|esposo|esposa|conyuge|hijo|hija|"
    "beneficiario|beneficiaria|entrevistado|entrevistada|entrevistador|entrevistadora|"
    "encuestador|encuestadora|jefe de hogar|jefa de hogar|jefe de familia|paciente|victima|"
    "sobreviviente|migrante|refugiado|refugiada|solicitante|deportado|deportada|retornado|"
    "retornada|detenido|detenida|pasajero|pasajera|fallecido|fallecida|participante|testigo|"
    "trabajador social|trabajadora social|responsable|representante|contacto|punto focal|"
    "supervisora|informante|declarante|titular|funcionario|funcionaria",
    "الطفل|الطفلة|الشخص|المستفيد|المستفيدة|الأم|الأب|الوصي|الزوج|الزوجة|الابن|الابنة|رب الأسرة|"
    "رب العائلة|رئيس الأسرة|المريض|المريضة|الضحية|المهاجر|اللاجئ|اللاجئة|مقدم الطلب|الباحث|"
    "جامع البيانات|المسؤول|القاصر|المتوفى|الراكب|الشاهد|المستجيب|المترجم"};

constexpr std::array<std::string_view, 4> things{
    "place|location|site|camp|settlement|shelter|centre|center|school|hospital|clinic|facility|"
    "district|province|region|country|governorate|state|county|department|municipality|city|town|"
    "village|community|locality|admin|area|zone|border|point|port|route|address|organisation|"
    "organization|agency|ngo|partner|donor|institution|ministry|ship|vessel|boat|project|"
    "programme|program|activity|sector|indicator|group|category|type|status|nationality|ethnicity|"
    "language|pcode",
    "lieu|pays|camp|centre|ecole|hopital|commune|departement|prefecture|ville|quartier|localite|"
    "zone|frontiere|poste|organisation|agence|ong|partenaire|bailleur|navire|bateau|projet|"
    "secteur|activite|indicateur|groupe|categorie|nationalite|langue",
    "lugar|pais|sitio|campamento|albergue|centro|escuela|hospital|municipio|departamento|"
    "provincia|distrito|ciudad|localidad|barrio|comunidad|corregimiento|frontera|paso|puesto|ruta|"
    "organizacion|agencia|socio|donante|barco|embarcacion|proyecto|sector|actividad|indicador|"
    "grupo|categoria|nacionalidad|idioma",
    "الموقع|موقع|المكان|المخيم|مخيم|المركز|مركز|المدرسة|المستشفى|المنطقة|المحافظة|المدينة|القرية|"
    "البلدية|البلد|المعبر|المنظمة|منظمة|الوكالة|الشريك|السفينة|المشروع|القطاع|النشاط|المؤشر|الفئة|"
    "الجنسية"};

// The words of a header that tell something: "Nº de l’enfant" is "no enfant", "Child’s number"
// "child no".
std::string telling_part(std::string_view text) {
    static const auto numbers = folded_words("no|nr|nro|num|n|number|numero|رقم");
    static const auto articles =
        folded_words("of|the|s|de|du|des|d|l|la|le|les|el|los|del|al|a|in|if|any");
    std::string masculine_sign{text};  // "Nº": compatibility makes the word "no" of it
    for (auto at = masculine_sign.find("º"); at != std::string::npos;
         at = masculine_sign.find("º", at))
        masculine_sign.replace(at, std::string_view("º").size(), " ");
    std::string telling;
    for_each_word(folded(masculine_sign), ' ', [&](std::string_view word) {
        if (articles.contains(word)) return;
        telling += telling.empty() ? "" : " ";
        telling += numbers.contains(word) ? std::string_view("no") : word;
    });
    return telling;
}

FoldedWords telling_parts(std::span<const std::string_view> languages) {
    FoldedWords words;
    for (const auto language : languages)
        for_each_word(language, '|',
                      [&](std::string_view word) { words.insert(telling_part(word)); });
    return words;
}

// "Mobile No.", "Contact 2": the number of a column, or that it holds one.
bool is_numbering(std::string_view word) {
    return word.find_first_not_of("0123456789") == word.npos || word == "no";
}

// "No contact" is no number of one.
bool says_no(std::string_view header) {
    return header.size() > 3 && (header[0] == 'N' || header[0] == 'n') && header[1] == 'o' &&
           header[2] == ' ';
}

std::string_view without_numbering(std::string_view text, std::string_view header) {
    for (auto end = text.rfind(' '); end != text.npos && is_numbering(text.substr(end + 1));
         end = text.rfind(' '))
        text = text.substr(0, end);
    if (text.starts_with("no ") && !says_no(header)) text.remove_prefix(3);
    return text;
}

bool stands_among(std::string_view text, const FoldedWords& words) {
    return std::ranges::any_of(words,
                               [&](const std::string& word) { return stands_in(word, text); });
}

// "child name", "name child": in that order of English, and of the other languages.
bool names_persons(std::string_view text) {
    static const auto all = [] {
        FoldedWords words;
        const auto add = [&](std::string_view language, auto... forms) {
            for (const auto& person : telling_parts(std::span(&language, 1)))
                (words.insert(forms(person)), ...);
        };
        const auto before = [](const char* name) {
            return [name](const std::string& person) { return name + (' ' + person); };
        };
        const auto behind = [](const char* name) {
            return [name](const std::string& person) { return person + ' ' + name; };
        };
        add(persons[0], before("name"), before("names"), behind("name"), behind("names"));
        add(persons[1], before("nom"), before("noms"));
        add(persons[2], before("nombre"), before("nombres"));
        add(persons[3], before("اسم"), before("اسماء"));
        return words;
    }();
    return std::ranges::any_of(all, [&](const std::string& words) {
        if (!stands_in(words, text)) return false;
        return text.ends_with(words) || !names_things(text);
    });
}

}  // namespace

PersonalHeader personal_header(std::string_view header) {
    static const auto whole = telling_parts(personal_words);
    static const auto telling = telling_parts(telling_words);
    static const auto perhaps = telling_parts(perhaps_words);
    const auto text = telling_part(parted_at_capitals(header));
    const auto bare = without_numbering(text, header);
    if (whole.contains(bare) || whole.contains(text) || stands_among(text, telling) ||
        names_persons(bare))
        return PersonalHeader::plain;
    return perhaps.contains(bare) ? PersonalHeader::perhaps : PersonalHeader::none;
}

bool names_things(std::string_view header) {
    static const auto words = telling_parts(things);
    return has_word_of(folded(header), words);
}

}  // namespace tenpoint::movements
