"""Word lists the finders share: titles, heads of organisations and places, verbs of saying, words that name nothing.

Plain English of newspapers, no names of people or of particular organisations.
"""

from __future__ import annotations

from tuireader.facts.listed import word_set

#: Words of titles that stand before a name ("Deputy Prime Minister Ana Costa"), points taken off.
TITLES = word_set(
    """secretary-general director-general attorney-general president vice prime minister deputy first foreign defense
    defence interior finance justice health trade senators governors ministers presidents secretaries generals judges
    justices mayors ambassadors gens profs secretary general chancellor king queen prince princess pope emperor sultan
    emir sheikh sheik shah senator sen sens rep reps representative representatives congressman congresswoman governor
    gov mayor ambassador judge attorney director chairman chairwoman chairperson chair speaker leader majority minority
    whip commander commissioner captain capt colonel col lieutenant lt major maj sergeant sgt admiral adm corporal cpl
    private pvt officer detective inspector superintendent sheriff dr mr mrs ms miss sir lord lady dame baron baroness
    professor prof rev reverend bishop archbishop cardinal rabbi imam ayatollah mullah coach republican democratic
    democrat former acting interim late high envoy counsel executive chief premier brigadier marshal field special
    assistant under associate county state federal district president-elect vice-president councilman councilwoman
    councillor alderman delegate congress house senate comptroller treasurer auditor solicitor prosecutor cpt gen brig
    dictator conservative liberal labour socialist crown opposition national security agent adviser advisor spokesman
    spokeswoman spokesperson supt insp cmdr dci mp mep msp ceo cfo"""
)

#: Of these, the ones that make a title by themselves: without one of them there is no title.
TITLE_HEADS = word_set(
    """secretary-general director-general attorney-general president minister secretary general chancellor king queen
    prince princess pope emperor sultan emir sheikh sheik shah senator sen sens rep reps representative representatives
    congressman congresswoman governor gov mayor ambassador judge justice attorney director chairman chairwoman
    chairperson chair speaker leader whip commander commissioner captain capt colonel col lieutenant lt major maj
    sergeant sgt admiral adm corporal cpl private pvt officer detective inspector superintendent sheriff dr mr mrs ms
    miss sir lord lady dame baron baroness professor prof rev reverend bishop archbishop cardinal rabbi imam ayatollah
    mullah coach envoy counsel chief premier brigadier marshal president-elect vice-president councilman councilwoman
    councillor alderman delegate comptroller treasurer auditor solicitor prosecutor cpt gen brig dictator agent adviser
    advisor spokesman spokeswoman spokesperson republican democrat supt insp cmdr dci mp mep msp ceo
    cfo"""
)

#: Titles that say only who to be polite to; they are no role.
HONORIFICS = word_set("mr mrs ms miss dr sir lord lady dame prof professor rev reverend hon")

#: Nouns of people by what they do, as they stand beside a name ("the commander, Ivo Lang", "actor Ivo Lang").
ROLES = TITLE_HEADS - HONORIFICS - frozenset(["general", "private", "major", "chair"]) | word_set(
    """actor actress physicist chemist biologist psychologist psychiatrist sociologist anthropologist astronomer
    geologist surgeon farmer fisherman nurse miner co-director co-chair co-author co-owner undersecretary campaigner
    organizer organiser activist advocate analyst artist astronaut author banker boss boxer brother businessman
    businesswoman candidate cleric columnist composer consultant correspondent critic daughter dean defender designer
    diplomat doctor economist editor engineer expert father filmmaker fighter forward goalkeeper guitarist head
    historian host husband investor journalist lawmaker lawyer manager member midfielder mother musician cousin uncle
    aunt nephew niece grandfather grandmother grandson neighbor neighbour nominee novelist official owner painter
    partner philosopher photographer physician pilot player poet politician presenter producer programmer publisher
    reporter researcher resident scholar scientist singer sister son soldier specialist striker student suspect teacher
    tycoon veteran victim widow wife winger winner witness worker writer co-founder founder billionaire millionaire
    defendant plaintiff ex-president ex-minister co-chairman chief-of-staff strategist lobbyist donor aide coordinator
    frontrunner challenger incumbent rival colleague friend champion accountant acrobat ambulanceman anchor
    anchorman anchorwoman archaeologist architect archivist ballerina baritone
    barrister batsman biographer blogger bookmaker bowler broadcaster broker builder butler cameraman captain caretaker
    carpenter cartoonist cellist chef choreographer clerk climber comedian comedienne comic commentator conductor
    constable coroner cricketer critic curator cyclist dancer deacon dealer decorator dentist dissident docker
    drummer ecologist electrician entrepreneur explorer financier firefighter fireman footballer fundraiser gardener
    golfer grocer gymnast harbourmaster headmaster headmistress headteacher heiress hiker hotelier housewife
    illustrator imam industrialist influencer innkeeper interpreter jockey joiner landlady landlord lecturer librarian
    lifeguard linesman lobsterman magician magistrate magnate mechanic meteorologist midwife missionary mogul
    mountaineer naturalist neurologist newsreader notary oceanographer optician paediatrician paramedic pastor
    pathologist pediatrician pensioner pharmacist photojournalist pianist playwright plumber policeman policewoman
    pollster postman postmaster postmistress priest principal prosecutor publican quarterback ranger rapper referee
    rower runner sailor sculptor seismologist shepherd shopkeeper signalman skier skipper soprano sprinter statistician
    steward stewardess stockbroker substitute swimmer taxidermist technician tenor therapist trader trainer
    trawlerman umpire vet veterinarian vicar violinist virologist volcanologist warden watchman whistleblower
    winemaker wrestler yachtsman yachtswoman zoologist"""
)

#: Of these, what news puts before names as it does titles ("shopkeeper Ana Costa", "Boss Ana Costa" where the sentence
#: begins).
JOBS = (
    ROLES
    - TITLE_HEADS
    - word_set(
        """brother cousin daughter father forward head husband master member mother partner resident sister son suspect
        victim widow wife winner witness worker champion rival friend colleague aunt uncle nephew niece owner
        official"""
    )
)

#: Last words (or words before "of") that make a run of capitals an organisation.
ORGANISATION_HEADS = word_set(
    """academy administration agency airlines airways alliance army assembly association authority bank board brigade
    broadcasting bureau cabinet caucus center centre chamber church circuit club coalition college commission
    committee community company confederation conference congress consortium cooperative council court courts
    department division embassy exchange executive faculty federation fleet force forces foundation front fund
    government group groups guard guards headquarters hospital industries initiative inquiry inspectorate institute
    institution institutions journal laboratories laboratory league legislature list mafia magazine media ministry
    mission mosque movement museum network news newspaper office opera orchestra organisation organization
    parliament partners partnership party patrol police politburo post press prison radio regiment registry
    research school schools secretariat senate service services society squad studios survey symphony syndicate
    synod taskforce team telegraph television temple theatre theater times tribune trust tribunal union unions unit
    university watch workers works industries airline energy motors oil petroleum pharmaceuticals securities
    systems technologies technology telecom entertainment holdings insurance investments international electronics
    steel electric chemical foods stores pictures records bancorp capital financial corps lines shipping brokers
    brewery breweries mills newsroom newsdesk organisations agencies ministries departments armies command staff
    house reserve treasury navy marines enforcement exchequer gazette herald guardian observer mirror chronicle
    express inquirer bulletin ombudsman commissariat directorate diocese archdiocese hotel restaurant charity
    workshop retreat channel
    assembly bundestag duma knesset pentagon kremlin"""
)

#: Of these, the ones by which an organisation goes once its whole name was told: "the Commission", "the Times".
CALLED_BY_HEAD = word_set(
    """times post journal tribune herald gazette guardian observer telegraph chronicle express inquirer bulletin
    commission bank fund authority ministry union league agency party alliance guard institute council association
    federation congress committee academy foundation society bureau"""
)
COMPANY_ENDS = word_set(
    """inc corp ltd co llc a/s oao zao kgaa lp pty sarl srl ab cos plc ag gmbh sa nv spa bv ab asa oyj kk corporation
    incorporated limited & bros sons"""
)

#: Words that end the name of a sports club.
CLUB_ENDS = word_set("united rovers wanderers athletic albion fc afc hotspur sporting")

#: Words that make a run of capitals a place.
PLACE_HEADS = word_set(
    """airport avenue base bay beach boulevard bridge canal canyon cape city coast county creek desert district drive
    falls forest garden gardens gulf harbor harbour heights highway hill hills island islands isle isles lake
    mountain mountains ocean palace park peninsula plain plains plateau port prairie province range region republic
    ridge river road sea square station strait straits street strip territory township town valley village volcano
    woods zone tower towers monument memorial castle cathedral cemetery
    hall stadium arena building plaza shrine oblast prefecture governorate canton"""
)
#: The same, standing first: "Lake Vorn", "Mount Vorn", "Port Vorn".
PLACE_FIRSTS = word_set("lake mount mt fort ft port cape gulf strait isle mountain st saint san santa")
DIRECTIONS = word_set(
    """north south east west northern southern eastern western northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern central upper lower greater inner outer mainland
    occupied rural"""
)

#: Last words of names that are none of ours: wars, laws, prizes, days.
OTHER_HEADS = word_set(
    """war act day cup prize award awards games open agreement treaty summit festival championship championships bill
    law plan convention revolution week tour series report program programme project operation doctrine accord accords
    amendment constitution code election elections era eve hurricane storm syndrome disease virus theory prix open
    classic masters series principle protocol declaration resolution marathon derby bowl trophy medal order decree
    century year years season cold crisis deal pact referendum brexit holocaust genocide massacre uprising intifada
    renaissance reformation empire dynasty language bible
    lecture lectures protocols charter covenant memorandum directive statute curriculum scholarship scholarships
    fellowship time conventions talks trials olympics paralympics bombings riots protests negotiations hearings"""
)
#: Members of parties.
MEMBERS = word_set("democrats republicans tories")
#: What stands before the name of a ship.
SHIPS = word_set("mv m/v hms uss rms hmas hmcs")
#: What stands before the name of a storm or a campaign.
STORMS = word_set("hurricane typhoon cyclone operation")
#: Words that end a run of capitals: the calendar.
CALENDAR = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. mondays
    tuesdays wednesdays thursdays fridays saturdays sundays"""
)

#: Faiths, orders and peoples, and those who belong to them, that are no nation's.
PEOPLES = word_set(
    """jesuit jesuits franciscan franciscans benedictine benedictines evangelical evangelicals presbyterian
    presbyterians methodist methodists baptist baptists lutheran lutherans anglican anglicans quaker quakers mormon
    mormons calvinist calvinists pentecostal pentecostals unitarian unitarians adventist adventists episcopal
    episcopalian episcopalians protestantism catholicism judaism hinduism buddhism buddhists sunnis shiites shia shias
    shi'ite shi'ites alawite alawites druze salafi salafist salafists sufi sufis wahhabi sikh sikhs yazidi yazidis copt
    copts coptic zionist zionists zionism tamil tamils pashtun pashtuns hazara hazaras hutu hutus tutsi tutsis uighur
    uighurs uyghur uyghurs rohingya gypsy gypsies arab arabs berber berbers cherokee navajo sioux inuit maori maoris
    aborigine aborigines aboriginal aboriginals zulu zulus xhosa afrikaner afrikaners slav slavs slavic slavonic nordic
    germanic semitic anglo-saxon indigenous mandarin cantonese hindi urdu farsi swahili yiddish esperanto gaelic
    marxism leninist stalinist trotskyist maoist maoists maoism thatcherite reaganite taoist taoism darwinist
    darwinists darwinism keynesian victorian edwardian elizabethan presidential congressional
    parliamentary senatorial gubernatorial jihadi jihadist jihadists islamist islamists"""
)

#: Capitalised, and yet the name of no person, organisation or place.
NOT_NAMES = PEOPLES | word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu
    thur thurs fri sat sun christmas easter ramadan thanksgiving halloween english islam christianity islamic
    muslim muslims christian christians jewish jew jews catholic catholics protestant protestants hindu hindus
    buddhist sunni shiite orthodox internet web god lord bible koran quran olympics olympic nazi nazis
    communist communists marxist republican republicans democrat democrats tory tories socialist socialists
    conservatives liberals am pm gmt est edt bst cet utc tv dna hiv aids covid gdp ceo cfo mp mps dvd usb pdf
    faq iq phd nobel oscar grammy emmy bc ad ii iii iv vi vii viii ix xi article chapter section part act bill
    amendment update breaking photo video read share editor's exclusive watch caption advertisement copyright
    arabic latin hebrew latino latinos hispanic hispanics black white asian-american african-american native
    northern southern eastern western northeastern northwestern southeastern southwestern midwestern
    american-style ptsd cctv gps lgbt lgbtq suv suvs atm mri cpr dui vip ngo ngos url ufo ufos ied
    ieds adhd id ok no yes dm pr hr it re vs etc anti-semitism islamism"""
)

#: Words that begin sentences and are names only when something else says so.
STARTERS = word_set(
    """a about above according across add added additionally after afterwards again against ago ahead albeit all
    almost alone along already also although altogether always am amid among an and another any anybody anyone
    anything anyway apart are around as aside asked at away back based because been before behind being below
    beneath beside besides best better between beyond both briefly but by call called can cannot change
    clearly close come comes coming commenting compared concerning conclusions considering contrary could
    currently days dear despite detectives did do does doing done don't down driven due during each earlier
    early either else elsewhere end enough especially even eventually ever every everybody everyone everything
    evidently exactly except experts facing far few fewer final finally find first five following for formally
    former formerly four from full further furthermore generally get getting given giving go going good got
    great had half hardly has have having he he's help hence her here here's hers herself high highlighting
    him himself his historically hopefully how however huge hundreds i i'm i've i'd i'll if immediately
    important in inc indeed initially inside instead into is isn't it it's its itself just keep know known
    large last late lately later latest least less let let's life like likewise little local long look looking
    lots low made mainly make making man many maybe me meanwhile men might military millions mine minutes more
    moreover most mostly much must my myself near nearly neither never nevertheless new next nine no nobody
    none nonetheless nor normally not nothing notably now nowhere obviously of off officials often oh old on
    once one ones only open or original other others otherwise our ours out outside over overall own
    particularly people per perhaps please police possible possibly previous previously prior probably
    prosecutors protesters provided put quite rather really recent recently regarding regardless relatives
    remarks reports residents restrictions right said same say says scores second security see seen senior
    separately seven several shall shares she she's short should shortly similar similarly since six small so
    some somebody somehow someone something sometimes somewhat soon sources speaking specifically still stocks
    strong students such suddenly sure surely take taken taking talks tell ten tens than thank thanks that
    that's the their theirs them then there there's thereafter therefore these they they're they've thing
    things think third this those though thousands three through throughout thus time times to today together
    told tomorrow tonight too top total toward towards traditionally troops try turn turning twice two
    typically ultimately under underscoring unfortunately unless unlike until up upon us use used using
    usually various very via victims voters want was wasn't watch way we we'll we're we've well went were what
    what's whatever when where whereas wherever whether which whichever while who who's whoever whole whom
    whose why will with within without witnesses women won't workers would wow year years yes yesterday yet
    you you're young your yours zero possible call restrictions commitment dialogue tensions war peace role
    asked born built dozens eight founded government led lawyers located markets members men nearly oil
    opponents parents parliament party plans polls prices published rebels refugees researchers rising rivals
    schools scientists seeking sales soldiers supporters survivors teachers teams tens thousands traders
    trading travel unemployment analysts authorities banks critics doctors economists figures firefighters
    hundreds inflation investigators judges everything's fortunately sadly interestingly surprisingly
    importantly apparently reportedly allegedly nobody's none nowadays occasionally originally partly
    presumably rarely seemingly strangely thankfully truly undoubtedly unsurprisingly worse worst yeah hello
    hi hey dear sorry welcome congratulations additional eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozens fewer several"""
)

#: Small words inside the name of an organisation.
ORGANISATION_LINKS = word_set("of for and the & on in to against")
#: Small words inside the name of a person.
PERSON_LINKS = word_set("""de da del della di dos du la le van von der den ter ten bin ibn al el ben abu y zu""")

#: Kin, as they stand for a person named elsewhere.
KIN = word_set("wife husband son daughter father mother brother sister widow")

#: Plain words that titles of things are made of: two of them in capitals are no person.
COMMON = (
    STARTERS
    | OTHER_HEADS
    | ORGANISATION_HEADS
    | PLACE_HEADS
    | NOT_NAMES
    | word_set(
        """music daily morning evening weekly monthly global national international public private social special royal
    big great super mini final top best gold silver red green debates debate grants awards games show live world
    nation people power health care education science digital online net data sports racing football baseball
    basketball soccer hockey golf tennis classic masters race run walk ride fair expo forum convention presidential
    democratic republican american political economic financial civil human rights voting climate change clean air
    water nuclear space station star stars street game book film movie song album magazine story stories history
    future past life death love money home family children women men youth senior junior student students teacher
    business industry market trade tax taxes budget debt job jobs worker workers labor union professional fellow
    responsibility policy security safety emergency relief aid assistance help hope dream vision voice peace
    freedom justice truth honor faith spirit soul heart mind body face eye hand head free fast slow hot cold dark
    light bright deep wild strong soft hard smart crazy dirty pretty happy sad angry lonely lost found broken
    hidden secret silent golden iron diamond crystal paper glass stone rock sand snow rain wind fire earth moon sun
    sky cloud tree flower rose bird cat dog horse bear wolf lion tiger eagle dragon snake fish shark king queen
    prince princess knight angel devil ghost monster hero villain master captain doctor nurse pilot driver rider
    hunter killer fighter winner loser player dancer singer artist writer reader speaker leader follower believer
    cavaliers hedge tank consult truck car bus train plane ship boat bike phone computer internet radio video audio
    photo picture camera screen stage theater dance party wedding birthday holiday vacation weekend mental coverage
    issues issue questions question answer answers facts fact numbers number list lists guide rules rule ways way
    things thing reasons reason session sessions lessons lesson tips tip steps step keys key points point parts part"""
    )
)
