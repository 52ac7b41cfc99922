// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

#include "desks/activities/report_field.hpp"

// The words of the headers of activity sheets. "|" stands between several; they are compared as
// folded() sees them.
namespace tenpoint::activities {

struct ReportFieldWords {
    ReportField field;
    std::array<std::string_view, 4> words;  // English, French, Spanish, Arabic
};

inline constexpr std::array report_words{
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
    ReportFieldWords{
        ReportField::pendular,
        {"pendular|pendular movement|pendulars", "pendulaires|mouvement pendulaire",
         "pendulares|pendular|movimiento pendular", "متنقلون ذهابا وإيابا|متنقلون|المتنقلون"}},
    ReportFieldWords{ReportField::returnees,
                     {"returnees|returnee|returned nationals|colombian returnees",
                      "retournes|rapatries", "retornados|poblacion retornada", "عائدون|العائدون"}},
    ReportFieldWords{
        ReportField::women,
        {"women|adult women|women above 18|women over 18|women 18 above|female adults|women 18",
         "femmes|femmes adultes|femmes above 18|femmes de plus de 18 ans|femmes plus de 18 ans|"
         "femmes 18 ans et plus",
         "mujeres|mujeres adultas|mujeres above 18|mujeres mayores de 18|mujeres de 18 o mas",
         "نساء|النساء|نساء فوق 18"}},
    ReportFieldWords{
        ReportField::men,
        {"men|adult men|men above 18|men over 18|men 18 above|male adults|men 18",
         "hommes|hommes adultes|hommes above 18|hommes de plus de 18 ans|hommes plus de 18 ans|"
         "hommes 18 ans et plus",
         "hombres|hombres adultos|hombres above 18|hombres mayores de 18|hombres de 18 o mas",
         "رجال|الرجال|رجال فوق 18"}},
    ReportFieldWords{
        ReportField::other_adults,
        {"other adults|other above 18|others above 18|other over 18|other genders above 18",
         "autres adultes|autres above 18|autres de plus de 18 ans|autres plus de 18 ans",
         "otros adultos|otros above 18|otros mayores de 18", "بالغون آخرون|آخرون فوق 18"}},
    ReportFieldWords{
        ReportField::girls,
        {"girls|women under 18|girls under 18|female under 18|female children|girls 0 17",
         "filles|femmes under 18|femmes de moins de 18 ans|femmes moins de 18 ans|"
         "filles under 18|filles de moins de 18 ans|filles moins de 18 ans",
         "ninas|mujeres under 18|mujeres menores de 18|ninas under 18",
         "فتيات|بنات|نساء دون 18|إناث دون 18"}},
    ReportFieldWords{ReportField::boys,
                     {"boys|men under 18|boys under 18|male under 18|male children|boys 0 17",
                      "garcons|hommes under 18|hommes de moins de 18 ans|hommes moins de 18 ans|"
                      "garcons under 18|garcons de moins de 18 ans|garcons moins de 18 ans",
                      "ninos|hombres under 18|hombres menores de 18|ninos under 18",
                      "فتيان|أولاد|رجال دون 18|ذكور دون 18"}},
    ReportFieldWords{
        ReportField::other_children,
        {"other children|other under 18|others under 18|other genders under 18",
         "autres enfants|autres under 18|autres de moins de 18 ans|autres moins de 18 ans",
         "otros menores|otros under 18|otros menores de 18", "أطفال آخرون|آخرون دون 18"}},
};

// A header with one of them is about something beside the field: "Organisation type", "Sector id".
inline constexpr std::string_view words_of_others =
    "type|status|id|url|code|pcode|annual|website|donor|funder|email|kind|"
    "tipo|estado|codigo|donante|etat|statut|bailleur|identifiant|نوع|حالة|رمز|مانح";

// What is to be, and not what was.
inline constexpr std::string_view words_of_plans =
    "target|targets|targeted|planned|cible|cibles|ciblee|ciblees|vise|vises|visees|prevu|prevus|"
    "prevues|planifie|planifies|planifiees|meta|metas|previsto|previstos|previstas|planificado|"
    "planificados|planificadas|المستهدف|المستهدفون|المستهدفين|مستهدفون|المخطط|المخططة|المخطط لهم";

// Of beneficiaries: those reached for the first time.
inline constexpr std::string_view words_of_new =
    "new|newly|first time|nouveau|nouveaux|nouvelle|nouvelles|nouvellement|premiere fois|nuevo|"
    "nuevos|nueva|nuevas|primera vez|الجدد|جدد|جديد|الجديد|جديدة|لأول مرة";

// Beside the parts of the plan's form: whom a column of beneficiaries counts is not all of them.
inline constexpr std::string_view words_of_groups =
    "child|children|male|males|female|females|adult|adults|elderly|youth|disability|disabilities|"
    "enfants|adultes|handicap|menores|adultos|discapacidad|أطفال|الأطفال|ذكور|الذكور|إناث|الإناث|"
    "بالغون|البالغون";

// A short name stands behind the long one of the same column of a sheet.
inline constexpr std::string_view words_of_short_names =
    "acronym|sigle|sigla|siglas|acronimo|short|abbreviation";

}  // namespace tenpoint::activities
