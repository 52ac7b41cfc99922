// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/report_words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/words_in.hpp"

namespace tenpoint::activities {
namespace {

struct ReportFieldWords {
    ReportField field;
    std::array<std::string_view, 4> words;  // English, French, Spanish, Arabic; "|" between several
};

constexpr std::array report_words{
    ReportFieldWords{
        ReportField::country,
        {"country|country name|country of intervention", "pays", "pais", "البلد|الدولة"}},
    ReportFieldWords{ReportField::admin1,
                     {"admin 1|admin1|admin level 1|adm1|region|region name|province|state|"
                      "governorate|county",
                      "admin 1|region|province|departement 1|wilaya",
                      "admin 1|departamento|provincia|"
                      "estado|region",
                      "المستوى الإداري 1|المحافظة|الولاية|الإقليم"}},
    ReportFieldWords{ReportField::admin1_code,
                     {"admin1 pcode|admin1pcode|admin 1 pcode|admin 1 code|adm1 pcode|regionpcode|"
                      "region pcode",
                      "code admin 1|code region|pcode admin 1", "codigo admin 1", "رمز المحافظة"}},
    ReportFieldWords{ReportField::admin2,
                     {"admin 2|admin2|admin level 2|adm2|district|district name|zone|municipality",
                      "admin 2|departement|cercle|prefecture|sous prefecture|commune",
                      "admin 2|municipio|canton|distrito", "المستوى الإداري 2|المديرية|القضاء"}},
    ReportFieldWords{
        ReportField::admin2_code,
        {"admin2 pcode|admin2pcode|admin 2 pcode|admin 2 code|adm2 pcode|"
         "districtpcode|district pcode",
         "code admin 2|code departement|pcode admin 2", "codigo admin 2", "رمز المديرية"}},
    ReportFieldWords{
        ReportField::organisation,
        {"organisation|organization|organisation name|organization name|agency|org|partner|"
         "appealing organisation|appealing organization|appealing organisation name|"
         "appealing organization name|program partner|program partner name|lead organisation|"
         "lead organization|reporting organisation|reporting organization",
         "organisation|organisation requerante|nom de l organisation|organisme|agence|partenaire",
         "organizacion|organizacion solicitante|organizacion principal|nombre de la organizacion|"
         "socio principal|organizacion apelante",
         "المنظمة|اسم المنظمة|المنظمة صاحبة النداء|الجهة"}},
    ReportFieldWords{
        ReportField::through_partner,
        {"implementation set up|implementation setup|set up|setup|through implementing partner|"
         "implemented through a partner|implemented by partner",
         "mise en oeuvre par un partenaire|mise en œuvre par un partenaire|par un partenaire d "
         "execution|modalite de mise en "
         "oeuvre",
         "implementacion a traves de socio|implementacion por socio|configuracion de "
         "implementacion|"
         "a traves de un socio implementador",
         "التنفيذ عبر شريك|عبر شريك منفذ"}},
    ReportFieldWords{ReportField::implementing_partner,
                     {"implementing partner|implementing partner name|implementing organisation|"
                      "implementing organization|implementer",
                      "partenaire d execution|partenaire de mise en oeuvre|partenaire de mise en "
                      "œuvre|nom du partenaire d execution",
                      "socio implementador|socio implementador nombre|organizacion implementadora",
                      "الشريك المنفذ"}},
    ReportFieldWords{ReportField::period,
                     {"month|reporting month|month of report|reporting period|period|date",
                      "mois|mois du rapport|periode|date", "mes|mes del reporte|periodo|fecha",
                      "الشهر|شهر|الفترة|التاريخ"}},
    ReportFieldWords{ReportField::year,
                     {"year|reporting year", "annee", "ano|anio", "السنة|العام"}},
    ReportFieldWords{ReportField::sector,
                     {"sector|cluster|sector name|cluster name|sector subsector|working group",
                      "secteur|groupe sectoriel|cluster", "sector|cluster|sector subsector",
                      "القطاع|قطاع|المجموعة القطاعية"}},
    ReportFieldWords{
        ReportField::indicator,
        {"indicator|indicator name|output indicator", "indicateur", "indicador", "المؤشر|مؤشر"}},
    ReportFieldWords{ReportField::type,
                     {"activity type|type of activity|indicator type|type of indicator",
                      "type d activite|type d indicateur", "tipo de actividad|tipo de indicador",
                      "نوع النشاط|نوع المؤشر"}},
    ReportFieldWords{ReportField::activity,
                     {"activity|activity name|name of activity|activities",
                      "activite|nom de l activite|activites",
                      "actividad|nombre de la actividad|actividades", "النشاط|اسم النشاط"}},
    ReportFieldWords{ReportField::description,
                     {"description|activity description|description of activity",
                      "description|description de l activite",
                      "descripcion|descripcion de la actividad", "الوصف|وصف النشاط"}},
    ReportFieldWords{ReportField::in_plan,
                     {"plan activity|rmrp activity|rrp activity|activity of the plan|in the plan",
                      "activite du plan|activite prevue au plan",
                      "actividad del plan|actividad rmrp", "نشاط من الخطة|ضمن الخطة"}},
    ReportFieldWords{
        ReportField::cash,
        {"cva|cash|cash or voucher|cash and voucher assistance|cash voucher|cbi|"
         "cash or voucher cva",
         "tm|transfert monetaire|transferts monetaires|especes ou coupons|cva",
         "cva|ptm|transferencia monetaria|efectivo o cupones", "نقد أو قسائم|المساعدة النقدية"}},
    ReportFieldWords{ReportField::value_usd,
                     {"value usd|value in usd|usd|amount usd|amount in usd|cva value|"
                      "value in us dollars|cva value usd",
                      "valeur usd|valeur en usd|montant usd|montant en usd|valeur en dollars",
                      "valor usd|valor en usd|monto usd|monto en usd|valor en dolares",
                      "القيمة بالدولار|المبلغ بالدولار"}},
    ReportFieldWords{ReportField::mechanism,
                     {"delivery mechanism|mechanism|cva delivery mechanism|transfer mechanism",
                      "mecanisme de distribution|mode de remise|mecanisme",
                      "mecanismo de entrega|mecanismo", "آلية التسليم|آلية التوزيع"}},
    ReportFieldWords{
        ReportField::output,
        {"quantity of output|quantity|output|output quantity|achieved|number of outputs",
         "quantite|quantite produite|quantite de produits|realise|realisation",
         "cantidad|cantidad de producto|cantidad del producto|alcanzado|producto",
         "كمية الناتج|الكمية|المنجز"}},
    ReportFieldWords{
        ReportField::beneficiaries,
        {"total monthly beneficiaries|monthly beneficiaries|total beneficiaries|beneficiaries|"
         "beneficiaries of the month|people reached|individuals reached|reached|total reached",
         "beneficiaires|total beneficiaires|beneficiaires du mois|total mensuel des beneficiaires|"
         "personnes atteintes|beneficiaires atteints",
         "beneficiarios|total beneficiarios|beneficiarios del mes|total mensual de beneficiarios|"
         "personas alcanzadas",
         "المستفيدون|إجمالي المستفيدين|مستفيدو الشهر"}},
    ReportFieldWords{
        ReportField::new_beneficiaries,
        {"new beneficiaries|new beneficiaries of the month|total new beneficiaries|"
         "new monthly beneficiaries",
         "nouveaux beneficiaires|nouveaux beneficiaires du mois|total nouveaux beneficiaires",
         "nuevos beneficiarios|beneficiarios nuevos|beneficiarios nuevos del mes|"
         "total nuevos beneficiarios",
         "المستفيدون الجدد|المستفيدون الجدد في الشهر"}},
    ReportFieldWords{ReportField::in_destination,
                     {"in destination|destination|refugees and migrants in destination|"
                      "vocation to stay",
                      "a destination|en destination", "en destino|vocacion de permanencia",
                      "في بلد المقصد|المقصد"}},
    ReportFieldWords{ReportField::in_transit,
                     {"in transit|transit|refugees and migrants in transit", "en transit",
                      "en transito", "في العبور|عابرون"}},
    ReportFieldWords{ReportField::host_community,
                     {"host community|host communities|host community members|affected host "
                      "community",
                      "communaute hote|communaute d accueil|communautes hotes",
                      "comunidad de acogida|comunidades de acogida", "المجتمع المضيف"}},
    ReportFieldWords{ReportField::pendular,
                     {"pendular|pendular movement|pendulars", "pendulaires|mouvement pendulaire",
                      "pendulares|pendular|movimiento pendular", "متنقلون ذهابا وإيابا"}},
    ReportFieldWords{ReportField::returnees,
                     {"returnees|returnee|returned nationals|colombian returnees",
                      "retournes|rapatries", "retornados|poblacion retornada", "عائدون|العائدون"}},
    ReportFieldWords{
        ReportField::women,
        {"women|adult women|women above 18|women over 18|women 18 above|female adults|women 18",
         "femmes|femmes adultes|femmes above 18|femmes de plus de 18 ans|femmes 18 ans et plus",
         "mujeres|mujeres adultas|mujeres above 18|mujeres mayores de 18|mujeres de 18 o mas",
         "نساء|النساء"}},
    ReportFieldWords{
        ReportField::men,
        {"men|adult men|men above 18|men over 18|men 18 above|male adults|men 18",
         "hommes|hommes adultes|hommes above 18|hommes de plus de 18 ans|hommes 18 ans et plus",
         "hombres|hombres adultos|hombres above 18|hombres mayores de 18|hombres de 18 o mas",
         "رجال|الرجال"}},
    ReportFieldWords{
        ReportField::other_adults,
        {"other adults|other above 18|others above 18|other over 18|other genders above 18",
         "autres adultes|autres above 18|autres de plus de 18 ans",
         "otros adultos|otros above 18|otros mayores de 18", "بالغون آخرون"}},
    ReportFieldWords{
        ReportField::girls,
        {"girls|women under 18|girls under 18|female under 18|female children|girls 0 17",
         "filles|femmes under 18|femmes de moins de 18 ans|filles under 18|"
         "filles de moins de 18 ans",
         "ninas|mujeres under 18|mujeres menores de 18|ninas under 18", "فتيات|بنات"}},
    ReportFieldWords{
        ReportField::boys,
        {"boys|men under 18|boys under 18|male under 18|male children|boys 0 17",
         "garcons|hommes under 18|hommes de moins de 18 ans|garcons under 18|"
         "garcons de moins de 18 ans",
         "ninos|hombres under 18|hombres menores de 18|ninos under 18", "فتيان|أولاد"}},
    ReportFieldWords{ReportField::other_children,
                     {"other children|other under 18|others under 18|other genders under 18",
                      "autres enfants|autres under 18|autres de moins de 18 ans",
                      "otros menores|otros under 18|otros menores de 18", "أطفال آخرون"}},
};

// A header with one of them is about something beside the field: "Organisation type", "Sector id".
constexpr std::string_view words_of_others =
    "type|status|id|url|code|pcode|target|targeted|annual|website|donor|funder|email|kind|"
    "tipo|estado|codigo|meta|donante|etat|statut|cible|bailleur|identifiant|نوع|حالة|رمز|مانح";

// A short name stands behind the long one of the same column of a sheet.
constexpr std::string_view words_of_short_names =
    "acronym|sigle|sigla|siglas|acronimo|short|abbreviation";

constexpr int whole_header = 95;
constexpr int part_of_header = 70;
constexpr int short_name = 60;

const auto& report_field_by_word() {
    static const auto all = [] {
        std::map<std::string, ReportField, std::less<>> table;
        for (const auto& [field, languages] : report_words)
            for (const auto words : languages)
                for_each_word(words, '|', [&, meant = field](std::string_view word) {
                    table.emplace(folded(word), meant);
                });
        return table;
    }();
    return all;
}

bool holds_one_of(std::string_view text, const FoldedWords& words) {
    return std::ranges::any_of(words, [&](const auto& word) { return stands_in(word, text); });
}

// "Women <18" and "Women ≥18" fold alike, and are not.
std::string with_words_for_signs(std::string_view header) {
    std::string text;
    for (std::size_t at = 0; at < header.size(); ++at) {
        const auto rest = header.substr(at);
        if (rest.front() == '<')
            text += " under ";
        else if (rest.front() == '>' || rest.front() == '+')
            text += " above ";
        else if (rest.starts_with("≥"))
            text += " above ", at += std::string_view("≥").size() - 1;
        else
            text += rest.front();
    }
    return text;
}

SuggestedField field_of_part(std::string_view header) {
    const auto text = folded(with_words_for_signs(header));
    if (text.empty()) return {};
    const auto& table = report_field_by_word();
    if (const auto whole = table.find(text); whole != table.end())
        return {whole->second, whole_header};
    static const auto others = folded_words(words_of_others);
    static const auto short_names = folded_words(words_of_short_names);
    if (holds_one_of(text, others)) return {};
    SuggestedField found;
    std::size_t longest = 3;
    for (const auto& [word, field] : table)
        if (word.size() > longest && stands_in(word, text)) {
            found = {field, holds_one_of(text, short_names) ? short_name : part_of_header};
            longest = word.size();
        }
    return found;
}

ReportField field_of_new_people(const formats::HxlTag& tag) {
    const bool children = tag.has("children");
    if (tag.has("f")) return children ? ReportField::girls : ReportField::women;
    if (tag.has("m")) return children ? ReportField::boys : ReportField::men;
    if (tag.has("o")) return children ? ReportField::other_children : ReportField::other_adults;
    if (tag.has("destination")) return ReportField::in_destination;
    if (tag.has("transit")) return ReportField::in_transit;
    if (tag.has("host") || tag.has("hosts")) return ReportField::host_community;
    if (tag.has("pendular")) return ReportField::pendular;
    if (tag.has("returnees")) return ReportField::returnees;
    return tag.has("new") ? ReportField::new_beneficiaries : ReportField::beneficiaries;
}

ReportField field_of_organisation(const formats::HxlTag& tag) {
    if (tag.has("impl") || tag.has("implementing")) return ReportField::implementing_partner;
    const bool is_another = tag.has("funder") || tag.has("donor") || tag.has("type") ||
                            tag.has("code") || tag.has("url");
    return is_another ? ReportField::other : ReportField::organisation;
}

ReportField field_of_name(const formats::HxlTag& tag) {
    const auto& name = tag.tag;
    const bool code = tag.has("code");
    if (name == "#country") return ReportField::country;
    if (name == "#adm1") return code ? ReportField::admin1_code : ReportField::admin1;
    if (name == "#adm2") return code ? ReportField::admin2_code : ReportField::admin2;
    if (name == "#org") return field_of_organisation(tag);
    if (name == "#date") {
        if (tag.has("end") || tag.has("reported")) return ReportField::other;
        return tag.has("year") ? ReportField::year : ReportField::period;
    }
    if (name == "#reached") return field_of_new_people(tag);
    if (name == "#output") return ReportField::output;
    if (name == "#value") return ReportField::value_usd;
    if (name == "#meta" && tag.has("setup")) return ReportField::through_partner;
    if (name == "#meta" && tag.has("plan")) return ReportField::in_plan;
    if (name == "#modality") return tag.has("cash") ? ReportField::cash : ReportField::mechanism;
    if (code) return ReportField::other;
    if (name == "#sector") return ReportField::sector;
    if (name == "#indicator") return ReportField::indicator;
    if (name == "#activity") return tag.has("type") ? ReportField::type : ReportField::activity;
    if (name == "#description") return ReportField::description;
    return ReportField::other;
}

}  // namespace

SuggestedField field_of_header(std::string_view header) {
    constexpr std::string_view joint = " / ";
    if (const auto last = header.rfind(joint); last != header.npos)
        if (const auto part = field_of_part(header.substr(last + joint.size()));
            part.confidence > 0)
            return part;
    return field_of_part(header);
}

SuggestedField field_of_tag(const formats::HxlTag& tag) {
    const auto field = field_of_name(tag);
    return {field, tag.has("acronym") ? short_name : whole_header + 2};
}

bool is_activity_sheet(const ReportFields& fields) {
    using enum ReportField;
    const auto has = [&](ReportField field) { return fields.contains(field); };
    return (has(organisation) || has(implementing_partner)) && (has(sector) || has(activity)) &&
           (has(country) || has(admin1) || has(admin1_code) || has(admin2) || has(period));
}

}  // namespace tenpoint::activities
