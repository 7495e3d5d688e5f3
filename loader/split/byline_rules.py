"""The wordings of by-lines as data: what credits an author, what credits somebody else.

Each rule is tried at the beginning of a sentence of a by-line, in order. ``credits`` says whether
the people who follow are the authors. The examples are invented; a test runs each rule on its own.
"""

# ruff: noqa: E501 - a pattern is read whole, on one line

import re
from dataclasses import dataclass

from loader.split.line_patterns import DONE_AND_DOES


@dataclass(frozen=True, slots=True)
class CreditRule:
    """A wording: ``pattern`` ends where the names begin (or anywhere, when it credits no one)."""

    name: str
    language: str
    pattern: re.Pattern[str]
    example: str
    why: str
    confidence: float = 0.95
    credits: bool = True


def _rule(  # noqa: PLR0917
    name: str,
    language: str,
    pattern: str,
    example: str,
    why: str,
    confidence: float = 0.95,
    *,
    credits: bool = True,  # noqa: A002
) -> CreditRule:
    lead = r"[\s•*·▪■●◆–—―\-+>»|(\[_]*"
    return CreditRule(
        name, language, re.compile(lead + pattern, re.IGNORECASE), example, why, confidence, credits
    )


_EN_GENRE = (
    r"(?:(?:an? |this |original |originally |guest )?(?:story|text|words|article|op-?ed|essay|column|"
    r"commentary|opinion|analysis|report|reporting|writing|review|interview|post|blog|feature|written|"
    r"reported|posted|submitted|contributed|compiled|authored|told|penned)(?: (?:(?:and|&) \w+|conducted))? )"
)
_DE_GENRE = (
    r"(?:(?:ein |eine |das |der |die )?(?:gast)?(?:text|beitrag|kommentar|interview|essay|artikel|bericht|"
    r"gespräch|recherche|analyse|reportage|kolumne|rezension|meinung|geschrieben|verfasst|"
    r"gastbeitrag|gastkommentar|leitartikel|glosse|protokoll) )"
)

OTHERS: tuple[CreditRule, ...] = (
    _rule(
        "edited",
        "en",
        r"(?:\S+ ){0,3}?(?:edited|editing|copy-?edited|fact-?checked|curated|proofread|moderated)"
        r"(?: and \w+)? by\b",
        "Edited by Jo Reyes.",
        "An editing credit names who worked on the text, not who wrote it.",
        credits=False,
    ),
    _rule(
        "translated",
        "en",
        r"(?:\S+ ){0,5}?(?:translated|translation)\b.{0,40}?\bby\b",
        "Translated from the Czech by Ida Moll",
        "A translation credit names the translator.",
        credits=False,
    ),
    _rule(
        "pictures",
        "en",
        r"(?!(?:words|text|story|stories|report|texto|texte|testo) (?:and|&|und|et|y|e) )(?:[^\s:,]+ ){0,3}?(?:photo(?:s|graphs?|graphy)?|pictures?|images?|illustrations?|graphics?|"
        r"illustrated|video|cartoons?|artwork|art|fotos?|bild(?:er)?|grafik|illustration(?:en)?|"
        r"ilustración|fotografías?|crédits?|immagini|φωτογραφ(?:ία|ίες|ιες)|φωτό?)\b(?:\s*(?:by|von|par|por|di|de)\b|\s*[:/©])",
        "Photographs by Bo Carr",
        "A picture credit names the photographer.",
        credits=False,
    ),
    _rule(
        "further-reporting",
        "en",
        r"(?:(?:with|and|additional|further|extra|supplementary) (?:additional |further )?(?:reporting|"
        r"research|writing)|(?:with |and )?(?:files|contributions?|research|material|assistance|help|"
        r"inputs?)) (?:was |were )?(?:contributed |provided )?(?:by|from)\b",
        "With reporting by Bo Carr in Riga",
        "Help with the reporting is credited beside the author, not as the author.",
        credits=False,
    ),
    _rule(
        "contributed",
        "en",
        r".{1,200}?\b(?:contributed|assisted|helped)\b.{0,40}?\b(?:to|with|in|for)\b.{0,30}?"
        r"\b(?:this|the)\b.{0,20}?\b(?:report|reporting|story|article|piece|column|post|research)",
        "Bo Carr in Riga contributed to this report.",
        "Says itself that these people helped.",
        credits=False,
    ),
    _rule(
        "based-on",
        "en",
        r"(?:this|the) (?:\w+ ){1,3}(?:was|is) (?:based on|adapted from|first published|originally "
        r"published|produced|supported|made possible|republished)\b",
        "This report was based on interviews by Bo Carr.",
        "Says where the matter came from.",
        credits=False,
    ),
    _rule(
        "views",
        "en",
        r"(?:(?:all |any )?(?:the )?(?:views?|opinions?|statements)\b.{0,80}?\b(?:expressed|are|is|do|"
        r"reflect|belong|represent|solely)\b|disclaimer\b|disclosure\b)",
        "The views expressed are the author’s own.",
        "A disclaimer names no one.",
        credits=False,
    ),
    _rule(
        "editing-de",
        "de",
        r"(?:redaktion|faktencheck|übersetzung|aus dem \S+ (?:übersetzt )?(?:von)|übersetzt von|"
        r"mitarbeit|lektorat|redigiert|bearbeitet|moderation|schnitt|kamera|gestaltung)\b\s*(?::|von\b|$)?",
        "Redaktion: Ida Moll",
        "Editing, translation and help are not authorship.",
        credits=False,
    ),
    _rule(
        "translated-fr-es",
        "fr",
        r"(?:traduit|traduction|traducción|traducido|traduzione|tradotto|tradução|vertaald|vertaling|"
        r"tłumaczenie|tłumaczył|překlad|přeložil|översättning|μετ[άα]φραση|απόδοση)\b",
        "Traduit de l’anglais par Ida Moll",
        "A translation credit in other languages.",
        credits=False,
    ),
    _rule(
        "edited-other",
        "es",
        r"(?:editado|edición|edição|edizione|edition|édité|mis en page|redakcja|redigerad|redigering|"
        r"montage|montaje|επιμέλεια|επιμελεια)\s*(?:por|par|da|di|de|av)?\s*:?\s",
        "Editado por Ida Moll",
        "An editing credit in other languages.",
        credits=False,
    ),
)

MARKERS: tuple[CreditRule, ...] = (
    _rule(
        "by",
        "en",
        rf"{_EN_GENRE}?by\s*:?\s+(?:guest |contributing )?(?=\S)",
        "By Jo Reyes",
        "The common English by-line.",
        0.98,
    ),
    _rule(
        "was-written-by",
        "en",
        r"(?:this|the) (?:\w+ )?(?:article|story|piece|report|essay|post|column|commentary|op-?ed|text)"
        r" (?:was|is) (?:originally |first )?(?:co-?)?(?:written|authored|reported|penned) by\s+",
        "This article was written by Jo Reyes.",
        "A sentence that says who wrote the text.",
        0.97,
    ),
    _rule(
        "author-label",
        "en",
        r"(?:about )?(?:the )?(?:authors?|writers?|words|text|columnist|contributors?|reporters?|story)"
        r"(?:\(s\))?\s*[:|]\s*(?:by )?",
        "Author: Jo Reyes",
        "A labelled field of the page.",
        0.95,
    ),
    _rule(
        "contributors-are",
        "en",
        r"(?:our |the |this week[’']s |today[’']s )?(?:\w+ )?"
        r"(?:authors?|writers?|contributors?|reviewers?|columnists?|essayists?) (?:are|is|were)\s*:?\s+",
        "Our main contributors are Jo Reyes and Ida Moll.",
        "The sentence says who the writers are.",
        0.85,
    ),
    _rule(
        "about",
        "en",
        r"(?:about|more about|meet|(?:view |see )?(?:all )?(?:posts|articles|stories) by) (?=\S)(?!the |our |us\b|this |these )",
        "About Jo Reyes",
        "Heading of an author's box.",
        0.8,
    ),
    _rule(
        "von",
        "de",
        rf"(?:dieser artikel baut auf einer gemeinsamen recherche von|{_DE_GENRE}?(?:von|vom))\s*:?\s+"
        r"(?:unse\w+ )?(?:\w*(?:korrespondent|redakteur|reporter|mitarbeiter)\w* )?",
        "Von Ida Moll",
        "The common German by-line.",
        0.97,
    ),
    _rule(
        "von-label",
        "de",
        r"(?:über (?:den autor|die autorin|die autoren)|zur person|zum autor|zur autorin|"
        r"gastautor(?:in)?|autor(?:in|en|innen)?|verfasser(?:in)?|text(?: und (?:fotos?|bild(?:er)?))?|gespräch|"
        r"das (?:gespräch|interview) (?:führte[n]?)|interview|die fragen stellten?|protokoll|"
        r"aufgezeichnet von|notiert von|(?:aus \w+ )?(?:es )?berichten?t?)\s*:?\s+",
        "Das Gespräch führte Ida Moll.",
        "A labelled field, or who held the interview.",
        0.93,
    ),
    _rule(
        "par",
        "fr",
        r"(?:(?:propos recueillis |entretien (?:réalisé |mené |conduit )?|écrit |rédigé |publié |article |une? \w+ )?par\s*:?\s+|"
        r"(?:tribune|chronique|analyse|récit|reportage|éditorial|enquête|portrait) (?:de |d’|d'))",
        "Propos recueillis par Léa Brun",
        "The common French by-line.",
        0.97,
    ),
    _rule(
        "par-label",
        "fr",
        r"(?:à propos de (?:l’|l')?aut\w+|l’auteure?|aut(?:eur|eure|rice)s?|texte(?: et photos?)?)\s*:\s*",
        "Auteur : Léa Brun",
        "A labelled field of the page.",
        0.93,
    ),
    _rule(
        "por",
        "es",
        r"(?:escrito |publicado |redactado |texto |entrevista |una? \w+ )?por\s*:?\s+",
        "Por Inés Mora",
        "The common Spanish and Portuguese by-line.",
        0.97,
    ),
    _rule(
        "por-label",
        "es",
        r"(?:sobre (?:el |la |o |a )?aut\w+|autora?(?:es)?|redacción|escriben?|"
        r"(?:texto|entrevista|crónica|reportaje|artículo|análisis)(?: de| y fotos?)?)\s*[:\s]\s*(?=\S)",
        "Autor: Inés Mora",
        "A labelled field of the page.",
        0.93,
    ),
    _rule(
        "di",
        "it",
        r"(?:(?:articolo |testo |intervista |un \w+ )?di|a cura di|scritto da|testo(?: e foto)?|autor[ei]|autrice)"
        r"\s*:?\s+",
        "A cura di Pia Conti",
        "The common Italian by-line.",
        0.95,
    ),
    _rule(
        "door",
        "nl",
        r"(?:(?:geschreven |een \w+ )?door(?: onze \w+)?|auteurs?|tekst)\s*:?\s+",
        "Door Wim de Haan",
        "The common Dutch by-line.",
        0.95,
    ),
    _rule(
        "av",
        "sv",
        r"(?:(?:skriven |skrevet |text )?(?:av|af)|text|skribent|tekst|forfatter|författare)\s*:?\s+",
        "Av Liv Strand",
        "The common Swedish, Danish and Norwegian by-line.",
        0.95,
    ),
    _rule(
        "autor",
        "pl",
        r"(?:autor(?:ka|zy|ři)?|tekst|napisała?|opracowała?|rozmawiała?|napsala?|text|připravila?)"
        r"\s*:?\s+",
        "Napisała: Ewa Lis",
        "The common Polish and Czech by-lines.",
        0.95,
    ),
    _rule(
        "tou",
        "el",
        r"(?:του|της|των|γρ[άα]φ(?:ει|ουν) (?:ο|η|οι)|από τ(?:ον|ην|ους)|συν[έε]ντευξη στ(?:ον|ην))\s+"
        r"(?=[^.!;:]{3,80}$)",
        "Του Νίκου Ταρνά",
        "The Greek by-line, names in the genitive as printed, and nothing that ends a sentence.",
        0.9,
    ),
    _rule(
        "irta",
        "hu",
        r"(?:írta|szerző|szöveg|tác giả|yazan|yazar|автор|текст|текст и фото|autore|"
        r"συντ[άα]κτ(?:ης|ρια|ες)|συγγραφ[έε]ας|κε[ίι]μενο|ρεπορτ[άα]ζ)\s*:?\s+",
        "Írta: Kovács Éva",
        "By-lines of Hungarian, Vietnamese, Turkish, Russian, Greek: the name's order stays as printed.",
        0.95,
    ),
)

SOURCES: tuple[CreditRule, ...] = (
    _rule(
        "materials",
        "en",
        r"(?:materials?|story|text|article|content|information)? ?(?:provided|supplied|courtesy|sourced)"
        r"(?: (?:by|of|from))\s+(?:the )?|mit (?:agentur)?material (?:von|der)\s+",
        "Materials provided by Tarn College.",
        "Who supplied the text.",
        0.85,
    ),
    _rule(
        "source",
        "en",
        r"(?:source|quelle|fuente|fonte|πηγ(?:ή|ές|η)|来源|來源|出典)\s*[:：]\s*",
        "Source: Lund News",
        "A labelled field of the page.",
        0.8,
    ),
)

CONTACTS: tuple[CreditRule, ...] = (
    _rule(
        "write-to",
        "en",
        r"(?:please )?(?:write to|contact|e-?mail|reach(?: out to)?|tweet(?: at)?|"
        r"folgen sie|read more (?:from|by)|more (?:from|by))\s*:?\s+"
        r"(?:(?:staff |senior )?(?:reporter|writer|columnist|correspondent) )?",
        "Write to Jo Reyes at jo@example.org",
        "The page tells readers how to reach its author.",
        0.8,
    ),
    _rule(
        "follow",
        "en",
        r"(?:you can |please )?follow\s+",
        "Follow Jo Reyes on Twitter @jo",
        "The page tells readers how to follow its author.",
        0.8,
    ),
)


class Wordings:
    """A table of rules with one pattern made of all, which tells first whether any holds."""

    def __init__(self, rules: tuple[CreditRule, ...]) -> None:
        self._rules = rules
        union = "|".join(f"(?:{rule.pattern.pattern})" for rule in rules)
        self._any = re.compile(union, re.IGNORECASE)

    def find(self, text: str, start: int, end: int) -> list[tuple[CreditRule, re.Match[str]]]:
        """Return the rules that hold at ``start``, in order, each with its match."""
        if self._any.match(text, start, end) is None:
            return []
        hits = ((rule, rule.pattern.match(text, start, end)) for rule in self._rules)
        return [(rule, match) for rule, match in hits if match]


BIO_VERBS = re.compile(
    r"(?:,?\s*\(?(?:she/her|he/him|they/them)\)?)?\s+"
    r"(?P<verb>"
    r"(?:(?:also|currently|now|recently|previously|formerly|regularly|frequently|often|presently|both|"
    r"each|all|who) ){0,2}"
    r"(?:is|are|was|were|has been|have been|had been|isn’t|"
    rf"ha(?:s|ve) {DONE_AND_DOES}|"
    r"ha(?:s|ve) (?:also |previously |recently |long |worked |served )?(?:written|worked|covered|reported|"
    r"taught|served|published|contributed|won|authored|edited|lived|spent|reviewed|lectured|held|"
    r"studied|received|advised|practiced|practised|led|appeared|photographed|blogged|an?|more|over|"
    r"nearly|almost|two|three|degrees)|"
    r"teach(?:es)?|serves?|works?|covers?|reports?|(?:co-?)?(?:writes?|leads?|heads?|runs?|edits?|directs?|"
    r"chairs?|hosts?)|holds?|lives?|blogs?|specializ(?:es?|ing)|specialis(?:es?|ing)|stud(?:y|ies)|research(?:es)?|"
    r"practi[cs]es?|joined|contributes?|manages?|oversees?|advises?|consults?|owns?|grew up|earned|"
    r"received|won|publishes|produces|represents|represented|served|worked|wrote|taught|covered|tweets|"
    r"can be|may be|founded|co-?founded|retired|lectures?|sits on|divides? |graduated|spent|"
    r"led|edited|reported|lived|comes from|hails|draws|translates|speaks|focus(?:es)?|loves|enjoys|"
    r"began|started|became|receives|does not work|do not work|is affiliated|makes|plays|photographs|breaks down|analy[sz]es|comments|"
    r"ist|sind|war|lehrt|lehren|schreibt|schreiben|arbeitet|arbeiten|forscht|leitet|berichtet|lebt|"
    r"studierte|unterrichtet|verantwortet|promoviert|promovierte|studiert|koordiniert|betreut|beschäftigt sich|gründete|kommentiert|moderiert|"
    r"est|sont|enseigne|(?:co)?dirige|préside|anime|couvre|travaille|écrit|collabore|a (?:été|publié|écrit|travaillé)|"
    r"es|son|fue|fut|foi|enseña|imparte|investiga|dirige|preside|coordina|trabaja|escribe|colabora|ha (?:sido|publicado|escrito|trabajado)|"
    r"é|são|leciona|escreve|colabora|trabalha|"
    r"è|sono|insegna|dirige|presiede|lavora|scrive|collabora|"
    r"zijn|schrijft|werkt|doceert|leidt|"
    r"jest|są|pracuje|wykłada|pisze|kieruje|"
    r"je|jsou|působí|učí|přednáší|píše|vede|"
    r"är|skriver|arbetar|undervisar|er|arbejder|underviser))"
    r"(?![\w’'])",
    re.IGNORECASE,
)
"""The verbs that a bio's subject takes, behind the name. "has shown", "said" and the like tell
what a person in a report did, and are not among them."""
