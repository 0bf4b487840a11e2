//! Common given names of many countries, in lower case and without accents.

pub(in crate::reading::names) const FEMALE: &str = "
mary liz marjorie paula patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty
sandra ashley dorothy kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca
laura sharon cynthia kathleen amy shirley angela helen anna brenda pamela nicole emma samantha
katherine christine debra rachel catherine carolyn janet ruth maria heather diane virginia julie
joyce victoria olivia kelly christina lauren joan evelyn judith megan cheryl andrea hannah martha
jacqueline frances gloria ann anne teresa kathryn sara janice jean alice madison doris abigail julia
judy grace denise amber marilyn beverly danielle theresa sophia marie diana brittany natalie isabella
charlotte rose alexis kayla hillary chelsea melania ivanka nikki kellyanne ellen claire lucy kate
katie jane jenny eva sophie molly chloe zoe ella mia ava lily leah audrey eleanor edith irene florence
sheila valerie wendy tammy tina tracy robin dawn gail joanne joanna roberta loretta yvonne annie
suzanne susanne monica maureen rosemary vivian lorraine josephine bernice lois kristen kristin
kirsten erin erica erika holly vanessa veronica melanie beth allison alison alyssa jill jillian
stacy tiffany tara natasha sonia sonya nina olga tatiana tatyana svetlana irina elena yelena ekaterina
anastasia natalia nataliya ludmila lyudmila galina marina oksana yulia julija valentina larisa vera
nadezhda lyubov ksenia daria darya polina alina katya masha olesya lesya zhanna raisa tamara nino
anahit ani gayane lilit mariam narine hasmik arpine sona shushan ruzanna salome ketevan aigul dinara
gulnara leyla aysel sevinj ayse fatma emine zeynep elif merve esra hatice fatima aisha ayesha
khadija zainab layla leila noor nour hala hanan amal rania samira salma yasmin yasmine jasmine
soraya shirin farah mina malala benazir priya indira sonia sushma nirmala smriti mamata anjali
deepika kavita lakshmi sunita rekha asha meera rani aung mei ling xiu hui yan ying fang yoko keiko
yuki yumi akiko michiko naomi sakura haruka min-ji hyun-ji soo-jin angelina francesca giulia chiara
paola silvia giorgia lucia elisa federica alessandra carla ines isabel isabelle camila carmen pilar
dolores mercedes esperanza guadalupe juana luisa rosa ana beatriz claudia cristina gabriela daniela
fernanda mariana marta michele michelle monique nathalie sylvie brigitte francoise dominique helene
agnes simone colette genevieve margot celine aurelie camille manon ursula angela annegret heidi
ingrid greta gretchen gisela helga hilde petra sabine ulrike anke birgit franziska annalena saskia
anneke femke marieke sanna astrid freya sigrid linnea magdalena malgorzata agnieszka katarzyna ewa
beata joanna zuzana jana ivana lenka hana eszter zsuzsanna judit ildiko ilona mirela oana roxana
ioana elena maia kersti dalia ngozi chioma amina adaeze wangari winnie thandi nomvula zodwa grace
cecilia consuelo dilma marina jacinda julia gladys siobhan niamh aoife ciara sinead bridget moira
fiona morag eilidh rhiannon carys megan cerys kamala alexandria ilhan rashida nancy pippa priti
theresa nicola yvette harriet jo margrethe ursula roberta kaja sanna mette erna giorgia viola
marissa mackenzie kaitlyn caitlin caitlyn hailey paige brooke jenna kylie kendall kourtney khloe kim
rihanna beyonce oprah serena venus simone mikaela naomi greta tilda cate nicole scarlett reese
meryl jodie sigourney winona drew whitney mariah taylor adele shakira selena miley ariana
";

pub(in crate::reading::names) const MALE: &str = "
james robert john michael david william richard joseph thomas charles christopher daniel matthew
anthony mark donald steven stephen paul andrew joshua kenneth kevin brian george timothy ronald edward
jason jeffrey ryan jacob gary nicholas eric jonathan larry justin scott brandon benjamin samuel
gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas
zachary peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl
harold dylan arthur lawrence jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah
wayne randy vincent mason roy ralph bobby russell bradley philip phillip eugene bill josh corey rob bob jim tom mike
dave steve dan ben sam matt chris tim jeff greg rick ron ken don ted fred ed tony nick alex andy pete
phil jeb mitt newt rand barack mitch chuck bernie marco rupert boris nigel jeremy ian alistair
angus hamish duncan gordon graham malcolm neil colin craig stuart stewart derek simon martin adrian
trevor clive barry geoffrey geoff leonard leon louis lewis luke lucas liam oliver oscar owen harry
hugh hugo howard herbert ernest earl dean clarence calvin clifford clyde curtis darren darrell dwayne
dwight edgar edmund edwin elliott elmer elvis emmanuel evan felix floyd francis franklin frederick
gavin gilbert glen glenn grant grover guy harvey hector herman homer horace ira irving isaac ivan jay
joel julian karl kirk kurt lance lee leroy lloyd lou marcus marshall marvin maurice max melvin miles
milton mohammed mohammad muhammad mohamed mahmoud mehmet ahmed ahmad ali hassan hasan hussein husain
ibrahim ismail khalid khaled omar osama abdullah abdul abdel yousef yusuf youssef karim kareem jamal
tariq tarek rashid saeed said salman faisal fahd nasser hamid hamad majid walid bashar hafez saddam
muammar hosni benjamin binyamin shimon ariel ehud yitzhak moshe avi yair naftali avigdor amir eyal
david uri yossi eli vladimir dmitry dmitri dimitri sergey sergei serhiy alexei aleksei alexey oleksiy
aleksandr alexander oleksandr alexandr andrei andrey andriy mikhail mykhailo nikolai nikolay mykola
nikita yuri yury yuriy viktor victor vitaly vitali vitaliy igor ihor ilya boris oleg oleh pavel
petro pyotr roman ruslan maxim maksim konstantin kirill denis artem artyom arkady anatoly anatoliy
anton bogdan bohdan evgeny yevgeny yevhen eugene fyodor gennady gennadiy georgy grigory gleb leonid
lev stanislav timur vadim valery valeriy vasily vasyl vyacheslav vladislav volodymyr volodymr
yaroslav taras ostap nikol serzh robert armen ara ararat aram artak artur ashot davit edmon garik
gagik hayk hakob hovhannes karen levon mher movses narek ruben samvel sargis tigran vahagn vahe
vardan vazgen alen andranik suren arayik ilham heydar elchin elmar hikmet jeyhun ramil rovshan
vugar zakir irakli giorgi mikheil zurab bidzina kakha davit levan nursultan kassym-jomart emomali
islam shavkat gurbanguly almazbek sadyr sooronbay imomali recep tayyip abdullah mustafa mevlut
hakan bulent binali kemal selahattin suleyman devlet hulusi ekrem narendra rahul rajiv amit arun
arvind manmohan sanjay vijay ajay anil ashok deepak dinesh gopal harish jawaharlal mohan mukesh
naveen nitin pranab rajesh rajnath rakesh ravi ramesh sachin shashi subramanian sunil suresh vikram
vinod virat imran nawaz pervez asif bilawal shahid hamid ashraf xi wei jian jun li ming chen hong
jinping jintao zemin keqiang shinzo junichiro fumio yoshihide taro hiroshi kenji takashi haruki akira
ichiro naoto yukio shigeru jae-in geun-hye myung-bak jong-un jong-il ban ki-moon joko ferdinand
rodrigo benigno mahathir anwar najib francois emmanuel jacques jean jean-claude jean-luc jean-marie
jean-pierre jean-yves nicolas pierre michel laurent olivier philippe alain andre antoine bernard bruno
christophe claude didier edouard eric etienne fabien gerard gilles guillaume henri herve jerome
julien lionel luc marc marcel mathieu maxime pascal patrice remi rene sebastien serge stephane
thierry thibaut valery xavier yann yves angelo antonio alberto alessandro andrea carlo claudio dario
enrico fabio federico francesco franco gianluca gianni giovanni giuseppe leonardo lorenzo luca luigi
marcello mario massimo matteo maurizio mauro nicola paolo pietro roberto sergio silvio stefano
umberto valerio vincenzo alfonso alfredo alvaro andres arturo carlos cesar diego eduardo emilio
enrique ernesto esteban evo felipe fernando fidel francisco gerardo gonzalo guillermo gustavo
hernan hugo ignacio jaime javier jesus joaquin jorge julio lautaro leopoldo luis manuel mariano
mauricio miguel nestor nicolas octavio pablo pedro rafael ramon raul ricardo rodolfo rogelio ruben
salvador santiago tomas vicente joao paulo jair luiz inacio thiago tiago gilberto helmut gerhard
olaf friedrich hans heinz heiko horst jens joachim johann johannes jurgen karl-heinz klaus konrad
kurt lars lothar ludwig manfred markus matthias norbert otto peter rainer ralf reinhard rolf rudiger
rudolf sigmar stefan sven thorsten torsten ulrich uwe volker werner wolfgang mads anders bjorn erik
fredrik gustav gunnar hakan harald henrik jens-christian jesper jonas jorgen kaare knut kristian
magnus mats mikael mikkel niels nils olav ole oskar per soren stig svein thorbjorn tor torbjorn
willem wim wouter geert jeroen joost kees maarten pim rutger ruud sander sybrand piet frans dirk
andrzej bartosz bronislaw donald grzegorz jacek jan janusz jaroslaw jerzy kazimierz krzysztof lech
leszek maciej marcin marek mariusz mateusz michal pawel piotr radoslaw rafal slawomir stanislaw
szymon tadeusz tomasz wojciech zbigniew andrej vaclav milos bohuslav lubomir zdenek jiri petr karel
jaroslav viktor orban zoltan istvan janos gyorgy ferenc laszlo peter gabor attila tamas bela traian
klaus liviu dacian calin ion nicolae boyko rumen plamen georgi alexis antonis kyriakos yanis
panagiotis costas dimitris giorgos nikos aleksandar slobodan novak goran zoran milorad dragan ivo
ante kolinda hashim edi sali toomas andrus valdis gitanas dalius jacob cyril cyrus nelson thabo kgalema
desmond julius robert morgan emmerson joseph paul uhuru raila yoweri goodluck muhammadu olusegun
atiku kofi nana john abiy haile isaias omar kwame patrice laurent sekou bongani sipho themba
alireza hamdullah ashraf mahmud abdulla gotabaya ranil mahinda tenzin hun norodom kim vinny wayne
seamus liam declan eamon enda micheal conor cormac cian ciaran padraig rory sean brendan
kieran gareth rhys dafydd ieuan alun emlyn keir rishi sadiq sajid humza kwasi zac jordan ricky
shane brett heath mel russell kobe lebron tiger michael shaquille cristiano lionel neymar zlatan
wayne usain novak rafa roger denzel leonardo morgan clint harrison keanu matt quentin martin
stanley ridley woody spike kanye elon jeff sundar satya tim larry sergey mark jared eric steve
ajit reince tucker sean rush glenn roy lindsey orrin harry dick dianne merrick antonin clarence
elmer wolf anderson jake chuck lester trevor jimmy seth conan stephen jon johnny eddie freddie
charlie danny kenny tommy timmy joey bobby ronnie donnie lonnie vinnie mickey ozzy iggy ringo
";

pub(in crate::reading::names) const EITHER: &str = "
alex jordan taylor casey riley jamie morgan quinn avery cameron parker blake drew reese rowan sasha
kerry leslie lindsay shannon stacey sidney sydney terry tracy kim pat chris sam jackie nicky andrea
jean gale lynn dana robin karen nikita li wei jun min yu xin jia hao lin singh kaur park choi ming
dominique camille claude maxime michele nicola simone gabriele daniele mahdi noor nour islam ram
april june august may summer autumn augustine angel mercedes christian dakota montana austin dallas
paris madison chelsea brooklyn savannah sydney florence georgia carolina virginia jackson lincoln
";
