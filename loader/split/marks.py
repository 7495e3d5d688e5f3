"""Marks: what the words of a line betray, in many languages.

Each mark is data: a name, single words, phrases of two words, and pieces of text for scripts that
write no spaces. Words are compared in lower case. A mark never decides alone: it is one piece of
evidence among those of ``features``, so a word that also occurs in articles does little harm.
"""

# ruff: noqa: E501  (lists of words)

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
        researcher scholar reporter journalist correspondent president chair chairman
        chairwoman minister ambassador adviser advisor student teacher scientist economist
        historian lawyer attorney critic contributor blogger producer founder cofounder
        co-founder ceo officer consultant strategist member head dean poet essayist
        specialist expert expertin senior associate assistant emeritus visiting
        postdoctoral doctoral graduate intern host cohost freelance freelancer physician
        engineer activist pastor priest rabbi deputy manager commissioner senator
        congressman congresswoman diplomat psychologist sociologist philosopher
        anthropologist political staff contributing managing executive redakteur
        redakteurin autor autorin journalistin professorin korrespondent korrespondentin
        wissenschaftler wissenschaftlerin historiker historikerin dozent dozentin leiter
        leiterin publizist publizistin kolumnist kolumnistin schriftsteller
        schriftstellerin mitarbeiter mitarbeiterin chefredakteur direktor direktorin
        geschäftsführer forscher forscherin volontär ökonom ökonomin professeur
        professeure journaliste chercheur chercheuse auteur auteure autrice rédacteur
        rédactrice directeur directrice chroniqueur chroniqueuse enseignant enseignante
        écrivain économiste historien historienne correspondant correspondante maître
        doctorant doctorante profesor profesora periodista escritor escritora investigador
        investigadora columnista analista directora catedrático catedrática economista
        historiador corresponsal abogado abogada politólogo socióloga professore
        professoressa giornalista scrittore scrittrice ricercatore ricercatrice direttore
        direttrice docente storico editorialista professora jornalista pesquisador
        pesquisadora diretor diretora colunista hoogleraar onderzoeker schrijver redacteur
        docent dziennikarz dziennikarka redaktor publicysta autorka pisarz historyk badacz
        novinář redaktorka профессор журналист автор редактор обозреватель историк
        директор профессорка журналістка gazeteci yazar profesörü redaktør skribent
        forfatter
        """,
        pieces="""
        教授 研究員 研究员 記者 记者 編輯 编辑 作者 學者 学者 主任 専門家 評論家 编委 講師 讲师 博士 ライター 編集 著者 기자 교수 연구원 작가 所長
        社長 会長
        """,
    ),
    Mark(
        "organisation word",
        "Bo Carr is a fellow at the Harrow Institute.",
        "a bio says where its author works",
        words="""
        university college institute school centre center foundation council academy
        society association magazine newspaper journal laboratory department faculty think
        universität hochschule institut stiftung zeitung verlag université école fondation
        universidad instituto fundación università istituto universidade universiteit
        uniwersytet univerzita университет институт llc inc ltd gmbh
        """,
        pieces="""
        大學 大学 研究所 学院 學院 대학교 연구소 新聞 协会 基金
        """,
    ),
    Mark(
        "bio verb",
        "Jo Reyes writes about ports.",
        "bios use few verbs, in the present tense",
        words="""
        is are teaches writes works covers reports serves leads heads edits hosts holds
        lives specializes specialises studies blogs tweets directs runs founded authored
        chairs ist sind schreibt lehrt arbeitet lebt leitet berichtet forscht studierte
        studiert est sont enseigne écrit travaille dirige vit es son enseña escribe
        trabaja è insegna scrive lavora é escreve ensina trabalha schrijft werkt jest
        pisze wykłada je píše пишет преподает är skriver
        """,
    ),
    Mark(
        "about the author",
        "About the author",
        "sites head the author's note in fixed words",
        phrases="""
        the writer | the author | the authors | about the | our columnist | this author |
        der autor | die autorin | zum autor | zur autorin | zur person | über den | über
        die | l'auteur | l auteur | el autor | la autora | sobre el | sobre o | o autor |
        l autore | de auteur | o autorze | об авторе | à propos | views expressed | author
        bio | guest author | guest post | special to | este artículo | née le
        """,
        pieces="""
        關於作者 关于作者 作者簡介 作者简介 本文作者 筆者 著者プロフィール 執筆者
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
        translated by | contributed to | files from | text by | story by | words by |
        compiled by | interview by | interview von | reviewed by | provided by | courtesy
        of | original reporting | additional reporting | by staff | staff writer | staff
        writers | staff reporter | published by | mitarbeit von | text von | aus dem | mit
        material | propos recueillis | publié par | rédigé par | édité par | avec afp |
        con información | escrito por | redacción de | traducido por | traduit par | a
        cura | scritto da | por agencia | geschreven door | protokoll von | aufgezeichnet
        von | story source | materials provided | news desk | news service | translated
        from | traduit de | traducido del | traducción de | tradotto da | traduzione di |
        traduzido por | vertaald door | übersetzt von | gespräch führte | gespräch
        führten | fragen stellte | im gespräch | com informações | con informazioni | avec
        des | avec la | with material | with reporting | staff and | wire reports |
        special to | in cooperation | in partnership | was produced | produced with |
        contributed reporting | was reported | reported from | reports from | recherche
        von | beitrag von | kommentar von | gastbeitrag von | standpunkt von | stories by
        | guest post | contributors are | our reviewer | con reportería | ha collaborato |
        avec l'appui | in print
        """,
        pieces="""
        采写 採訪 采访 撰文 综合整理 整理自 編輯： 責任編輯 责任编辑 责编 編譯 编译 文／ 文/ 文： 出品 記者 翻譯 翻译 作者： 作者: 取材 構成 聞き手 文＝ 本报记者 本刊记者 通讯员 审校 文章来源 撰稿 監修 執筆 筆者 기자 글쓴이 인터뷰어
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
        write to | follow him | follow her | follow them | contact him | contact her |
        contact the | be reached | can reach | email him | email her | reach him | reach
        her | send him | send her | e mail | more about | find him | find her | follow me
        | folgen sie
        """,
        pieces="""
        電郵 邮箱 メール
        """,
    ),
    Mark(
        "agency",
        "LIMA (AFP)",
        "agencies sign with their short names",
        words="""
        afp reuters dpa apa ap efe ansa pti ani upi tass xinhua kyodo yonhap lusa belga
        anp bloomberg associated
        """,
        pieces="""
        新華社 新华社 中央社 法新社 路透 共同 時事 연합뉴스
        """,
    ),
    Mark(
        "picture word",
        "A crane over the harbour. Photo: R. Zielinski",
        "captions name the picture or its maker",
        words="""
        photo photos photograph photographer photographs photography picture pictured
        image images credit credits getty shutterstock istock unsplash alamy handout
        illustration caption screenshot footage foto fotos bild bilder bildquelle
        abbildung archivbild symbolbild fotografie crédit crédits imagen ilustración
        archivo fotografía immagine fotografia zdjęcie fot фото снимок file trailer video
        artist wikimedia flickr cc titelbild rubriklistenbild picture-alliance imago
        """,
        phrases="""
        file photo | image credits | photo by | photo credit | picture alliance | courtesy
        photo | header image | image source | file image | pictured above
        """,
        pieces="""
        圖／ 图： 图片 圖片 攝影 摄影 图注 写真 画像 撮影 資料照 사진 提供 截图
        """,
    ),
    Mark(
        "related word",
        "More from the harbour desk",
        "pointers to other pieces use fixed words",
        words="""
        related recommended trending popular latest must-read must-reads headlines
        empfohlen meistgelesen weiterlesen verwandte relacionados relacionadas
        recomendados correlati polecane related: siehe
        """,
        phrases="""
        read more | read also | also read | must read | see also | read this | read next |
        more from | more in | more on | more stories | more news | more articles | more
        coverage | our coverage | other opinion | other columns | other stories |
        recommended for | you may | you might | keep reading | continue reading | up next
        | editors picks | editor s | top stories | most read | most popular | around the |
        click here | explore more | don t | from the | what to | mehr zum | mehr von |
        mehr zu | mehr aus | mehr lesen | lesen sie | lesen sie auch | auch interessant |
        weitere artikel | weitere themen | das könnte | zum thema | top news | passend
        dazu | hier finden | lire aussi | à lire | lire la | voir aussi | sur le | plus d
        | articles liés | lea también | leer más | ver también | te puede | más noticias |
        más leídas | noticias relacionadas | leggi anche | leggi tutto | potrebbe
        interessarti | leia mais | leia também | veja também | saiba mais | lees ook |
        lees meer | lees verder | czytaj także | czytaj też | czytaj więcej | zobacz też |
        zobacz także | čtěte také | читайте также | читать далее | по теме | läs mer | läs
        också | les også | lue myös | hlavní zprávy | výběr článků | full story | in this
        | story continues | more information | ayrıca oku | devamını oku | baca juga | xem
        thêm
        """,
        pieces="""
        延伸閱讀 延伸阅读 相關 相关 推薦 推荐 更多 関連 あわせて読みたい おすすめ もっと見る 続きを読む ランキング 新着 관련기사 더보기 您可能感兴趣
        猜你喜欢 热门 熱門 人気
        """,
    ),
    Mark(
        "subscription word",
        "Sign up for our newsletter.",
        "sites ask for subscriptions, sign-ups and money",
        words="""
        subscribe subscribed subscription subscriptions subscriber subscribers newsletter
        newsletters inbox donate donation donations membership signup unsubscribe paywall
        spende spenden spendenkonto abonnieren abo abonnement abonnez abonnés suscríbete
        suscripción boletín iscriviti abbonati assine inscreva nieuwsbrief prenumerata
        подписка подписаться рассылка
        """,
        phrases="""
        sign up | sign in | log in | join us | support us | our app | the app | breaking
        news | free email | email newsletter | mailing list | daily email | become a | get
        the | get our | jetzt abonnieren | kostenlos testen | inscrivez vous | abonnez
        vous | support our | fund our | your inbox | stay informed | download our |
        android und | google play | app store | free trial | this article is
        """,
        pieces="""
        訂閱 订阅 電子報 会員 會員 购 登録 購読 구독 ログイン 公众号
        """,
    ),
    Mark(
        "sharing word",
        "Share this with friends",
        "sites ask for sharing and following",
        words="""
        share shares facebook whatsapp telegram pinterest reddit teilen teile partager
        compartir condividi compartilhar compartilhe delen udostępnij поделиться followers
        messenger tumblr print
        """,
        phrases="""
        follow us | like us | share this | tweet this | copy link | join the | folgen sie
        | suivez nous | síguenos en | seguici su | follow the | print this | send to
        """,
        pieces="""
        分享 微信 微博 シェア ツイート 공유 扫一扫 转发 フォロー
        """,
    ),
    Mark(
        "comment word",
        "12 comments",
        "sites count and invite comments",
        words="""
        comment comments kommentar kommentare kommentieren commentaire commentaires
        comentario comentarios commenti comentários reacties komentarze komentarz
        комментарии responses replies likes
        """,
        phrases="""
        letters to | the editor | leave a | post a | join the | terms and | editor s |
        comment on | have your
        """,
        pieces="""
        評論 评论 留言 コメント 댓글
        """,
    ),
    Mark(
        "copyright word",
        "© Harbour Press. All rights reserved.",
        "rights notes use fixed words",
        words="""
        copyright reserved redistributed reprinted republished excerpted urheberrecht
        """,
        phrases="""
        all rights | rights reserved | reprinted by | with permission | alle rechte | tous
        droits | todos los | derechos reservados | tutti i | this material | first
        published | originally published | originally appeared | republished from |
        creative commons | zuerst erschienen | article was | story was
        """,
        pieces="""
        © 版權 版权 無断転載 轉載 转载 著作権 無断 저작권
        """,
    ),
    Mark(
        "disclaimer word",
        "The views expressed here are the author's own.",
        "sites distance themselves in fixed words",
        words="""
        disclaimer disclosure correction corrections clarification affiliate commission
        """,
        phrases="""
        views expressed | opinions expressed | do not | necessarily reflect | own views |
        opinion piece | opinion column | editor s | editors note | publisher s | own and |
        solely those | reflect the | not necessarily | code of | this opinion | für den |
        die meinung | gibt die | spiegelt nicht | les opinions | las opiniones | some
        details | was updated | been updated | has been | we may | earn a | an earlier |
        earlier version | fact check
        """,
        pieces="""
        不代表 立場 立场 ※ 免責 免责
        """,
    ),
    Mark(
        "site word",
        "Skip to content",
        "menus and footers use fixed words",
        words="""
        menu search login logout register home about contact privacy cookie cookies terms
        advertise advertisement advertisements anzeige werbung reklama publicité
        publicidad pubblicità sponsored sponsor careers faq sitemap impressum datenschutz
        javascript browser loading skip navigation close toggle accessibility archive
        archives categories category tags tag topics sections account rss podcast podcasts
        videos newsroom masthead datenschutzerklärung jobs shop events poll polls epaper
        e-paper edition settings language
        """,
        phrases="""
        skip to | terms of | privacy policy | about us | contact us | back to | scroll to
        | your browser | enable javascript | cite this | supported by | story continues |
        site map | in den | cookie settings | loading comments
        """,
        pieces="""
        首頁 首页 登入 登录 廣告 广告 メニュー 検索 広告 プライバシー 로그인 메뉴 キーワード
        """,
    ),
    Mark(
        "date word",
        "Updated 3 March 2031, 9:15 am",
        "datelines name days, months and hours",
        words="""
        january february march april june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday
        friday saturday sunday januar februar märz mai juni juli oktober dezember montag
        dienstag mittwoch donnerstag freitag samstag sonntag uhr janvier février mars
        avril juin juillet août septembre octobre novembre décembre enero febrero marzo
        abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio
        febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro
        março maio junho julho setembro outubro novembro dezembro stycznia lutego marca
        kwietnia maja czerwca lipca sierpnia września października listopada grudnia
        января февраля марта апреля мая июня июля августа сентября октября ноября декабря
        gmt utc est pst cet ago
        """,
        pieces="""
        月 日 時間 时间 更新 公開
        """,
    ),
    Mark(
        "publishing word",
        "Published 3 March 2031",
        "datelines say what happened on the day",
        words="""
        updated published posted aktualisiert veröffentlicht stand publié actualizado
        publicado aggiornato pubblicato atualizado opublikowano опубликовано modified
        """,
        phrases="""
        min read | minute read | minutes read | last updated | mis à | lesezeit ca
        """,
        pieces="""
        發布 发布 發表 更新 配信 掲載 来源 來源
        """,
    ),
    Mark(
        "kicker word",
        "OPINION: The fog returns",
        "papers head comment with the name of its section",
        words="""
        opinion opinions editorial commentary analysis column viewpoint op-ed exclusive
        breaking watch live interview review perspective meinung kommentar analyse
        gastbeitrag leitartikel kolumne tribune éditorial édito chronique opinión análisis
        columna entrevista opinione commento opinião análise opinie komentarz opinia
        analiza
        """,
        pieces="""
        社論 社评 社評 評論 觀點 观点 コラム 速報 社説 オピニオン 사설
        """,
    ),
)
