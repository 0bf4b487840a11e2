//! Function words, titles, roles and the heads of organisations, places and things, in lower case.

/// Words that are no name by themselves, whatever their capital.
pub(in crate::reading::names) const STOP: &str = "
i i'm i've i'd i'll a an and or but nor so yet if as than that this these those there here then when
while where why how what which whose whatever whenever wherever however although though because since
until unless after before during about above below under over again once only just also too very more
most much many few several some any all both each every either neither none no not never ever even
still already always often sometimes usually perhaps maybe meanwhile moreover furthermore nevertheless
nonetheless therefore thus hence otherwise instead indeed besides finally eventually recently earlier
later soon afterward afterwards now today tomorrow yesterday tonight ago it its it's itself they them
their theirs themselves we us our ours ourselves you your yours yourself me my mine myself one ones
someone somebody something anyone anybody anything everyone everybody everything nobody nothing
another other others such same own is isn't are aren't was wasn't were weren't be been being am do
don't does doesn't did didn't done doing have haven't has hasn't had hadn't having will won't would
wouldn't shall should shouldn't can can't cannot could couldn't might must ought let let's of by with
without for into upon onto via per despite like unlike between among against within throughout toward
towards along across around behind beyond except following according regarding concerning including
on given based due thanks asked told said says say yes no ok okay o.k ph.d m.d asap faq well oh ah hey hello please sorry
except amid amidst whether rather quite almost nearly roughly approximately about first second third
next last former latter two three four five six seven eight nine ten eleven twelve dozens hundreds
thousands millions billions half part great good new old big
see read watch listen click share photo photos image images picture video file credit caption source
sources editor's note update updated published advertisement subscribe via email related more
out up down off back away apart aside together forward ahead
that's there's here's what's who's he's she's they're we're you're they've we've you've it'll they'll
we'll you'll he'll she'll wouldn't mustn't needn't ain't
hopefully apparently clearly obviously certainly surely similarly likewise additionally ultimately
generally specifically particularly especially notably importantly interestingly unfortunately
fortunately sadly luckily initially originally previously subsequently consequently accordingly
actually basically basicly literally simply currently presently
vs versus etc eg ie re pm am est edt gmt et pt pst ct
";

pub(in crate::reading::names) const DETERMINERS: &str = "the";

pub(in crate::reading::names) const CALENDAR: &str = "
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
saturdays sundays mon tue tues wed thu thur thurs fri sat january february march april may june july
august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
christmas easter ramadan thanksgiving halloween hanukkah passover midnight noon
";

pub(in crate::reading::names) const HONORIFICS_FEMALE: &str =
    "mrs ms miss madam madame mme mlle lady dame senora frau signora";
pub(in crate::reading::names) const HONORIFICS_MALE: &str =
    "mr mister messrs sir lord monsieur herr senor signor";
pub(in crate::reading::names) const HONORIFICS: &str = "dr prof hon";

/// Words written with a stop that ends no sentence.
pub(in crate::reading::names) const ABBREVIATIONS: &str = "
mr mrs ms dr prof hon sen sens rep reps gov govs gen col lt sgt capt cpl pvt maj adm cmdr det insp supt
rev fr msgr br sr jr st mt ft pres sec atty amb messrs mme mlle inc corp ltd co bros dept univ assn no
nos vs v vol fig art sec ch jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur
thurs fri sat sun ave blvd rd u.s u.k d.c ph.d m.d b.a m.a esq
";

/// Titles and offices that stand before a name, men's and women's.
pub(in crate::reading::names) const TITLES: &str = "
president premier minister chancellor cllr senator sen sens representative rep reps congressperson governor
gov govs mayor councillor councilor councilmember commissioner ambassador secretary judge justice
magistrate prosecutor attorney lawyer solicitor barrister speaker leader chief general gen colonel col
lieutenant lt major maj captain capt sergeant sgt corporal cpl private pvt admiral adm commander cmdr
marshal brigadier commandant officer detective det inspector insp superintendent supt constable
sheriff deputy trooper agent coach manager director chairperson chair ceo cfo coo cto professor
doctor rabbi imam sheikh sheik ayatollah mullah pastor reverend rev deacon bishop archbishop
cardinal pope father fr patriarch monsignor msgr dean provost rector principal spokesperson analyst
columnist correspondent reporter journalist editor author writer historian economist professor
scientist researcher astronaut engineer architect actor singer rapper comedian director producer
quarterback pitcher striker midfielder goalkeeper defender cornerback linebacker catcher shortstop
outfielder guard forward center candidate nominee delegate lawmaker mp mep msp md emir sultan shah
caliph envoy undersecretary treasurer comptroller auditor coroner whip frontman activist
vice-president advisor adviser aide counsel strategist pollster host anchor moderator
saint brother pm private-secretary vp evp svp owner founder co-founder cofounder head presidents
senators ministers secretaries governors reps
";
pub(in crate::reading::names) const TITLES_FEMALE: &str = "
queen princess duchess countess baroness empress congresswoman chairwoman councilwoman spokeswoman
assemblywoman alderwoman policewoman mother sister actress comedienne businesswoman anchorwoman
hostess first-lady
";
pub(in crate::reading::names) const TITLES_MALE: &str = "
king prince duke earl count baron emperor tsar czar congressman chairman councilman spokesman
assemblyman alderman policeman businessman anchorman brother
";
pub(in crate::reading::names) const TITLE_PARTS: &str = "
prime vice deputy chief first former foreign defense defence interior finance energy health
agriculture education labor labour trade economy culture justice attorney senior acting interim
executive managing assistant associate lieutenant major brigadier rear master staff warrant petty
presidential parliamentary press crown grand supreme state district county circuit federal national
police fire house senate majority minority opposition cabinet emeritus adjunct visiting national
security then-president ex-president then-secretary then-candidate ex-mayor ex-governor then-sen
permanent special under non-executive
staff-sergeant co-chair co-chairman co-founder founding head principal lead junior
homeland treasury commerce transportation transport environment development
";

/// Nouns for what a person is or does, in lower case before or after a name.
pub(in crate::reading::names) const ROLES: &str = "
spokesperson spokespeople analyst expert researcher scientist economist historian professor lecturer
teacher student director manager executive officer official chief head president chairperson chair
founder co-founder cofounder ceo owner partner member lawmaker legislator mp senator congressperson
representative governor mayor minister premier chancellor secretary ambassador diplomat envoy aide
adviser advisor assistant deputy counsel lawyer attorney prosecutor judge magistrate solicitor
barrister defendant plaintiff victim suspect witness activist organizer organiser campaigner leader
commander general colonel captain sergeant officer soldier veteran detective inspector sheriff
investigator agent coach player striker midfielder defender goalkeeper quarterback pitcher athlete
runner swimmer boxer golfer driver rider skier champion winner medalist actor singer musician rapper
artist painter sculptor designer architect engineer programmer developer producer filmmaker comedian
author writer novelist poet playwright journalist reporter editor columnist correspondent blogger
publisher broadcaster presenter host anchor commentator critic pollster strategist consultant
contractor farmer fisherman nurse doctor physician surgeon psychologist psychiatrist therapist
dentist pharmacist epidemiologist biologist chemist physicist astronomer geologist climatologist
mathematician sociologist anthropologist archaeologist astronaut pilot priest pastor bishop rabbi imam
cardinal pope cleric nun monk chaplain trustee treasurer librarian curator principal superintendent
dean provost rector fellow scholar graduate alumnus resident neighbor neighbour tourist passenger
employee worker intern volunteer entrepreneur investor billionaire millionaire tycoon banker trader
broker accountant auditor realtor developer retailer shopkeeper chef baker butcher waiter bartender
driver mechanic electrician plumber carpenter firefighter paramedic candidate nominee contender
frontrunner front-runner rival opponent incumbent predecessor successor speaker whip delegate
coordinator administrator commissioner councillor councilor councilmember supervisor chairholder
dictator strongman monarch heir rebel militant insurgent separatist dissident exile refugee migrant
immigrant hacker whistleblower informant hostage prisoner inmate convict felon terrorist gunman
shooter attacker killer murderer philosopher theologian translator interpreter photographer
cameraman videographer model dancer choreographer conductor composer violinist pianist guitarist
drummer bassist frontman songwriter vocalist star celebrity teammate captain trainer jockey umpire
referee scout owner promoter legend veteran co-author coauthor co-chair co-host creator inventor
pioneer evangelist missionary watchdog
";
pub(in crate::reading::names) const ROLES_FEMALE: &str = "
spokeswoman chairwoman congresswoman businesswoman policewoman queen princess duchess actress waitress
heiress hostess woman girl housewife widow midwife nun saleswoman stateswoman
";
pub(in crate::reading::names) const ROLES_MALE: &str = "
spokesman chairman congressman businessman policeman king prince duke waiter man boy widower monk
salesman statesman fisherman cameraman gunman strongman
";
pub(in crate::reading::names) const KIN_FEMALE: &str = "wife mother daughter sister aunt grandmother niece girlfriend fiancee widow mom mum granddaughter";
pub(in crate::reading::names) const KIN_MALE: &str =
    "husband father son brother uncle grandfather nephew boyfriend fiance widower dad grandson";
pub(in crate::reading::names) const KIN: &str = "
parents family cousin spouse child children twin friend lawyer attorney death life career campaign
";
pub(in crate::reading::names) const PRONOUNS_FEMALE: &str = "she her hers herself";
pub(in crate::reading::names) const PRONOUNS_MALE: &str = "he him his himself";

pub(in crate::reading::names) const SPEECH: &str = "
said says say saying told tells tell telling asked asks asking added adds adding wrote writes writing
tweeted tweets posted explained explains explaining argued argues arguing claimed claims claiming
noted notes noting warned warns warning insisted insists insisting replied replies replying
responded responds answered announced announces announcing declared declares declaring stated states
stating testified testifies acknowledged acknowledges admitted admits conceded concedes confirmed
confirms denied denies recalled recalls remarked remarks observed observes suggested suggests
predicted predicts promised promises vowed vows pledged pledges urged urges demanded demands joked
jokes quipped quips complained complains lamented laments thinks thought believes believed continued
continues concluded concludes stressed stresses emphasized emphasised emphasizes reiterated reiterates
according quoted cited described describes called criticised criticized accused accuses praised
";

pub(in crate::reading::names) const PLACE_PREPOSITIONS: &str = "in at near from to across outside inside around throughout through into toward towards over via";

pub(in crate::reading::names) const PARTICLES: &str = "
von van der den de del della di da du dos das do la le les lo bin ibn ben al el ul ur al- el- ter ten
zu zur af av abu y e st san ap op mac mc
";
pub(in crate::reading::names) const GENERATIONS: &str = "jr sr ii iii iv";
pub(in crate::reading::names) const RELATIVES: &str = "who whom whose";

/// Words that make a name an organisation's.
pub(in crate::reading::names) const ORGANISATIONS: &str = "
inc corp corporation ltd llc llp plc co company companies gmbh ag sa spa nv oyj ab group holdings
holding partners associates bros brothers sons enterprises industries technologies technology systems
solutions services ventures capital investments securities insurance bank banking bancorp financial
trust fund foundation institute institution university college school academy polytechnic seminary
ministry department agency bureau administration authority commission committee council board office
directorate service force forces army navy corps guard police constabulary court tribunal parliament
congress senate house assembly duma knesset bundestag cabinet government party union league
federation confederation association society organization organisation alliance coalition front
movement network club team fc cf afc united city rovers wanderers athletic hospital clinic church
cathedral mosque synagogue temple diocese archdiocese museum gallery library theater theatre orchestra
philharmonic ballet opera studios studio pictures records entertainment productions media press
publishing publishers news times post journal tribune herald gazette chronicle observer guardian
telegraph independent mirror mail express star sun globe inquirer register sentinel dispatch courier
examiner reporter review magazine weekly daily today radio television tv broadcasting channel wire
agency airlines airways air airport motors automotive steel oil gas petroleum energy electric power
mining pharmaceuticals pharma laboratories labs healthcare medical center centre initiative project
program programme campaign caucus faction bloc brigade battalion regiment division squad unit forum electronics centers centres institutes bar
chamber exchange market markets bourse reserve treasury tribune
analytics consulting research watch international intelligence secretariat presidency consulate
embassy mission command headquarters staff legion order lodge guild cooperative syndicate cartel
militia taliban hezbollah hamas isis isil qaeda democrats republicans greens conservatives tories
organizations organisations groups committees agencies departments commissions ministries unions
associations institutions pac pacs klan nation tribe tribes conglomerate consortium
patrol lab tabernacle ministries charity charities trustees regents registry registrar
steelers cowboys patriots yankees mets lakers celtics bulls giants eagles bears packers broncos
cubs sox dodgers braves astros warriors cavaliers spurs rangers raiders saints falcons panthers
dolphins jets bills ravens bengals browns colts titans texans chiefs chargers rams seahawks
cardinals vikings lions redskins buccaneers knicks nets sixers raptors bucks pistons pacers
hawks hornets magic heat wizards grizzlies pelicans mavericks rockets suns clippers kings nuggets
timberwolves jazz blazers thunder
";

/// Bodies that are known by one word; capitalised.
pub(in crate::reading::names) const KNOWN_BODIES: &str = "
kremlin pentagon nato un u.n eu e.u osce imf unesco unicef opec asean who wto fifa uefa nasa fbi cia nsa
irs epa fda cdc fbi dea bbc cnn nbc abc cbs npr pbs msnbc hbo espn afp ap tass reuters interpol europol
facebook google twitter microsoft apple amazon youtube instagram netflix uber tesla toyota boeing airbus
gazprom rosneft bloomberg newsweek politico breitbart buzzfeed vox vice axios salon slate congress
parliament senate duma knesset bundestag taliban hezbollah hamas isis isil brexit wikileaks wikipedia
ira plo pkk csto icc icj ecb nhs gop dnc rnc aclu naacp nra nfl nba mlb nhl ncaa
";

/// Bodies that are organisations in lower case too, after a country's name: "foreign ministry".
pub(in crate::reading::names) const BODIES: &str = "
ministry parliament government embassy police army navy military
";

pub(in crate::reading::names) const THINGS: &str = "
war act bill law treaty agreement accord accords pact convention protocol amendment constitution code
declaration statement statute resolution summit conference games olympics cup championship
championships open series bowl prize award awards medal festival day week month year revolution
uprising crisis affair scandal report plan deal doctrine theory effect syndrome disease virus
hurricane storm tropical operation battle siege massacre genocide holocaust bible quran koran torah
internet web earth mars moon god allah christ pulitzer oscar oscars emmy emmys grammy grammys nobel
medicare medicaid obamacare facebook iphone ipad android windows
article section chapter page figure table part volume phase level type grade class room gate terminal
route highway interstate flight boeing airbus model version episode season
show tour album song movie film book novel prime-time debate election elections primary caucuses
";

pub(in crate::reading::names) const COMPASS: &str = "
north south east west northern southern eastern western northeast northwest southeast southwest
northeastern northwestern southeastern southwestern central upper lower greater inner outer new old great
";

pub(in crate::reading::names) const PLACE_ENDS: &str = "
river lake lakes mountain mountains hill hills valley creek canyon desert forest island islands isle isles
peninsula bay gulf sea ocean strait straits channel coast beach harbor harbour port cape county
district province region oblast krai raion governorate prefecture canton municipality township borough
parish village town city street avenue boulevard road lane square plaza park garden gardens bridge
tunnel airport station terminal stadium arena hall palace castle tower building mall
cemetery pantheon memorial monument republic kingdom emirate emirates sultanate territory territories
heights springs falls rapids ridge rock point grove ranch farm farms corridor border base prison
jail camp oblasts downtown states
";
pub(in crate::reading::names) const PLACE_STARTS: &str =
    "mount mt lake cape fort ft port san santa santo saint st los las el rio isle gulf strait bay";
pub(in crate::reading::names) const PLACE_NOUNS: &str = "
city town village capital district region province state county port island country nation republic
suburb neighborhood neighbourhood municipality enclave exclave territory settlement outskirts streets
north south east west northern southern eastern western
";
