"""Marks of what sites print around an article: pointers, requests, menus, notes."""

from loader.split.marks import Mark

SITE_MARKS: tuple[Mark, ...] = (
    Mark(
        "related word",
        "More from the harbour desk",
        "pointers to other pieces use fixed words",
        words="""
        related recommended trending popular latest must-read must-reads headlines empfohlen
        meistgelesen weiterlesen verwandte relacionados relacionadas recomendados correlati
        polecane siehe nächster nächste vorheriger ähnliche lesetipps lesetipp
        meistgelesene meistgelesenen meistkommentiert themenseite découvrir approfondir précédent
        relacionado relacionada recomendado recomendada recomendamos correlate successivo
        successiva approfondisci consigliati consigliato gerelateerd gerelateerde aanbevolen
        polecamy powiązane najczęściej najnowsze najpopularniejsze nejčtenější související
        doporučujeme ilgili önerilen популярное рекомендуем похожие selengkapnya terkait
        terpopuler toppnyheter relaterade relaterat relaterte aiheesta luetuimmat legolvasottabb
        kapcsolódó
        """,
        phrases="""
        read more | read also | also read | must read | see also | read this | read next |
        more from | more in | more on | more stories | more news | more articles | more coverage |
        our coverage | other opinion | other columns | other stories | recommended for | you may |
        you might | keep reading | continue reading | up next | editors picks | editor s |
        top stories | most read | most popular | around the | click here | explore more | don t |
        from the | what to | mehr zum | mehr von | mehr zu | mehr aus | mehr lesen | lesen sie |
        auch interessant | weitere artikel | weitere themen | das könnte | zum thema | top news |
        passend dazu | hier finden | lire aussi | à lire | lire la | voir aussi | sur le | plus d |
        articles liés | lea también | leer más | ver también | te puede | más noticias |
        más leídas | noticias relacionadas | leggi anche | leggi tutto | potrebbe interessarti |
        leia mais | leia também | veja também | saiba mais | lees ook | lees meer | lees verder |
        czytaj także | czytaj też | czytaj więcej | zobacz też | zobacz także | čtěte také |
        читайте также | читать далее | по теме | läs mer | läs också | les også | lue myös |
        hlavní zprávy | výběr článků | full story | in this | story continues | more information |
        ayrıca oku | devamını oku | baca juga | xem thêm | see all | view all | show all |
        show more | load more | view more | discover more | learn more | next article |
        previous article | next story | next post | previous post | previous story | latest from |
        latest stories | trending now | related articles | related stories | related posts |
        related topics | related content | similar articles | watch next | more like | top picks |
        our picks | other news | other articles | all stories | all articles | all posts |
        all news | full article | read full | alle anzeigen | mehr anzeigen | mehr dazu |
        mehr infos | mehr informationen | alle artikel | alle beiträge | alle meldungen |
        alle nachrichten | weitere nachrichten | weitere meldungen | weitere beiträge |
        weitere informationen | neueste artikel | neueste beiträge | aktuelle nachrichten |
        auch lesen | hier lesen | jetzt lesen | zum artikel | zur startseite | lies auch |
        lies mehr | voir plus | voir tout | voir tous | lire plus | en savoir | savoir plus |
        à découvrir | même sujet | articles similaires | articles récents | plus lus | plus lues |
        à voir | ver más | ver todo | ver todos | ver todas | más sobre | más leído | más leídos |
        más información | también te | sigue leyendo | lee también | lee más | lea más |
        artículos relacionados | siga leyendo | vedi anche | vedi tutti | vedi tutte | continua a |
        articoli correlati | articolo precedente | articolo successivo | ultime notizie |
        più letti | più lette | leggi di | scopri di | ver mais | ver tudo | mais lidas |
        mais lidos | mais notícias | notícias relacionadas | continue lendo | confira também |
        meer over | bekijk ook | bekijk alle | meest gelezen | meer nieuws | toon meer |
        meer lezen | zobacz więcej | przeczytaj także | przeczytaj też | przeczytaj również |
        czytaj dalej | czytaj również | więcej na | číst více | další články | další zprávy |
        přečtěte si | více na | mer om | visa alla | visa fler | mest lästa | les mer | vis flere |
        vis alle | læs også | læs mere | se også | se mer | mest lest | mest læste | lue lisää |
        katso myös | katso kaikki | ilgili haberler | daha fazla | diğer haberler | tüm haberler |
        читать еще | читать полностью | смотреть все | смотрите также | самое читаемое |
        новости по | материалы по | другие новости | все новости | читайте еще | читайте також |
        baca selengkapnya | artikel terkait | berita terkait | lihat semua | berita lainnya |
        tin liên | đọc thêm | tin mới | bài viết
        """,
        pieces="""
        延伸閱讀 延伸阅读 相關 相关 推薦 推荐 更多 関連 あわせて読みたい おすすめ もっと見る
        続きを読む ランキング 新着 관련기사 더보기 您可能感兴趣 猜你喜欢 热门 熱門 人気 一覧
        すべて見る 次の記事 前の記事 こちらも ピックアップ 注目記事 点击 点擊 阅读全文 閱讀全文
        上一篇 下一篇 上一則 下一則 精选 精選 最新消息 查看 많이 추천 최신기사 이전기사 다음기사
        อ่านต่อ อ่านเพิ่มเติม ที่เกี่ยวข้อง ดูทั้งหมด อ่านมากที่สุด ข่าวแนะนำ ข่าวล่าสุด ยอดนิยม
        """,
    ),
    Mark(
        "subscription word",
        "Sign up for our newsletter.",
        "sites ask for subscriptions, sign-ups and money",
        words="""
        subscribe subscribed subscription subscriptions subscriber subscribers newsletter
        newsletters inbox donate donation donations membership signup unsubscribe paywall spende
        spenden spendenkonto abonnieren abo abonnement abonnez abonnés suscríbete suscripción
        boletín iscriviti abbonati assine inscreva nieuwsbrief prenumerata подписка подписаться
        рассылка subscriber-only members-only paywalled patreon paypal crowdfunding iban
        tax-deductible nonprofit non-profit reader-supported e-mail-adresse kostenlos kostenlose
        kündbar abmelden anmelden anmeldung registrieren mitgliedschaft probeabo abonnenten
        abonnentinnen digitalabo spendet adhérer adhérez soutenez soutenir gratuitement abonné
        abonnée inscription suscriptores suscriptor suscribirse suscríbase suscribirte regístrate
        apóyanos donación abbonamento abbonamenti abbonato sostieni registrati assinante
        assinantes assinatura apoie cadastre cadastre-se inscreva-se abonneer abonnees doneer
        prenumeruj subskrybuj zaprenumeruj wesprzyj předplatné předplatitele odebírat prenumerera
        prenumeration abonner abonnent tilaa tilaajille abone bülten üye подпишитесь
        подписывайтесь донат berlangganan đăng
        """,
        phrases="""
        sign up | sign in | log in | join us | support us | our app | the app | breaking news |
        free email | email newsletter | mailing list | daily email | become a | get the | get our |
        jetzt abonnieren | kostenlos testen | inscrivez vous | abonnez vous | support our |
        fund our | your inbox | stay informed | download our | android und | google play |
        app store | free trial | exclusive access | unlimited access | members only |
        subscribers only | for subscribers | manage your | free newsletter | our newsletter |
        weekly newsletter | daily newsletter | enter your | your email | email address |
        independent journalism | support journalism | our journalism | our reporting | gift this |
        gift article | cancel anytime | get access | create an | free account | create account |
        join today | join now | become member | donate now | donate today | delivered to |
        straight to | mitglied werden | jetzt spenden | unterstützen sie | unterstütze uns |
        jetzt unterstützen | jetzt anmelden | jederzeit kündbar | bereits abonnent | jetzt testen |
        jetzt bestellen | e paper | ihre e | faire un | s abonner | réservé aux | déjà abonné |
        créer un | hazte socio | iniciar sesión | crear cuenta | crea tu | accedi al | sostieni il |
        fai una | steun ons | ya eres | faça login | crie sua
        """,
        pieces="""
        訂閱 订阅 電子報 会員 會員 购 登録 購読 구독 ログイン 公众号 有料 無料会員 ログインして
        续费 續訂 贊助 捐款 捐助 支持我們 关注我们 关注 關注 加入会员 뉴스레터 후원 회원
        สมัครสมาชิก จดหมายข่าว บริจาค ลงทะเบียน
        """,
    ),
    Mark(
        "sharing word",
        "Share this with friends",
        "sites ask for sharing and following",
        words="""
        share shares facebook whatsapp telegram pinterest reddit teilen teile partager compartir
        condividi compartilhar compartilhe delen udostępnij поделиться followers messenger tumblr
        print bluesky xing linkedin flipboard youtube tiktok rss teilt geteilt partagez partagé
        compártelo condividere sdílet sdílejte paylaş bagikan поделитесь делиться twittern tweeten
        instagram snapchat viber vk
        """,
        phrases="""
        follow us | like us | share this | tweet this | copy link | join the | folgen sie |
        suivez nous | síguenos en | seguici su | follow the | print this | send to | share on |
        share via | share article | share story | copy the | link copied | print article |
        print page | save article | save for | add to | auf facebook | auf twitter | per mail |
        artikel teilen | link kopieren | artikel drucken | artikel merken | partager sur |
        partager l | copier le | compartir en | copiar enlace | condividi su | follow along |
        find us | connect with
        """,
        pieces="""
        分享 微信 微博 シェア ツイート 공유 扫一扫 转发 フォロー LINE はてな ブックマーク 朋友圈
        复制链接 複製連結 點讚 点赞 공유하기 카카오톡
        แชร์ เฟซบุ๊ก ทวิตเตอร์ ติดตามเรา
        """,
    ),
    Mark(
        "comment word",
        "12 comments",
        "sites count and invite comments",
        words="""
        comment comments kommentar kommentare kommentieren commentaire commentaires comentario
        comentarios commenti comentários reacties komentarze komentarz комментарии responses
        replies likes replying commenters leserbriefe leserbrief leserkommentare diskutieren
        kommentiere réagir réagissez commentez comentar comenta opina commenta comente reageer
        skomentuj diskuze kommentera kommenter yorum yorumlar комментировать обсудить komentar
        bình
        """,
        phrases="""
        letters to | the editor | leave a | post a | join the | terms and | editor s | comment on |
        have your | view comments | show comments | hide comments | join discussion | your comment |
        post comment | sort by | newest first | ihr kommentar | ihre meinung | was meinen |
        schreiben sie | kommentar schreiben | laisser un | votre avis | deja un | tu comentario |
        lascia un | deixe um | deixe seu
        """,
        pieces="""
        評論 评论 留言 コメント 댓글 コメントする 发表评论 發表評論 我要留言 댓글쓰기
        แสดงความคิดเห็น คอมเมนต์
        """,
    ),
    Mark(
        "copyright word",
        "© Harbour Press. All rights reserved.",
        "rights notes use fixed words",
        words="""
        copyright reserved redistributed reprinted republished excerpted urheberrecht trademarks
        reproduced syndicated syndicate nachdruck vervielfältigung genehmigung interdite
        reservados reproducción riservata riproduzione proibida voorbehouden zastrzeżone vyhrazena
        förbehålls saklıdır защищены правообладатель
        """,
        phrases="""
        all rights | rights reserved | reprinted by | with permission | alle rechte | tous droits |
        todos los | derechos reservados | tutti i | this material | first published |
        originally published | originally appeared | republished from | creative commons |
        zuerst erschienen | article was | story was | prior written | written permission |
        diritti riservati | direitos reservados | reproduction interdite | queda prohibida |
        without permission | under license | print edition | erschien zuerst | erstmals erschienen |
        dieser artikel | dieser beitrag | cet article | este artigo | questo articolo
        """,
        pieces="""
        © 版權 版权 無断転載 轉載 转载 著作権 無断 저작권 転載 复制 複製 未经授权 未經授權
        版权所有 禁止转载 재배포
        ลิขสิทธิ์ สงวนสิทธิ์
        """,
    ),
    Mark(
        "disclaimer word",
        "The views expressed here are the author's own.",
        "sites distance themselves in fixed words",
        words="""
        disclaimer disclosure correction corrections clarification affiliate commission
        disclaimers liability liable warranty warranties constitute editorially sponsorship
        haftung gewähr transparenzhinweis korrektur redaktionell unabhängig affiliate-links
        provision werbelinks avertissement correctif précision rectification corrección aclaración
        rettifica precisazione correzione correção uwaga sprostowanie oprava rättelse düzeltme
        уточнение поправка
        """,
        phrases="""
        views expressed | opinions expressed | do not | necessarily reflect | own views |
        opinion piece | opinion column | editor s | editors note | publisher s | own and |
        solely those | reflect the | not necessarily | code of | this opinion | für den |
        die meinung | gibt die | spiegelt nicht | les opinions | las opiniones | some details |
        was updated | been updated | has been | we may | earn a | an earlier | earlier version |
        fact check | financial advice | medical advice | legal advice | investment advice |
        not constitute | for informational | not intended | not responsible | we independently |
        independently selected | our editors | affiliate links | affiliate commission |
        may receive | may earn | been changed | edited for | for clarity | length and |
        this transcript | previous version | originally stated | was corrected | was amended |
        wir erhalten | in eigener | ohne gewähr | keine haftung | geben nicht | wurde aktualisiert |
        n engage | n engagent | propos tenus | ce texte | no refleja | no reflejan |
        responsabilidad de | non riflettono | não refletem
        """,
        pieces="""
        不代表 立場 立场 ※ 免責 免责 投資 リスク 自己責任 仅供参考 僅供參考 投资 风险 編者按
        编者按 声明 聲明 訂正 更正 정정
        ความเห็นส่วนตัว ไม่จำเป็นต้องเห็นด้วย
        """,
    ),
    Mark(
        "site word",
        "Skip to content",
        "menus and footers use fixed words",
        words="""
        menu search login logout register home about contact privacy cookie cookies terms
        advertise sponsored sponsor careers faq sitemap impressum datenschutz javascript browser
        loading skip navigation close toggle accessibility archive archives categories category
        tags tag topics sections account rss podcast podcasts videos newsroom masthead
        datenschutzerklärung jobs shop events poll polls epaper e-paper edition settings language
        homepage startseite accueil hauptnavigation suche suchen buscar rechercher ricerca
        pesquisar zoeken szukaj hledat sök haku поиск cari kontakt contacto contatti contato
        über-uns agb nutzungsbedingungen datenschutzhinweise barrierefreiheit mediadaten
        stellenangebote stellenmarkt karriere verlag aboservice redaktionsstatut netiquette
        mentions légales cgu cgv confidentialité privacidad empleo privacidade termos
        privacybeleid voorwaarden polityka prywatności regulamin redakcja ochrana inzerce
        integritet annonsera tietosuoja künye gizlilik iletişim политика конфиденциальности
        контакты редакция iklan redaksi pedoman advertising adchoices webinar
        whitepaper whitepapers classifieds obituaries crossword puzzles horoscope marketplace
        coupons newsletter ios android gallery slideshow livestream watchlist bookmark bookmarks
        merkliste schriftgröße contactez ayuda aiuto ajuda hulp pomoc hilfe imprint colophon
        tickets sitewide captcha recaptcha adblock adblocker
        """,
        phrases="""
        skip to | terms of | privacy policy | about us | contact us | back to |
        your browser | enable javascript | cite this | supported by | site map |
        in den | cookie settings | loading comments | all topics | more topics | main menu |
        main navigation | main content | site search | terms and | terms conditions | your privacy |
        privacy choices | privacy notice | privacy settings | cookie policy | cookie preferences |
        accept all | accept cookies | use cookies | sell my | my personal | ad choices |
        advertise with | media kit | press releases | customer service | help center | contact the |
        site by | powered by | designed by | page not | open in | new window | opens in |
        zum inhalt | zur navigation | nach oben | über uns | das team | wer wir | unsere redaktion |
        alle themen | externer inhalt | externe inhalte | qui sommes | nous contacter | plan du |
        gestion des | haut de | quiénes somos | política de | aviso legal | chi siamo |
        note legali | quem somos | over ons | o nas | o nás | om oss | om os | о нас | о проекте |
        tentang kami | play video | watch video | video player | ad feedback | paid content |
        brand content | sponsored content | sponsored by | presented by | partner content |
        our partners | our sponsors | question of | vote now
        """,
        pieces="""
        首頁 首页 登入 登录 メニュー 検索 プライバシー 로그인 메뉴 キーワード
        お知らせ イベント 会社概要 利用規約 サイトマップ 問い合わせ お問い合わせ サイト 文字 採用
        関于我们 关于我们 關於我們 联系我们 聯絡我們 隐私 隱私 网站 網站 招聘 회사소개 이용약관
        개인정보 고객센터 ＰＲ PR 企画特集
        หน้าแรก ค้นหา ติดต่อเรา เกี่ยวกับเรา นโยบายความเป็นส่วนตัว เข้าสู่ระบบ เมนู แท็ก ข้อกำหนด
        """,
    ),
    Mark(
        "advertisement word",
        "Advertisement. Article continues below.",
        "sites part advertisements from the text between whose paragraphs they stand",
        words="""
        advertisement advertisements advertorial anzeige werbung publicité publicidad pubblicità
        publicidade advertentie reklama annons annonse annonce reklame mainos reklam реклама iklan
        """,
        phrases="""
        continues below | story continues | article continues | content continues | scroll to |
        continue scrolling | sponsored content | suite après | after advertisement
        """,
        pieces="""
        廣告 广告 広告 광고 โฆษณา
        """,
    ),
    Mark(
        "event word",
        "Tickets for the Harbour Festival",
        "sites announce events and sell",
        words="""
        tickets ticket admission rsvp webinar webinars voucher vouchers coupon coupons checkout
        cart bestseller veranstaltung veranstaltungen lesung eintritt gutschein gutscheine rabatt
        bestellen warenkorb événement événements billets exposition réservation evento eventos
        entradas exposición precio biglietti acquista ingressos
        """,
        pieces="""
        開催 展覧会 チケット 募集 受付 申込 活动 活動 报名 報名 展览 門票 门票 购买 購買 행사 전시
        """,
    ),
    Mark(
        "street word",
        "12 Harbour Street, Tarn. Phone: 020 55",
        "imprints and contact blocks print addresses",
        words="""
        phone tel fax telefon telefax telephone téléphone teléfono street avenue suite floor
        postfach straße str rue boulevard calle avenida piazza rua allee platz anschrift
        adresse dirección indirizzo endereço hotline whatsapp e-mail
        """,
        phrases="""
        po box | p o | all rights | tel fax | phone number
        """,
        pieces="""
        電話 电话 地址 住所 邮编 전화 주소
        โทรศัพท์ โทร. ถนน
        """,
    ),
    Mark(
        "reader word",
        "Please tell us what you think.",
        "sites speak to the reader, articles about the world",
        words="""
        you your yours we our us please here now free today tap click dear readers reader sie ihr
        ihre ihren ihrem ihrer uns unser unsere unseren unserem unserer wir bitte hier jetzt liebe
        leser leserinnen du dein deine vous votre vos nous notre nos ici maintenant merci cher
        chers lecteurs usted ustedes tu tus su sus nosotros nuestro nuestra nuestros nuestras aquí
        ahora gracias lectores voi vostro vostra noi nostro nostra nostri qui ora grazie
        lettori você vocês seu sua nós nosso nossa aqui agora obrigado leitores u uw ons onze nu
        jouw je twój twoje nasz nasze nas tutaj teraz prosimy wasze váš vaše náš naše zde nyní din
        ditt vår våra här dine vores våre her siz sizin bizim burada lütfen вы ваш ваши мы наш
        наши здесь сейчас пожалуйста anda kami kita silakan bạn chúng
        """,
        phrases="""
        por favor | per favore | di sini | s il
        """,
        pieces="""
        あなた こちら ください ご 您 你 我们 我們 请 請 点击 點擊 여러분 우리 저희 주세요
        ที่นี่ คลิก กรุณา
        """,
    ),
    Mark(
        "price",
        "12 EUR",
        "shops and subscriptions name prices",
        words="""
        usd eur euro euros chf kr zł kč руб
        """,
        pieces="""
        元 円 원
        บาท
        """,
    ),
)
