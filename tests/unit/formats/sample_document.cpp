// SPDX-License-Identifier: Apache-2.0
#include "sample_document.hpp"

#include <numeric>

#include "formats/document_locale.hpp"

namespace tenpoint::formats {
namespace {

using Values = std::vector<std::optional<double>>;

const Values darien{24634, 24657, 38099, 40297, 38962, 29722, 55387, 81946,
                    75268, 49256, 37231, 24626, 36001, 37166, 36841, 29259,
                    30747, 31049, 20519, 16603, 25111, 22914, 11144, 4849};
const Values honduras{18882, 20051,  21599, 22878, 25326, 26757, 48953, 65526,
                      90639, 102008, 59787, 42637, 38495, 49357, 45666, 40230,
                      45927, 28360,  24133, 18734, 21651, 28178, 20246, 13994};
const Values mexico{37359,  38021,  44404,  24928, 39965,  58251,  73687,        82376,
                    96315,  91581,  97204,  94816, 113347, 118334, 117667,       114344,
                    125302, 121349, 115937, 96184, 79981,  82265,  std::nullopt, 68765};

std::vector<Period> months_of_2023_and_2024() {
    std::vector<Period> months{*period_from_text("2023-01")};
    while (months.size() < 24)
        months.push_back(months.back().next());
    return months;
}

double sum_of_2024(const Values& values) {
    return std::accumulate(values.begin() + 12, values.end(), 0.0,
                           [](double sum, const auto& value) { return sum + value.value_or(0); });
}

class Sample {
  public:
    explicit Sample(Language language) : language_(language) {}

    Headlines headlines() const {
        const auto from =
            text("from 2023", "par rapport à 2023", "respecto de 2023", "مقارنةً بعام ٢٠٢٣");
        return {{
            {.label = text("Crossings of the Darién", "Traversées du Darién", "Cruces del Darién",
                           "عبور دارين"),
             .value = 302203,
             .change = -0.4189,
             .comparison = from + " (" + format_figure(language_, 520085) + ")"},
            {.label = text("Irregular entries, Honduras", "Entrées irrégulières, Honduras",
                           "Ingresos irregulares, Honduras", "دخول غير نظامي، هندوراس"),
             .value = 374871,
             .change = -0.312,
             .comparison = from},
            {.label = text("Share of Venezuelans", "Part des Vénézuéliens",
                           "Proporción de venezolanos", "نسبة الفنزويليين"),
             .value = 0.6945,
             .style = FigureStyle::percent},
            {.label = text("Dead and missing on the route", "Morts et disparus sur la route",
                           "Muertos y desaparecidos en la ruta", "الوفيات والمفقودون على الطريق"),
             .value = std::nullopt,
             .note = text("No source reported for 2024.", "Aucune source pour 2024.",
                          "Ninguna fuente informó en 2024.", "لم يُبلغ أي مصدر عن عام ٢٠٢٤.")},
        }};
    }

    LineChart one_line() const {
        return {{.title = text("Crossings of the Darién by month", "Traversées du Darién par mois",
                               "Cruces del Darién por mes", "عبور دارين حسب الشهر"),
                 .unit = persons(),
                 .note = text(
                     "From August 2023 to December 2024 the count fell by nine tenths.",
                     "D’août 2023 à décembre 2024, le nombre a baissé de neuf dixièmes.",
                     "De agosto de 2023 a diciembre de 2024 la cifra cayó nueve décimas partes.",
                     "انخفض العدد بتسعة أعشار من أغسطس ٢٠٢٣ إلى ديسمبر ٢٠٢٤.")},
                months_of_2023_and_2024(),
                {{"Darién", darien}}};
    }

    LineChart three_lines() const {
        return {{.title = text("The same months further north", "Les mêmes mois plus au nord",
                               "Los mismos meses más al norte", "الأشهر نفسها إلى الشمال"),
                 .unit = persons()},
                months_of_2023_and_2024(),
                {{panama(), darien},
                 {text("Honduras", "Honduras", "Honduras", "هندوراس"), honduras},
                 {text("Mexico", "Mexique", "México", "المكسيك"), mexico}}};
    }

    BarChart nationalities() const {
        const std::vector<std::pair<std::string, double>> counts{
            {text("Venezuela", "Venezuela", "Venezuela", "فنزويلا"), 209897},
            {text("Colombia", "Colombie", "Colombia", "كولومبيا"), 17529},
            {text("Ecuador", "Équateur", "Ecuador", "إكوادور"), 16576},
            {text("China", "Chine", "China", "الصين"), 12398},
            {text("Haiti", "Haïti", "Haití", "هايتي"), 11954},
            {text("India", "Inde", "India", "الهند"), 4073}};
        BarChart chart{{.title = text("Nationalities, 2024", "Nationalités, 2024",
                                      "Nacionalidades, 2024", "الجنسيات، ٢٠٢٤")},
                       text("Nationality", "Nationalité", "Nacionalidad", "الجنسية"),
                       text("Crossings", "Traversées", "Cruces", "حالات العبور"),
                       text("Share", "Part", "Proporción", "النسبة"),
                       {}};
        for (const auto& [name, count] : counts)
            chart.bars.push_back({name, count, count / 302203});
        chart.bars.push_back({text("Other nationalities", "Autres nationalités",
                                   "Otras nacionalidades", "جنسيات أخرى"),
                              29776, 29776.0 / 302203, true});
        return chart;
    }

    StackedBars by_quarter() const {
        StackedBars chart{
            {.title = text(
                 "Women, men and children by quarter", "Femmes, hommes et enfants par trimestre",
                 "Mujeres, hombres y niños por trimestre", "النساء والرجال والأطفال حسب الفصل")},
            text("Quarter", "Trimestre", "Trimestre", "الفصل"),
            {},
            parts({{30100, 44000, 60100, 21000, 29000, 22000, 15000, 9000},
                   {42000, 52300, 110200, 62000, 58000, 46000, 32000, 21000},
                   {15290, 12681, 42301, 28113, 23008, 23055, 15233, 8907}})};
        for (auto quarter = *period_from_text("2023-Q1"); chart.categories.size() < 8;
             quarter = quarter.next())
            chart.categories.emplace_back(quarter);
        return chart;
    }

    StackedBars by_place() const {
        return {{.title = text("Composition by place, 2024", "Composition par lieu, 2024",
                               "Composición por lugar, 2024", "التركيبة حسب المكان، ٢٠٢٤")},
                text("Place", "Lieu", "Lugar", "المكان"),
                {panama(), text("Honduras", "Honduras", "Honduras", "هندوراس")},
                parts({{75000, 101000}, {157000, 190000}, {70203, std::nullopt}}),
                true};
    }

    CorridorProfile profile() const {
        return {{.title = text("Along the corridor, 2024", "Le long du corridor, 2024",
                               "A lo largo del corredor, 2024", "على امتداد الممر، ٢٠٢٤"),
                 .unit = text(
                     "The same people are counted again at each place: never add.",
                     "Les mêmes personnes sont comptées à chaque lieu : ne jamais additionner.",
                     "Las mismas personas se cuentan en cada lugar: no deben sumarse.",
                     "يُحصى الأشخاص أنفسهم في كل مكان: لا تُجمع الأرقام.")},
                text("Place", "Lieu", "Lugar", "المكان"),
                text("What is counted", "Ce qui est compté", "Qué se cuenta", "ما يُحصى"),
                format_period(language_, *period_from_text("2024")),
                text("Change from 2023", "Variation depuis 2023", "Variación desde 2023",
                     "التغيّر عن ٢٠٢٣"),
                months_of_2023_and_2024(),
                {{panama(),
                  text("Irregular crossings, National Migration Service",
                       "Traversées irrégulières, Service national des migrations",
                       "Cruces irregulares, Servicio Nacional de Migración",
                       "عبور غير نظامي، الدائرة الوطنية للهجرة"),
                  302203, -0.4189, darien},
                 {text("Honduras", "Honduras", "Honduras", "هندوراس"),
                  text("Irregular entries, National Migration Institute",
                       "Entrées irrégulières, Institut national des migrations",
                       "Ingresos irregulares, Instituto Nacional de Migración",
                       "دخول غير نظامي، المعهد الوطني للهجرة"),
                  374871, -0.312, honduras},
                 {text("Guatemala", "Guatemala", "Guatemala", "غواتيمالا"),
                  text("No figure is published", "Aucun chiffre publié", "Sin cifra publicada",
                       "لا يُنشر أي رقم"),
                  std::nullopt,
                  std::nullopt,
                  {}},
                 {text("Mexico", "Mexique", "México", "المكسيك"),
                  text("Encounters in irregular situation, Migration Policy Unit",
                       "Personnes en situation irrégulière, Unité de politique migratoire",
                       "Personas en situación irregular, Unidad de Política Migratoria",
                       "أشخاص في وضع غير نظامي، وحدة سياسة الهجرة"),
                  sum_of_2024(mexico), 0.58, mexico}}};
    }

    Map map() const {
        Map map{{.title = text("Where people were counted, 2024",
                               "Où les personnes ont été comptées, 2024",
                               "Dónde se contó a las personas, 2024", "أماكن الإحصاء، ٢٠٢٤")},
                text("Place", "Lieu", "Lugar", "المكان"),
                text("Nationality of those crossing the Darién",
                     "Nationalité des personnes traversant le Darién",
                     "Nacionalidad de quienes cruzan el Darién", "جنسية من عبروا دارين"),
                text("Persons counted at the place", "Personnes comptées sur place",
                     "Personas contadas en el lugar", "عدد الأشخاص في المكان"),
                {{"VEN", text("Venezuela", "Venezuela", "Venezuela", "فنزويلا"), 209897},
                 {"COL", text("Colombia", "Colombie", "Colombia", "كولومبيا"), 17529},
                 {"ECU", text("Ecuador", "Équateur", "Ecuador", "إكوادور"), 16576},
                 {"HTI", text("Haiti", "Haïti", "Haití", "هايتي"), 11954},
                 {"PER", text("Peru", "Pérou", "Perú", "بيرو"), 3374}},
                {{{-77.7, 8.1}, "Darién", 302203},
                 {{-86.4, 14.1}, text("Honduras", "Honduras", "Honduras", "هندوراس"), 374871},
                 {{-92.3, 14.9}, "Tapachula", sum_of_2024(mexico)},
                 {{-99.2, 27.5}, "Nuevo Laredo"}},
                {{{-77.7, 8.1},
                  {-84, 10},
                  {-86.4, 14.1},
                  {-92.3, 14.9},
                  {-99.1, 19.4},
                  {-99.2, 27.5}}}};
        if (language_ == Language::ar) map.points[0].label = "دارين";
        return map;
    }

    Table disagreements() const {
        return {
            {.title = text("Where sources disagree", "Où les sources divergent",
                           "Dónde discrepan las fuentes", "حيث تختلف المصادر"),
             .note =
                 text("The higher figure was kept by ruling.",
                      "Le chiffre le plus élevé a été retenu par décision.",
                      "Se mantuvo la cifra mayor por resolución.", "اعتُمد الرقم الأعلى بقرار.")},
            {{text("Place", "Lieu", "Lugar", "المكان"), ColumnType::text, "#loc+name"},
             {text("Month", "Mois", "Mes", "الشهر"), ColumnType::period, "#date"},
             {text("Figure", "Chiffre", "Cifra", "الرقم"), ColumnType::number, "#affected"},
             {text("Difference", "Écart", "Diferencia", "الفرق"), ColumnType::percent,
              "#indicator+pct"}},
            {{{panama(), *period_from_text("2024-03"), 36841.0, 0.124}},
             {{panama(), *period_from_text("2024-04"), 29259.0, TableCell{}},
              false,
              text("One source had not yet reported.", "Une source n’avait pas encore communiqué.",
                   "Una fuente aún no había informado.", "لم يكن أحد المصادر قد أبلغ بعد.")},
             {{text("Both months", "Les deux mois", "Ambos meses", "الشهران معًا"), TableCell{},
               66100.0, 0.07},
              true}}};
    }

    Notes notes() const {
        return {
            text("Notes on method", "Notes de méthode", "Notas sobre el método", "ملاحظات منهجية"),
            {text("Counts are of events: a person who crosses twice is counted twice.",
                  "On compte des événements : qui traverse deux fois est compté deux fois.",
                  "Se cuentan hechos: quien cruza dos veces se cuenta dos veces.",
                  "تُحصى الوقائع: من يعبر مرتين يُحصى مرتين."),
             text("Mexico’s November is missing & not estimated <at all>.",
                  "Novembre manque pour le Mexique & n’est pas estimé <du tout>.",
                  "Falta noviembre de México & no se estima <en absoluto>.",
                  "بيانات المكسيك لشهر نوفمبر غائبة & لم تُقدَّر <إطلاقًا>.")}};
    }

    Sources sources() const {
        return {text("Sources", "Sources", "Fuentes", "المصادر"),
                {{"Tránsito irregular por Darién", "Servicio Nacional de Migración, Panamá", "",
                  "https://www.migracion.gob.pa/", *day_from_text("2025-01-14")},
                 {"Ingresos irregulares", "Instituto Nacional de Migración, Honduras", "CC BY 4.0",
                  "javascript:alert(1)", std::nullopt,
                  text("released for joint figures only", "pour les chiffres communs seulement",
                       "solo para cifras conjuntas", "للأرقام المشتركة فقط")}}};
    }

    Table figures() const {
        Table table{
            {.title = text("All figures", "Tous les chiffres", "Todas las cifras", "جميع الأرقام")},
            {{text("Place", "Lieu", "Lugar", "المكان"), ColumnType::text, "#loc+name"},
             {text("Period", "Période", "Período", "الفترة"), ColumnType::period, "#date+period"},
             {text("Persons", "Personnes", "Personas", "الأشخاص"), ColumnType::number,
              "#affected"}},
            {}};
        const auto months = months_of_2023_and_2024();
        for (std::size_t i = 0; i < months.size(); ++i)
            table.rows.push_back({{panama(), months[i], *darien[i]}});
        table.rows.push_back({{"=HYPERLINK(\"http://example.org\")", months[0], TableCell{}}});
        return table;
    }

    std::string text(std::string en, std::string fr, std::string es, std::string ar) const {
        return LocalText{std::move(en), std::move(fr), std::move(es), std::move(ar)}.in(language_);
    }

  private:
    std::string panama() const {
        return text("Panama, Darién", "Panama, Darién", "Panamá, Darién", "بنما، دارين");
    }
    std::string persons() const {
        return text("Persons per month", "Personnes par mois", "Personas por mes",
                    "عدد الأشخاص شهريًا");
    }
    std::vector<Series> parts(std::vector<Values> values) const {
        return {{text("Women", "Femmes", "Mujeres", "النساء"), values.at(0)},
                {text("Men", "Hommes", "Hombres", "الرجال"), values.at(1)},
                {text("Children", "Enfants", "Niños", "الأطفال"), values.at(2)}};
    }

    Language language_;
};

}  // namespace

Document sample_document(Language language) {
    const Sample sample(language);
    Document document;
    document.language = language;
    document.title = sample.text(
        "Mixed movements in the Americas, 2024", "Mouvements mixtes dans les Amériques, 2024",
        "Movimientos mixtos en las Américas, 2024", "التحركات المختلطة في الأمريكتين، ٢٠٢٤");
    document.subtitle = sample.text("Joint information sheet", "Fiche d’information commune",
                                    "Hoja informativa conjunta", "نشرة معلومات مشتركة");
    document.edition_line =
        sample.text("Edition 2, 20 January 2025", "Édition 2, 20 janvier 2025",
                    "Edición 2, 20 de enero de 2025", "الإصدار ٢، ٢٠ يناير ٢٠٢٥");
    document.publisher =
        sample.text("Regional Conference on Migration", "Conférence régionale sur les migrations",
                    "Conferencia Regional sobre Migración", "المؤتمر الإقليمي للهجرة");
    document.made_at = *instant_from_text("2025-01-20T10:30:00.000Z");
    document.blocks = {
        Paragraph{sample.text("In 2024, 302,203 persons crossed the Darién, four in ten fewer than "
                              "the year before.",
                              "En 2024, 302 203 personnes ont traversé le Darién, quatre sur dix "
                              "de moins que l’année précédente.",
                              "En 2024 cruzaron el Darién 302.203 personas, cuatro de cada diez "
                              "menos que el año anterior.",
                              "في عام ٢٠٢٤ عبر دارين ٣٠٢٬٢٠٣ أشخاص، أي أقل بأربعة من كل عشرة "
                              "مقارنةً بالعام السابق."),
                  Tone::lead},
        sample.headlines(),
        Paragraph{sample.text("Two figures of this edition have changed since it was printed.",
                              "Deux chiffres de cette édition ont changé depuis l’impression.",
                              "Dos cifras de esta edición han cambiado desde su impresión.",
                              "تغيّر رقمان من هذا الإصدار منذ طباعته."),
                  Tone::remark},
        Heading{sample.text("Trend", "Tendance", "Tendencia", "الاتجاه")},
        sample.one_line(),
        sample.three_lines(),
        Heading{sample.text("Composition", "Composition", "Composición", "التركيبة")},
        sample.nationalities(),
        Heading{sample.text("Women, men, children", "Femmes, hommes, enfants",
                            "Mujeres, hombres, niños", "النساء والرجال والأطفال"),
                3},
        sample.by_quarter(),
        sample.by_place(),
        Heading{sample.text("Along the route", "Le long de la route", "A lo largo de la ruta",
                            "على امتداد الطريق")},
        sample.profile(),
        sample.map(),
        sample.disagreements(),
        Paragraph{sample.text("An empty cell means that no figure is known.",
                              "Une case vide signifie qu’aucun chiffre n’est connu.",
                              "Una celda vacía significa que no se conoce la cifra.",
                              "تعني الخانة الفارغة أن الرقم غير معروف."),
                  Tone::quiet},
        sample.notes(),
        sample.sources(),
    };
    document.figures = sample.figures();
    return document;
}

std::string language_name(const testing::TestParamInfo<Language>& test) {
    return std::string(to_word(test.param));
}

}  // namespace tenpoint::formats
