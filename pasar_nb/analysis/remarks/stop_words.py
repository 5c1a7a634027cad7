"""Words that say nothing about the subject of a remark.

The list is our own, written for remarks of producers and facilitators: function words and fillers of
Indonesian with the short forms that people type, and everyday ones of Javanese, Sundanese, Acehnese, Sasak
and Makassarese, the languages of the programme's districts. PySastrawi (MIT) was looked at and not taken: its
list has 126 words and none of the regional ones, and its stemmer, whose root words come from another
dictionary, merges words that differ in meaning.
"""

from __future__ import annotations

_INDONESIAN = """
ada adalah adanya agak agar akan akhirnya aku amat anda antara apa apabila apakah apalagi asal atas atau
bagai bagaimana bagi bagian bahkan bahwa banyak baru bawah beberapa begini begitu belum berada beri berupa
betul biar biasa biasanya bila bisa boleh buat bukan bukankah cara cuma cukup dahulu dalam dan dapat dari
daripada demi demikian dengan depan di dia dihadapi diri dong dua dulu ketika guna hal hampir hanya harus
hari hingga ia ialah ini itu itulah jadi jangan jangankan jelas jika juga justru kadang kala kalau kali
kalian kami kamu karena kata kayak ke kecuali kembali kemudian kenapa kepada kini kita kok kurang lagi lah
lain lainnya lalu lama lebih lewat maka makin malah mana mari masih masing masuk mau maupun melainkan
melalui memang menjadi menurut mereka meski meskipun misal misalnya mohon mungkin nah namun nanti nya oleh
olehnya pada padahal paling para pasti pernah per pula pun punya rasa saat saja saling sama sambil sampai
sana sangat satu saya se sebab sebagai sebagaimana sebagian sebaiknya sebelum sebuah secara sedang
sedangkan sedikit segala segera sehingga sejak sekali sekalian sekarang sekitar selain selalu selama
seluruh semakin semasa sementara semua seorang seolah sepanjang seperti sering seringkali serta sesuai
sesuatu sesudah setelah setiap siapa sih sini situ suatu sudah supaya tadi tak tanpa tapi telah tempat
tentang tentu tentunya terhadap terlalu termasuk ternyata tersebut terus tetap tetapi tiap tiga tidak
tidaklah untuk walau walaupun waktu wah ya yaitu yakni yang
"""
_TYPED = """
aja bgt blm bs cm cuman dgn dlm dr drpd enggak gak ga gini gitu gimana jd jg jgn kalo karna kayaknya klo
kl krn kpd lg loh mah mksh msh ndak nggak ngga pd pdhl pake sblm sdh sdg sih skrg sm smp spt tdk td tdak
tp trus udah ud utk yg tsb
"""
_REGIONAL = """
aja ana ayo banget bae dadi durung emang gawe iki iku ing isih iso kabeh karo kowe kuwi lan lha luwih
maneh mbok mung nang nek ngene ngono ning nggih ora opo pancen piye rada saiki saka sampun sedanten sing
sithik uwis wae wes wis wong yen aing atuh ayeuna da deui euy geus henteu jeung kudu maneh mah mun naon nu
oge pisan sadaya salah teh teu tos upami urang abeh bek dan hana ka keu meunyo mandum nyan nyoe teuma that
ngon side tiang tipak dait ndeq endeq niki niku pade sak uah anu ji ki ko mi pi tonji tawwa iyo iye kodong
"""
INDONESIAN = frozenset(f"{_INDONESIAN} {_TYPED}".split())
"""In small letters."""
STOP_WORDS = INDONESIAN | frozenset(_REGIONAL.split())
"""With the regional words, some of which (Ana, Niki) are names as well."""
