"""Words that begin a call to the reader, as links and buttons do, in many languages."""

_CALLS = """
    read watch see get join follow click download find support tell send learn try check sign
    visit listen buy shop explore discover enter subscribe share continue view load show open
    close skip return contact submit register browse search write call email donate give help save
    print vote take keep stay meet play start go back next previous more all latest related tap
    scroll swipe choose select manage update accept log advertise report comment like add leave
    post reply compare order book request claim apply switch turn enable allow hide lesen sehen
    hören jetzt hier mehr alle weiter folgen teilen abonnieren anmelden kommentieren bestellen
    kaufen entdecken zurück zum zur passend auch diskutieren spenden unterstützen melden schreiben
    schicken drucken merken schließen anzeigen suchen newsletter lire voir découvrez découvrir
    abonnez-vous écouter écoutez regardez regarder inscrivez-vous suivez partagez partager
    retrouvez recevez téléchargez participez commentez soutenez cliquez consultez plus tous toutes
    lee vea ver mira suscríbete descubre lea leer síguenos comparte compartir escucha regístrate
    recibe apoya descarga consulta conoce más todos todas también haz haga únete leggi guarda
    scopri ascolta iscriviti segui condividi vedi scarica sostieni acquista vai tutti tutte leia
    veja saiba assine siga compartilhe ouça confira baixe clique conheça mais lees bekijk luister
    volg deel meld abonneer ontdek meer czytaj zobacz przeczytaj sprawdź posłuchaj obserwuj
    udostępnij subskrybuj więcej wszystkie čtěte přečtěte podívejte sledujte sdílejte více další
    všechny läs se lyssna följ dela prenumerera mer alla les lytt følg del læs hør mere lue katso
    kuuntele oku izle dinle takip paylaş abone tüm daha читайте смотрите слушайте подписывайтесь
    поделиться читать смотреть ещё все baca lihat tonton ikuti bagikan daftar semua đọc xem theo
    اقرأ إقرأ شاهد اشترك تابع تابعنا شارك حمل حمّل اضغط سجل سجّل استمع انضم أضف أرسل المزيد קראו קרא
    צפו צפה הירשמו הצטרפו שתפו לחצו עקבו האזינו הורידו המשך עוד بخوانید ببینید بیشتر دانلود ارسال
    ادامه پڑھیں دیکھیں مزید سنیں पढ़ें देखें सुनें जानें जुड़ें পড়ুন দেখুন শুনুন আরও আরো διαβάστε δείτε ακούστε
    εγγραφείτε ακολουθήστε κατεβάστε μάθετε μοιραστείτε γραφτείτε στείλτε περισσότερα อ่านต่อ แชร์
    ดูทั้งหมด สมัครสมาชิก წაიკითხეთ ნახეთ გამოიწერეთ გააზიარეთ կարդացեք դիտեք հետևեք
"""

CALL_WORDS = frozenset(_CALLS.split())
