"""The patterns of lines: names and verbs of bios, by-lines, dates, prices, who made a picture."""

# ruff: noqa: E501  (patterns are read in one piece)

import re

_PARTICLE = r"(?:van|von|vom|zu|zur|zum|den|der|de|del|della|di|da|das|dos|du|la|le|el|al|bin|ibn|ben|ter|ten|y|e)"
_PART = r"(?:(?:(?:al|el|as|ar|an|ad|at|ash|d|l)[-’'])?[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİŁĶĻŃŅŇŌŐŒŔŘŚŞŠŤŪŮŰŲŹŻŽȘȚΑ-ΩΆΈΉΊΌΎΏА-ЯЁЄІЇÅ][\w’'.‑-]*+)"
_NICKNAME = r"(?: [“\"][\w’' .-]{2,16}[”\"])?"
_NAME = (
    rf"{_PART}(?: {_PARTICLE}){{0,2}}(?: {_PART}(?: {_PARTICLE}){{0,2}}){{0,3}}{_NICKNAME} {_PART}"
)
_TITLE = r"(?:(?:The writer|The author|By|Dr|Dr\. phil|Prof|Prof\. em\. Dr|Professor|Sir|Lord|Mr|Ms|Mrs|Rev|Gen|Lt|Col|Herr|Frau|Prof\. Dr|Dr\. med)\.?,? )?"
_BULLET = r"^[\s•\-–—*·►▪●■_()\[]*"
VERBS = (
    "is are was were IS ARE teaches teach writes write works work covers cover reports report serves "
    "served leads heads edits hosts holds lives live specializes specialises studies studied blogs "
    "tweets directs runs founded authored chairs contributed contributes learned joined researches "
    "practises practices manages oversees advises consults owns publishes produces lectures "
    "translates photographs reviews analyses analyzes graduated retired has have "
    "ist sind war schreibt schreiben lehrt lehren unterrichtet arbeitet arbeiten lebt leitet "
    "berichtet forscht studiert studierte promoviert promovierte verantwortet koordiniert betreut "
    "moderiert kommentiert gründete est sont enseigne écrit travaille collabore dirige préside anime "
    "couvre vit es son fue enseña escribe trabaja investiga preside coordina colabora vive è sono "
    "insegna scrive lavora é são escreve ensina leciona trabalha schrijft werkt doceert leidt jest są "
    "pisze wykłada pracuje kieruje je jsou píše učí působí přednáší пишет преподает är skriver "
    "arbetar undervisar er arbejder underviser"
)
"""The verbs of notes on authors, parted by spaces."""
_SOME_WORDS = r"(?= (?:[^ .;:!?]+ ){1,8}?"
DONE_AND_DOES = (
    rf"\w+ed{_SOME_WORDS}(?:since (?:19|20)\d\d\b|"
    r"and (?:now |also )?(?:teaches|writes|lives|works|edits|runs)\b))"
)
"""Behind "has", what notes tell of a life: "piloted ships since 1998", "raised seals and teaches"."""
# Of what reports tell of people, too, only what writers have done.
_HAS_DONE = (
    r"ha(?:s|ve) (?:also |long |since |recently |previously |regularly )?"
    r"(?:been (?:an?|writing|covering|reporting|working|teaching|with|editing|reviewing|"
    r"studying|researching|photographing|contributing|editor|director|part)|written|worked|covered|"
    r"reported|taught|served|published|contributed|authored|edited|lived|reviewed|lectured|studied|"
    r"advised|practi[cs]ed|appeared|photographed|blogged|led|spent|over|more|"
    rf"{DONE_AND_DOES}|\w+ed{_SOME_WORDS}"
    r"for (?:\w+ ){1,3}(?:years|decades)\b))"
)
_PLAIN_VERB = "|".join(sorted(set(VERBS.split()) - {"has", "have"}))
_VERB = rf"(?:(?:also|currently|now|regularly|often|formerly|previously) )?(?:{_HAS_DONE}|{_PLAIN_VERB})"
_ROLE = (
    r"(?:[Cc]ontributor|[Cc]olumnist|[Ww]riter|[Ee]ditor|[Rr]eporter|[Cc]orrespondent|[Cc]ritic|[Rr]eviewer|"
    r"[Ff]ellow|[Aa]nalyst|[Pp]rofessor|Autor|Autorin|Redakteur|Redakteurin|Kolumnist|Kolumnistin|Gastautor|Gastautorin)"
)
# What may stand before the name of a note, or between it and the verb: "Based in Tarn, Ida Moll
# covers …"; "Ida Moll of Lund is …"; "Ida Moll, M.D., is …"; "Ida Moll’s latest novel is …".
_FRONTED = r"(?:(?:Based|Born|Raised|Currently|Formerly|Previously|Originally|A|An|Née?|Geboren|Nacid[oa]) [^.;:!?]{2,60}, )?"
_APART = r"(?:,(?:[^.;:!?]|\.(?! [A-Z])){1,160}?,)?"
_WORKS = (
    r"(?<=[’']s )(?:(?:new|latest|most recent|next|first|second|debut|forthcoming) )?"
    r"(?:books?|novels?|work|writing|reporting|column|essays|articles|poems|stories)"
)
BIO = re.compile(
    rf"{_BULLET}{_FRONTED}{_TITLE}(?:(?:[\w’'-]+ ){{0,2}}{_ROLE} )?{_NAME}(?:(?:,| and| &| und| et| y| e| i|, and) {_NAME}){{0,4}}"
    rf"(?: ?\([^()]{{1,60}}\))?(?: of (?:the )?{_PART}(?: {_PART}){{0,3}})?{_APART} (?:{_VERB}|{_WORKS}) "
)
ABOUT = re.compile(
    rf"{_BULLET}(?:The (?:writer|author|authors|writers|columnist)|Our (?:columnist|correspondent|main)"
    r"|(?:Der|Die|Unser|Unsere) (?:Autor|Autorin|Autoren|Verfasser)|Zu[rm] (?:Person|Autor|Autorin)"
    r"|L['’](?:auteur|autrice|autore)|El autor|La autora|O autor|A autora|De auteur|About the [Aa]uthors?"
    r"|About the [Ww]riter|Об авторе|Автор)\b"
)
BY_LINE = re.compile(
    rf"{_BULLET}(?:(?:(?:[A-Za-z]\w* ){{0,3}}[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|DI|[Dd]oor|[Aa]f|[Aa]v|Autor(?:in)?|Text|Written by|"
    r"Words by|Story by|Posted by|Published by|Reported by|Reporting by|Author|Автор|Interview(?: by|:)|"
    rf"Ein (?:Interview|Gastbeitrag|Kommentar) von|Propos recueillis par|Texte|Texto|Testo|Tekst)\s?[:：]?\s"
    rf"{{0,2}}(?:{_PART}|the )|(?:文|作者|采写|採訪|記者|记者|撰文|編譯|编译|聞き手|取材|執筆|文責|기자)\s?[/／:：=＝|])"
)
_NATIVE_FORM = r"(?: ?[(（][\u3400-\u9fff\uac00-\ud7a3]{2,5}[)）])?"
ONLY_NAME = re.compile(
    rf"{_BULLET}{_NAME}{_NATIVE_FORM}(?:(?:,| and| &| und| et| y| e|, and) {_NAME}{_NATIVE_FORM})"
    r"{0,4}[\s)\]]*$"
)
SIGNED = re.compile(
    rf"(?:^|[.!?”\"] )\s?(?:\((?:[a-zäöü]{{2,5}}|[A-Z]{{2,4}})(?:/[\w ]+)?\)|[—–-] ?{_NAME})$"
)
NAME_AND_ROLE = re.compile(rf"{_BULLET}{_TITLE}{_NAME}(?:,| ?[(|/:–—-]|$| [A-Z])")
_LABEL_END = "[:：|｜/／＝՝]"
LABEL = re.compile(rf"\W*+([^{_LABEL_END[1:-1]}]{{1,30}}+){_LABEL_END}")
any_label_end = re.compile(_LABEL_END).search
ADDRESS = re.compile(r"[\w.+-]{1,40}(?:@|\[at\])[\w-]{1,30}\.\w")
# How news agencies begin: a place in capitals, or any with the agency in brackets, and a dash.
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪİŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽΑ-ΩА-ЯЁ"
_AGENCY = r"\([\w/ .]{2,24}\)"
PLACE_LINE = re.compile(
    rf"\W{{0,2}}(?:[{_CAPITAL}]{{3,}}[{_CAPITAL}.’'/-]*+(?: [{_CAPITAL}.’'/-]{{2,}}+){{0,3}}"
    rf"(?:, [{_CAPITAL}][\w.]+(?: [{_CAPITAL}][\w.]+| \d{{1,2}})?){{0,2}}(?: ?{_AGENCY})?"
    rf"|[{_CAPITAL}]\w+(?:[/ ][{_CAPITAL}]\w+){{0,2}}(?:, [\w. ]{{2,12}})? ?{_AGENCY})"
    r"(?: ?[—–]| -+) ?[\w“„\"«]"
)
# Both begin with a digit, so that the search for one of them is fast: what must stand before the
# digit is looked at behind it. A class of listed digits is found faster than \d.
_ANY_DIGIT = "[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]"
CLOCK = re.compile(
    rf"{_ANY_DIGIT}(?:[時点]|(?<!\w\d)(?:\d?[:.h]\d{{2}}(?:[ap]m)?\b|\d? ?[ap]\.?m\b))"
)
DATE = re.compile(
    rf"{_ANY_DIGIT}(?:(?<=月\d)|(?<!\w\d)(?:(?:(?<=1)9|(?<=2)0)\d\d\b"
    r"|\d?[./-]\d{1,2}[./-]\d{2,4}\b|\d?\. ?[A-ZÄÖÜa-zäöü]{3,9}\b))"
)
DIGIT = re.compile(r"\d")
DATE_FIRST = re.compile(
    r"\W{0,3}(?:\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2,4}|\d{4}[-/.年] ?\d{1,2}|\d{1,2}\.? [A-Za-zéûäç]{3,9}\.? \d{4}|"
    r"[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d|\d{1,2}月\d)"
)
DATE_LAST = re.compile(r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:19|20)\d\d|日)\W{0,3}$")
# Every alternative begins with a letter or sign: the search skips to those.
MAKER = re.compile(
    r"(?:©|\(c\)|Credits?[: ]|credits?[: ]|Photos?(?: by)?[:/ ]|photos?(?: by)?[:/ ]|PHOTO|Fotos?[:/ ]|fotos?[:/ ]|"
    r"Bild(?:er|quelle)?[:/ ]|bild(?:er|quelle)?[:/ ]|Images?[: ]|images?[: ]|Quelle[: ]|quelle[: ]|Source[: ]|source[: ]|"
    r"Getty|Shutterstock|Reuters|REUTERS|AFP|AP Photo|dpa|imago|Handout|"
    r"Courtesy|courtesy|Crédit|crédit|圖|图|写真|撮影|攝影|摄影|提供)[^!?]{0,60}[.)\]]?$"
)
IN_BRACKETS = re.compile(
    r"\((?:Reuters|REUTERS|AP|AFP|Getty|dpa|Photo|Foto|Picture|Artist|Image|Quelle)[^()]{0,60}\)\.?$"
)
BY_SLASH = re.compile(r"[A-Z]\w+ ?/ ?[A-Z][\w .]{2,40}$")
LETTER = re.compile(r"[^\W\d_]")
NUMBERED = re.compile(
    r"\W{0,3}(?:\d{1,3}(?:[.):/] ?\D| [A-Za-z]{3,12}:$)|(?:#|№|No\.|Nr\.) ?\d{1,3}\b|"
    r"[A-ZÄÖÜÉ][\w’'-]{1,12} (?:#|№|Nr\.? ?|No\.? ?)?\d{1,3}[:.–—-])"
)
PRICE = re.compile(r"[$€£] ?\d|\d ?[€£]")
HASHTAG = re.compile(r"(?:^|\s)#[^\W\d_]")
any_crumb = re.compile("[›>·/»→]").search
CRUMB = re.compile(" [›>·/»→] ")
POSTAL = re.compile(
    rf"{_ANY_DIGIT}(?:(?<!\w\d)(?!(?:(?<=1)9|(?<=2)0)\d\d\b)\d{{3,4}} [A-ZÄÖÜ][a-zäöüß]|(?<=[A-Z] \d)\d{{4}}\b)"
)
# All begin with what they look for: a search for one of few characters is eight times faster, and
# for one alone faster still.
_NEXT_SENTENCE = r"(?<=[\w)”\"].)[”\"]? [A-ZÀ-ÞА-Я“\"]"
STOPPED, ASKED = re.compile(rf"\.{_NEXT_SENTENCE}"), re.compile(f"[!?]{_NEXT_SENTENCE}")
WIDE = re.compile("[\u0e01-\u0e4e\u2e80-\uffa0]")  # what parts no words
WIDE_SENTENCE = re.compile(r"[。！？].")
