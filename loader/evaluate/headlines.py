"""Wordings for the heads and insides of composed pages: titles, captions, headings, questions.

By language; all are the project's own. The signs in braces are those of ``phrases``.
"""

# ruff: noqa: E501  (one wording, one line)

TITLES: dict[str, tuple[str, ...]] = {
    "en": (
        "The Keeper’s Ladder", "Low Water", "Raise the Toll", "Close the Upper Lock", "What the Sand Remembers",
        "Leave the Harbour Dark", "Do We Still Need a Harbour Master?", "The case against the second bridge",
        "A town that lost its tide", "Fog", "Rope and Reason", "Salt", "Mira Holt", "Tessa and the Boats",
        "Why the council was right about the pier", "How to read a chart, and why nobody does any more",
        "Four Letters from a Sinking Quay", "No, the river is not to blame", "Minister: ‘We will dredge’",
        "The long winter of Ansel Crane", "Give the Fishermen Their Night", "Counting Gulls", "Hall of Sails",
        "New Marrow’s port is not for sale — and never was", "Let the Old Bell Ring", "A Small Island’s Big Debt",
        "Ferries, Fees and Fairness: A Reply", "Thirteen Ways to Lose an Anchor", "Pilots strike over night shifts",
        "“We were never asked”: an island speaks", "Opinion: Stop paying for empty boats", "The Watch House",
        "The Minister’s Umbrella", "A Doctor at Sea", "The Editor’s Dog", "Professor of Fog", "The Captain Was Right", "Student of Storms",
    ),
    "de": (
        "Das Ende der Flut", "Hafengeld", "Wem gehört der Nebel?", "Die Brücke bleibt zu", "Warum wir Lotsen brauchen",
        "Kein Platz am Kai", "Der letzte Fährmann", "Salz in der Rechnung: Was der Kanal wirklich kostet",
        "„Wir haben das Wasser unterschätzt“", "Schleusenstreit", "Ein Lob der Langsamkeit", "Frau Moll und das Meer",
    ),
    "fr": (
        "La fin des marées", "À qui appartient le brouillard ?", "Le dernier passeur", "Sel et silence", "Fermez l’écluse",
        "Pourquoi le port doit rester public", "« Nous n’avons rien vu venir »", "Éloge de la lenteur",
    ),
    "es": (
        "El último barquero", "¿De quién es la niebla?", "La deuda del puerto", "Sal y memoria", "No cierren la esclusa",
        "Por qué importa el faro", "Una isla sin barcos", "Elogio de la lentitud",
    ),
    "it": (
        "L’ultimo traghettatore", "Di chi è la nebbia?", "Il debito del porto", "Sale e memoria", "Chiudete la chiusa",
        "Perché il faro conta ancora", "Elogio della lentezza",
    ),
    "zh": (
        "霧是誰的？", "最後的渡船", "關掉碼頭的燈", "數海鷗的人", "港口不該賣", "潮水欠我們什麼", "聽得見幾聲汽笛", "舊鐘樓",
        "慢船的理由", "為什麼我們還需要領航員",
    ),
    "ja": (
        "霧は誰のものか", "最後の渡し船", "港の灯を消せ", "古い時計塔", "遅い船の言い分", "岸壁の切符", "なぜ水先人が要るのか", "塩と記憶",
    ),
}  # fmt: skip
STANDFIRSTS: dict[str, tuple[str, ...]] = {
    "en": (
        "The second lock was meant to end the queues. It has only moved them upriver.",
        "A harbour is a promise that somebody will be awake. We are about to break it.",
        "Why a small port needs a big bell",
        "Nobody has asked the islanders what the tunnel is for, and it shows in every plan that the ministry has printed since the spring.",
        "Two centuries of tide tables say that the council is wrong",
    ),
    "de": (
        "Die neue Schleuse sollte die Schlangen beenden. Sie hat sie nur verlegt. Ein Kommentar",
        "Seit einem Jahr streitet die Stadt über den Kai. Dabei ist die Antwort einfach.",
    ),
    "fr": ("La nouvelle écluse devait mettre fin aux files. Elle les a déplacées en amont.",),
    "es": ("La nueva esclusa iba a acabar con las colas. Solo las ha llevado río arriba.",),
    "it": ("La nuova chiusa doveva far finire le code. Le ha solo spostate a monte.",),
    "zh": ("新船閘本來要讓隊伍消失，結果只是把隊伍搬到上游。",),
    "ja": ("新しい水門は行列をなくすはずだった。だが行列は上流へ移っただけだった。",),
}
BY_LINES: dict[str, tuple[str, ...]] = {
    "en": ("By {n}", "By {n}", "By {n} in {p}", "{n}", "By {n} and {n}", "By {n}, {r}", "BY {N}", "By {n} | {o}", "Words: {n}", "by {n}", "{n}, {r}", "An interview by {n}"),
    "de": ("Von {n}", "Von {n}, {p}", "Von {n} und {n}", "Ein Kommentar von {n}", "{n}", "Eine Kolumne von {n}", "Ein Gastbeitrag von {n}"),
    "fr": ("Par {n}", "Par {n} (à {p})", "{n}", "Propos recueillis par {n}", "Texte : {n}"),
    "es": ("Por {n}", "{n}", "Por {n}, {p}", "Texto: {n}"),
    "it": ("di {n}", "Di {n}", "{n}", "a cura di {n}"),
    "zh": ("文／林望潮", "作者：陳霧生", "【林望潮／港城報導】", "林望潮", "記者 陳霧生／港城報導", "撰文：林望潮"),
    "ja": ("霧島潮", "文＝霧島潮", "霧島潮（作家）", "聞き手・霧島潮", "【霧島潮】"),
}  # fmt: skip
DATELINES: dict[str, tuple[str, ...]] = {
    "en": ("{p}, {d2} May 2031", "{d2} May 2031", "May {d2}, 2031", "{p} – Published {d2} May 2031, 07:40", "Saturday {d2} May 2031", "Updated May {d2}, 2031 at 7:40 a.m.", "{d2} May 2031 · {d2} min read"),
    "de": ("{d2}. Mai 2031", "{p}, {d2}. Mai 2031, 07:40 Uhr", "{p}, den {d2}. Mai 2031", "Stand: {d2}.05.2031, 07:40 Uhr", "Samstag, {d2}. Mai 2031"),
    "fr": ("Le {d2} mai 2031 à 07h40", "Publié le {d2} mai 2031", "{p}, le {d2} mai 2031", "{d2} mai 2031"),
    "es": ("{d2} de mayo de 2031", "{p}, {d2} de mayo de 2031", "Publicado el {d2} de mayo de 2031"),
    "it": ("{d2} maggio 2031", "{p}, {d2} maggio 2031, ore 7.40", "Pubblicato il {d2} maggio 2031"),
    "zh": ("2031年5月{d2}日", "2031-05-{d2} 07:40", "港城，2031年5月{d2}日", "發布時間：2031/05/{d2} 07:40"),
    "ja": ("2031年5月{d2}日", "2031年5月{d2}日 7時40分", "2031.05.{d2}"),
}  # fmt: skip
CAPTIONS: dict[str, tuple[str, ...]] = {
    "en": ("The old lock at {p} in the spring flood.", "The upper quay at low water. Photo: {n}", "{n} on the bridge of the pilot boat. Photograph by {n}", "A chart of the narrows, about 1890 (Harbour Archive)", "Dredgers wait off {p}. {n}/Quay Pictures"),
    "de": ("Die alte Schleuse bei {p} im Frühjahr.", "Der Kai bei Ebbe. Foto: {n}", "Bild: {n}/Hafenbild"),
    "fr": ("L’ancienne écluse de {p} au printemps. Photo {n}", "Le quai à marée basse. © {n}"),
    "es": ("La vieja esclusa de {p} en primavera. Foto: {n}",),
    "it": ("La vecchia chiusa di {p} in primavera. (Foto di {n})",),
    "zh": ("退潮時的碼頭。圖／林望潮", "春汛中的舊船閘。攝影：陳霧生", "渡船離開舊碼頭。（圖片提供：港務局）"),
    "ja": ("干潮の岸壁（撮影・霧島潮）", "春の旧水門＝霧島潮撮影"),
}  # fmt: skip
HEADINGS: dict[str, tuple[str, ...]] = {
    "en": ("1. The queue", "2. The ledger and the lamp", "What the pilots say", "Who pays?", "III", "A cold morning", "The man with the bell", "Two doors and a rope", "What comes next", "Not the first time", "Three mistakes", "A quiet exit", "The bottom line", "Why it matters"),
    "de": ("Wer zahlt?", "1. Die Schlange", "Ein kalter Morgen", "Was die Lotsen sagen", "Drei Fehler", "Nicht das erste Mal"),
    "fr": ("Qui paie ?", "1. La file", "Un matin froid", "Trois erreurs"),
    "es": ("¿Quién paga?", "1. La cola", "Una mañana fría", "Tres errores"),
    "it": ("Chi paga?", "1. La coda", "Un mattino freddo", "Tre errori"),
    "zh": ("誰來付錢？", "一、隊伍", "寒冷的早晨", "三個錯誤"),
    "ja": ("誰が払うのか", "１　行列", "寒い朝", "三つの誤り"),
}  # fmt: skip
QUESTIONS: dict[str, tuple[str, ...]] = {
    "en": ("Q: When did you first see the fog bell?", "Q: And did the council answer?", "Q: You left the port in 2011. What did you take with you?", "Q: Is that not a little harsh?", "Q: How long does a chart last?", "Q: Were you afraid?", "Q. What would you change first?"),
    "de": ("Frage: Wann haben Sie die Glocke zuletzt gehört?", "F: Hatten Sie Angst?", "Frau Moll, wem gehört der Nebel?"),
    "fr": ("Q : Avez-vous eu peur ?", "Quand avez-vous vu la cloche pour la première fois ?"),
    "es": ("P: ¿Tuvo usted miedo?", "¿Cuándo oyó la campana por última vez?"),
    "it": ("D: Ha avuto paura?", "Quando ha sentito la campana l’ultima volta?"),
    "zh": ("問：您怕過嗎？", "問：您第一次看見霧鐘是什麼時候？"),
    "ja": ("問　怖くはなかったのですか。", "――霧鐘を初めて見たのはいつですか。"),
}  # fmt: skip
INSIDE: dict[str, tuple[str, ...]] = {
    "en": ("Advertisement. The text continues below.", "ADVERTISEMENT", "Story continues below.", "Read also: The keeper who counted waves", "You can also listen to this article. The recording is free for subscribers.", "Get our Sunday letter from the harbour: sign up here.", "Listen to this article (9 minutes)"),
    "de": ("Anzeige", "Diesen Artikel gibt es auch zum Hören, für alle mit einem Abonnement.", "Weiterlesen nach der Anzeige", "Lesen Sie auch: Der Wärter, der Wellen zählte", "Sie können diesen Beitrag auch anhören; die Aufnahme steht im Hafenarchiv unserer Zeitung."),
    "fr": ("Publicité. La suite ci-dessous.", "Écouter cet article (neuf minutes)", "Lire aussi : Le gardien qui comptait les vagues"),
    "es": ("Publicidad. El texto sigue abajo.", "Lea también: El guardián que contaba olas"),
    "it": ("Pubblicità. Il testo continua sotto.", "Leggi anche: Il guardiano che contava le onde"),
    "zh": ("廣告，內文未完", "延伸閱讀：數海浪的守燈人"),
    "ja": ("広告のあとに続きます", "関連記事：波を数えた灯台守"),
}  # fmt: skip
NOTES: dict[str, tuple[str, ...]] = {
    "en": ("Comments ({d}) are closed. We thank everybody who wrote.", "What do you think? Write to the desk in no more than a hundred words.", "The opinions in this column are its author’s and not the paper’s.", "Letters may be shortened.", "A version of this column appeared in print on Saturday.", "Correction: an earlier version gave the wrong depth of the lock."),
    "de": ("Die Kommentare sind geschlossen.", "Gastbeiträge geben die Meinung ihrer Verfasser wieder, nicht die der Redaktion.", "Was meinen Sie? Schreiben Sie der Redaktion."),
    "fr": ("Les tribunes n’engagent que leurs auteurs.", "Qu’en pensez-vous ? Écrivez à la rédaction."),
    "es": ("Las tribunas reflejan la opinión de sus autores, no la del diario.", "¿Qué opina usted? Escriba a la redacción."),
    "it": ("Gli interventi esprimono l’opinione degli autori, non del giornale.", "Che cosa ne pensate? Scrivete alla redazione."),
    "zh": ("本文為作者個人看法，與本報無關。", "文章只代表作者觀點，不代表港城報立場。", "歡迎讀者來信，請寄本報編輯部。"),
    "ja": ("ご意見、ご感想は港新聞編集部までお送りください。", "本稿は筆者個人の見解です。"),
}  # fmt: skip
TAILS: dict[str, tuple[str, ...]] = {
    "en": ("Additional reporting by {n}", "Additional reporting by {n} and {n}", "With additional reporting from {n} in {p}", "{n} is chief engineer of the Lower River Trust in {p}.", "{n} is a translator. Her novel, The Salt Clerk, is published by Fenwick.", "{n} is harbour master of {p} and the author of two books on rope.", "{n} keeps bees in {p}.", "{n} is a poet. She lives in {p}.", "Illustration by {n}. Translated by {n}."),
    "de": ("{n} ist Schleusenwärter in {p}.", "{n} ist Übersetzerin. Ihr Roman „Salz“ erschien im Fenwick Verlag.", "Mitarbeit: {n}", "{n} leitet die Lotsenstation {p}."),
    "fr": ("{n} est éclusier à {p}.", "{n} est traductrice. Son roman « Sel » est paru chez Fenwick.", "Avec {n} à {p}"),
    "es": ("{n} es guardián del faro de {p}.", "{n} es traductora. Su novela «Sal» se publicó en Fenwick."),
    "it": ("{n} è guardiano del faro di {p}.", "{n} è traduttrice. Il suo romanzo «Sale» è uscito da Fenwick."),
    "zh": ("（作者陳霧生為港務研究所研究員）", "陳霧生，作家，著有《鹽》。", "作者為領航員，現居港城。"),
    "ja": ("（きりしま・うしお　作家）", "霧島潮（きりしま・うしお）作家。著書に『塩』。"),
}  # fmt: skip
ROMANISED: tuple[str, ...] = (
    "Lin Wang-chao (林望潮)", "Tran Thi Sau", "Kirishima Ushio (霧島潮)", "Wu Chao-sheng (吳潮生)", "Kim An-gae",
    "Lin Wan-ting (林婉庭)", "Zhao Haiyan (赵海燕)",
)  # fmt: skip
