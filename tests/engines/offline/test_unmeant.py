"""Words beside a trigger decide what it tells: for each kind, two sentences and the events of each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.records.draft import DraftRecords

Draft = Callable[[str], DraftRecords]

# kind -> (a sentence, the events it tells of), (a sentence beside it, its events); an event as "type status".
KINDS: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "a verdict on it": (
        ("Talks were held after a bombing in Bunia.", "bombing completed, talks completed"),
        ('The embassy condemned the "horrific" bombing in Bunia.', ""),
    ),
    "an arrest wanted": (
        ("Police announced the arrest of a bomber in Bunia.", "arrest completed"),
        ("Police offered a reward for information leading to the arrest of a bomber in Bunia.", ""),
    ),
    "an accident": (
        ("A car bomb explosion shook Bunia.", "bombing completed"),
        ("A gas explosion shook Bunia.", ""),
    ),
    "a simile": (
        ("The army launched a military operation in Bunia.", "offensive completed"),
        ("It was like a military operation, the mayor said.", ""),
    ),
    "an audience": (
        ("Thousands held a rally in Bunia.", "protest completed"),
        ("The senator told a rally in Bunia that taxes would be cut.", ""),
    ),
    "no shot": (
        ("Several shots were fired at the gate.", "attack completed"),
        ("Not a single shot was fired.", ""),
    ),
    "no target": (
        ("A police post came under attack in Bunia.", "armed_clash completed"),
        ("No police post came under attack in Bunia.", ""),
    ),
    "what is talked about": (
        ("A ceasefire took effect in Bunia.", "agreement completed"),
        ("The envoy spoke of hopes of a ceasefire in Bunia.", ""),
    ),
    "a load that was lost": (
        ("Nine lorries carrying flour reached Bunia.", "humanitarian completed"),
        ("Nine lorries carrying flour were torched in Bunia.", "destruction completed"),
    ),
    "a dying man": (
        ("Supplies were airlifted to Bunia.", "humanitarian completed"),
        ("The sergeant died while being airlifted to Bunia.", ""),
    ),
    "a stray bullet": (
        ("Gunmen struck the village of Bunia.", "attack completed"),
        ("The cook was struck by a stray bullet.", ""),
    ),
    "struck out": (
        ("Gunmen struck a camp in Bunia.", "attack completed"),
        ("The clerk struck out the line.", ""),
    ),
    "one man's war": (
        ("Rebels were fighting for the Islamic State group in Bunia.", "armed_clash ongoing"),
        ("The letter came from a Belgian fighting for the Islamic State group.", ""),
    ),
    "a figure of the year": (
        ("More than 900 people have died in an attack in Bunia.", "attack completed"),
        ("More than 900 people have died in attacks across the country since the start of the year.", ""),
    ),
    "a paper": (
        ("The army released nine prisoners in Bunia.", "release completed"),
        ("The ministry gave the figure in a statement released on Monday.", ""),
    ),
    "a figure of lives": (
        ("Rebels killed 900 people in Bunia.", "attack completed"),
        ("Rebels have killed more than 900 people in the province since then.", ""),
    ),
    "those who came armed": (
        ("Rebels fired rocket-propelled grenades at Bunia.", "shelling completed"),
        ("Men armed with rocket-propelled grenades walked through Bunia.", ""),
    ),
    "sent to hell": (
        ("Troops were sent to Bunia.", "troop_movement completed"),
        ("Four raiders were sent to hell.", ""),
    ),
    "one of a row": (
        ("On Monday gunmen raided the market of Bunia.", "attack completed"),
        ("Monday's raid was the fifth on the district since January.", ""),
    ),
    "a raid and its arrests": (
        ("Gunmen burst into a house in Bunia.", "attack completed"),
        ("Police burst into a house in Bunia and arrested nine men.", "arrest completed"),
    ),
    "a bomber who is a man": (
        ("Bombers struck a depot in Bunia.", "air_drone_strike completed"),
        ("A suicide bomber struck a depot in Bunia.", "suicide_attack completed"),
    ),
    "what fires": (
        ("Rebels fired two missiles at the column.", "shelling completed"),
        ("Army jets fired two missiles at the column.", "air_drone_strike completed"),
    ),
    "aid stopped": (
        ("The agency suspended all flights to Bunia.", "restriction completed"),
        ("The agency stopped all deliveries to Bunia.", "humanitarian completed"),
    ),
    "off the streets": (
        ("The council ordered residents off the streets until dawn.", "restriction completed"),
        ("The council ordered residents to pay for water.", ""),
    ),
    "gone with people": (
        ("The gunmen fled into the bush with a number of girls.", "abduction completed"),
        ("The gunmen fled into the bush with a number of goats.", ""),
    ),
    "things lost and how": (
        (
            "A depot burned in Bunia.\n\nA car bomb exploded in Goma.",
            "bombing completed, destruction completed",
        ),
        ("A depot burned in Bunia.\n\nArmy jets fired two missiles at it.", "air_drone_strike completed"),
    ),
    "the headline of an arrest": (
        ("Officer shot in Bunia\n\nA bakery opened in Bunia.", "attack completed"),
        ("Officer shot in Bunia\n\nPolice arrested nine men in Bunia.", "arrest completed"),
    ),
    "a missile and the aircraft": (
        ("A missile fell on the well in Bunia.", "shelling completed"),
        ("A drone strike killed nine in Bunia.\n\nThe first missile fell at dawn.", "air_drone_strike completed"),
    ),
    "a reproach": (
        (
            "A drone strike hit Bunia.\n\nThe army has butchered herdsmen in Goma.",
            "air_drone_strike completed, attack completed",
        ),
        ('A drone strike hit Bunia.\n\n"They have butchered herdsmen," he said.', "air_drone_strike completed"),
    ),
    "an attack and its manner": (
        (
            "Gunmen killed nine people in Bunia. A convoy was ambushed in Goma.",
            "armed_clash completed, attack completed",
        ),
        ("Gunmen killed nine people in an attack on a convoy. It was ambushed near Bunia.", "armed_clash completed"),
    ),
    "run over": (
        ("A minibus ran over an explosive device near Bunia.", "bombing completed"),
        ("A minibus ran over a goat near Bunia.", ""),
    ),
    "a device and an attack": (
        ("Two soldiers died after an attack near Bunia.", "attack completed"),
        ("Two soldiers died after an improvised explosive device attack near Bunia.", "bombing completed"),
    ),
    "an encounter": (
        ("Two militants were shot dead in an encounter in Kupwara.", "armed_clash completed"),
        ("The chancellor lost patience in an encounter with students in Bunia.", ""),
    ),
    "forces that arrive": (
        ("Army trucks rolled into Bunia at dawn.", "troop_movement completed"),
        ("Milk trucks rolled into Bunia at dawn.", ""),
    ),
    "an end": (
        ("There was shooting in Bunia.", "attack completed"),
        ("There was no more shooting in Bunia.", ""),
    ),
    "not used": (
        ("Boys threw two grenades in Bunia.", "bombing completed"),
        ("Two grenades that had not been thrown lay in Bunia.", ""),
    ),
    "perhaps across": (
        ("Nine families have crossed into Bunia.", "humanitarian completed"),
        ("A tenth man may have crossed into Bunia.", ""),
    ),
    "a register": (
        ("Nine clerks were taken away by men in uniform.", "abduction completed"),
        ("The office has registered 1,200 clerks taken away by men in uniform.", ""),
    ),
    "false": (
        ("Gunmen say that a helicopter was shot down in Bunia.", "disrupted_weapons completed"),
        ("Claims that a helicopter was shot down in Bunia are false.", ""),
    ),
    "what lands": (
        ("A drone landed on a house in Bunia.", "air_drone_strike completed"),
        ("A helicopter landed on a field in Bunia.", ""),
    ),
    "talks on doing": (
        ("The talks on sharing water opened in Bunia.", "talks completed"),
        ("The talks on sharing water are due to open in Bunia.", "talks planned"),
    ),
    "words for shells": (
        ("Rebels bombarded the mayor's house with mortars.", "shelling completed"),
        ("Readers bombarded the mayor with angry letters.", ""),
    ),
    "a bound future": (
        ("The army will attack the port.", "attack planned"),
        ("The army will attack the port if the rain stops.", "attack hypothetical"),
    ),
    "any who are sent": (
        ("A column sent to retake the town of Bunia was shelled.", "shelling completed, territory_change completed"),
        ("Any column sent to retake the town of Bunia will be buried there.", "territory_change hypothetical"),
    ),
    "supposed": (
        ("A truce came into force in Bunia.", "agreement completed"),
        ("A truce is supposed to come into force in Bunia.", "agreement planned"),
    ),
    "a paper that is released": (
        ("The release of nine hostages was welcomed in Bunia.", "release completed"),
        ("In a release, the army said two soldiers were hurt.", ""),
    ),
    "rules withdrawn": (
        ("The army withdrew its troops from Bunia.", "withdrawal completed"),
        ("The prefect withdrew the curfew relaxation in Bunia.", ""),
    ),
    "armed men on a road": (
        ("Residents blocked the highway near Bunia.", "protest completed"),
        ("Armed men blocked the highway near Bunia.", "restriction completed"),
    ),
    "a load of people": (
        ("Gunmen carried off nine teachers in Bunia.", "abduction completed"),
        ("Gunmen opened fire on a bus carrying teachers in Bunia.", "attack completed"),
    ),
    "rebels who arm themselves": (
        ("Police recovered 26 rifles in Bunia.", "disrupted_weapons completed"),
        ("The rebels recovered 26 rifles in Bunia.", ""),
    ),
    "a statistic of persons": (
        ("In 2014 militants kidnapped 276 schoolgirls in Bunia.", "abduction background"),
        ("Since 2014 the unit has detained more than 1,000 suspects.", ""),
    ),
    "registered dead": (
        ("Aid workers registered 900 families in Bunia.", "humanitarian completed"),
        ("The office has registered 261 civilians murdered in Bunia.", ""),
    ),
    "a deed retold as a raid": (
        (
            "Soldiers killed two militants. A raid on a school followed in Bunia.",
            "armed_clash completed, attack completed",
        ),
        ("Soldiers shot dead two militants in a raid in Bunia.", "armed_clash completed"),
    ),
    "officials who meet": (
        ("Envoys of both sides are due to meet in Cairo on Sunday.", "talks planned"),
        ("Pupils are due to meet in Cairo on Sunday.", ""),
    ),
    "a month that is no modal": (
        ("The May 2016 killing of a radio host shocked Bunia.", "attack background"),
        ("Rebels may attack Bunia.", "attack hypothetical"),
    ),
    "what somebody said it did": (
        ("Police said a blast killed nine clerks in Bunia.", "bombing completed"),
        ("A blast that police said killed nine clerks shook Bunia.", "bombing completed"),
    ),
    "booty": (
        ("Nine clerks were driven off by gunmen in Bunia.", "abduction completed"),
        ("Six vehicles were torched in Bunia and as many driven off.", "destruction completed"),
    ),
    "a definition": (
        ("A riot broke out in Bunia.", "riot completed"),
        ("A riot is when prisoners in Bunia are angry.", ""),
    ),
    "ground lost": (
        ("The Taliban were driven out of Bunia on Monday.", "territory_change completed"),
        ("Families were driven out of Bunia on Monday.", ""),
    ),
    "a strike beaten off": (
        ("A drone attack on Bunia was repelled.", "air_drone_strike completed"),
        ("A rebel assault on Bunia was repelled.", "armed_clash completed"),
    ),
    "who threatens": (
        ("The kidnappers threatened to burn the school in Bunia.", "destruction planned"),
        ("Kidnappers are holding 11 miners in Bunia.", "abduction completed"),
    ),
    "a count of deeds": (
        ("Jets carried out three airstrikes on Bunia last month.", "air_drone_strike background"),
        ("Jets carried out 38 airstrikes on Bunia last month.", ""),
    ),
    "a condition": (
        ("The army will pull out of Bunia.", "withdrawal planned"),
        ("The elder will speak unless the army pulls out of Bunia.", ""),
    ),
}


@pytest.mark.parametrize(
    ("text", "events"),
    [pytest.param(*row, id=f"{kind}: {row[1] or 'none'}") for kind, rows in KINDS.items() for row in rows],
)
def test_the_words_beside_a_trigger(draft: Draft, text: str, events: str) -> None:
    told = sorted(
        f"{event.type.value} {event.status.value}" for event in draft(text).events if event.status is not None
    )
    assert ", ".join(told) == events
