"""Words too common to tell one article from another."""

_CONTINUERS = """
    aber additionally además ainsi ale also and así auch außerdem but ce cela cependant ces
    cette consequently così dabei damit denn dennoch deshalb deze dies diese dieser dit doch e
    ela ele ella elle elles ellos en er es esta este esto estos et finally furthermore he
    hence her hij his however i il ils indeed inoltre instead isso it its jednak jedoch lei
    likewise lui ma maar mais mas meanwhile moreover nevertheless nonetheless nor on ona ook
    or otherwise pero però porém pourtant questa questo she sie similarly sin so still such
    ten that their then therefore these they this those thus to trotzdem und y yet zij zudem
    él и но однако он она это
"""
_COMMON_STEMS = """
    about access accord accoun across action activi actual added additi after again agains
    ahora ainda aktuel allem allen alles almost along alread althou always além among anche
    ancora andere anders announ anothe antes anyone appear around asked assim aunque aussi
    autre autres avait avant aveva avoir bastan became becaus become before began behind being
    believ bereit besond besser better betwee beyond billio bislan bleibt bring build cada
    called cannot certai cette change chief clear close come comes comme common como compan
    compar comple concer consid contin contra contre contro could countr course create cuando
    cuanto curren dabei dafür damit decade decisi della delle dello denen depois depuis deren
    desde design despit después dessen develo diese diesem diesen dieser dieses differ direct
    discus doesn doing donde dopo durant durch during dónde early effect effort eigene eigent
    einem einen einer eines einfac einige einmal either encore enough entonc entre entsch
    então erste ersten especi essa essere estaba estado están etwas every everyo exampl expect
    experi faire famili family fazer finden findet first focus folgen follow foram force
    former found frage friend früher furthe future führt gegen gehen gemach genera gerade gibt
    given gleich going great group große großen haben había hacer hacia halten hanno happen
    hasta hatte havia having helped heute history hours house howeve hundre hätte ihnen ihrem
    ihren ihrer immer import includ increa indeed inside instea intere isso issue issues
    itself jahre jahren jamais jedoch jetzt keine keinen kleine known kommen kommt können
    könnte large larges lassen later latest least leave leurs level liegt likely little living
    longer lookin lorsqu lower machen macht mais making manage matter maybe means mehrer
    member mensch mesmo mientr might millio mismo moins molto moment monday month months mucho
    muchos muito mêmes möchte möglic müssen nachde nation nearly neben nella nelle never nicht
    nichts nothin notre nous nuestr nueva nuevo number offer office often oltre other others
    otras otros outros outsid para parce parte pelo pendan people perfor perhap person peuven
    place plusie point porque positi possib potent pouvoi power presen previo proble produc
    provid public puede pueden quand quando quella quelqu quest questi questo quickl rather
    really reason recent record relate remain report requir respon result return right sans
    saying schon school second seems según seine seinem seinen seiner seja selbst selon sempre
    senza serait series seront severa shall should sicher siempr simila simply since small
    sobre social sogar solche sollen sollte someon someth sometim sonder sono speak später
    start starte stata state stated stato stehen steht still story strong such sunday suppor
    taking también também tells thank their themse there these thing things think third those
    though thousa three throug tiene tienen times todas today todos togeth toujou toute toutes
    toward trabaj trying tuesda tutti tutto under unless unser unsere unter until using value
    viele wanted waren weeks weiter welche wenige werden where whethe which while whole whose
    wieder within withou wollen woman women worden words worked workin works world would write
    wurde wurden während würde würden years young zeigen zeigt zudem zurück zusamm zwisch
    étaient était
"""
CONTINUERS = frozenset(_CONTINUERS.split())  # an article's opening seldom begins with them
COMMON_STEMS = frozenset(_COMMON_STEMS.split())  # of common words, six letters at most
