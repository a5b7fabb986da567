"""Words that news uses for one another. Our own list of general English, made for no story; one line a group."""

from __future__ import annotations

_GROUPS = """
abroad overseas
abuse mistreat mistreatment
accident crash collision
accord agreement deal pact treaty
accuse allege blame accusation allegation
acquire purchase buy bought
adjust adapt adjustment adaptation
admit acknowledge concede confess
adversary opponent foe rival
aid assistance help assist
aide adviser advisor staffer
aim goal objective
airplane plane aircraft jet airliner
ally partner
anger outrage fury rage furious angry
appeal plead plea
appoint name nominate
approximately around roughly
arrest detain custody apprehend
assail blast rebuke criticize criticise denounce condemn slam lambast excoriate chide lash criticism
assassinate murder kill slay slain
assault attack
assure reassure
attempt try
attorney lawyer counsel
authorize approve permit authorise approval
ban prohibit forbid outlaw
battle fight combat
begin start commence began launch
belief faith
big large huge
bill legislation
blaze fire inferno
blast explosion bomb explode
boost increase raise
boss chief head
budget spending
build construct construction
business company firm corporation
calm peaceful
campaign candidacy
car vehicle automobile
ceasefire truce
celebrate commemorate mark
cheat defraud
choose select pick chose
citizen national
city town
clash confrontation confront
close shut
coalition alliance
comment remark
commitment engagement pledge
conduct behavior behaviour
conference symposium
confirm verify
congressman congresswoman lawmaker legislator representative
conversation talk discussion dialogue
convict guilty conviction
cop police officer
cost price
country nation
couple pair
court tribunal
crime offense offence
crucial critical key vital essential
crowd throng
cut slash reduce reduction
damage destroy destruction wreck
danger risk threat peril hazard
daughter son child
dead death die fatal kill deadly died
declare announce proclaim announcement
decline refuse reject
defend protect protection defence defense
defy disobey
delay postpone postponement
demand insist
demonstrate protest rally demonstration
deny denial
depart leave left
deploy station
describe portray depict
destitute poor poverty impoverished
develop development
different differ differ
difficult hard tough
disaster catastrophe calamity
disclose reveal unveil disclosure
discuss debate
disease illness sickness
disorder unrest turmoil
dispute disagreement quarrel feud
doctor physician
donate contribute donation contribution
doubt question
earlier previously prior
economy economic
educate teach education teach
elderly senior
election vote poll ballot
email e-mail
emphasize stress underline underscore emphasise highlight
employ hire
employee worker staff
enormous massive vast
ensure guarantee
escape flee
evidence proof
evict expel expulsion oust
examine inspect probe investigate investigation inquiry scrutiny
expect anticipate
expert specialist analyst
explain clarify
extend prolong
fail failure
famous prominent renowned
fear afraid worry concern
film movie
finish end conclude complete
fix repair mend
flood deluge
focus concentrate attention
forecast predict prediction
foreign international
form create formation creation establish
fraud swindle
freedom liberty
frighten scare
gather assemble
gay homosexual lesbian same-sex
goods product
graft corruption bribe bribery
grant award
group organization organisation
growth expansion
guard watch
gun firearm weapon pistol rifle
halt stop cease
happen occur take-place
hate hatred
head lead leader
heal cure
hint suggest imply
home house residence
hope optimism
hurt injure wound injury hurt
immediate instant
immigrant migrant
impact effect influence
improper wrongdoing misconduct impropriety
improve enhance
inaugurate swear
independent autonomous
indict charge indictment prosecute
inform notify notification
innocent innocence
invite invitation urge encourage
jail prison imprison incarcerate
job post position
join participate
journalist reporter correspondent
journey trip travel visit
judge justice
jump leap soar surge
killer gunman shooter
lack shortage
land territory
late former
law statute
lessen diminish
letter statement
lie falsehood
limit restrict restriction curb
loan credit
look appear seem
loss defeat
maintain keep retain
majority most
market bazaar
marry wed marriage wedding matrimony
mayor alderman
meet meeting summit
member personnel
message note
military army troop soldier force
minor small little
missile rocket
mistake error
money fund cash
mother father parent
move relocate
need require necessity
negotiate negotiation
obstacle hurdle barrier
obtain receive get
office bureau
official authority
operate run
opinion view
oppose opposition against
order command instruct
overdue late
participate attend
party faction
pay salary wage
permission consent
phone telephone
pilot aviator
plan intend propose proposal intent intention
policy strategy
politician statesman
pope pontiff
possible potential
praise laud hail commend
precinct district
prepare preparation
presence attendance
president head-of-state
pressure push
priest clergyman clergy
prime-minister premier
probable likely
professor faculty academic scholar
progress advance
promise vow pledge
prosecutor attorney
prove demonstrate
punish penalty punishment penalize
question ask inquire
quick fast rapid swift
quit resign resignation
raid storm
rain downpour
reach achieve attain
reaffirm reiterate
reason cause
rebel insurgent guerrilla
recall remember
reference mention
refugee asylum-seeker
region area zone
release free
religious faith
remain stay
renew resume resumption resurgence
replace substitute
reply respond answer response
rescue save
respect esteem
result outcome
retire step-down
return come-back
revenue income
rich wealthy affluent
rob steal theft burglary robbery
rumor rumour speculation speculate
sanction embargo
scandal controversy
school college
scientist researcher
see witness
seek pursue
send dispatch
senior top
sentence term
sex gender
share stake
shift change alter alteration
ship vessel boat
shoot gunfire shot
show display
shooting shoot
sibling sister brother
sick ill
sign signature
significant important importance significance
silent quiet
situation circumstance
slay slaughter
slow sluggish
speech address lecture
spokesman spokeswoman spokesperson spokespeople
stable stability steady
stance position stand
storm hurricane
street road avenue
strike hit struck
strong powerful
student pupil
suicide self-inflicted
suit lawsuit sue
support back endorse endorsement backing
suspect alleged
suspend suspension
swear oath
tackle deal-with
target aim
tax levy
team squad crew
tension strain
terrorist terrorism militant
testify testimony
think believe thought believe
threaten intimidate menace
throw toss threw thrown
toll tally
trade commerce
trial hearing
trouble problem difficulty
true genuine
truth fact
understand comprehend
unite unify
unlawful illegal unlawful
upset dismay
use employ
usual normal typical
vacation holiday
value worth
verdict ruling
victim casualty
victory win triumph won
violate breach violation
violence bloodshed
vital crucial
vote ballot
war conflict
warn caution warning
weak feeble
wealth riches
weapon arm
welcome greet
wife husband spouse
withdraw pullout withdrawal pull-out
worry anxiety
worsen deteriorate
write wrote written author
wrong incorrect erroneous
yearly annual
young youth
"""


def read() -> dict[str, str]:
    """Word to the first word of its group; a word of several groups belongs to the first."""
    known: dict[str, str] = {}
    for line in _GROUPS.split("\n"):
        words = line.split()
        for word in words:
            known.setdefault(word, words[0])
    return known
