"""Labels that credit: what stands before a colon or bar, in many languages."""

_CREDIT_LABELS = """
    text texts texte textes texto textos testo testi tekst words story report reporter
    reporters reporting bericht reportage reportaje interview interviewer entrevista
    intervista rozhovor gespräch protokoll aufgezeichnet author authors autor autorin autoren
    autores autora autoras auteur auteure auteurs autrice autore autori författare forfatter
    szerző írta yazar автор авторы writer writers written by von par por di contributor
    contributors contributing correspondent correspondant korrespondent editor editors editing
    editorial redakteur redaktion redaktor redakcja redacteur redacción redação redazione
    rédaction editör redigatur lektorat edición edição édition source sources quelle quellen
    fuente fuentes fonte fonti bron źródło zdroj forrás kaynak källa kilde lähde источник
    nguồn sumber translation translator translated übersetzung traducción traduction
    traduzione tradução tłumaczenie překlad fordítás çeviri перевод mitarbeit research
    recherche faktencheck fact-check fact-checked produced production producer produktion host
    presenter recipe rezept tarif haber muhabir röportaj текст редактор корреспондент интервью
    подготовил подготовила penulis pewarta gastautor gastautorin gastbeitrag kommentar
    reviewer reviewed tested validé revisión konsultacja collaboration colaboração
    kollaboration napisał napisała oprac ptala ptal 文 作者 撰文 编辑 編輯 责编 責編 責任編輯
    责任编辑 审校 審校 校对 来源 來源 文章来源 资料来源 数据来源 記者 记者 采写 採寫 整理 编译
    編譯 翻译 翻譯 译者 監修 執筆 著者 筆者 取材 構成 聞き手 出典 発行人 글 글쓴이 기자 인터뷰
    인터뷰어 출처
"""
_LABEL_JOINERS = """
    and und et y e og och & / the de del di von par the guest staff senior story deputy
    original photo photos foto fotos fotografie photography pictures images bilder
    illustration illustrations 写真 図
"""

CREDIT_LABELS = frozenset(_CREDIT_LABELS.split())
"""What stands before a colon or bar where people and sources are credited, in lower case."""
LABEL_JOINERS = frozenset(_LABEL_JOINERS.split())
"""What may stand beside such words in a label: "Text und Fotos:"."""
