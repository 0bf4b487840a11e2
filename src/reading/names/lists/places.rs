//! Countries, capitals, large cities and regions, and their peoples, in lower case and without
//! accents. Names of several words are in [`LONG_PLACES`].

pub(in crate::reading::names) const PLACES: &str = "
afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas
bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia botswana brazil brunei
bulgaria burundi cambodia cameroon canada chad chile china colombia comoros congo croatia cuba cyprus
czechia denmark djibouti dominica ecuador egypt eritrea estonia eswatini ethiopia fiji finland france
gabon gambia georgia germany ghana greece grenada guatemala guinea guyana haiti honduras hungary
iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kiribati
kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg
macedonia madagascar malawi malaysia maldives mali malta mauritania mauritius mexico micronesia
moldova monaco mongolia montenegro morocco mozambique myanmar burma namibia nauru nepal netherlands
nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland
portugal qatar romania russia rwanda samoa senegal serbia seychelles singapore slovakia slovenia
somalia spain sudan suriname swaziland sweden switzerland syria taiwan tajikistan tanzania thailand
togo tonga tunisia turkey turkiye turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu
venezuela vietnam yemen zambia zimbabwe britain england scotland wales holland ussr uk u.k us u.s usa
u.s.a uae u.a.e europe asia africa america americas eurasia scandinavia balkans caucasus transcaucasia
antarctica oceania crimea donbas donbass chechnya dagestan abkhazia ossetia transnistria kashmir tibet
xinjiang kurdistan catalonia bavaria sicily sardinia normandy brittany flanders wallonia siberia
kaliningrad gaza punjab bengal pacific atlantic arctic mediterranean midwest
alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho
illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah
vermont virginia washington wisconsin wyoming ontario quebec alberta manitoba saskatchewan
queensland tasmania
kabul tirana algiers yerevan canberra vienna baku manama dhaka minsk brussels brasilia sofia ottawa
beijing bogota havana nicosia prague copenhagen cairo tallinn helsinki paris tbilisi berlin accra
athens budapest reykjavik delhi mumbai jakarta tehran baghdad dublin jerusalem rome tokyo amman
astana nairobi pristina bishkek riga beirut tripoli vilnius skopje kuala valletta chisinau rabat
kathmandu amsterdam managua abuja oslo islamabad lima manila warsaw lisbon doha bucharest moscow
kigali riyadh dakar belgrade bratislava ljubljana mogadishu seoul pyongyang madrid khartoum stockholm
bern damascus taipei dushanbe bangkok tunis ankara ashgabat kampala kyiv kiev london montevideo
tashkent caracas hanoi harare sydney melbourne brisbane perth auckland wellington toronto vancouver
montreal calgary edmonton chicago houston phoenix philadelphia dallas boston seattle denver detroit
baltimore milwaukee atlanta miami cleveland pittsburgh cincinnati minneapolis orlando tampa
sacramento charlotte nashville memphis portland manhattan brooklyn queens bronx hollywood istanbul
izmir barcelona valencia seville milan naples turin venice florence bologna munich hamburg frankfurt
cologne stuttgart dresden leipzig zurich geneva basel lyon marseille nice toulouse bordeaux
strasbourg lille manchester liverpool birmingham leeds glasgow edinburgh cardiff belfast bristol
sheffield oxford cambridge brighton krakow gdansk odessa odesa kharkiv kharkov lviv donetsk luhansk
mariupol sevastopol simferopol kherson petersburg vladivostok novosibirsk yekaterinburg kazan sochi
grozny tskhinvali sukhumi gyumri stepanakert shanghai guangzhou shenzhen wuhan chongqing kolkata
chennai bangalore hyderabad karachi lahore peshawar mosul basra aleppo homs raqqa sanaa aden dubai
mecca medina jeddah haifa ramallah lagos johannesburg pretoria durban casablanca osaka kyoto
hiroshima nagasaki fukushima busan guantanamo westminster brussels rotterdam antwerp
karabakh nagorno-karabakh artsakh
albany annapolis honolulu indianapolis lansing montpelier raleigh topeka trenton tallahassee hartford
";

/// Names of places of more than one word; words set apart by one blank.
pub(in crate::reading::names) const LONG_PLACES: &[&str] = &[
    "united states",
    "united states of america",
    "united kingdom",
    "great britain",
    "northern ireland",
    "united arab emirates",
    "saudi arabia",
    "north korea",
    "south korea",
    "south africa",
    "south sudan",
    "south ossetia",
    "new zealand",
    "papua new guinea",
    "sri lanka",
    "hong kong",
    "costa rica",
    "el salvador",
    "puerto rico",
    "dominican republic",
    "czech republic",
    "central african republic",
    "democratic republic of congo",
    "burkina faso",
    "ivory coast",
    "cote d ivoire",
    "sierra leone",
    "cape verde",
    "equatorial guinea",
    "guinea bissau",
    "east timor",
    "timor leste",
    "bosnia and herzegovina",
    "trinidad and tobago",
    "antigua and barbuda",
    "north macedonia",
    "vatican city",
    "san marino",
    "soviet union",
    "russian federation",
    "north america",
    "south america",
    "latin america",
    "central america",
    "central asia",
    "south asia",
    "southeast asia",
    "middle east",
    "far east",
    "west bank",
    "gaza strip",
    "east jerusalem",
    "tel aviv",
    "abu dhabi",
    "buenos aires",
    "rio de janeiro",
    "sao paulo",
    "mexico city",
    "new delhi",
    "kuala lumpur",
    "phnom penh",
    "ho chi minh city",
    "cape town",
    "addis ababa",
    "st petersburg",
    "nizhny novgorod",
    "rostov on don",
    "the hague",
    "los angeles",
    "san francisco",
    "san diego",
    "san antonio",
    "san jose",
    "las vegas",
    "new york",
    "new york city",
    "new orleans",
    "new jersey",
    "new mexico",
    "new hampshire",
    "new england",
    "north carolina",
    "south carolina",
    "north dakota",
    "south dakota",
    "west virginia",
    "rhode island",
    "washington dc",
    "district of columbia",
    "salt lake city",
    "kansas city",
    "oklahoma city",
    "st louis",
    "st paul",
    "long island",
    "silicon valley",
    "wall street",
    "british columbia",
    "nova scotia",
    "new brunswick",
    "new south wales",
    "western sahara",
    "nagorno karabakh",
    "south caucasus",
    "north caucasus",
    "western europe",
    "eastern europe",
    "central europe",
    "european continent",
    "west africa",
    "east africa",
    "north africa",
    "sub saharan africa",
    "persian gulf",
    "black sea",
    "caspian sea",
    "red sea",
    "south china sea",
    "baltic sea",
    "mediterranean sea",
    "atlantic ocean",
    "pacific ocean",
    "arctic ocean",
    "indian ocean",
    "the west",
    "the east",
    "midwest",
];

pub(in crate::reading::names) const DEMONYMS: &str = "
afghan afghans albanian albanians algerian algerians american americans angolan arab arabs arabic
argentine argentinian armenian armenians asian asians australian australians austrian austrians
azerbaijani azerbaijanis azeri azeris bahraini bangladeshi belarusian belarusians belgian belgians
bolivian bosnian brazilian brazilians briton britons british bulgarian bulgarians burmese cambodian
cameroonian canadian canadians caucasian chechen chechens chilean chinese christian christians
colombian colombians congolese croatian croat cuban cubans cypriot czech czechs danish dane danes
dutch ecuadorian egyptian egyptians english emirati estonian estonians ethiopian ethiopians eurasian
european europeans filipino filipinos finnish finn finns french frenchman gabonese georgian georgians
german germans ghanaian greek greeks guatemalan haitian haitians honduran hungarian hungarians
icelandic indian indians indonesian indonesians iranian iranians iraqi iraqis irish irishman israeli
israelis italian italians jamaican japanese jew jews jewish jordanian jordanians kazakh kazakhs kenyan
kenyans korean koreans kosovar kosovan kurd kurds kurdish chicano chicanos kuwaiti kyrgyz laotian latvian latvians
latino latinos latina latinas hispanic hispanics lebanese liberian libyan libyans lithuanian
lithuanians macedonian malaysian malaysians malian maltese mexican mexicans moldovan mongolian
montenegrin moroccan moroccans mozambican muslim muslims namibian nepalese nepali nicaraguan nigerian
nigerians norwegian norwegians omani pakistani pakistanis palestinian palestinians panamanian persian
peruvian pole poles polish portuguese qatari romanian romanians russian russians rwandan saudi saudis
scandinavian scot scots scottish senegalese serb serbs serbian singaporean slovak slovakian slovene
slovenian somali somalis soviet soviets spaniard spaniards spanish sudanese swede swedes swedish swiss
syrian syrians taiwanese tajik tajiks tanzanian thai tibetan tunisian turk turks turkish turkmen
ugandan ukrainian ukrainians uruguayan uzbek uzbeks venezuelan venezuelans vietnamese welsh yemeni
yemenis zambian zimbabwean african africans african-american african-americans caribbean catalan
bavarian siberian texan texans californian californians floridian londoner londoners parisian
muscovite muscovites yorker yorkers balkan baltic nordic slavic western westerner westerners eastern
transcaucasian crimean karabakhi ossetian abkhaz abkhazian tatar tatars uyghur uighur rohingya roma
catholic catholics protestant protestants orthodox buddhist buddhists hindu hindus sikh sikhs islamic
islamist islamists sunni sunnis shia shiite shiites shi'ite mormon mormons evangelical evangelicals
republican republicans democrat democrats democratic tory tories conservative conservatives labour
liberal liberals socialist socialists communist communists marxist nazi nazis libertarian
libertarians gop kremlin-backed pro-russian anti-russian indigenous aboriginal maori inuit cherokee
navajo sioux black blacks white whites caucasians hellenic anglo-saxon anglican
baptist baptists methodist lutheran presbyterian jesuit zionist zionists
";
