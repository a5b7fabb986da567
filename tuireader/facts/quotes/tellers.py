"""Nouns for who can say something: people, groups of people, bodies, and papers that tell."""

from __future__ import annotations

from tuireader.facts.listed import word_set
from tuireader.facts.words import ORGANISATION_HEADS, ROLES, TITLE_HEADS

#: People without a name, one or many.
PEOPLE = word_set(
    """official insider source informant whistleblower somebody someone man woman boy girl child mom mum dad parent
    teenager youth voter juror employee citizen resident villager local neighbor neighbour passer-by bystander
    onlooker passenger tourist visitor migrant refugee survivor relative grandmother grandfather aunt uncle cousin
    niece nephew individual person caller guest host anchor moderator narrator interviewer questioner panelist
    reviewer blogger commentator pundit observer spokesperson protester protestor demonstrator marcher organizer
    organiser supporter opponent backer follower fan believer skeptic sceptic loyalist hardliner moderate dissident
    rebel militant insurgent fighter gunman attacker hostage captive detainee inmate prisoner policeman policewoman
    investigator detective firefighter paramedic nurse patient surgeon psychiatrist psychologist therapist
    meteorologist forecaster geologist biologist climatologist physicist chemist statistician sociologist
    anthropologist professor lecturer academic educator principal student graduate pollster adviser advisor consultant
    staffer volunteer campaigner envoy negotiator mediator peacekeeper attorney counsel litigator juror clerk lawmaker
    legislator parliamentarian councilor politician candidate nominee contender democrat republican conservative
    liberal leader boss chief head deputy assistant vice-president executive shareholder investor trader broker banker
    dealer seller buyer customer consumer shopper client tenant landlord farmer fisherman miner driver pilot captain
    sailor worker laborer builder engineer developer designer architect inventor entrepreneur businessman
    businesswoman owner manager founder publisher author writer novelist poet singer rapper musician actor actress
    comedian director producer filmmaker photographer critic historian scholar scientist researcher expert specialist
    analyst strategist economist veteran soldier troop general admiral commander officer guard agent spy diplomat
    monarch royal cleric priest pastor bishop imam rabbi activist advocate environmentalist feminist philanthropist
    donor billionaire millionaire celebrity star athlete player coach referee trainer umpire friend ally foe rival
    colleague partner companion roommate classmate girlfriend boyfriend fiance fiancee husband wife spouse mother
    father son daughter brother sister sibling twin widow victim witness suspect defendant plaintiff accuser judge
    justice prosecutor magistrate lawyer solicitor barrister doctor physician pathologist coroner many some few
    several others one another most none everyone everybody nobody half people men women children police mom-of-two
    native immigrant dealmaker lobbyist operative surrogate aide confidant confidante speechwriter biographer
    ghostwriter correspondent journalist reporter columnist editor newspaperman broadcaster heckler shouter speaker
    attendee delegate applicant recruiter mogul tycoon magnate heir heiress foreigner pair duo couple trio authority"""
)
#: Groups and bodies besides the heads of organisations' names.
BODIES = word_set(
    """government administration campaign company firm corporation group union party panel commission committee team
    crowd audience family jury public camp crew board staff regime junta military side opposition majority minority
    delegation leadership coalition alliance bloc charity nonprofit think-tank watchdog regulator operator
    manufacturer maker airline utility retailer startup carmaker automaker bank lender insurer brokerage publisher
    newspaper paper outlet magazine website site blog station channel broadcaster network agency wire press media
    foundation institute university school college hospital church mosque court tribunal city town state country
    nation federation kingdom county municipality ministry department bureau office embassy consulate parliament
    senate house congress cabinet council presidency chancellery palace army navy force forces police guard league
    association society club organization organisation fund alliance movement militia faction gang cartel tribe
    community white-house pentagon kremlin palace giant"""
)
#: Papers, recordings and counts that tell something.
DOCUMENTS = word_set(
    """report reports statement statements document documents letter letters memo memos memorandum memoranda note
    indictment complaint affidavit lawsuit suit filing filings brief ruling decision opinion verdict order subpoena
    warrant transcript transcripts email emails e-mail e-mails message messages text tweet tweets post posts release
    communique communiqué declaration resolution charter constitution law bill act statute regulation rule rules
    guideline guidelines manual book memoir biography article story piece column editorial essay op-ed headline
    caption interview analysis study studies survey surveys poll polls research paper findings figures data statistics
    numbers results census audit review assessment investigation inquiry probe estimate estimates forecast projection
    projections record records file files register log logs list dossier cable cables leak archive archives sign
    banner placard poster slogan ad ads advertisement commercial video footage clip documentary film broadcast
    programme program segment speech address sermon manifesto platform plan proposal draft agreement deal treaty
    contract application form questionnaire card label inscription plaque motto notice advisory bulletin alert warning
    website webpage page profile biography bio petition motion testimony deposition standards policy evidence images
    photos photographs schedule budget newsletter handbook script"""
)
#: Of these, the ones that count.
COUNTS = word_set(
    "results result figures data statistics numbers poll polls survey surveys census count tally estimates"
)
_SPEAKING_HEADS = (ROLES | TITLE_HEADS | PEOPLE | BODIES | ORGANISATION_HEADS) - word_set(
    "list times fund exchange trust services industries works stores systems records pictures securities mission list"
)
_PLURAL_IES = "ies"


def singular(word: str) -> str:
    """A plain plural's singular: "officials" official, "authorities" authority; other words as they are."""
    if word.endswith(_PLURAL_IES) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("men") and len(word) > 3:
        return word[:-3] + "man"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def speaks(head: str) -> bool:
    """Whether the head of a noun phrase, in lower case, is somebody or a body that can speak."""
    one = singular(head)
    return head in _SPEAKING_HEADS or one in _SPEAKING_HEADS or one.endswith(_AGENT_ENDINGS)


def tells(head: str) -> bool:
    """Whether the head of a noun phrase is a paper, a recording or a count."""
    return head in DOCUMENTS or singular(head) in DOCUMENTS


_AGENT_ENDINGS = ("person", "spokesman", "spokeswoman", "woman", "worker", "maker", "goer", "holder", "ologist", "crat")
