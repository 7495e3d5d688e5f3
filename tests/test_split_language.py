"""The language of a text is found from a sample. The sentences are invented."""
# ruff: noqa: E501 - a sentence is read on one line

import time

import pytest

from loader.split.language import find_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The harbour was closed for a week and the pilots were not asked what to do with it.",
        ),
        (
            "de",
            "Der Hafen war eine Woche lang zu, und die Lotsen wurden nicht gefragt, was mit dem ist.",
        ),
        (
            "fr",
            "Le port est fermé pour une semaine et les pilotes ne sont pas dans la salle du conseil.",
        ),
        (
            "es",
            "El puerto está cerrado por una semana y los prácticos del río no fueron a la reunión.",
        ),
        (
            "it",
            "Il porto è chiuso per una settimana e i piloti non sono nella sala del consiglio che è.",
        ),
        (
            "pt",
            "O porto não está aberto e os pilotos não foram ao conselho, mas uma reunião foi em maio.",
        ),
        (
            "nl",
            "De haven is een week dicht en het bestuur van de stad heeft niet met de loodsen gesproken.",
        ),
        (
            "pl",
            "Port jest zamknięty od tygodnia i nie ma w nim statków, ale piloci się na to nie godzą.",
        ),
        (
            "cs",
            "Přístav je zavřený od pondělí a lodě v něm nejsou, ale lodivodi se na to nezlobí, že je.",
        ),
        (
            "sv",
            "Hamnen är stängd och det är inte bra för de som arbetar med att lotsa båtar till kajen.",
        ),
        ("zh", "港口關閉一週，引水人沒有被問到該怎麼辦。市議會在五月開會。"),
        ("ja", "港は一週間閉鎖され、水先人は何をすべきか尋ねられなかった。"),
        ("ko", "항구는 일주일 동안 닫혔고 도선사들은 질문을 받지 못했다."),
        ("ru", "Порт закрыт на неделю, и лоцманов не спросили, что делать с этим."),
        ("uk", "Порт зачинено на тиждень, і лоцманів не спитали, що з цим робити її."),
        (
            "el",
            "Το λιμάνι έμεινε κλειστό μια εβδομάδα και κανείς δεν ρώτησε τους πλοηγούς τι θα κάνουν.",
        ),
        ("ar", "أغلق الميناء أسبوعاً ولم يسأل أحد المرشدين ماذا يفعلون بالسفن في الضباب."),
        ("fa", "بندر یک هفته بسته ماند و هیچ‌کس از راهنمایان نپرسید که با کشتی‌های بزرگ چه کنند."),
        (
            "ur",
            "بندرگاہ ایک ہفتے بند رہی اور کسی نے ملاحوں سے نہیں پوچھا کہ جہازوں کا کیا کیا جائے۔",
        ),
        ("he", "הנמל היה סגור שבוע ואיש לא שאל את הנתבים מה לעשות באוניות."),
        ("hi", "बंदरगाह एक हफ़्ते बंद रहा और किसी ने नाविकों से नहीं पूछा कि जहाज़ों का क्या करें।"),
        ("bn", "বন্দর এক সপ্তাহ বন্ধ ছিল আর কেউ নাবিকদের জিজ্ঞেস করেনি জাহাজ নিয়ে কী করবে।"),
        ("th", "ท่าเรือปิดหนึ่งสัปดาห์และไม่มีใครถามคนนำร่องว่าจะทำอย่างไร"),
        ("ka", "ნავსადგური ერთი კვირა დაკეტილი იყო და არავის უკითხავს ლოცმანებისთვის."),
        ("hy", "Նավահանգիստը մեկ շաբաթ փակ էր, և ոչ ոք չհարցրեց լոցմաններին, թե ինչ անել։"),
        (None, "Gdynia Riga Lund"),
        (None, ""),
        (None, "12 34 56"),
    ],
)
def test_language(language: str | None, text: str) -> None:
    assert find_language(text) == language


def test_a_few_names_in_another_script_do_not_tell_the_language() -> None:
    text = (
        "The harbour master 林小明 was not in the office, and the pilots were with him for a day."
    )
    assert find_language(text) == "en"


def test_only_a_sample_is_read() -> None:
    text = "The pilots were not asked and the harbour was closed for a week. " * 100_000
    started = time.process_time()
    for _ in range(100):
        assert find_language(text) == "en"
    assert time.process_time() - started < 0.5
