"""The names of the sections that papers sort their pieces by, in many languages.

A line of nothing else is an entry of a menu, or a label above a headline.
"""

_SECTIONS = """
    news politics political world business economy economic finance money markets sport sports
    football soccer culture arts entertainment lifestyle style fashion food travel health science
    technology tech environment climate energy education opinion local national international
    regional us uk europe asia africa americas middle-east law justice crime media books film
    movies music tv theater theatre art design history religion philosophy society life family
    cars auto motoring real-estate property jobs careers innovation startups security defense
    defence immigration elections gaming games photography weather magazine weekend features
    investigations explainers nachrichten politik ausland inland welt wirtschaft finanzen geld
    börse fußball kultur feuilleton unterhaltung mode essen reisen reise gesundheit wissenschaft
    wissen technik digital netzwelt umwelt klima bildung meinung lokales regionales panorama
    gesellschaft medien recht justiz bücher literatur musik kino fernsehen kunst geschichte leben
    familie mobilität immobilien karriere beruf forschung innenpolitik außenpolitik actualité
    actualités politique monde économie entreprises bourse divertissement voyage santé sciences
    technologie planète environnement climat éducation idées débats société médias livres cinéma
    musique télévision histoire vie famille automobile immobilier emploi noticias política mundo
    economía finanzas negocios deportes fútbol cultura entretenimiento estilo viajes salud ciencia
    tecnología medioambiente clima educación opinión nacional internacional sociedad medios libros
    cine música televisión historia vida familia motor empleo sucesos notizie politica mondo
    economia finanza calcio spettacoli viaggi salute scienza tecnologia ambiente scuola società
    libri cinema musica storia motori lavoro esteri cronaca notícias negócios esportes futebol
    entretenimento viagem saúde ciência educação sociedade livros história cotidiano nieuws
    politiek wereld economie cultuur gezondheid wetenschap techniek klimaat onderwijs samenleving
    binnenland buitenland wiadomości polityka świat gospodarka biznes kultura zdrowie nauka
    technologia klimat edukacja społeczeństwo kraj zprávy politika svět ekonomika zdraví věda
    domácí zahraničí nyheter världen ekonomi hälsa vetenskap teknik utrikes inrikes nyheder verden
    økonomi sundhed videnskab kulttuuri talous urheilu tiede politiikka gündem siyaset dünya spor
    kültür sağlık bilim teknoloji новости политика мир экономика бизнес спорт культура здоровье
    наука технологии общество происшествия berita dunia olahraga budaya kesehatan
    أخبار سياسة اقتصاد رياضة ثقافة رأي مقالات منوعات تكنولوجيا علوم صحة مجتمع فنون عربي دولي العالم
    محليات السياسة الاقتصاد الرياضة الثقافة חדשות פוליטיקה כלכלה ספורט תרבות דעות בריאות מדע
    טכנולוגיה עולם צרכנות חינוך משפט ביטחון سیاست سیاسی اقتصاد اقتصادی ورزش ورزشی فرهنگ فرهنگی جهان
    جامعه اجتماعی علم سلامت فناوری هنر پاکستان دنیا کھیل معیشت کاروبار صحت سائنس ثقافت تعلیم देश विदेश
    राज्य प्रदेश खेल मनोरंजन क्रिकेट राजनीति व्यापार शिक्षा स्वास्थ्य विज्ञान समाज दुनिया রাজনীতি অর্থনীতি খেলা
    বিনোদন আন্তর্জাতিক শিক্ষা স্বাস্থ্য প্রযুক্তি সংস্কৃতি বিশ্ব মতামত πολιτική οικονομία κοινωνία αθλητικά
    αθλητισμός πολιτισμός κόσμος διεθνή υγεία επιστήμη τεχνολογία παιδεία περιβάλλον απόψεις
    ειδήσεις การเมือง เศรษฐกิจ กีฬา บันเทิง ต่างประเทศ สังคม วัฒนธรรม สุขภาพ การศึกษา ข่าว პოლიტიკა ეკონომიკა
    საზოგადოება სპორტი კულტურა მსოფლიო მეცნიერება ჯანმრთელობა განათლება քաղաքականություն
    տնտեսություն
    հասարակություն սպորտ մշակույթ աշխարհ գիտություն առողջություն
"""
_PIECES = """
    政治 経済 經濟 经济 国際 國際 国际 社会 社會 文化 スポーツ 体育 體育 科学 科學 テクノロジー
    科技 財經 财经 娯楽 娛樂 娱乐 健康 教育 環境 环境 軍事 军事 エンタメ 暮らし ビジネス 정치 경제
    사회 문화 스포츠 국제 과학
"""
_JOINERS = "and und et y e i og och و και और ও და և"

SECTION_WORDS = frozenset(_SECTIONS.split()) | frozenset(_JOINERS.split())
SECTION_PIECES = tuple(_PIECES.split())
