"""A short invented story in many languages, each told twice: copied in part, in part with other endings and order.

Every telling is a list of paragraphs of one sentence. The second one shares the first, second and third statement,
moved and reworded; what stands else in it, the first does not have.
"""

from __future__ import annotations

from typing import NamedTuple


class Story(NamedTuple):
    """Two tellings, and the numbers of the paragraphs that tell the same."""

    one: list[str]
    two: list[str]
    same: tuple[tuple[int, int], ...] = ((0, 1), (1, 0), (2, 3))


STORIES = {
    "German": Story(
        [
            "Die Hafenbrücke von Lindmar bleibt bis Ende April gesperrt, weil Ingenieure Risse in zwei Stahllagern "
            "entdeckt haben.",
            "„Wir haben uns diese Entscheidung nicht leicht gemacht“, sagte Bürgermeisterin Tilda Brandvik "
            "am Dienstag.",
            "Die Reparatur der beschädigten Lager soll rund drei Millionen Euro kosten.",
            "Händler am nördlichen Ufer fürchten um ihre Umsätze.",
        ],
        [
            "Diese Entscheidung haben wir uns nicht leicht gemacht, erklärte die Bürgermeisterin Tilda Brandvik.",
            "Bis Ende April wird die Hafenbrücke in Lindmar gesperrt: Ein Ingenieur entdeckte Risse an zwei der "
            "Stahllager.",
            "Am Wochenende spielt das Orchester im Stadtpark.",
            "Rund drei Millionen Euro kosten die Reparaturen am beschädigten Lager.",
        ],
    ),
    "Serbian, Cyrillic": Story(
        [
            "Мост у луци Линдмар остаће затворен до краја априла пошто су инжењери пронашли пукотине на два челична "
            "лежаја.",
            "Ову одлуку нисмо донели олако, рекла је у уторак градоначелница Тилда Брандвик.",
            "Поправка оштећених лежајева коштаће око три милиона евра.",
            "Трговци на северној обали страхују за свој промет.",
        ],
        [
            "Градоначелница Тилда Брандвик рекла је да ова одлука није донета олако.",
            "До краја априла биће затворен мост у луци Линдмара, јер су на два челична лежаја инжењери пронашли "
            "пукотину.",
            "За викенд је најављен концерт у градском парку.",
            "Око три милиона евра коштају поправке оштећеног лежаја.",
        ],
    ),
    "Greek": Story(
        [
            "Η γέφυρα του λιμανιού στο Λίντμαρ θα μείνει κλειστή ως το τέλος Απριλίου, επειδή μηχανικοί "
            "βρήκαν ρωγμές σε "
            "δύο χαλύβδινα στηρίγματα.",
            "Δεν πήραμε αυτή την απόφαση με ελαφριά καρδιά, είπε την Τρίτη η δήμαρχος Τίλντα Μπράντβικ.",
            "Η επισκευή των στηριγμάτων θα κοστίσει περίπου τρία εκατομμύρια ευρώ.",
            "Οι έμποροι της βόρειας όχθης φοβούνται για τους τζίρους τους.",
        ],
        [
            "Η δήμαρχος Τίλντα Μπράντβικ είπε ότι η απόφαση αυτή δεν πάρθηκε με ελαφριά καρδιά.",
            "Ως το τέλος Απριλίου κλείνει η γέφυρα στο λιμάνι του Λίντμαρ: οι μηχανικοί βρήκαν ρωγμή στα δύο χαλύβδινα "
            "στηρίγματα.",
            "Το Σαββατοκύριακο παίζει ορχήστρα στο πάρκο.",
            "Περίπου τρία εκατομμύρια ευρώ κοστίζουν οι επισκευές στα στηρίγματα.",
        ],
    ),
    "Russian": Story(
        [
            "Портовый мост в Линдмаре будет закрыт до конца апреля, потому что инженеры обнаружили трещины в двух "
            "стальных опорах.",
            "Это решение далось нам нелегко, сказала во вторник мэр города Тильда Брандвик.",
            "Ремонт повреждённых опор обойдётся примерно в три миллиона евро.",
            "Торговцы на северном берегу опасаются за свою выручку.",
        ],
        [
            "Мэр Тильда Брандвик сказала, что такое решение нелегко далось городу.",
            "До конца апреля закроют мост в порту Линдмара: в двух стальных опорах инженер обнаружил трещину.",
            "В выходные в парке играет оркестр.",
            "Примерно три миллиона евро стоит ремонт поврежденной опоры.",
        ],
    ),
    "Turkish": Story(
        [
            "Lindmar'daki liman köprüsü, mühendislerin iki çelik mesnette çatlaklar bulmasının ardından nisan ayının "
            "sonuna kadar kapalı kalacak.",
            "Bu kararı kolay almadık, dedi belediye başkanı Tilda Brandvik salı günü.",
            "Hasarlı mesnetlerin onarımı yaklaşık üç milyon avroya mal olacak.",
            "Kuzey kıyısındaki esnaf müşterilerini kaybetmekten korkuyor.",
        ],
        [
            "Belediye başkanı Tilda Brandvik bu kararın kolay alınmadığını söyledi.",
            "Nisan sonuna kadar liman köprüsü kapalı: mühendisler iki çelik mesnetteki çatlakları buldu.",
            "Hafta sonu parkta bir orkestra çalacak.",
            "Yaklaşık üç milyon avro tutuyor hasarlı mesnetin onarımı.",
        ],
    ),
    "French": Story(
        [
            "Le pont du port de Lindmar restera fermé jusqu'à la fin du mois d'avril, après la découverte de fissures "
            "dans deux appuis en acier.",
            "Nous n'avons pas pris cette décision à la légère, a déclaré mardi la maire Tilda Brandvik.",
            "La réparation des appuis endommagés coûtera environ trois millions d'euros.",
            "Les commerçants de la rive nord craignent pour leurs recettes.",
        ],
        [
            "Cette décision n'a pas été prise à la légère, déclare la maire, Tilda Brandvik.",
            "Jusqu'à la fin avril, le pont du port est fermé à Lindmar : une fissure a été découverte dans deux des "
            "appuis en acier.",
            "Un orchestre jouera samedi dans le parc.",
            "Environ trois millions d'euros, c'est le coût pour réparer l'appui endommagé.",
        ],
    ),
    "Arabic": Story(
        [
            "سيبقى جسر الميناء في ليندمار مغلقا حتى نهاية أبريل بعد أن اكتشف المهندسون شقوقا في دعامتين من الفولاذ.",
            "لم نتخذ هذا القرار باستخفاف، قالت رئيسة البلدية تيلدا براندفيك يوم الثلاثاء.",
            "ستكلف أعمال إصلاح الدعامات المتضررة نحو ثلاثة ملايين يورو.",
            "يخشى تجار الضفة الشمالية على مبيعاتهم.",
        ],
        [
            "قالت رئيسة البلدية تيلدا براندفيك إن هذا القرار لم يُتَّخَذ باستخفاف.",
            "حتى نهاية أبريل يُغلق جسر الميناء في ليندمار، فقد اكتشف مهندسون شقوقًا في دعامتين من الفولاذ.",
            "تعزف فرقة موسيقية في الحديقة يوم السبت.",
            "نحو ثلاثة ملايين يورو تكلفة إصلاح الدعامات المتضررة.",
        ],
    ),
    "Hebrew": Story(
        [
            "הגשר בנמל לינדמר יישאר סגור עד סוף אפריל לאחר שמהנדסים גילו סדקים בשני סמכי הפלדה.",
            "לא קיבלנו את ההחלטה הזאת בקלות, אמרה ביום שלישי ראש העיר טילדה ברנדוויק.",
            "תיקון הסמכים הפגומים יעלה כשלושה מיליון אירו.",
            "הסוחרים בגדה הצפונית חוששים לפרנסתם.",
        ],
        [
            "ראש העיר טילדה ברנדוויק אמרה כי ההחלטה הזאת לא התקבלה בקלות.",
            "עד סוף אפריל יהיה הגשר בנמל לינדמר סגור: מהנדסים גילו סדקים בשני סמכי פלדה.",
            "בשבת תנגן תזמורת בפארק.",
            "כשלושה מיליון אירו הוא מחיר תיקון הסמכים הפגומים.",
        ],
    ),
    "Chinese": Story(
        [
            "林德马市港口大桥将关闭到四月底，因为工程师在两个钢支座上发现了裂缝。",
            "市长布兰德维克星期二说，我们作出这个决定并不轻松。",
            "修理受损的支座将花费约三百万欧元。",
            "北岸的商人担心生意受到影响。",
        ],
        [
            "布兰德维克市长表示，作出这个决定并不轻松。",
            "港口大桥关闭到四月底：林德马市的工程师发现两个钢支座有裂缝。",
            "周末公园里有乐队演出。",
            "受损支座的修理约需三百万欧元。",
        ],
    ),
    "Japanese": Story(
        [
            "リンドマーの港の橋は、技術者が二つの鋼製支承に亀裂を発見したため、四月末まで閉鎖される。",
            "この決定は簡単なものではなかったと、ブランドビク市長は火曜日に語った。",
            "損傷した支承の修理には約三百万ユーロかかる見込みだ。",
            "北岸の商店主たちは売り上げの減少を心配している。",
        ],
        [
            "ブランドビク市長は、この決定は簡単ではなかったと語った。",
            "四月末まで港の橋は閉鎖、鋼製支承二つに亀裂を技術者が発見した。",
            "週末には公園で楽団が演奏する。",
            "約三百万ユーロが損傷した支承の修理にかかる。",
        ],
    ),
    "Thai": Story(
        [
            "สะพานท่าเรือในเมืองลินด์มาร์จะปิดจนถึงสิ้นเดือนเมษายน หลังวิศวกรพบรอยร้าวในฐานเหล็กสองจุด",
            "เราไม่ได้ตัดสินใจเรื่องนี้อย่างง่ายดาย นายกเทศมนตรีทิลดา แบรนด์วิกกล่าวเมื่อวันอังคาร",
            "การซ่อมฐานเหล็กที่เสียหายจะใช้เงินราวสามล้านยูโร",
            "พ่อค้าแม่ค้าฝั่งเหนือกังวลเรื่องรายได้",
        ],
        [
            "นายกเทศมนตรีทิลดา แบรนด์วิก กล่าวว่าการตัดสินใจเรื่องนี้ไม่ใช่เรื่องง่ายดาย",
            "จนถึงสิ้นเดือนเมษายน สะพานท่าเรือเมืองลินด์มาร์จะปิด เพราะวิศวกรพบรอยร้าวสองจุดในฐานเหล็ก",
            "วงดนตรีจะแสดงในสวนวันเสาร์",
            "ราวสามล้านยูโรคือเงินที่ใช้ซ่อมฐานเหล็กที่เสียหาย",
        ],
    ),
    "Hindi": Story(
        [
            "लिंडमार का बंदरगाह पुल अप्रैल के अंत तक बंद रहेगा, क्योंकि इंजीनियरों को इस्पात के दो आधारों में दरारें मिली हैं।",
            "महापौर टिल्डा ब्रांडविक ने मंगलवार को कहा कि यह फैसला हमारे लिए आसान नहीं था।",
            "क्षतिग्रस्त आधारों की मरम्मत पर लगभग तीस लाख यूरो खर्च होंगे।",
            "उत्तरी तट के दुकानदारों को अपनी बिक्री की चिंता है।",
        ],
        [
            "यह फैसला आसान नहीं था, महापौर टिल्डा ब्रांडविक ने कहा।",
            "अप्रैल के अंत तक लिंडमार के बंदरगाह का पुल बंद: इंजीनियर को दो इस्पात आधारों में दरार मिली।",
            "शनिवार को पार्क में संगीत कार्यक्रम होगा।",
            "लगभग तीस लाख यूरो क्षतिग्रस्त आधार की मरम्मत में खर्च होंगे।",
        ],
    ),
    "Albanian": Story(
        [
            "Ura e portit në Lindmar do të mbetet e mbyllur deri në fund të prillit, pasi inxhinierët "
            "gjetën të çara në dy "
            "mbështetëse çeliku.",
            "Këtë vendim nuk e morëm lehtë, tha të martën kryetarja e bashkisë Tilda Brandvik.",
            "Riparimi i mbështetëseve të dëmtuara do të kushtojë rreth tre milionë euro.",
            "Tregtarët në bregun verior kanë frikë për xhiron e tyre.",
        ],
        [
            "Kryetarja e bashkisë Tilda Brandvik tha se ky vendim nuk u mor lehtë.",
            "Deri në fund të prillit ura e portit në Lindmar mbetet e mbyllur: inxhinierët gjetën dy "
            "mbështetëse çeliku "
            "me të çara.",
            "Të shtunën një orkestër luan në park.",
            "Rreth tre milionë euro kushton riparimi i mbështetëseve të dëmtuara.",
        ],
    ),
}
