"""The small words of bios, by language: what opens a role, leads to a house or ends both."""

from dataclasses import dataclass, field

_LINKS = frozenset({",", "has", "have", "well", "hat"})


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words that a bio's statement is read by, in lower case.

    ``articles`` open a role or an organisation and belong to neither. ``at`` leads to an
    organisation; ``of`` may; ``for_`` does before a capital; ``in_`` leads to a place, or to an
    organisation whose head noun says so. ``joins`` tie the words of one organisation. ``being``
    opens a role, ``as_`` too; ``working`` verbs have their employer behind ``at`` or ``for_``;
    ``leading`` verbs have it as their object. ``past`` is what a person no longer is.
    ``stops`` end a statement. ``leads`` are all prepositions, ``breaks`` also what ends a phrase,
    ``links`` what may stand between two statements: sets made once, because they are asked often.
    """

    articles: frozenset[str]
    at: frozenset[str]
    of: frozenset[str]
    for_: frozenset[str]
    in_: frozenset[str]
    joins: frozenset[str]
    and_: frozenset[str]
    as_: frozenset[str]
    being: frozenset[str]
    working: frozenset[str]
    leading: frozenset[str]
    past: frozenset[str]
    skipped: frozenset[str]
    stops: frozenset[str]
    pronouns: frozenset[str]
    leads: frozenset[str] = field(init=False)
    breaks: frozenset[str] = field(init=False)
    links: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        leads = self.at | self.of | self.for_ | self.in_
        links = self.skipped | self.being | self.as_ | self.and_ | _LINKS
        object.__setattr__(self, "leads", leads)
        object.__setattr__(self, "breaks", leads | self.stops | {","})
        object.__setattr__(self, "links", links)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENGLISH = Grammar(
    articles=_words("a an the its our both one"),
    at=_words("at with within @"),
    of=_words("of"),
    for_=_words("for"),
    in_=_words("in from to on"),
    joins=_words("of for and & the in on de la du des di del der für van und et y"),
    and_=_words("and & plus"),
    as_=_words("as"),
    being=_words("is are am be been being holds"),
    working=_words(
        "works work writes write reports report blogs lectures contributes contribute consults "
        "freelances covers cover breaks teaches teach serves serve sits volunteers practices "
        "practises practising practicing sits comments researches studies working writing "
        "reporting teaching serving covering"
    ),
    leading=_words(
        "leads lead heads directs runs edits chairs founded co-founded cofounded manages oversees "
        "co-leads co-heads co-directs co-edits co-chairs owns publishes leading heading directing "
        "running editing"
    ),
    past=_words("former formerly previously ex late erstwhile onetime one-time past not never"),
    skipped=_words("also currently now presently still both serving most recently regularly often"),
    stops=_words(
        "who whose whom which that where when while based living focusing focused "
        "specializing specialising concentrating located but because since during "
        "until after before by using studying researching pursuing completing holding he she they "
        "best known his her their if though although was were had "
        "there here hosts lives enjoys loves likes spends tweets divides can may joined grew "
        "studied graduated earned received won spent began started became "
        "wrote receives does do affiliated"
    ),
    pronouns=_words("he she they his her their"),
)

GERMAN = Grammar(
    articles=_words("unser unsere ein eine einer eines einem einen der die das den dem des"),
    at=_words("an am bei beim vom"),
    of=_words("der des von vom"),
    for_=_words("für"),
    in_=_words("in im aus zu zur zum auf"),
    joins=_words("der des für und & von zu zur zum of the for and"),
    and_=_words("und sowie &"),
    as_=_words("als"),
    being=_words("ist sind war"),
    working=_words(
        "schreibt schreiben arbeitet arbeiten lehrt lehren forscht berichtet unterrichtet"
    ),
    leading=_words("leitet führt gründete verantwortet"),
    past=_words("ehemaliger ehemalige früherer frühere ehemals früher ex- emeritierter bis nicht"),
    skipped=_words("derzeit auch zudem heute seit außerdem zurzeit"),
    stops=_words("der, die, das, welche welcher wo wohnt lebt seit zuvor davor mit über bis war"),
    pronouns=_words("er sie"),
)

FRENCH = Grammar(
    articles=_words("notre un une le la les l’ l' son sa"),
    at=_words("à au aux chez l’ auprès"),
    of=_words("de du des d’ d'"),
    for_=_words("pour"),
    in_=_words("en dans sur"),
    joins=_words("de du des la le les l’ et pour d’ en sur à &"),
    and_=_words("et & ainsi"),
    as_=_words("comme que"),
    being=_words("est sont"),
    working=_words("enseigne travaille écrit collabore"),
    leading=_words("dirige codirige préside anime fonde"),
    past=_words("ancien ancienne ex- ex"),
    skipped=_words("actuellement aujourd’hui aujourd'hui aussi également"),
    stops=_words("qui dont où depuis avec sous par spécialiste spécialisé spécialisée basé basée"),
    pronouns=_words("il elle"),
)

SPANISH = Grammar(
    articles=_words("nuestro nuestra un una el la los las uno"),
    at=_words("en con"),
    of=_words("de del"),
    for_=_words("para"),
    in_=_words("a por"),
    joins=_words("de del la el los las y e para en &"),
    and_=_words("y e"),
    as_=_words("como"),
    being=_words("es son"),
    working=_words("trabaja escribe enseña imparte investiga colabora"),
    leading=_words("dirige preside fundó"),
    past=_words("ex exministro exdirector antiguo antigua"),
    skipped=_words("actualmente también"),
    stops=_words("que donde cuyo cuya quien desde ha han"),
    pronouns=_words("él ella"),
)

PORTUGUESE = Grammar(
    articles=_words("um uma o a os as"),
    at=_words("na no em nas nos com"),
    of=_words("de do da dos das"),
    for_=_words("para"),
    in_=_words("por"),
    joins=_words("de do da dos das e para a o em &"),
    and_=_words("e"),
    as_=_words("como"),
    being=_words("é são"),
    working=_words("trabalha escreve leciona ensina colabora"),
    leading=_words("dirige preside fundou"),
    past=_words("ex ex- antigo antiga"),
    skipped=_words("atualmente também"),
    stops=_words("que onde cujo cuja desde"),
    pronouns=_words("ele ela"),
)

ITALIAN = Grammar(
    articles=_words("un una uno il la lo l’ i gli le l' un’"),
    at=_words("a al alla allo all’ presso all' nella nell’ ad con"),
    of=_words("di del della dello dell’ dei delle dell'"),
    for_=_words("per"),
    in_=_words("in a"),
    joins=_words("di del della dello dell’ dei delle e per degli la il i gli le lo &"),
    and_=_words("e ed"),
    as_=_words("come"),
    being=_words("è sono"),
    working=_words("insegna lavora scrive collabora"),
    leading=_words("dirige presiede"),
    past=_words("ex già"),
    skipped=_words("attualmente anche"),
    stops=_words("che dove cui dal"),
    pronouns=_words("egli lei lui"),
)

DUTCH = Grammar(
    articles=_words("een de het"),
    at=_words("aan bij"),
    of=_words("van"),
    for_=_words("voor"),
    in_=_words("in op uit"),
    joins=_words("van de het voor en der te &"),
    and_=_words("en"),
    as_=_words("als"),
    being=_words("is zijn"),
    working=_words("schrijft werkt doceert"),
    leading=_words("leidt"),
    past=_words("voormalig oud- ex-"),
    skipped=_words("momenteel ook"),
    stops=_words("die dat waar over"),
    pronouns=_words("hij zij"),
)

POLISH = Grammar(
    articles=frozenset(),
    at=_words("w we na przy z"),
    of=frozenset(),
    for_=_words("dla"),
    in_=frozenset(),
    joins=_words("w we i im. na do"),
    and_=_words("i oraz"),
    as_=_words("jako"),
    being=_words("jest są"),
    working=_words("pracuje wykłada pisze"),
    leading=_words("kieruje"),
    past=_words("były była dawny"),
    skipped=_words("obecnie także"),
    stops=_words("który która gdzie"),
    pronouns=frozenset(),
)

CZECH = Grammar(
    articles=frozenset(),
    at=_words("na v ve při z"),
    of=frozenset(),
    for_=_words("pro"),
    in_=frozenset(),
    joins=_words("v ve a pro na"),
    and_=_words("a"),
    as_=_words("jako"),
    being=_words("je jsou"),
    working=_words("působí pracuje učí přednáší píše"),
    leading=_words("vede"),
    past=_words("bývalý bývalá"),
    skipped=_words("také nyní"),
    stops=_words("který která kde"),
    pronouns=frozenset(),
)

SWEDISH = Grammar(
    articles=_words("en ett"),
    at=_words("vid på hos"),
    of=_words("av"),
    for_=_words("för"),
    in_=_words("i från"),
    joins=_words("och för i av &"),
    and_=_words("och og"),
    as_=_words("som"),
    being=_words("är er"),
    working=_words("skriver arbetar undervisar"),
    leading=_words("leder"),
    past=_words("tidigare före"),
    skipped=_words("också"),
    stops=_words("som där"),
    pronouns=_words("han hon"),
)

GRAMMARS = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "pt": PORTUGUESE,
    "it": ITALIAN,
    "nl": DUTCH,
    "pl": POLISH,
    "cs": CZECH,
    "sv": SWEDISH,
    "da": SWEDISH,
}
