"""People harmed: each rule on wordings it reads and on wordings it leaves alone, then whole sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.engines.offline.casualties import RULES, harmed_in
from summarizer.engines.offline.parsed import Parsed
from summarizer.records.draft import DraftRecords
from summarizer.records.vocabulary import Harm, VictimStatus

Parse = Callable[[str], Parsed]
Draft = Callable[[str], DraftRecords]
Row = tuple[str, str, str]  # harm, number phrase, victims

NAMED = {rule.__name__: rule for rule in RULES}

# rule -> sentence -> what that rule alone yields ("" = the phrase names no victims)
READ: dict[str, dict[str, set[Row]]] = {
    "reached_toll": {
        "The death toll has reached 41.": {("killed", "41", "")},
        "Deaths rose to 12 and injuries to 40.": {("killed", "12", "")},
        "The number of wounded rose to 12 and deaths stood at nine.": {("killed", "nine", "")},
        "The number of dead stood at nine.": set(),
    },
    "exceeded_toll": {
        "The death toll has exceeded 300.": {("killed", "exceeded 300", "")},
        "The number of dead passed 40.": {("killed", "passed 40", "")},
        "The toll climbed past 300.": {("killed", "climbed past 300", "")},
    },
    "in_condition": {"Six of the passengers are in critical condition.": {("injured", "Six", "the passengers")}},
    "left_in_coma": {"The blast left another in a coma.": {("injured", "another", "")}},
    "of_the_injured": {"The condition of three of the injured is grave.": {("injured", "three", "the injured")}},
    "up_from": {"At least 24 are dead, up from the 17 reported earlier.": {("killed", "17", "")}},
    "counted_so": {"Spokesman: 6 x SNA KIA.": {("killed", "6", "SNA")}},
    "listed_so": {"In November SNA KIA: at least 61.": {("killed", "at least 61", "SNA")}},
    "with_some_in_care": {"Forty-two people were wounded, with seven in intensive care.": {("injured", "seven", "")}},
    "in_their_hands": {"Two pilots remain in captivity.": {("captured", "Two", "pilots")}},
    "still_held": {"Fifty-eight hostages are still in the camp.": {("captured", "Fifty-eight", "hostages")}},
    "put_out_of_action": {"Three fighters were put out of action.": {("killed", "Three", "fighters")}},
    "shot_at": {"Two reporters were shot near a roadblock.": {("casualties", "Two", "reporters")}},
    "named_after_colon": {
        "The victims were identified as Juan Perez and Maria Lopez.": {
            ("killed", "Juan Perez", "Juan Perez"),
            ("killed", "Maria Lopez", "Maria Lopez"),
        },
    },
    "verb_of_harm": {
        "Raiders killed on Monday at least three drivers.": {("killed", "at least three", "drivers")},
        "The group counted 16 civilians killed there.": {("killed", "16", "civilians")},
        "They were able to kill two guards and wound nine.": {("killed", "two", "guards"), ("injured", "nine", "")},
        "It was blamed for killing Amadou Traore.": {("killed", "Amadou Traore", "Amadou Traore")},
        "Juan Diaz, 34, teacher and union leader, was killed.": {("killed", "Juan Diaz", "Juan Diaz")},
        "The Rev. Juan Diaz, 34, of the San Jose parish, was killed.": {
            ("killed", "The Rev. Juan Diaz", "The Rev. Juan Diaz")
        },
        "Juan Diaz, the leader of the Miners' Union (MU) in the north, and a guard were killed.": {
            ("killed", "Juan Diaz", "Juan Diaz"),
            ("killed", "a guard", "a guard"),
        },
        "Twelve members of the People's Defence Force (PDF) and a driver were killed.": {
            ("killed", "Twelve", "members"),
            ("killed", "a driver", "a driver"),
        },
        "Raiders killed two soldiers of the Rapid Support Forces (RSF) and a driver.": {
            ("killed", "two", "soldiers"),
            ("killed", "a driver", "a driver"),
        },
        "In Catatumbo, a coca-growing region in the north, 18 rebels and four soldiers were killed.": {
            ("killed", "18", "rebels"),
            ("killed", "four", "soldiers"),
        },
        "Police killed Idi Bako, who led the raiders, and a porter.": {
            ("killed", "Idi Bako", "Idi Bako"),
            ("killed", "a porter", "a porter"),
        },
        "Idi Bako, who led the raiders, and a porter were killed.": {
            ("killed", "Idi Bako", "Idi Bako"),
            ("killed", "a porter", "a porter"),
        },
        "Raiders killed three drivers and a cook near the ford.": {
            ("killed", "three", "drivers"),
            ("killed", "a cook", "a cook"),
        },
        "Six policemen were killed in the ambush.": {("killed", "Six", "policemen")},
        "Two nurses died on the way to the clinic.": {("killed", "Two", "nurses")},
        "A mine went off, wounding nine.": {("injured", "nine", "")},
        "Gunmen abducted 14 pupils.": {("captured", "14", "pupils")},
        "Four porters vanished in the marsh.": {("missing", "Four", "porters")},
        "Twelve miners are feared to have died.": {("killed", "Twelve", "miners")},
        "At least 26 rebels were killed along with nine soldiers.": {
            ("killed", "At least 26", "rebels"),
            ("killed", "nine", "soldiers"),
        },
    },
    "shot_dead": {
        "A shepherd was shot dead at the well.": {("killed", "A shepherd", "A shepherd")},
        "Gunmen gunned down two constables outside the bank.": {("killed", "two", "constables")},
        "Three traders were hacked to death.": {("killed", "Three", "traders")},
        "A farmer was shot in the leg.": {("injured", "A farmer", "A farmer")},
        'Police shot dead 15 "bandits" in the market.': {("killed", "15", "bandits")},
        "Youths hacked to death a passenger who could not name his village.": {
            ("killed", "a passenger", "a passenger")
        },
    },
    "loss_of_life": {
        "Eleven pilgrims lost their lives on the bridge.": {("killed", "Eleven", "pilgrims")},
        "The battalion lost 23 men at the crossing.": {("killed", "23", "men")},
    },
    "suffering": {
        "Four bystanders sustained gunshot injuries.": {("injured", "Four", "bystanders")},
        "Two clerks suffered burns.": {("injured", "Two", "clerks")},
    },
    "failed_to_survive": {
        "Three of the porters did not survive the night.": {("killed", "Three", "the porters")},
        "Nine divers did not make it to the shore.": {("killed", "Nine", "divers")},
    },
    "taken": {
        "Nine soldiers were taken prisoner at the fort.": {("captured", "Nine", "soldiers")},
        "The kidnappers took 30 girls.": {("captured", "30", "girls")},
    },
    "driven_out": {
        "The army forced 5,000 residents to flee.": {("displaced", "5,000", "residents")},
        "Some 300 families left their homes.": {("displaced", "Some 300 families", "families")},
        "About 2,000 villagers sought refuge in a school.": {("displaced", "About 2,000", "villagers")},
    },
    "gerund_of_harm": {
        "They were held for kidnapping two engineers.": {("captured", "two", "engineers")},
    },
    "living_in_camps": {
        "Some 1,900 people are camped at the quarry.": {("displaced", "Some 1,900", "people")},
        "About 300 villagers were living in tents.": {("displaced", "About 300", "villagers")},
    },
    "had_to_flee": {
        "At least 27 died and more than 3,800 people had to flee.": {("displaced", "more than 3,800", "people")},
    },
    "sent_to_camps": {
        "The clashes sent around 1,000 people to relief camps.": {("displaced", "around 1,000", "people")},
    },
    "without_a_roof": {
        "The flood left 250 families without a roof.": {("displaced", "250 families", "families")},
        "Some 900 people were made homeless.": {("displaced", "Some 900", "people")},
    },
    "on_the_move": {
        "Some 780 families left the valley.": {("displaced", "Some 780 families", "families")},
        "Ninety families walked to the mission.": {("displaced", "Ninety families", "families")},
        "The largest group, 8,400 people, reached the port.": {("displaced", "8,400", "people")},
    },
    "led_out": {"Volunteers led 45 families out of the quarter.": {("displaced", "45 families", "families")}},
    "registered": {
        "The parish registered 140 households.": {("displaced", "140 households", "households")},
        "Some 620 families were relocated.": {("displaced", "Some 620 families", "families")},
    },
    "all_fled": {"Some 600 inhabitants have all fled.": {("displaced", "Some 600", "inhabitants")}},
    "counted_as_displaced": {
        "The agency gave a figure of 30,000 evacuees.": {("displaced", "30,000", "evacuees")},
        "The camp took in 2,300 new arrivals.": {("displaced", "2,300", "new arrivals")},
    },
    "held": {
        "Four nurses had been held for nine days.": {("captured", "Four", "nurses")},
        "The gang freed seven of the 20 girls they had seized.": {
            ("captured", "seven", "girls"),
            ("captured", "20", "girls"),
        },
    },
    "set_free": {
        "The captors released 12 hostages.": {("captured", "12", "hostages")},
        "Six pupils escaped from their captors.": {("captured", "Six", "pupils")},
    },
    "left_for": {
        "Hundreds of residents had left for Kayes.": {("displaced", "Hundreds", "residents")},
        "Some 90 families left for the port.": {("displaced", "Some 90 families", "families")},
    },
    "by_others": {
        "My husband turned back and they shot him dead.": {("killed", "My husband", "My husband")},
    },
    "as_shields": {
        "Soldiers took six men with them as human shields.": {("captured", "six", "men")},
        "Rebels rounded up 40 villagers to use as human shields.": {("captured", "40", "villagers")},
    },
    "some_of_the_hurt": {
        "Four of the injured are on a ventilator.": {("injured", "Four", "the injured")},
        "Of the eight wounded, two are critical.": {("injured", "two", "")},
    },
    "taken_along": {
        "Bandits raided the school, taking 12 pupils with them.": {("captured", "12", "pupils")},
    },
    "missing": {
        "There are 16 persons the mine cannot account for.": {("missing", "16", "persons")},
        "He did not know what had become of four porters.": {("missing", "four", "porters")},
        "Nothing has been heard of the two geologists.": {("missing", "two", "geologists")},
        "The army lost contact with 12 men.": {("missing", "12", "men")},
        "More than 60 villagers are feared buried.": {("missing", "More than 60", "villagers")},
        "Divers were still searching for four fishermen.": {("missing", "four", "fishermen")},
    },
    "toll": {
        "The death toll rose to 38.": {("killed", "38", "")},
        "The number of martyrs has risen to 43,922 and the wounded to 103,898.": {
            ("killed", "43,922", ""),
            ("injured", "103,898", ""),
        },
        "The death toll has risen to 51, and the number of wounded to 98.": {
            ("killed", "51", ""),
            ("injured", "98", ""),
        },
        "The number of dead stands at 31, that of the wounded at 50.": {
            ("killed", "31", ""),
            ("injured", "50", ""),
        },
        "The toll since the start of the war is 44,056.": {("killed", "44,056", "")},
        "Martyrs numbered 20 and injuries to 40.": {("injured", "40", "")},
        "The blast left a toll of one person wounded.": {("injured", "one", "person")},
        "The rebels put army deaths at 17.": {("killed", "17", "")},
        "He put the army's dead at 9.": {("killed", "9", "")},
        "The number of drowned was 12 and not 21.": {("killed", "12", ""), ("killed", "21", "")},
        "He gave the number of dead as eight.": {("killed", "eight", "")},
        "He put the injured at 64.": {("injured", "64", "")},
        "The injury toll stood at 9.": {("injured", "9", "")},
    },
    "brought_to": {
        "The blast brought to 212 the number of persons killed this year.": {("killed", "212", "")},
        "That brings to at least 40 the troops killed in the valley.": {("killed", "at least 40", "")},
    },
    "among_the_dead": {
        "Eleven children were among the dead.": {("killed", "Eleven", "children")},
        "Among the wounded were two nurses.": {("injured", "two", "nurses")},
    },
    "buried": {
        "Villagers buried 12 herders on Sunday.": {("killed", "12", "herders")},
        "Men were digging graves for 17 people.": {("killed", "17", "people")},
    },
    "wounded_people": {
        "The clinic received 19 wounded persons.": {("injured", "19", "wounded persons")},
        "Two kidnapped engineers were seen on a video.": {("captured", "Two", "kidnapped engineers")},
    },
    "hit_by": {
        "A boy was hit by a stray bullet.": {("injured", "A boy", "A boy")},
        "A teacher was taken to hospital with a shrapnel wound.": {("injured", "A teacher", "A teacher")},
    },
    "hit": {
        "Soldiers fired at the crowd, hitting several people in the legs.": {("injured", "several", "people")},
        "A stray bullet hit a girl in the neck.": {("injured", "a girl", "a girl")},
        "Snipers hit three demonstrators.": {("injured", "three", "demonstrators")},
        "A man fired at shoppers, hitting four in the chest and head.": {("injured", "four", "")},
    },
    "made_off_with": {
        "Raiders made off with 11 sailors.": {("captured", "11", "sailors")},
        "Armed men took away a clerk.": {("captured", "a clerk", "a clerk")},
        "Two pastors were taken at gunpoint.": {("captured", "Two", "pastors")},
    },
    "those_of_us": {
        "Seven of the dead were firemen.": {("killed", "Seven", "firemen")},
        "Seven of those we have buried were vigilantes.": {("killed", "Seven", "vigilantes")},
    },
    "fallen": {"Five soldiers had fallen.": {("killed", "Five", "soldiers")}},
    "in_hospital": {
        "Fourteen passengers were in hospital.": {("injured", "Fourteen", "passengers")},
        "Nurses treated 23 villagers.": {("injured", "23", "villagers")},
        "The ferry brought 23 people with burns.": {("injured", "23", "people")},
    },
    "state_of_harm": {
        "The raid left six drivers, including a guard named Saad, dead in the pass.": {("killed", "six", "drivers")},
        "The blast left nine commuters dead.": {("killed", "nine", "commuters")},
        "Fourteen dead, said the mayor.": {("killed", "Fourteen", "")},
        "Three porters were missing after the raid.": {("missing", "Three", "porters")},
    },
    "noun_of_harm": {
        "The deaths of 12 miners shocked the valley.": {("killed", "12", "miners")},
        "He condemned the killing on Monday in Jos of two nurses.": {("killed", "two", "nurses")},
        "After the killings during the past 72 hours of a judge and a guard, he left.": {
            ("killed", "a judge", "a judge"),
            ("killed", "a guard", "a guard"),
        },
        "Crews pulled the bodies of eight sailors from the wreck.": {("killed", "eight", "sailors")},
        "The fever claimed 19 lives.": {("killed", "19", "")},
        "There were no casualties.": {("casualties", "no casualties", "casualties")},
        "The raiders still held nine hostages.": {("captured", "nine", "hostages")},
    },
    "dying": {
        "Two porters paid the ultimate price.": {("killed", "Two", "porters")},
        "A ranger breathed his last on the ridge.": {("killed", "A ranger", "A ranger")},
    },
    "slaying": {
        "Nine traders were burnt alive in the market.": {("killed", "Nine", "traders")},
        "The raiders wiped out a family.": {("killed", "a family", "a family")},
    },
    "maimed": {
        "Two guards lost an eye in the blast.": {("injured", "Two", "guards")},
        "The mine left her mother without a foot.": {("injured", "her mother", "her mother")},
        "A porter broke his arm.": {("injured", "A porter", "A porter")},
    },
    "not_come_back": {
        "Six herders had failed to return by dusk.": {("missing", "Six", "herders")},
        "Three boys have not been seen since Friday.": {("missing", "Three", "boys")},
    },
    "carried_off": {
        "The raiders drove off with nine pupils.": {("captured", "nine", "pupils")},
        "Some 20 women were carried off.": {("captured", "Some 20", "women")},
    },
    "fell_in": {"Four rebels fell in the fighting.": {("killed", "Four", "rebels")}},
    "named_first": {
        "Killed were two cooks and a driver.": {("killed", "two", "cooks"), ("killed", "a driver", "a driver")},
        "Also wounded was a councilman.": {("injured", "a councilman", "a councilman")},
    },
    "whereabouts": {
        "The whereabouts of seven sailors are unknown.": {("missing", "seven", "sailors")},
        "There was no trace of two pilots.": {("missing", "two", "pilots")},
    },
    "remaining_captive": {"The deal freed four, leaving seven in captivity.": {("captured", "seven", "")}},
    "label": {
        "Killed: 12.": {("killed", "12", "")},
        "Number of people injured: 31.": {("injured", "31", "")},
        "Death toll now 33.": {("killed", "33", "")},
    },
    "were_these": {
        "The victims were eight men and a child.": {("killed", "eight", "men"), ("killed", "a child", "a child")},
        "Of the dead, 14 were soldiers and six were nurses.": {
            ("killed", "14", "soldiers"),
            ("killed", "six", "nurses"),
        },
    },
    "bodies_were": {"The bodies were those of two students.": {("killed", "two", "students")}},
    "only_one": {"A cook was the sole fatality.": {("killed", "A cook", "A cook")}},
    "injuries_to": {"The stampede caused injuries to 43 pilgrims.": {("injured", "43", "pilgrims")}},
    "of_somebody": {
        "The mayor's murder shook the town.": {("killed", "The mayor", "The mayor")},
        "The boy's body was recovered from a well.": {("killed", "The boy", "The boy")},
        "Ana Tovar's assassination in 1988 shook the town.": {("killed", "Ana Tovar", "Ana Tovar")},
    },
    "they_have": {"The rebels are holding 12 policemen.": {("captured", "12", "policemen")}},
    "among_people": {
        "There were 17 casualties among the insurgents.": {("casualties", "17", "the insurgents")},
        "He spoke of no losses among his men.": {("casualties", "no losses", "his men")},
    },
    "figure_of": {
        "He gave a lower figure of 62.": {("killed", "62", "")},
        "The figure was nine.": {("killed", "nine", "")},
        "The mayor had given the figure as eight.": {("killed", "eight", "")},
    },
    "names_listed": {
        "The villagers keep a list of 133 names.": {("killed", "133", "names")},
        "The council's list has 37.": {("killed", "37", "")},
    },
    "says_a_number": {
        "The government says 34.": {("killed", "34", "")},
        "The ministry admits to 46.": {("killed", "46", "")},
        "The elders make it 14.": {("killed", "14", "")},
    },
    "among_them": {
        "A midwife was among them.": {("killed", "A midwife", "A midwife")},
        "Among them were two nuns.": {("killed", "two", "nuns")},
    },
    "moved_on": {
        "Two were transferred to the capital.": {("injured", "Two", "")},
        "Six of the wounded were flown to a hospital.": {("injured", "Six", "the wounded")},
    },
    "they_included": {
        "The victims include 11 students and a priest.": {
            ("killed", "11", "students"),
            ("killed", "a priest", "a priest"),
        },
    },
    "were_of_a_kind": {"Two were brothers from Multan.": {("killed", "Two", "brothers")}},
    "throats_cut": {"Two men were found on Sunday with their throats cut.": {("killed", "Two", "men")}},
    "at_the_verb_before": {
        "A crowd pulled two young men off a bus on Monday and beat them to death.": {("killed", "two", "young men")},
        "Gunmen stopped a trader and shot him dead.": {("killed", "a trader", "a trader")},
    },
    "doer_in_turn": {
        "The attacker wounded four people before he was shot dead.": {
            ("killed", "The attacker", "The attacker"),
        },
    },
    "then_himself": {
        "A gunman killed five people before killing himself.": {
            ("killed", "A gunman", "A gunman"),
        },
    },
    "unharmed": {
        "All 12 passengers walked out unhurt.": {("casualties", "unhurt", "passengers")},
        "Her two sons were unharmed.": {("casualties", "unharmed", "sons")},
    },
    "no_losses": {
        "Federal troops suffered no losses.": {("casualties", "no losses", "Federal troops")},
        "The guard did not suffer any casualties.": {("casualties", "not suffer any casualties", "The guard")},
        "A mine went off without causing any human casualties.": {
            ("casualties", "without causing any human casualties", "casualties")
        },
    },
    "the_doer": {
        "A gunman entered the hall before police shot him dead.": {("killed", "A gunman", "A gunman")},
    },
    "sent_to_hell": {
        'Security forces had sent 12 terrorists "to hell" in the operation.': {("killed", "12", "terrorists")},
    },
    "took_from": {
        "Armed men took 12 pupils and their teacher from the school.": {
            ("captured", "12", "pupils"),
            ("captured", "their teacher", "their teacher"),
        },
        "Armed men took a clerk from his house.": {("captured", "a clerk", "a clerk")},
    },
    "were_taken": {
        "Elders drew up a list of 63 people who had been taken.": {("captured", "63", "people")},
        "Three nurses were detained by armed men at a ford.": {("captured", "Three", "nurses")},
    },
    "fatality_was": {"The other fatality was Idi Bako, a tailor.": {("killed", "Idi Bako", "Idi Bako")}},
    "in_hospital_with": {
        "Her mother is in the hospital with a bullet in her shoulder.": {("injured", "Her mother", "Her mother")}
    },
    "fatally": {
        "Nine were shot, three fatally.": {("killed", "three", "")},
        "Four were hurt, none fatally.": {("killed", "none", "")},
    },
    "later_found": {
        "Nine drivers were abducted near Dalbandin and later found dead.": {("killed", "Nine", "drivers")},
    },
    "in_a_grave": {
        "He counted 28 drivers laid in a single pit.": {("killed", "28", "drivers")},
        "Nine villagers had been found in another grave.": {("killed", "Nine", "villagers")},
    },
    "one_body": {"A third body has been found.": {("killed", "A third body", "A third body")}},
    "under_rubble": {"Another nine people were trapped under the rubble.": {("missing", "Another nine", "people")}},
    "admitted": {"The clinic took in 51 people.": {("injured", "51", "people")}},
    "unquantified": {
        "The army inflicted heavy casualties on the militants.": {("casualties", "heavy casualties", "the militants")},
        "The rebels suffered heavy losses.": {("casualties", "heavy losses", "The rebels")},
    },
}

LEFT: dict[str, tuple[str, ...]] = {
    "exceeded_toll": ("The price exceeded 300 shillings.", "The column passed 12 trucks."),
    "reached_toll": ("The patrol reached 12 villages.", "The river rose 12 metres."),
    "in_condition": ("The roads are in poor condition.",),
    "left_in_coma": ("The coach left four in the coach park.", "He left the car in a poor condition."),
    "of_the_injured": ("Three of the lorries were stopped.",),
    "up_from": ("Smoke rose up from 12 houses.", "He came down from the hills."),
    "counted_so": ("AS fired 8 x mortar rounds.", "2 x NGO staff taken."),
    "listed_so": ("SNA losses: at least 61.", "SNA KIA reported at a base."),
    "with_some_in_care": ("A ward with seven beds in intensive care was shelled.",),
    "in_their_hands": ("The town is in rebel hands.",),
    "still_held": ("The hostages are well.", "Nine hostages were freed."),
    "put_out_of_action": ("He put the radio out of action.",),
    "shot_at": ("Two reporters were shot dead.", "The film was shot in Lima."),
    "named_after_colon": ("The suspects were identified as Juan Perez and Maria Lopez.",),
    "verb_of_harm": (
        "The bandits said they would kill five pupils.",
        "They were not able to kill two guards and will be able to kill nine.",
        "Raiders who struck on Monday killed time in the market.",
        "Rain killed hopes of a truce.",
        "The frost killed 40 goats.",
        "The raid could have killed dozens of people.",
        "He came to kill two men.",
    ),
    "shot_dead": (
        "The film was shot in the early hours of Monday by five students.",
        "Five students shot a film.",
        "The price was cut to death.",
    ),
    "loss_of_life": ("The team lost three matches in a row.", "He lost his temper.", "The troops will lose 20 men."),
    "suffering": ("The bridge suffered damage.", "Two clerks suffered defeat.", "Four men received a letter."),
    "failed_to_survive": ("Two trucks did not survive the flood.", "Nine divers survived the night."),
    "taken": (
        "The rebels took three villages.",
        "Nine soldiers were taken to the coast.",
        "Pilots would take 30 people.",
    ),
    "driven_out": ("Forty lorries crossed the river.", "The army forced a vote.", "Two ministers left the room."),
    "gerund_of_harm": ("He denied killing two men.", "The killing season began.", "They spoke of killing time."),
    "living_in_camps": ("Some 1,900 people live in the town.", "About 300 rebels are camped in the hills."),
    "had_to_flee": ("Some 600 soldiers had to flee.", "The people of the town wanted to flee."),
    "sent_to_camps": (
        "The UN sent 200 doctors to camps in Sudan.",
        "The clashes sent 300 soldiers to the camps.",
        "The army sent 400 letters to the camps.",
    ),
    "without_a_roof": ("The flood left 250 families without a word.", "The flood left the church without a roof."),
    "on_the_move": ("Ninety soldiers walked to the mission.", "Two villagers walked home.", "Prices moved."),
    "led_out": ("Guides led 45 tourists out of the cave.", "The road led out of town."),
    "registered": ("The party registered 140 candidates.", "The market registered a fall."),
    "all_fled": ("Three thieves have all fled.", "Some 600 soldiers have fled."),
    "counted_as_displaced": ("Aid came for 3,000 refugees.", "Two refugees spoke.", "The port counted 300 arrivals."),
    "held": ("The talks were held for two days.", "Police said 14 suspects they had seized were in jail."),
    "set_free": ("The firm released 12 songs.", "The court freed 12 men.", "One was released.", "Four were freed."),
    "left_for": ("Ninety soldiers left for the front.", "The mayor left for Kayes."),
    "by_others": ("The mayor said it and they praised him.", "A teacher came and they would have shot him dead."),
    "as_shields": (
        "Rebels used the school as a base.",
        "The army said it never used people as human shields.",
    ),
    "some_of_the_hurt": (
        "One of the wounded said he ran.",
        "Two of the injured died.",
        "Two of the wounded horses fell.",
    ),
    "taken_along": (
        "The family fled, taking two children with them.",
        "Bandits raided the shop, taking 12 bags with them.",
    ),
    "missing": ("Police were searching for two gunmen.", "They searched for water.", "Taxes account for 12 points."),
    "toll": ("The toll road runs to 38 villages.", "The price rose to 38 francs.", "The number of shops rose to 38."),
    "brought_to": ("The rains brought to 212 the number of flooded fields.", "She brought to 12 the guests' names."),
    "among_the_dead": ("Eleven bridges were among the sites.", "The dead man was a clerk."),
    "buried": ("Farmers buried 12 cows.", "Farmers buried seeds.", "The graves of the old kings are there."),
    "wounded_people": ("Two wounded horses were seen in the yard.", "Two tired engineers were seen."),
    "hit_by": (
        "The port was hit by a strike.",
        "Three guards were hit by a truck of the firm.",
        "Nine men were flown in.",
    ),
    "hit": (
        "Two rockets hit a house.",
        "The car hit two pedestrians.",
        "The inflation hit three farmers in the pocket.",
    ),
    "made_off_with": (
        "Police pushed three protesters into vans.",
        "Thieves made off with 11 goats.",
        "They took away the rubble.",
        "The road led away.",
    ),
    "those_of_us": ("Seven of the houses were shops.", "Seven of them were late."),
    "fallen": ("Five soldiers fell into the river.", "Five shells had fallen.", "Prices fell."),
    "in_hospital": ("Nurses treated the water.", "The bishop was in hospital.", "Nine boys were taken to school."),
    "state_of_harm": ("Five goats were left dead by the road.", "The phone went dead.", "The deal is dead."),
    "noun_of_harm": (
        "The body of rules was long.",
        "The lives of bees are short.",
        "The factory counted its losses.",
        "A death in the family kept him away.",
    ),
    "dying": ("The buyers paid the ultimate bill.", "Two porters would give their lives."),
    "slaying": ("The crop was wiped out.", "The price was cut down."),
    "maimed": ("Two teams lost an opener.", "The car lost a wheel.", "The nurse had a hand in it."),
    "not_come_back": ("A spokesman did not return calls.", "The shells had failed to return.", "Six herders returned."),
    "carried_off": ("The thieves made away with 40 goats.", "They carried off the crop."),
    "fell_in": ("Four rebels fell in the river.", "Prices fell in the fighting."),
    "named_first": ("Killed in the raid, he was 40.", "Wounded pride was the cause."),
    "whereabouts": ("The whereabouts of the letter are unknown.", "There was no word of rain."),
    "remaining_captive": ("The deal left seven in the town.",),
    "label": ("Unit: 12.", "Killed by rain: 12 goats."),
    "were_these": ("The victims were angry.", "Of the dead, nobody spoke.", "The dead were heroes."),
    "bodies_were": ("The shoes were those of two students.",),
    "only_one": ("A cook was the only witness.",),
    "injuries_to": ("The visit caused injuries to pride.",),
    "of_somebody": (
        "The party's death was slow.",
        "The murder shook the town.",
        "The boy's body was bruised.",
    ),
    "they_have": ("The hall holds 300 people.", "Police are holding 12 rebels.", "The rebels are holding the bridge."),
    "among_people": ("There were 17 letters among the soldiers.", "No losses on the market."),
    "figure_of": ("He cut a sorry figure of a man.", "The figure was wrong."),
    "names_listed": ("The street has 37 names.", "The list has 37 pages."),
    "says_a_number": ("The government says 34 shops closed.", "She said nine men left."),
    "among_them": ("A midwife stood among them.", "The road was among them."),
    "moved_on": ("Two were transferred to other posts.", "Six lorries were flown to a hospital."),
    "they_included": ("The tools include 11 hammers.", "The plan included 11 students."),
    "throats_cut": ("Two sheep were found with their throats painted.", "Two men cut their throats in the play."),
    "doer_in_turn": (
        "The mayor met four people before he was driven home.",
        "The guard met the man before he was driven home.",
    ),
    "then_himself": ("The mayor met five people before killing time himself.",),
    "at_the_verb_before": (
        "The army chased the raiders and killed them in the hills.",
        "A crowd pulled two young men off a bus and let them go.",
        "Soldiers stopped two lorries and shot them up.",
        "Police detained three men and did not beat them to death.",
        "The gunmen who stopped two traders had met them before.",
    ),
    "were_of_a_kind": ("Two were late.", "Two were the brothers of the mayor.", "Nine of the men were brothers."),
    "unharmed": ("The pilot was unhurt.", "Twelve cars were unscathed.", "The guards were not unharmed."),
    "no_losses": (
        "The firm made no losses.",
        "Federal troops saw no rain.",
        "They did not cause any trouble.",
        "The drone landed without causing any damage.",
    ),
    "the_doer": (
        "A gunman entered the hall before police let him go.",
        "A nurse hid the boy before soldiers shot him dead.",
    ),
    "sent_to_hell": (
        "The army sent 12 soldiers to the front.",
        "He told three reporters to go to hell.",
    ),
    "took_from": (
        "Nurses took 12 pupils from the school.",
        "Armed men took six lorries from the farm.",
        "Armed men took the road from the village.",
    ),
    "were_taken": (
        "Three nurses were detained by police.",
        "63 people had been taken to hospital.",
        "The decision had been taken.",
    ),
    "fatality_was": ("The only fatality was a goat.", "The fatality rate was high."),
    "in_hospital_with": ("Her mother is in the hospital with her sister.", "The hospital is filled with wounds."),
    "fatally": ("Nine were late, three badly.",),
    "later_found": ("Police stormed the house and found dead dogs.", "They were freed and later found work."),
    "in_a_grave": ("He counted 28 drivers in the yard.", "Nine goats were found in a pit."),
    "one_body": ("A body of troops was found.", "A body was formed to oversee the vote."),
    "under_rubble": ("Nine people were pulled from the rubble.", "Nine lorries were trapped in the mud."),
    "admitted": ("The club admitted 51 people.", "The clinic received 51 letters."),
    "unquantified": ("The factory reported losses.", "Casualties mounted.", "The rebels suffered nine casualties."),
}


def _rows(groups: object) -> set[Row]:
    return {(g.harm.value, g.count_text, g.victims) for g in groups}  # type: ignore[attr-defined]


def _alone(p: Parsed, rule: str) -> set[Row]:
    return _rows([group for k in range(len(p.chunks)) for group in NAMED[rule](p, k)])


def test_every_rule_has_examples_of_both_kinds() -> None:
    assert set(NAMED) == set(READ) == set(LEFT), "a new rule brings a sentence it reads and one it leaves alone"


@pytest.mark.parametrize(
    ("rule", "text", "rows"),
    [pytest.param(r, text, rows, id=f"{r}: {text}") for r, cases in READ.items() for text, rows in cases.items()],
)
def test_a_rule_reads_its_wording(sentence: Parse, rule: str, text: str, rows: set[Row]) -> None:
    p = sentence(text)
    assert _alone(p, rule) == rows
    assert {(harm, count) for harm, count, _ in rows} <= {(h, c) for h, c, _ in _rows(harmed_in(p))}


@pytest.mark.parametrize(
    ("rule", "text"), [pytest.param(r, text, id=f"{r}: {text}") for r, texts in LEFT.items() for text in texts]
)
def test_a_rule_leaves_other_wordings_alone(sentence: Parse, rule: str, text: str) -> None:
    assert _alone(sentence(text), rule) == set()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The army lost 200 troops killed and 400 wounded.",
         {("killed", "200", "troops"), ("injured", "400", "troops")}),
        ("Russia lost about 1,050 troops killed and wounded.", {("casualties", "about 1,050", "troops")}),
        ("No police or soldiers were reported killed.", {("killed", "No police", "police")}),
        ("A farmer and a youth were shot dead.",
         {("killed", "A farmer", "A farmer"), ("killed", "a youth", "a youth")}),
        ("Musa Bello was hit in the chest and declared brought dead.", {("killed", "Musa Bello", "Musa Bello")}),
        ("First Pvt. RS was shot in the chest and died.", {("killed", "First Pvt. RS", "First Pvt. RS")}),
        ("Two fishermen were killed and a third injured by fire.",
         {("killed", "Two", "fishermen"), ("injured", "a third", "fishermen")}),
        ("They confirmed the death of Matutina and three other \"Red fighters\".",
         {("killed", "three", "Red fighters")}),
        ("Separatists killed at least 17 workers building a road.", {("killed", "at least 17", "workers")}),
        ("Four others are undergoing treatment.", {("injured", "Four", "others")}),
        ("An officer fell on the field of honour.", {("killed", "An officer", "An officer")}),
        ("The ministry revised the number of injured from 27 to 33.",
         {("injured", "27", "injured"), ("injured", "33", "injured")}),
        ("It asked the army to account for 23 people reported missing.", {("missing", "23", "people")}),
        ("Six gendarmes, two cooks and a driver were killed.",
         {("killed", "Six", "gendarmes"), ("killed", "two", "cooks"), ("killed", "a driver", "a driver")}),
        ("Troops killed and wounded 30 fighters.", {("casualties", "30", "fighters")}),
        ("Four students were killed or wounded in the blast.", {("casualties", "Four", "students")}),
        ("The raid left 14 people dead and 22 wounded.", {("killed", "14", "people"), ("injured", "22", "people")}),
        ("The strike killed between 10 and 15 fighters.", {("killed", "between 10 and 15", "fighters")}),
        ("The blast killed a couple and their three children.",
         {("killed", "a couple and their three children", "a couple and their three children")}),
        ("Gunmen killed Colonel Idris Bako in his car.", {("killed", "Colonel Idris Bako", "Colonel Idris Bako")}),
        ("A bomb killed the mayor and wounded three of his guards.",
         {("killed", "the mayor", "the mayor"), ("injured", "three", "his guards")}),
        ("Dozens of passengers were injured.", {("injured", "Dozens", "passengers")}),
        ("Twenty may have been killed, a medic said.", {("killed", "Twenty", "Twenty")}),
        ("A medic saw 58 bodies and about 300 injured.",
         {("killed", "58 bodies", "bodies"), ("injured", "about 300", "injured")}),
        ("Gunmen killed a trader last week.", {("killed", "a trader", "a trader")}),
        ("A cook named Hanan was killed.", {("killed", "A cook", "A cook")}),
        ("At least 31 residents were taken from their homes and shot.", {("killed", "At least 31", "residents")}),
        ("Two water carriers who left at dawn were abducted.", {("captured", "Two", "water carriers")}),
        ("Some 75 men have been through the emergency ward.", {("injured", "Some 75", "men")}),
        ("Rebels had picked up 19 soldiers and a captain.",
         {("captured", "19", "soldiers"), ("captured", "a captain", "a captain")}),
        ("Nobody was hit.", {("casualties", "Nobody", "Nobody")}),
        ("The cell lost 12 martyrs; nine martyrs were carried out.",
         {("killed", "12", "martyrs"), ("killed", "nine", "martyrs")}),
        ("The column lost two armoured cars and nine men.", {("killed", "nine", "men")}),
        ("Two of his sons were taken from the house by men in masks.", {("captured", "Two", "his sons")}),
        ("The gunmen shot eight men against a wall.", {("casualties", "eight", "men")}),
        ("The nuns buried eleven on Tuesday and three more on Friday.",
         {("killed", "eleven", "eleven"), ("killed", "three more", "three more")}),
        ("Three nuns were freed on Monday after eight days.", {("captured", "Three", "nuns")}),
        ("The army reported killing more than 60 rebels.", {("killed", "more than 60", "rebels")}),
        ("Raiders killed a beekeeper and his nephew.",
         {("killed", "a beekeeper and his nephew", "a beekeeper and his nephew")}),
        ("Troops lost one man, a corporal, in the raid.", {("killed", "one", "man")}),
        ("Two observers and their interpreter have been missing since Friday.",
         {("missing", "Two", "observers"), ("missing", "their interpreter", "their interpreter")}),
        ("Fourteen soldiers were killed and 22 taken prisoner.",
         {("killed", "Fourteen", "soldiers"), ("captured", "22", "soldiers")}),
        ("Police recovered nine hostages.", set()),
        ("Two Army privates, Yohanes Lado, 23, and Rizal Hakim, 26, were killed.",
         {("killed", "Two", "Army privates")}),
        ("Members of a gang stoned and burned to death three men.", {("killed", "three", "men")}),
        ("Eleven of the dead had been decapitated or burned beyond recognition.", {("killed", "Eleven", "the dead")}),
        ("Fourteen clerks were kidnapped. The other nine are still being held.",
         {("captured", "Fourteen", "clerks"), ("captured", "The other nine", "clerks")}),
        ("The gang separated the men from the women and executed 19 of them.", {("killed", "19", "the men")}),
        ("A conscript was killed, along with an ambulance driver.",
         {("killed", "A conscript", "A conscript"), ("killed", "an ambulance driver", "an ambulance driver")}),
        ("The rebels captured El Fasher in late October.", set()),
        ("At least 24 clerks are dead, up from the 17 reported earlier.",
         {("killed", "At least 24", "clerks"), ("killed", "17", "clerks")}),
        ("There was no indication at this time that civilians had been harmed.", set()),
        ("A nurse was killed in the firing. The nurse, Karla Rao, 29, was struck by a stray bullet.",
         {("killed", "A nurse", "A nurse")}),
        ("In Lome, a 61-year-old man was killed. In Kara, a 52-year-old man was killed.",
         {("killed", "a 61-year-old man", "a 61-year-old man"), ("killed", "a 52-year-old man", "a 52-year-old man")}),
        ("A 24-year-old woman collecting tea leaves was hit by a stray bullet.",
         {("injured", "A 24-year-old woman", "A 24-year-old woman")}),
        ("Gunmen killed 34 people, among them \"nine officers and three lawmakers\".",
         {("killed", "34", "people"), ("killed", "nine", "officers"), ("killed", "three", "lawmakers")}),
        ("Attacks have driven an estimated 31,400 people (6,900 families) from their homes.",
         {("displaced", "an estimated 31,400", "people"), ("displaced", "6,900 families", "families")}),
        ("Eleven guards are recovering at the military hospital.", {("injured", "Eleven", "guards")}),
        ("Six guards were wounded, he said, correcting an earlier report of five.",
         {("injured", "Six", "guards"), ("injured", "five", "guards")}),
        ("Two of the injured lost their lives hours later.", {("killed", "Two", "the injured")}),
        ("One of the injured, Hamid Rao, a 24-year-old welder, died in hospital three days later.",
         {("killed", "Hamid Rao", "Hamid Rao")}),
        ("He put the death toll at six and the number of abducted persons at 21.",
         {("killed", "six", "six"), ("captured", "21", "persons")}),
        ("Almost 15,000 of the group's fighters had died near Aden.",
         {("killed", "Almost 15,000", "the group's fighters")}),
        ("Nine orphans are in the care of host families.", set()),
        ("Two men are being held for questioning.", set()),
        ("Gunmen killed two guards and wounded three more, the officer, Captain Ali Rao, said.",
         {("killed", "two", "guards"), ("injured", "three more", "guards")}),
        ("A girl died on Monday, raising to four the number of people killed.",
         {("killed", "A girl", "A girl"), ("killed", "four", "people")}),
        ("The clinic's head said 23 people had been brought in, seven of whom were critical.",
         {("injured", "23", "people")}),
        ("It received four bodies and admitted 41 people.",
         {("killed", "four bodies", "bodies"), ("injured", "41", "people")}),
        ("Eleven other travellers were marched into the bush.", {("captured", "Eleven", "other travellers")}),
        ("Gunmen carted away 63 people.", {("captured", "63", "people")}),
        ("Gunmen carted away foodstuffs.", set()),
        ("The group took the post for the loss of three of its own.", {("killed", "three", "its own")}),
        ("The committee said that three of its volunteers had fallen.", {("killed", "three", "its volunteers")}),
        ("A clash ended with six hitmen and one soldier dead.",
         {("killed", "six", "hitmen"), ("killed", "one", "soldier")}),
        ("Nine soldiers were wounded, two of them when they stepped on mines.",
         {("injured", "Nine", "soldiers"), ("injured", "two", "soldiers")}),
        ("Militants fired at a post. Activists counted 17 dead a day later.", {("killed", "17", "dead")}),
        ("The commander was among those hurt.", {("injured", "The commander", "The commander")}),
        ("Aid workers are still trying to trace six passengers.", {("missing", "six", "passengers")}),
        ("The raid killed a family of six.", {("killed", "six", "a family")}),
        ("A group of 12 pilgrims was abducted.", {("captured", "12", "pilgrims")}),
        ("Gunmen shot at three vendors, killing two of them.", {("killed", "two", "vendors")}),
        ("Nine bodies were taken to hospital.", {("killed", "Nine bodies", "bodies")}),
        ("Nine bodies were found in a well.", {("killed", "Nine bodies", "bodies")}),
        ("Soldiers were killed.", {("killed", "Soldiers", "Soldiers")}),
        ("No civilians were hurt.", {("casualties", "No civilians", "civilians")}),
        ("Two families were displaced.", {("displaced", "Two families", "families")}),
        ("The explosion killed 12 people and destroyed 14 houses.", {("killed", "12", "people")}),
        ("The shelling caused 31 civilian deaths.", {("killed", "31", "civilian deaths")}),
        ("Two of the company's 25 miners were killed.", {("killed", "Two", "miners")}),
        ("At least 15 of the hospital's 40 doctors were hurt.", {("injured", "At least 15", "doctors")}),
        ("The firm's 25 miners were killed.", {("killed", "25", "miners")}),
        ("Rebels managed to enter the base and kill five soldiers.", {("killed", "five", "soldiers")}),
        ("Rebels attack the base and kill five soldiers.", {("killed", "five", "soldiers")}),
        ("Eight officers pursuing stolen cattle were ambushed and killed.", {("killed", "Eight", "officers")}),
        ("More than 400 people, including women, children, and infants, have lost their lives.",
         {("killed", "More than 400", "people")}),
        ("Rebels took the town, with at least 40 soldiers reported killed.", {("killed", "at least 40", "soldiers")}),
        ("With 12 people confirmed dead, the toll is the worst in years.", {("killed", "12", "people")}),
        ("Five people, including three Border Guard (BG) members, were killed.",
         {("killed", "Five", "people"), ("killed", "three", "Border Guard (BG) members")}),
        ("The governor denied any role in the killing of nine miners.", {("killed", "nine", "miners")}),
        ("Three rebels, including a woman, and a Reserve Guard (RG) recruit were killed.",
         {("killed", "Three", "rebels"), ("killed", "a woman", "a woman"),
          ("killed", "a Reserve Guard (RG) recruit", "a Reserve Guard (RG) recruit")}),
        ("The dead in Lome include a nurse and two clerks.",
         {("killed", "a nurse", "a nurse"), ("killed", "two", "clerks")}),
        ("Two brothers, aged 9 and 11, and their grandmother were killed.",
         {("killed", "Two", "brothers"), ("killed", "their grandmother", "their grandmother")}),
        ("The gunmen killed four guards, among them the commander, Sgt. Musa Bello.",
         {("killed", "four", "guards"), ("killed", "the commander", "the commander")}),
        ("A dozen clerks, three soldiers and as many nurses were wounded.",
         {("injured", "A dozen", "clerks"), ("injured", "three", "soldiers")}),
        ("THREE SOLDIERS WERE KILLED AND NINE WOUNDED IN THE RAID.",
         {("killed", "THREE", "SOLDIERS"), ("injured", "NINE", "SOLDIERS")}),
    ],
)  # fmt: skip
def test_whole_sentences(draft: Draft, text: str, rows: set[Row]) -> None:
    assert {(c.harm.value, c.count, c.victims) for c in draft(text).casualties} == rows


@pytest.mark.parametrize(
    "text",
    [
        "About 2,000 fighters gathered at the border.",
        "More than 40 tanks were destroyed.",
        "The third brigade attacked the town.",
        "The company has 300 workers.",
        "He killed time for two hours.",
        "It would have killed 50 people.",
        "The mayor is 58.",
        "The plane carried 112 people.",
        "Six suspects were arrested.",
        "The army lost the town.",
        "He put the number of burned houses at 140.",
        "Two clerks were taken from the house by police.",
        "Some 90 workers were evacuated from the plant as a precaution.",
        "The police have no trace of the five suspects.",
        "Half of the firm's 25 miners were killed.",
        "The group plans to seize the town and execute its mayor.",
        "The militia vowed to enter the town, burn the market and kill nine elders.",
        "Gunmen tried to storm the post and kill two guards.",
        "He denied reports that three students were killed.",
        "He denied in a message on the radio that his men had killed civilians.",
        "There could be more casualties on their side.",
        "The governor dismissed claims that 40 people had been abducted.",
        "The group denied that it had executed three engineers.",
        "The plotters wanted to poison the water and kill thousands.",
        "The law provides the death penalty for the murder of police officers.",
        "The militia agreed to lift the siege and return the bodies of 19 soldiers.",
        "The novel opens with a bombing that kills six people.",
        "The colonel refused to say whether any of his men were missing.",
        "The army said 40 troops had been dispatched to disperse the crowd.",
        "Troops were pursuing three men seen fleeing on a motorcycle.",
        "There were no injuries or damage reported by ships in the area.",
        '"No decision has been taken," she said.',
    ],
)
def test_numbers_that_are_not_people_harmed(draft: Draft, text: str) -> None:
    assert draft(text).casualties == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Six soldiers were killed.", VictimStatus.COMBATANT),
        ("Six nurses were killed.", VictimStatus.CIVILIAN),
        ("Six people were killed.", VictimStatus.UNKNOWN),
        ("Six unarmed men were killed.", VictimStatus.CIVILIAN),
        ("Six armed men were killed.", VictimStatus.COMBATANT),
        ("Colonel Idris Bako was killed.", VictimStatus.COMBATANT),
    ],
)
def test_whether_the_victims_took_part(draft: Draft, text: str, status: VictimStatus) -> None:
    assert [c.victim_status for c in draft(text).casualties] == [status]


def test_the_quote_holds_number_victims_and_harm(draft: Draft) -> None:
    text = (
        "After the truce, gunmen in white cars killed at least nine porters and two cooks near the ford, police said."
    )
    quotes = [c.evidence[0].quote for c in draft(text).casualties]
    assert all("killed" in quote for quote in quotes)
    assert [("at least nine porters" in quotes[0]), ("two cooks" in quotes[1])] == [True, True]
    assert all(len(quote) < len(text) for quote in quotes)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Soldiers clashed with rebels in Kaya. Four rebels were killed.", "rebels"),
        ("The Kandor Army attacked a camp. Four soldiers were killed.", "Kandor Army"),
        ("The battalion lost 23 men at the crossing.", "battalion"),
        ("Rebels attacked. Two of Mali's 30 soldiers were killed.", "Mali"),
        ("The army and the Taliban fought. Six of the Taliban's 40 fighters were killed.", "Taliban"),
        ("Six of the clinic's 12 nurses were killed.", None),
        ("The Border Security Force shot dead two Bangladeshi men.", None),
        ("Gunmen of ISIS cells fired on a checkpoint of the Kurdish police, killing three fighters.", None),
        ("Ukrainian drones struck a barracks in Belgorod, killing 17 conscripts, Kyiv said.", None),
        ("The M23 said its forces had killed 34 government soldiers.", "government soldiers"),
        ("Army troops and allied Zafrani fighters killed 12 militants near Gao.", "militants"),
        ("Six nurses were killed.", None),
    ],
)
def test_whose_people_the_victims_were(draft: Draft, text: str, side: str | None) -> None:
    assert [c.victim_side for c in draft(text).casualties] == [side]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The army fought rebels. The rebels put their own losses at 11 and the army's at 60.", ["rebels", "army"]),
        ("The army lost 30 men, the rebels said, while admitting three dead of their own.", ["army", "rebels"]),
        ("The army said it had killed 30 rebels and admitted to six dead of its own.", ["rebels", "army"]),
    ],
)
def test_each_side_keeps_its_own_dead(draft: Draft, text: str, sides: list[str]) -> None:
    assert [c.victim_side for c in draft(text).casualties] == sides


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Gunmen killed nine porters.", ("Gunmen",)),
        ("Nine porters were killed by gunmen.", ("gunmen",)),
        ("Nine porters were killed.", ()),
        ("Gunmen fought soldiers. Nine porters were killed.", ()),
        ("A landslide killed nine porters.", ()),
        ("Gunmen stormed a post in northwest Pakistan before dawn on Thursday, killing 11 soldiers.", ("Gunmen",)),
        ("The Kandor Army attacked. The rebels fired a missile that killed two Kandor guards.", ("rebels",)),
        ("Hansa drones hit a barracks in Belgorod, killing 17 conscripts.", ()),
        ("Attackers posing as soldiers killed nine people on Monday, the mayor said.", ("Attackers",)),
        ('The agency called them "terrorists" who shot dead two members of the Basij militia in Bukan.', ()),
        (
            "Somali forces stormed a hotel in Kismayo. At least 14 people were killed in the attack, which was "
            "claimed by the Islamic extremist group al-Shabab.",
            ("al-Shabab",),
        ),
        ("At least 18 civilians died when a drone blamed on Hamas bombed a market.", ("Hamas",)),
        ("The Nigerian army sent 12 terrorists to hell on Monday, the governor said.", ("Nigerian army",)),
    ],
)
def test_who_is_said_to_have_done_it(draft: Draft, text: str, blamed: tuple[str, ...]) -> None:
    assert [c.attributed_to for c in draft(text).casualties] == [blamed]


def test_a_victim_did_not_harm_the_next(draft: Draft) -> None:
    text = "Soldiers shot dead an old man who was too ill to flee and burned alive a couple in their home on Monday."
    assert [c.attributed_to for c in draft(text).casualties] == [("Soldiers",), ("Soldiers",)]


def test_a_toll_elsewhere_does_not_count_the_soldiers_told_before(draft: Draft) -> None:
    text = (
        "A source said up to 15 Kandor soldiers had been killed at the farm.\n\n"
        "In Kharkiv, the death toll from the July 8 attack rose to six."
    )
    assert [c.victims for c in draft(text).casualties] == ["Kandor soldiers", "six"]


def test_one_figure_is_one_group_whatever_rules_read_it(sentence: Parse) -> None:
    p = sentence("Nurses treated four wounded soldiers with burns.")
    assert len([group for k in range(len(p.chunks)) for rule in RULES for group in rule(p, k)]) > 1
    assert [(g.harm, g.count_text) for g in harmed_in(p)] == [(Harm.INJURED, "four")]
