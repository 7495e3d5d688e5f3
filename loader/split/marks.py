"""Marks: what the words of a line betray, in many languages.

Each mark is data: a name, single words, phrases of two words, and pieces of text for scripts that
write no spaces. Words are compared in lower case. A mark never decides alone: it is one piece of
evidence among those of ``features``, so a word that also occurs in articles does little harm.

Here stand the marks of writers, pictures, dates and the article's own parts; what sites print
around an article is in ``site_marks``.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that point to one purpose of a line.

    ``example`` bears the mark; ``why`` says why the mark holds on pages of any publisher.
    ``words`` and ``pieces`` are parted by spaces, ``phrases`` by bars.
    """

    name: str
    example: str
    why: str
    words: str = ""
    phrases: str = ""
    pieces: str = ""


MARKS: tuple[Mark, ...] = (
    Mark(
        "role word",
        "Ida Moll is a lecturer in Tarn.",
        "a bio says what its author is",
        words="""
        professor lecturer fellow analyst director editor columnist writer author novelist
        researcher scholar reporter journalist correspondent president chair chairman chairwoman
        minister ambassador adviser advisor student teacher scientist economist historian lawyer
        attorney critic contributor blogger producer founder cofounder co-founder ceo officer
        consultant strategist member head dean poet essayist specialist expert expertin senior
        associate assistant emeritus visiting postdoctoral doctoral graduate intern host cohost
        freelance freelancer physician engineer activist pastor priest rabbi deputy manager
        commissioner senator congressman congresswoman diplomat psychologist sociologist
        philosopher anthropologist political staff contributing managing executive redakteur
        redakteurin autor autorin journalistin professorin korrespondent korrespondentin
        wissenschaftler wissenschaftlerin historiker historikerin dozent dozentin leiter leiterin
        publizist publizistin kolumnist kolumnistin schriftsteller schriftstellerin mitarbeiter
        mitarbeiterin chefredakteur direktor direktorin geschäftsführer forscher forscherin
        volontär ökonom ökonomin professeur professeure journaliste chercheur chercheuse auteur
        auteure autrice rédacteur rédactrice directeur directrice chroniqueur chroniqueuse
        enseignant enseignante écrivain économiste historien historienne correspondant
        correspondante maître doctorant doctorante profesor profesora periodista escritor
        escritora investigador investigadora columnista analista directora catedrático catedrática
        economista historiador corresponsal abogado abogada politólogo socióloga professore
        professoressa giornalista scrittore scrittrice ricercatore ricercatrice direttore
        direttrice docente storico editorialista professora jornalista pesquisador pesquisadora
        diretor diretora colunista hoogleraar onderzoeker schrijver redacteur docent dziennikarz
        dziennikarka redaktor publicysta autorka pisarz historyk badacz novinář redaktorka
        профессор журналист автор редактор обозреватель историк директор профессорка журналістка
        gazeteci yazar profesörü redaktør skribent forfatter
        """,
        pieces="""
        教授 研究員 研究员 記者 记者 編輯 编辑 作者 學者 学者 主任 専門家 評論家 编委 講師 讲师
        博士 ライター 編集 著者 기자 교수 연구원 작가 所長 社長 会長
        นักเขียน ผู้สื่อข่าว นักข่าว ศาสตราจารย์ อาจารย์ นักวิจัย นักวิชาการ คอลัมนิสต์ ผู้อำนวยการ
        """,
    ),
    Mark(
        "organisation word",
        "Bo Carr is a fellow at the Harrow Institute.",
        "a bio says where its author works",
        words="""
        university college institute school centre center foundation council academy society
        association magazine newspaper journal laboratory department faculty think universität
        hochschule institut stiftung zeitung verlag université école fondation universidad
        instituto fundación università istituto universidade universiteit uniwersytet univerzita
        университет институт llc inc ltd gmbh
        """,
        pieces="""
        大學 大学 研究所 学院 學院 대학교 연구소 新聞 协会 基金
        มหาวิทยาลัย สถาบัน มูลนิธิ สำนักข่าว หนังสือพิมพ์ วิทยาลัย
        """,
    ),
    Mark(
        "bio verb",
        "Jo Reyes writes about ports.",
        "bios use few verbs, in the present tense",
        words="""
        is are teaches writes works covers reports serves leads heads edits hosts holds lives
        specializes specialises studies blogs tweets directs runs founded authored chairs ist sind
        schreibt lehrt arbeitet lebt leitet berichtet forscht studierte studiert est sont enseigne
        écrit travaille dirige vit es son enseña escribe trabaja è insegna scrive lavora é escreve
        ensina trabalha schrijft werkt jest pisze wykłada je píše пишет преподает är skriver
        """,
    ),
    Mark(
        "about the author",
        "About the author",
        "sites head the author's note in fixed words",
        words="""
        l'auteur l’auteur
        """,
        phrases="""
        the writer | the author | the authors | about the | our columnist | this author |
        der autor | die autorin | zum autor | zur autorin | zur person | über den | über die |
        l auteur | el autor | la autora | sobre el | sobre o | o autor | l autore | de auteur |
        o autorze | об авторе | à propos | views expressed | author bio | guest author |
        guest post | special to | este artículo | née le
        """,
        pieces="""
        關於作者 关于作者 作者簡介 作者简介 本文作者 筆者 著者プロフィール 執筆者
        เกี่ยวกับผู้เขียน
        """,
    ),
    Mark(
        "credit",
        "Reporting by A. Lind; editing by Bo Carr",
        "credits name a work and a person",
        words="""
        redaktion faktencheck réd übersetzung rédaction
        """,
        phrases="""
        reporting by | editing by | edited by | written by | written for | posted by |
        translated by | contributed to | files from | text by | story by | words by | compiled by |
        interview by | interview von | reviewed by | provided by | courtesy of |
        original reporting | additional reporting | by staff | staff writer | staff writers |
        staff reporter | published by | mitarbeit von | text von | aus dem | mit material |
        propos recueillis | publié par | rédigé par | édité par | réalisé par | as told |
        avec afp | con información |
        escrito por | redacción de | traducido por | traduit par | a cura | scritto da |
        por agencia | geschreven door | protokoll von | aufgezeichnet von | story source |
        materials provided | news desk | news service | translated from | traduit de |
        traducido del | traducción de | tradotto da | traduzione di | traduzido por |
        vertaald door | übersetzt von | gespräch führte | gespräch führten | fragen stellte |
        im gespräch | com informações | con informazioni | avec des | avec la | with material |
        with reporting | staff and | wire reports | special to | in cooperation | in partnership |
        was produced | produced with | contributed reporting | was reported | reported from |
        reports from | recherche von | beitrag von | kommentar von | gastbeitrag von |
        standpunkt von | stories by | guest post | contributors are | our reviewer |
        con reportería | ha collaborato | avec l'appui | in print
        """,
        pieces="""
        采写 採訪 采访 撰文 综合整理 整理自 編輯： 責任編輯 责任编辑 责编 編譯 编译 文／ 文/ 文：
        出品 記者 翻譯 翻译 作者： 作者: 取材 構成 聞き手 文＝ 本报记者 本刊记者 通讯员 审校
        文章来源 撰稿 監修 執筆 筆者 기자 글쓴이 인터뷰어
        แปลโดย เขียนโดย เรียบเรียงโดย รายงานโดย บรรณาธิการ
        """,
    ),
    Mark(
        "contact",
        "Write to Mia Roy at the desk, or follow her online.",
        "authors' notes say how to reach them",
        words="""
        email e-mail twitter tweet tweets reached reach mastodon bluesky linkedin instagram
        """,
        phrases="""
        write to | follow him | follow her | follow them | contact him | contact her | contact the |
        be reached | can reach | email him | email her | reach him | reach her | send him |
        send her | e mail | more about | find him | find her | follow me | folgen sie
        """,
        pieces="""
        電郵 邮箱 メール
        อีเมล
        """,
    ),
    Mark(
        "agency",
        "LIMA (AFP)",
        "agencies sign with their short names",
        words="""
        afp reuters dpa apa ap efe ansa pti ani upi tass xinhua kyodo yonhap lusa belga anp
        bloomberg associated
        """,
        pieces="""
        新華社 新华社 中央社 法新社 路透 共同 時事 연합뉴스
        รอยเตอร์ เอเอฟพี
        """,
    ),
    Mark(
        "picture word",
        "A crane over the harbour. Photo: R. Zielinski",
        "captions name the picture or its maker",
        words="""
        photo photos photograph photographer photographs photography picture pictured image images
        credit credits getty shutterstock istock unsplash alamy handout illustration caption
        screenshot footage foto fotos bild bilder bildquelle abbildung archivbild symbolbild
        fotografie crédit crédits imagen ilustración archivo fotografía immagine fotografia
        zdjęcie fot фото снимок file trailer video artist wikimedia flickr cc titelbild
        rubriklistenbild picture-alliance imago
        """,
        phrases="""
        file photo | image credits | photo by | photo credit | picture alliance | courtesy photo |
        header image | image source | file image | pictured above
        """,
        pieces="""
        圖／ 图： 图片 圖片 攝影 摄影 图注 写真 画像 撮影 資料照 사진 提供 截图
        ภาพ: ภาพประกอบ ภาพจาก ภาพโดย ถ่ายภาพ คลิป วิดีโอ
        """,
    ),
    Mark(
        "pose word",
        "Ida Moll, left, poses at the harbour.",
        "captions say where people stand and what they do in the picture",
        words="""
        poses posing gestures gesturing attends attend arrives arriving seen shown shows depicts
        depicting pictured speaks walks waves stands standing sits sitting holds holding looks
        left right centre center links rechts mitte posiert zeigt gauche droite izquierda derecha
        sinistra destra esquerda direita lewej prawej vlevo vpravo
        """,
        phrases="""
        from left | left to | l to | to r | v l | von links | de gauche | de izquierda |
        da sinistra | da esquerda | seen here | shown here | undated photo | in this | on stage |
        press conference | screenshot of | an illustration | view of | a view | im bild | auf dem |
        sur la
        """,
        pieces="""
        左 右 中央 撮影 合影 图为 圖為
        """,
    ),
    Mark(
        "date word",
        "Updated 3 March 2031, 9:15 am",
        "datelines name days, months and hours",
        words="""
        january february march april june july august september october november december jan feb
        mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
        sunday januar februar märz mai juni juli oktober dezember montag dienstag mittwoch
        donnerstag freitag samstag sonntag uhr janvier février mars avril juin juillet août
        septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto
        septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio
        settembre ottobre dicembre janeiro fevereiro março maio junho julho setembro outubro
        novembro dezembro stycznia lutego marca kwietnia maja czerwca lipca sierpnia września
        października listopada grudnia января февраля марта апреля мая июня июля августа сентября
        октября ноября декабря gmt utc est pst cet ago
        """,
        phrases="""
        hours ago | hour ago | minutes ago | mins ago | days ago | day ago | h ago | d ago |
        giorni fa | uur geleden | dagen geleden | dni temu | godzin temu | dagar sedan |
        timmar sedan
        """,
        pieces="""
        月 日 時間 时间 更新 公開 日前 時間前 分前 天前 小时前 小時前 分钟前 일 시간
        มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน
        ธันวาคม ชั่วโมงที่แล้ว
        """,
    ),
    Mark(
        "publishing word",
        "Published 3 March 2031",
        "datelines say what happened on the day",
        words="""
        updated published posted aktualisiert veröffentlicht stand publié actualizado publicado
        aggiornato pubblicato atualizado opublikowano опубликовано modified
        """,
        phrases="""
        min read | minute read | minutes read | last updated | mis à | lesezeit ca |
        lesezeit min | min lesezeit | minuten lesezeit | de lecture | de lectura | di lettura |
        de leitura | reading time | read time
        """,
        pieces="""
        發布 发布 發表 更新 配信 掲載 来源 來源
        เผยแพร่ อัปเดต อัพเดต ปรับปรุงล่าสุด
        """,
    ),
    Mark(
        "kicker word",
        "OPINION: The fog returns",
        "papers head comment with the name of its section",
        words="""
        opinion opinions editorial commentary analysis column viewpoint op-ed exclusive breaking
        watch live interview review perspective meinung kommentar analyse gastbeitrag leitartikel
        kolumne tribune éditorial édito chronique opinión análisis columna entrevista opinione
        commento opinião análise opinie komentarz opinia analiza
        """,
        pieces="""
        社論 社评 社評 評論 觀點 观点 コラム 速報 社説 オピニオン 사설
        บทความ ความคิดเห็น บทวิเคราะห์ สัมภาษณ์ บทบรรณาธิการ
        """,
    ),
    Mark(
        "heading word",
        "Conclusion",
        "articles head their parts in recurring words",
        words="""
        introduction background overview summary conclusion conclusions verdict takeaways pros
        cons methodology ingredients instructions directions faq faqs tips step part chapter
        question tip tactic lesson myth fact reason rule phase stage level round act scene option
        strategy mistake fazit einleitung hintergrund überblick zusammenfassung vorteile nachteile
        zutaten zubereitung tipp tipps schritt teil kapitel frage irrtum mythos grund regel
        contexte résumé avantages inconvénients ingrédients préparation conseil étape partie
        chapitre contexto conclusión conclusiones resumen ventajas desventajas ingredientes
        preparación consejo paso parte capítulo contesto conclusione conclusioni vantaggi
        svantaggi ingredienti preparazione consiglio passo capitolo conclusão vantagens
        desvantagens dica etapa conclusie voordelen nadelen stap deel wnioski podsumowanie zalety
        wady krok rozdział część závěr výhody nevýhody rada slutsats fördelar nackdelar steg
        """,
        phrases="""
        bottom line | the bottom | key takeaways | key points | key findings | key facts |
        final thoughts | final word | final verdict | next steps | what next | what happens |
        what happened | what to | how to | how we | how it | how do | how does | how can |
        how much | why it | why is | why are | why do | why we | what is | what are | what does |
        who is | who are | where to | when to | should you | do you | can you | is it | is there |
        asked questions | frequently asked | journal reference | the basics | the details |
        the background | the result | the problem | the solution | looking ahead | in summary |
        in short | in brief | at a | was ist | was sind | was tun | was bedeutet | wie geht |
        wie funktioniert | wie kann | wie viel | warum ist | wer ist | wann ist | das sagt |
        häufige fragen | auf einen | qu est | pourquoi les | comment faire | quels sont |
        quelles sont | ce qu | en bref | qué es | cómo se | por qué | cuáles son | en resumen |
        preguntas frecuentes | che cos | come si | perché è | cosa fare | o que | como fazer
        """,
        pieces="""
        まとめ とは 背景 結論 概要 手順 总结 總結 结论 结语 前言 步骤 什么是 如何 为什么 결론 배경
        สรุป บทนำ ส่วนผสม วิธีทำ
        """,
    ),
)
