"""Names that stand for each other in English news: countries with demonym and capital, and bodies with several names.

Knows nothing of articles. A capital stands for its government ("Moscow said") as often as for the place; who uses the
table decides by the words before it. Spelling variants that a rule covers (Sergey, Sergei) are not listed here.
"""

from collections.abc import Mapping

# country: demonyms; capital; other names. Lower case, as keys are.
_COUNTRIES = """
afghanistan: afghan afghans; kabul
albania: albanian; tirana
algeria: algerian; algiers
angola: angolan; luanda
argentina: argentine argentinian; buenos aires
armenia: armenian; yerevan
australia: australian; canberra
austria: austrian; vienna
azerbaijan: azerbaijani azeri; baku
bahrain: bahraini; manama
bangladesh: bangladeshi; dhaka
belarus: belarusian belarussian; minsk
belgium: belgian; brussels
bolivia: bolivian; la paz
bosnia: bosnian; sarajevo
brazil: brazilian; brasilia
bulgaria: bulgarian; sofia
cambodia: cambodian; phnom penh
cameroon: cameroonian; yaounde
canada: canadian; ottawa
chile: chilean; santiago
china: chinese; beijing
colombia: colombian; bogota
congo: congolese; kinshasa
croatia: croatian; zagreb
cuba: cuban; havana
cyprus: cypriot; nicosia
czech republic: czech; prague; czechia
denmark: danish; copenhagen
ecuador: ecuadorian; quito
egypt: egyptian; cairo
eritrea: eritrean; asmara
estonia: estonian; tallinn
ethiopia: ethiopian; addis ababa
finland: finnish; helsinki
france: french; paris
georgia: georgian; tbilisi
germany: german; berlin
ghana: ghanaian; accra
greece: greek; athens
haiti: haitian; port-au-prince
honduras: honduran; tegucigalpa
hungary: hungarian; budapest
iceland: icelandic; reykjavik
india: indian; new delhi; delhi
indonesia: indonesian; jakarta
iran: iranian; tehran; teheran
iraq: iraqi; baghdad
ireland: irish; dublin
israel: israeli; jerusalem
italy: italian; rome
japan: japanese; tokyo
jordan: jordanian; amman
kazakhstan: kazakh kazakhstani; astana
kenya: kenyan; nairobi
kosovo: kosovar; pristina
kuwait: kuwaiti; kuwait city
kyrgyzstan: kyrgyz; bishkek
latvia: latvian; riga
lebanon: lebanese; beirut
libya: libyan; tripoli
lithuania: lithuanian; vilnius
malaysia: malaysian; kuala lumpur
mali: malian; bamako
mexico: mexican; mexico city
moldova: moldovan; chisinau
mongolia: mongolian; ulaanbaatar
morocco: moroccan; rabat
myanmar: burmese; naypyidaw; burma
nepal: nepali nepalese; kathmandu
netherlands: dutch; the hague; holland
new zealand: zealander; wellington
niger: nigerien; niamey
nigeria: nigerian; abuja
north korea: north-korean; pyongyang
norway: norwegian; oslo
oman: omani; muscat
pakistan: pakistani; islamabad
palestine: palestinian; ramallah
peru: peruvian; lima
philippines: filipino philippine; manila
poland: polish; warsaw
portugal: portuguese; lisbon
qatar: qatari; doha
romania: romanian; bucharest
russia: russian; moscow; russian federation
rwanda: rwandan; kigali
saudi arabia: saudi; riyadh
senegal: senegalese; dakar
serbia: serbian; belgrade
singapore: singaporean; singapore
slovakia: slovak slovakian; bratislava
slovenia: slovenian; ljubljana
somalia: somali; mogadishu
south africa: south-african; pretoria
south korea: south-korean; seoul
spain: spanish; madrid
sri lanka: lankan; colombo
sudan: sudanese; khartoum
sweden: swedish; stockholm
switzerland: swiss; bern
syria: syrian; damascus
taiwan: taiwanese; taipei
tajikistan: tajik; dushanbe
tanzania: tanzanian; dodoma
thailand: thai; bangkok
tunisia: tunisian; tunis
turkey: turkish; ankara; turkiye
uganda: ugandan; kampala
ukraine: ukrainian; kyiv; kiev
united arab emirates: emirati; abu dhabi; uae
united kingdom: british; london; uk britain great-britain
united states: american; washington; us usa united-states-of-america america
uruguay: uruguayan; montevideo
uzbekistan: uzbek; tashkent
venezuela: venezuelan; caracas
vietnam: vietnamese; hanoi
yemen: yemeni; sanaa
zambia: zambian; lusaka
zimbabwe: zimbabwean; harare
"""
# One body, several names that no acronym explains. The first is the key.
_BODIES = (
    "islamic state|isis|isil|is|daesh|islamic state of iraq and syria|islamic state of iraq and the levant"
    "|islamic state group",
    "al qaeda|al qaida|qaeda|qaida",
    "hezbollah|hizbollah|hizbullah",
    "taliban|taleban",
    "european union|eu",
    "united nations|un",
    "national health service|nhs",
    "world health organization|world health organisation|who",
    "international monetary fund|imf",
)
# Short for a role rather than for a name.
ROLE_ABBREVIATIONS: Mapping[str, tuple[str, ...]] = {
    "fm": ("foreign", "minister"),
    "pm": ("prime", "minister"),
    "ceo": ("chief", "executive"),
    "mp": ("member", "parliament"),
    "mps": ("member", "parliament"),
    "ag": ("attorney", "general"),
}


def _read_countries() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for line in _COUNTRIES.strip().splitlines():
        country, _, rest = line.partition(": ")
        demonyms, capital, *others = rest.split("; ")
        names[country] = country
        for name in [*demonyms.split(), *(other for part in others for other in _alternatives(part))]:
            names[name.replace("-", " ")] = country
        capitals[capital] = country
    return names, capitals


def _alternatives(part: str) -> list[str]:
    """Alternatives are words apart, a name of several words is joined by hyphens; one lone name may have a space."""
    return part.split() if "-" in part or " " not in part or part.split()[0] in ("uk", "us") else [part]


# "russian" -> "russia"; "moscow" -> "russia"; "isil" -> "islamic state".
COUNTRIES, CAPITALS = _read_countries()
BODIES: Mapping[str, str] = {name: line.split("|")[0] for line in _BODIES for name in line.split("|")}
COUNTRY_NAMES: frozenset[str] = frozenset(COUNTRIES.values())
# Names only where they stand in capitals: "us", "who" and "is" are words.
ACRONYMS = frozenset("us usa uk uae un eu nhs who imf is isis isil".split())
LONGEST_NAME = max(len(name.split()) for name in [*COUNTRIES, *CAPITALS, *BODIES])
