"""Does each kind of limit come out with its slots, and do sentences that only sound like limits stay out?

Invented sentences of the kinds that stories are made of: sanctions, truces, court orders, travel rules, licences,
export controls, evacuations, recalls, moratoria, quotas, curfews, visas, deadlines, exemptions, consent.
"""

import pandas as pd
import pytest

from crosscheck.reading.restrictions import find_restrictions
from crosscheck.reading.sentences import find_sentences

NOBODY = pd.DataFrame({name: [] for name in ("start", "end", "source", "content", "source_type")})
PARTY, ACT, WHOM, HOW, BINDS, BUT, SINCE, UNTIL, WHO, STANDS = (
    "bound_party", "act", "protected", "qualifier", "modality", "exception", "applies_from", "applies_until",
    "stated_by", "status")

STATED = [
    # sanctions, embargoes, export controls
    ("The union of ports imposed sanctions on three shipping firms in May.",
     {BINDS: "imposed", ACT: "sanctions on three shipping firms in May"}),
    ("Shipowners are prohibited from insuring vessels that carry the grain.",
     {PARTY: "Shipowners", BINDS: "are prohibited", ACT: "insuring vessels that carry the grain"}),
    ("The embargo on timber will remain in place until 1 March.",
     {PARTY: "The embargo on timber", UNTIL: "until 1 March"}),
    ("The decree bars banks from lending to the railway.",
     {PARTY: "banks", ACT: "lending to the railway", WHO: "The decree", STANDS: "ordered"}),
    ("Exporters must obtain a licence before shipping lenses abroad.",
     {PARTY: "Exporters", BINDS: "must", ACT: "obtain a licence before shipping lenses abroad"}),
    ("No lenses may be exported to Norland without a licence.",
     {ACT: "be exported to Norland", HOW: "without a licence"}),
    ("The ministry banned the sale of turbine parts to foreign buyers.",
     {ACT: "the sale of turbine parts", WHOM: "foreign buyers", WHO: "The ministry"}),
    ("Assets held by the two ministers have been frozen.", {PARTY: "Assets held by the two ministers"}),
    ("Food and medicine are exempt from the embargo.",
     {PARTY: "Food and medicine", BINDS: "are exempt from", ACT: "the embargo"}),
    ("Norland will lift its blockade of the strait.", {ACT: "its blockade of the strait"}),
    # truces
    ("Both sides agreed to a ceasefire of 30 days.",
     {PARTY: "Both sides", ACT: "a ceasefire of 30 days", STANDS: "agreed"}),
    ("Under the truce, the militia must withdraw its guns from the ridge by Sunday.",
     {PARTY: "the militia", ACT: "withdraw its guns from the ridge", UNTIL: "by Sunday", STANDS: "agreed"}),
    ("The fleet pledged not to fire on civilian vessels.",
     {PARTY: "The fleet", BINDS: "pledged not to", ACT: "fire on civilian vessels"}),
    ("Troops may return fire only if they are attacked.", {BINDS: "only if"}),
    ("The pact forbids flights over the valley, except for rescue missions.",
     {ACT: "flights over the valley", BUT: "except for rescue missions", WHO: "The pact"}),
    ("The rebels demanded that the army halt its attacks on the town.", {STANDS: "wished"}),
    # courts
    ("A judge ordered the mill to stop draining the pond.",
     {PARTY: "the mill", ACT: "stop draining the pond", WHO: "A judge", STANDS: "ordered"}),
    ("The court blocked the county from enforcing the fee.", {PARTY: "the county", ACT: "enforcing the fee"}),
    ("The editor was ordered not to publish the letters.",
     {PARTY: "The editor", ACT: "publish the letters", STANDS: "ordered"}),
    ("The injunction bars him from contacting the witnesses.", {PARTY: "him", ACT: "contacting the witnesses"}),
    ("The panel ruled that the fee cannot be charged to tenants.",
     {PARTY: "the fee", BINDS: "cannot", ACT: "charged", WHOM: "tenants"}),
    ("The judge gave the owners 14 days to remove the fence.", {ACT: "remove the fence"}),
    ("The order may not be enforced against residents who own a boat.",
     {PARTY: "The order", BINDS: "may not", WHOM: "residents"}),
    # travel, visas, entry
    ("Travellers from four islands are barred from entering the port.",
     {PARTY: "Travellers from four islands", ACT: "entering the port"}),
    ("Visitors must stay in their rooms for 14 days after arrival.",
     {PARTY: "Visitors", ACT: "stay in their rooms", UNTIL: "for 14 days after arrival"}),
    ("The ban does not apply to permanent residents.",
     {PARTY: "The ban", BINDS: "does not", ACT: "apply", WHOM: "permanent residents"}),
    ("Students who hold a valid visa will be allowed to return.",
     {PARTY: "Students who hold a valid visa", BINDS: "will be allowed", ACT: "return"}),
    ("Visas that have been issued will not be revoked.",
     {PARTY: "Visas that have been issued", BINDS: "will not", ACT: "revoked"}),
    ("Only passengers with a booking are allowed to board.", {PARTY: "Only passengers with a booking", ACT: "board"}),
    ("Officers can waive the fee on a case-by-case basis.",
     {PARTY: "Officers", ACT: "waive the fee on a case-by-case basis"}),
    ("The port denied entry to a trawler from Norland.",
     {PARTY: "a trawler from Norland", ACT: "entry", WHO: "The port"}),
    ("Entry is reserved for crew members and their families.", {ACT: "Entry", BINDS: "is reserved for"}),
    ("The islands closed their harbours to foreign yachts until further notice.",
     {PARTY: "foreign yachts", ACT: "their harbours", WHO: "The islands", UNTIL: "until further notice"}),
    # curfew, evacuation, gatherings
    ("The mayor imposed a curfew from 10 p.m. to 5 a.m.", {WHO: "The mayor", BINDS: "imposed"}),
    ("Residents must leave the valley by midnight.",
     {PARTY: "Residents", ACT: "leave the valley", UNTIL: "by midnight"}),
    ("Residents of Lower Hollin were told to evacuate immediately.",
     {PARTY: "Residents of Lower Hollin", ACT: "evacuate immediately", STANDS: "ordered"}),
    ("Gatherings of more than ten people are banned.", {PARTY: "Gatherings of more than ten people"}),
    ("Theatres must remain closed until 9 June.", {PARTY: "Theatres", ACT: "remain closed", UNTIL: "until 9 June"}),
    ("Shops are required to close at eight.", {PARTY: "Shops", ACT: "close at eight"}),
    ("People over 70 are advised not to use the ferries.", {PARTY: "People over 70", ACT: "use the ferries"}),
    ("No one is allowed to enter the crater.", {ACT: "enter the crater"}),
    # licence and access terms, consent
    ("The licence forbids users to copy the maps.", {PARTY: "users", ACT: "copy the maps", WHO: "The licence"}),
    ("Recordings may only be used for research.", {PARTY: "Recordings", BINDS: "may only", ACT: "used for research"}),
    ("The images shall not be sold to insurers without written consent.",
     {PARTY: "insurers", BINDS: "shall not", HOW: "without written consent"}),
    ("Access is limited to staff with a pass.", {ACT: "Access", BINDS: "is limited to", WHOM: "staff with a pass"}),
    ("The firm said it would not share the records of patients with advertisers.",
     {BINDS: "would not", ACT: "share the records … with advertisers", WHOM: "patients"}),
    ("Parents must give consent before any photograph is taken.",
     {PARTY: "Parents", ACT: "give consent before any photograph is taken"}),
    ("Members can't forward secret letters.", {PARTY: "Members", BINDS: "can't", ACT: "forward secret letters"}),
    ("The terms require sellers to disclose defects.",
     {PARTY: "sellers", ACT: "disclose defects", WHO: "The terms"}),
    ("Use of the lake is subject to a permit.", {PARTY: "Use of the lake", ACT: "a permit"}),
    ("The camera may be used for any lawful purpose.", {PARTY: "The camera", HOW: "for any lawful purpose"}),
    ("Guests are not permitted to film other guests.", {PARTY: "Guests", ACT: "film", WHOM: "other guests"}),
    ("Minors may not open an account.", {PARTY: "Minors", ACT: "open an account"}),
    ("The data will be deleted after 30 days and will not be shared with third parties.",
     {BINDS: "will not", PARTY: "third parties"}),
    # recalls, moratoria, quotas
    ("The agency recalled 4,000 heaters that overheat.", {ACT: "4,000 heaters that overheat", STANDS: "ordered"}),
    ("The council declared a moratorium on new wells for two years.",
     {ACT: "a moratorium on new wells", UNTIL: "for two years"}),
    ("Catches of cod are limited to 500 tonnes a year.",
     {PARTY: "Catches of cod", BINDS: "are limited to", ACT: "500 tonnes a year"}),
    ("The act caps rents at 900 crowns.", {WHO: "The act"}),
    ("Each boat may land no more than 40 crates a day.",
     {PARTY: "Each boat", ACT: "land no more than 40 crates a day"}),
    ("The state halted evictions through August.", {ACT: "evictions", UNTIL: "through August", WHO: "The state"}),
    ("Imports of shellfish were suspended in April.", {PARTY: "Imports of shellfish", BINDS: "were suspended"}),
    ("The harsh restrictions take effect on Monday.",
     {PARTY: "The harsh restrictions", BINDS: "take effect", ACT: "on Monday"}),
    ("Three crew of a barge that was barred from landing in Hollin have recovered.",
     {ACT: "landing in Hollin", BINDS: "was barred"}),
    ("She told guests not to feed the seals.", {PARTY: "guests", BINDS: "told … not to", ACT: "feed the seals"}),
    ("The bowls were moved after the kennel was ordered to feed strays.", {PARTY: "the kennel", ACT: "feed strays"}),
    ("Sales of the drug to children under 12 have been banned.", {PARTY: "Sales of the drug to children under 12"}),
    # deadlines, duties, penalties
    ("Owners have until 4 July to register their dogs.", {PARTY: "Owners", ACT: "register their dogs"}),
    ("Applicants must file the form no later than Friday.",
     {PARTY: "Applicants", ACT: "file the form", UNTIL: "no later than Friday"}),
    ("Smugglers face up to ten years in prison.", {PARTY: "Smugglers"}),
    ("Offenders can be fined 500 crowns.", {PARTY: "Offenders", ACT: "fined 500 crowns"}),
    ("Accounts that break the rule may be removed without notice.",
     {PARTY: "Accounts that break the rule", ACT: "removed", HOW: "without notice"}),
    ("The law obliges landlords to test the water.",
     {PARTY: "landlords", ACT: "test the water", WHO: "The law", STANDS: "external"}),
    # wishes, offers, denials, permissions sought
    ("The union opposes drivers being filmed at work.", {PARTY: "drivers", STANDS: "wished"}),
    ("Fishermen called for a ban on night trawling.", {STANDS: "wished"}),
    ("Critics urged the council to drop the fee.", {PARTY: "the council", ACT: "drop the fee", STANDS: "wished"}),
    ("The draft treaty would bar both navies from the strait.", {STANDS: "offered"}),
    ("If adopted, the bill would require barges to carry pilots.", {PARTY: "barges", STANDS: "offered"}),
    ("The proposed contract covers only the inland routes.", {STANDS: "offered"}),
    ("The railway has no plans to raise fares.", {PARTY: "The railway", ACT: "raise fares", STANDS: "denied"}),
    ("The ministry does not intend to use the records for tax purposes.", {ACT: "use the records", STANDS: "denied"}),
    ("Pilots sought permission to land at night.", {WHO: "Pilots", ACT: "land at night", STANDS: "sought"}),
    ("The army wanted unrestricted access to the quarry.", {WHO: "The army", STANDS: "sought"}),
    ("The council rejected calls for a curfew.", {STANDS: "wished"}),
    # several slots at once, drift of words
    ("The cameras will not be intentionally used to track residents, unless a court agrees.",
     {HOW: "intentionally", WHOM: "residents", BUT: "unless a court agrees"}),
    ("From 1 May, barges may not pass the lock at night.",
     {PARTY: "barges", ACT: "pass the lock at night", SINCE: "From 1 May"}),
    ("The ferry line will no longer accept cash as of 1 June.",
     {PARTY: "The ferry line", BINDS: "will no longer", ACT: "accept cash", SINCE: "as of 1 June"}),
    ("The agency may not store fingerprints of children for more than 30 days.",
     {WHOM: "children", PARTY: "The agency"}),
    ("Farmers other than smallholders must register wells.",
     {PARTY: "Farmers", ACT: "register wells", BUT: "other than smallholders"}),
    ("The mill promised to stop dumping ash in the river by October.",
     {PARTY: "The mill", ACT: "stop dumping ash in the river", UNTIL: "by October"}),
    ("Police were directed to end cooperation with the rangers.",
     {PARTY: "Police", ACT: "end cooperation with the rangers", STANDS: "ordered"}),
    ("Couriers shall not carry parcels of unknown persons.", {PARTY: "Couriers", WHOM: "unknown persons"}),
    ("Drones must not fly within 500 metres of the dam.",
     {PARTY: "Drones", BINDS: "must not", ACT: "fly within 500 metres of the dam"}),
    ("The new rule allows bakers to open on Sundays.", {PARTY: "bakers", ACT: "open on Sundays"}),
    ("Clinics are free to refuse non-members.", {PARTY: "Clinics"}),
]

ORDINARY = [
    # ability and failure
    "I can't find my keys.", "She cannot swim.", "The clerk can't recall the name.", "We can't sleep at night.",
    "The town cannot cope with the snow.", "Doctors cannot explain the fever.", "He can't play on Saturday.",
    "The mill cannot compete with cheap imports.", "They can't escape the noise.",
    "The brain cannot store so much.",
    "Scientists cannot predict the next flood.", "Nobody can stop the tide.",
    "The bridge could not carry the weight of the snow.", "The team couldn't score in the first half.",
    # predictions and chances
    "The storm may not reach the coast.", "The talks may not result in a deal.", "Prices may not fall before spring.",
    "The bridge might not survive another flood.", "The cure may not work for everyone.",
    "Rain may not come at all.", "The harvest will not be good this year.", "The vote may not change much.",
    "The economy may not recover for years.", "It may not be easy to mend.", "Snow will not melt before May.",
    "The film may not please everyone.", "That may not surprise you.", "The signal may not appear at once.",
    # guesses
    "It must be hard to live there.", "You must be tired.", "She must have left early.",
    "The clerk must have known.", "There must be some mistake.", "He must feel lonely.",
    # answers not given
    "The spokesman did not respond to questions.", "The mayor would not comment.", "He has not yet replied.",
    "She could not be reached.", "The firm would not say how many.", "Officials could not confirm the report.",
    "The bank declined to comment.", "The police would not elaborate.",
    # plain negations and reports
    "The vote is not yet over.", "There is no evidence of fraud.", "No one was hurt.", "Nothing was stolen.",
    "The ship never arrived.", "The box was not opened.", "He did not know the way.", "No injuries were reported.",
    "The path was not cleared of snow.", "The weir was closed by ice.",
    # headlines, sarcasm, sport, idioms
    "No more secrets", "No time to lose", "Must see", "Can't stop, won't stop", "No news is good news.",
    "Oh sure, because nothing could possibly go wrong.", "You can't make an omelette without breaking eggs.",
    "You must be joking.", "Money can't buy happiness.", "Not a chance.", "Can't wait for the sequel!",
    "The keeper was beaten and the striker barely missed.", "The limits of patience were reached.",
    "Bars and cafes were full.", "The ban, he joked, was on smiling.", "The horse was banking on rain.",
    "The record of the race stands.", "He ordered soup and bread.", "She ordered the fish to go.",
    "The orders for new ships rose.", "The firm reported record orders.", "The engine needs to cool.",
    # goals, not limits
    "Crews worked to limit the spread of the fire.", "The dam helped curb the damage.",
    "Volunteers tried to stop the bleeding.", "The vaccine prevents people from falling ill.",
    "They hope to limit losses.",
    # nature, needs, chances
    "The virus cannot live outside the body.", "The parasite may not survive the frost.", "The market must adapt.",
    "The task requires two people.", "Such an approach requires patience.", "Reopening requires care.",
    "The plan may require more money.", "Children may carry the virus for days.", "The nurses may not be available.",
    "It would only lead to delay.", "Hard choices have to be made.",
    # rules denied, supposed, asked, or not told
    "The guidance does not oblige shops to close.", "You don't need to register.", "He lacked the authority to sell.",
    "If shops are required to close, the street will empty.", "Should boats be banned from the bay?",
    "The lake would have been banned for boats.", "They will decide who should be excluded from the race.",
    "No one should have to choose between bread and rent.", "The box does not include batteries.",
    "Health orders continue to mount.", "At most a few guests came.", "The storm forced ferries to wait.",
    "Older patients rarely require surgery.", "No one can be in doubt about it.", "She would not give in.",
    "Life behind bars is never far from their minds.", "All that must change.",
    "Gloves won't offer any protection.", "Wearing gloves will not only reduce harm.", "Gloves are only good in rain.",
    "The stones were too heavy to be blocked by a net.", "The gate worked how it was supposed to.",
    "Divers cannot rule out a leak.", "Lawmakers may not have a full picture until after the vote.",
]


def rows_of(text: str) -> pd.DataFrame:
    """The restrictions of `text`."""
    return find_restrictions(text, find_sentences(text), NOBODY)


@pytest.mark.parametrize(("text", "expected"), STATED, ids=[text[:50] for text, _ in STATED])
def test_a_limit_of_this_kind_is_stated_with_these_slots(text, expected):
    rows = rows_of(text)
    found = [{name: row[name] for name in expected} for row in rows.to_dict("records")]
    assert expected in found


@pytest.mark.parametrize("text", ORDINARY)
def test_what_only_sounds_like_a_limit_gives_no_row(text):
    assert rows_of(text)["quote"].tolist() == []
